using System.Text.Json;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>Plain dated amounts: the form in which any published table can be given.</summary>
internal sealed class FlowsField
{
    private readonly DateField date;
    private readonly MoneyField amount;
    private readonly CurrencyField currency;

    public FlowsField()
    {
        date = Shape.Add(new DateField("date"));
        amount = Shape.Add(new MoneyField("amount"));
        currency = Shape.Add(new CurrencyField("currency", isRequired: false));
        List = new ListField("flows", 1, 100_000, isRequired: true, new ListElement(Shape));
    }

    public Shape Shape { get; } = new("flow");

    public ListField List { get; }

    public DatedAmount[] Read(in ObjectReader item, ReadContext context)
    {
        ElementNodes elements = item.Elements(List);
        var flows = new DatedAmount[elements.Count];
        int i = 0;
        foreach (int node in elements)
        {
            var o = new ObjectReader(context, node, Shape);
            NodaTime.LocalDate? day = o.Date(date);
            Currency ofLine = context.Currency;
            context.Currency = o.CurrencyCode(currency) ?? ofLine;
            Money money = o.Amount(amount);
            context.Currency = ofLine;
            if (day is { } known)
            {
                context.CheckLineDate(o.NodeOf(date), known);
                flows[i] = new DatedAmount(known, money);
            }

            i++;
        }

        return flows;
    }

    public void Write(Utf8JsonWriter writer, IReadOnlyList<DatedAmount> flows, Currency ofLine)
    {
        writer.WriteStartArray(List.Encoded);
        foreach (DatedAmount flow in flows)
        {
            writer.WriteStartObject();
            writer.Put(date, flow.Date);
            writer.Put(amount, flow.Amount);
            if (flow.Amount.Currency != ofLine)
            {
                writer.Put(currency, flow.Amount.Currency);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
