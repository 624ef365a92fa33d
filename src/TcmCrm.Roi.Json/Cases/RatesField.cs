using System.Text.Json;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>The dated exchange rates of a case with items in more than one currency.</summary>
internal sealed class RatesField
{
    private readonly Shape shape = new("exchangeRate");
    private readonly CurrencyField from;
    private readonly CurrencyField to;
    private readonly DateField date;
    private readonly NumberField rate;
    private readonly ListField list;

    public RatesField(Shape holder)
    {
        from = shape.Add(new CurrencyField("from"));
        to = shape.Add(new CurrencyField("to"));
        date = shape.Add(new DateField("date"));
        rate = shape.Add(new NumberField("rate", 0.000001m, 1_000_000));
        list = holder.Add(new ListField("exchangeRates", 1, 100_000, isRequired: false, new ListElement(shape)));
    }

    public ExchangeRates Read(in ObjectReader source, ReadContext context)
    {
        ElementNodes elements = source.Elements(list);
        if (elements.Count == 0)
        {
            return ExchangeRates.None;
        }

        var seen = new HashSet<(Currency, Currency, NodaTime.LocalDate)>();
        var rates = new List<ExchangeRate>(elements.Count);
        foreach (int node in elements)
        {
            var o = new ObjectReader(context, node, shape);
            Currency one = o.CurrencyCode(from) ?? default, other = o.CurrencyCode(to) ?? default;
            NodaTime.LocalDate day = o.Date(date, default);
            decimal units = o.Number(rate, 1);
            if (!o.IsSound || context.Make(node, () => new ExchangeRate(one, other, day, units)) is not { } dated)
            {
                continue;
            }

            if (seen.Add((one, other, day)))
            {
                rates.Add(dated);
            }
            else
            {
                context.Report(DocumentProblemKind.Duplicate, node, ProblemText.Of("document.duplicate.rate", ("from", one.Code), ("to", other.Code)));
            }
        }

        return new ExchangeRates(rates);
    }

    public void Write(Utf8JsonWriter writer, ExchangeRates rates)
    {
        if (rates.Rates.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(list.Encoded);
        foreach (ExchangeRate dated in rates.Rates)
        {
            writer.WriteStartObject();
            writer.Put(from, dated.From);
            writer.Put(to, dated.To);
            writer.Put(date, dated.Date);
            writer.Put(rate, dated.Rate);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
