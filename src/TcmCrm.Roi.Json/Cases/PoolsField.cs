using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>What the benefits of a case draw on.</summary>
internal sealed class PoolsField
{
    private readonly Shape shape = new("valuePool");
    private readonly TextField id;
    private readonly TextField name;
    private readonly ChoiceField<ValuePoolKind> kind;
    private readonly NumberField capacityPerYear;
    private readonly CurrencyField currency;
    private readonly ListField list;

    public PoolsField(Shape holder)
    {
        id = shape.Add(new TextField("id"));
        name = shape.Add(new TextField("name", isRequired: false));
        kind = shape.Add(new ChoiceField<ValuePoolKind>("kind", Choices.Of<ValuePoolKind>()));
        capacityPerYear = shape.Add(new NumberField("capacityPerYear", 0, MoneyField.MostMoney));
        currency = shape.Add(new CurrencyField("currency", isRequired: false));
        list = holder.Add(new ListField("pools", 1, 1000, isRequired: false, new ListElement(shape)));
    }

    /// <summary>Reads the pools, and makes their identifiers known to the benefits that follow.</summary>
    public ValuePool[] Read(in ObjectReader source, ReadContext context)
    {
        var pools = new List<ValuePool>();
        foreach (int node in source.Elements(list))
        {
            var o = new ObjectReader(context, node, shape);
            string? key = o.Text(id);
            string? text = o.Text(name) ?? key;
            ValuePoolKind what = o.Choice(kind, default);
            decimal capacity = o.Number(capacityPerYear, 0);
            Currency unit = o.CurrencyCode(currency) ?? context.Currency;
            if (o.Has(currency) && what != ValuePoolKind.Revenue)
            {
                context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(currency), new Message("document.inconsistent.poolCurrency"));
            }

            if (key is not null && !context.AddPool(key))
            {
                context.Report(DocumentProblemKind.Duplicate, o.NodeOf(id), ProblemText.Of("document.duplicate.pool", ("pool", key)));
            }

            if (o.IsSound && key is not null && text is not null)
            {
                pools.Add(what switch
                {
                    ValuePoolKind.Revenue => ValuePool.Revenue(key, text, new Money(capacity, unit)),
                    ValuePoolKind.Hours => ValuePool.Hours(key, text, capacity),
                    _ => ValuePool.Customers(key, text, capacity),
                });
            }
        }

        return [.. pools];
    }

    public void Write(Utf8JsonWriter writer, IReadOnlyList<ValuePool> pools, Currency ofCase)
    {
        if (pools.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(list.Encoded);
        foreach (ValuePool pool in pools)
        {
            writer.WriteStartObject();
            writer.Put(id, pool.Id);
            if (pool.Name != pool.Id)
            {
                writer.Put(name, pool.Name);
            }

            writer.Put(kind, pool.Kind);
            writer.Put(capacityPerYear, pool.CapacityPerYear);
            if (pool.Kind == ValuePoolKind.Revenue && pool.Currency != ofCase)
            {
                writer.Put(currency, pool.Currency);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
