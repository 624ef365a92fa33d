using System.Text.Json;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes figures of the list: each under its id, one with a dot within an object.</summary>
internal sealed class MeasureWriter(Utf8JsonWriter writer, PeriodResult result)
{
    /// <summary>Writes the figures in the order of the list, those of one object where the first of them stands.</summary>
    /// <param name="measures">The list.</param>
    /// <param name="taken">The members of the period that are no figures.</param>
    /// <param name="complete">Writes what else an object holds, by the object's name.</param>
    /// <exception cref="ArgumentException">An id is the name of another member.</exception>
    public void WriteAll(IReadOnlyList<Measure> measures, IReadOnlyCollection<string> taken, IReadOnlyDictionary<string, Breakdown> complete)
    {
        var objects = new HashSet<string>(StringComparer.Ordinal);
        foreach (Measure measure in measures)
        {
            (string name, string? inner) = Split(measure.Id);
            bool isTaken = inner is null
                ? taken.Contains(name) || complete.ContainsKey(name) || measures.Any(other => other.Id.StartsWith(name + ".", StringComparison.Ordinal))
                : taken.Contains(name) || (complete.TryGetValue(name, out Breakdown? own) && own.Name == inner);
            if (isTaken)
            {
                throw new ArgumentException($"The measure '{measure.Id}' has the name of another member of result documents; allowed: any other id.", nameof(measures));
            }

            if (inner is null)
            {
                Write(name, measure);
            }
            else if (objects.Add(name))
            {
                writer.WriteStartObject(name);
                foreach (Measure member in measures)
                {
                    (string holder, string? innerName) = Split(member.Id);
                    if (holder == name && innerName is not null)
                    {
                        Write(innerName, member);
                    }
                }

                if (complete.TryGetValue(name, out Breakdown? breakdown))
                {
                    breakdown.Write(writer);
                }

                writer.WriteEndObject();
            }
        }
    }

    /// <summary>Writes one figure of the library under its id.</summary>
    public void Write(string id) => Write(id, StandardMeasures.Find(id)!);

    private static (string Name, string? Inner) Split(string id) =>
        id.IndexOf('.') is > 0 and int dot ? (id.Substring(0, dot), id.Substring(dot + 1)) : (id, null);

    private void Write(string name, Measure measure)
    {
        MeasureValue value = measure.Printed(result);
        if (value.Rates is { } rates)
        {
            WriteRates(name, rates, value);
        }
        else if (value.TryGetMoney(out Money money))
        {
            writer.WriteMoney(name, money.Amount, money.Currency.MinorUnitDigits);
        }
        else if (value.TryGetExact(out decimal exact))
        {
            writer.WriteRatio(name, Figure.Of(exact));
        }
        else
        {
            writer.WriteNumber(name, value.TryGetNumber(out double number) ? Figure.Of(number) : Figure.NotApplicable<double>(value.Reason!.Value));
        }
    }

    private void WriteRates(string name, InternalRateOfReturnResult rates, MeasureValue value)
    {
        writer.WriteStartObject(name);
        writer.WriteRoots(rates);
        if (rates.Status == RateStatus.Multiple && result.Terms.RateSelection is { } selection)
        {
            writer.WriteString("selection", selection.ToString());
            writer.WriteNumber("selected", value.TryGetNumber(out double selected) ? Figure.Of(selected) : Figure.NotApplicable<double>(value.Reason!.Value));
            if (result.IsSelectedRateBorrowing)
            {
                writer.WriteBoolean("selectedIsBorrowing", true);
            }
        }

        writer.WriteEndObject();
    }
}
