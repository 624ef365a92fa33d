using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>
/// Holds an evaluation to its gates. A gate compares what the result document prints, so that whoever reads the document can follow the
/// verdict: money in whole minor units, ratios and months with up to 12 digits behind the point.
/// </summary>
internal static class GateCheck
{
    /// <summary>The verdicts in the order of the gates; a gate on a figure or period that the document does not have is a problem instead.</summary>
    internal static IReadOnlyList<GateResult> Run(CommandContext context, RoiEvaluation evaluation, IReadOnlyList<Gate> gates)
    {
        if (gates.Count == 0)
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(ResultDocument.Write(evaluation, new DocumentWriteOptions { Detail = ResultDetail.Figures }));
        JsonElement[] entries = [.. document.RootElement.GetProperty("horizons").EnumerateArray()];
        var results = new List<GateResult>();
        foreach (Gate gate in gates)
        {
            // The same length in any spelling: P48M is P4Y.
            JsonElement entry = gate.Period is null ? entries[^1] : Array.Find(entries, candidate => EvaluationPeriod.Parse(PeriodOf(candidate)).Equals(gate.Period));
            string period = entry.ValueKind == JsonValueKind.Undefined ? gate.Period!.ToString() : PeriodOf(entry);
            if (entry.ValueKind == JsonValueKind.Undefined)
            {
                context.Problems.AddOption(GateOptions.GateName, new Message(
                    "gate.periodNotEvaluated", MessageArgument.Text("rule", gate.RuleId(period)), MessageArgument.Text("period", period), Told.Names("periods", entries.Select(PeriodOf))));
            }
            else if (Judge(entry, gate, period, out Message? problem) is { } result)
            {
                results.Add(result);
            }
            else
            {
                context.Problems.AddOption(GateOptions.GateName, new Message("gate.problem", MessageArgument.Text("rule", gate.RuleId(period)), MessageArgument.Part("problem", problem!)));
            }
        }

        return results;
    }

    private static string PeriodOf(JsonElement entry) => entry.GetProperty("period").GetString()!;

    private static GateResult? Judge(JsonElement entry, Gate gate, string period, out Message? problem)
    {
        problem = null;
        if (gate.Figure.StartsWith("limits.", StringComparison.Ordinal) && !entry.TryGetProperty("limits", out _))
        {
            return new GateResult(gate, period, isPassed: false, Told.As("gate.noInterval"));
        }

        if (gate.Figure.StartsWith(Gate.AfterTaxPrefix, StringComparison.Ordinal) && !entry.TryGetProperty("afterTax", out _))
        {
            return new GateResult(gate, period, isPassed: false, Told.As("gate.noTaxation"));
        }

        JsonElement value = entry;
        string above = string.Empty;
        foreach (string name in gate.Figure.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || value.TryGetProperty("notApplicable", out _) || !value.TryGetProperty(name, out JsonElement inner))
            {
                problem = above.Length > 0 && !Figures(value).Any()
                    ? Told.As("gate.noFigure.single", ("figure", gate.Figure), ("above", above))
                    : new Message("gate.noFigure", MessageArgument.Text("figure", gate.Figure), Told.Names("figures", Figures(value)));
                return null;
            }

            value = inner;
            above = above.Length == 0 ? name : above + "." + name;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("notApplicable", out JsonElement reason):
                return new GateResult(gate, period, isPassed: false, NotApplicable(reason.GetString()!));
            case JsonValueKind.Object when value.TryGetProperty("rates", out JsonElement rates):
                string status = value.GetProperty("status").GetString()!;
                return status == "borrowing" || value.TryGetProperty("selectedIsBorrowing", out _)
                    ? new GateResult(gate, period, isPassed: false, NotApplicable(Figure.IdOf(NotApplicableReason.CostOfBorrowing)))
                    : value.TryGetProperty("selected", out JsonElement selected) && selected.ValueKind == JsonValueKind.Number
                    ? Compare(gate, period, selected.GetRawText(), selected.GetDouble())
                    : status == "unique"
                    ? Compare(gate, period, rates[0].GetRawText(), rates[0].GetDouble())
                    : new GateResult(gate, period, isPassed: false, NotApplicable(
                        value.GetProperty("reason").GetString() ?? Figure.IdOf(status == "multiple" ? NotApplicableReason.MultipleRates : NotApplicableReason.NotCertified)));
            case JsonValueKind.Number:
                if (gate.IsPercent && GateUnits.Of(gate.Figure) == MeasureUnit.Months)
                {
                    problem = Told.As("gate.monthsInPercent");
                    return null;
                }

                return Compare(gate, period, value.GetRawText(), value.GetDouble());
            case JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount):
                if (gate.IsPercent)
                {
                    problem = Told.As("gate.moneyInPercent");
                    return null;
                }

                return new GateResult(gate, period, gate.IsMetBy(amount), Told.Finished(value.GetString()!)) { Amount = amount };
            default:
                problem = value.ValueKind == JsonValueKind.Object
                    ? new Message("gate.group", MessageArgument.Text("figure", gate.Figure), Told.Names("figures", Figures(value)))
                    : Told.As("gate.notANumber", ("figure", gate.Figure));
                return null;
        }
    }

    // A rate can exceed decimal (a payback in a week annualised): the sign of the comparison is then plain.
    private static GateResult Compare(Gate gate, string period, string printed, double value) =>
        new(gate, period, decimal.TryParse(printed, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? gate.IsMetBy(exact) : gate.IsMetBy(value > 0 ? decimal.MaxValue : decimal.MinValue), Told.Finished(printed))
        {
            Figure = (GateUnits.Of(gate.Figure), value),
        };

    /// <summary>English names the reason as the document does, so that a pipeline can match it.</summary>
    private static Message NotApplicable(string reason) =>
        new("gate.notApplicable", MessageArgument.Text("reason", reason));

    private static IEnumerable<string> Figures(JsonElement group) => group.ValueKind == JsonValueKind.Object
        ? group.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Array && property.Name is not ("period" or "start" or "end")).Select(property => property.Name)
        : [];
}
