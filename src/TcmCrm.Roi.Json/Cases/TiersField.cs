using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>Prices from a number of seats or units on, and whether all have the price of the tier that is reached.</summary>
internal sealed class TiersField
{
    private readonly WholeField from;
    private readonly MoneyField price;
    private readonly ListField list;
    private readonly FlagField isForAll;

    public TiersField(Shape holder, string name, string priceName, string allName)
    {
        var tier = new Shape(name.Substring(0, name.Length - 1));
        from = tier.Add(new WholeField("from", 2, int.MaxValue));
        price = tier.Add(new MoneyField(priceName));
        list = holder.Add(new ListField(name, 1, TieredPrice.Most, isRequired: false, new ListElement(tier)));
        isForAll = holder.Add(new FlagField(allName));
        Tier = tier;
    }

    private Shape Tier { get; }

    public (List<PriceTier> Tiers, bool IsForAll) Read(in ObjectReader item, ReadContext context)
    {
        var tiers = new List<PriceTier>();
        int last = 0;
        foreach (int node in item.Elements(list))
        {
            var o = new ObjectReader(context, node, Tier);
            int count = o.Whole(from, 2);
            Money amount = o.Amount(price);
            if (o.IsSound && count <= last)
            {
                context.Refused(DocumentProblemKind.Inconsistent, o.NodeOf(from), new Message("document.allowed.laterTier"));
            }

            last = count;
            tiers.Add(new PriceTier(count, amount));
        }

        bool all = item.Flag(isForAll, absent: false);
        if (item.Has(isForAll) && !item.Has(list))
        {
            context.Missing(item.Node, list);
        }

        return (tiers, all);
    }

    public void Write(Utf8JsonWriter writer, TieredPrice value)
    {
        if (value.Tiers.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(list.Encoded);
        foreach (PriceTier tier in value.Tiers)
        {
            writer.WriteStartObject();
            writer.Put(from, tier.From);
            writer.Put(price, tier.Price);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (value.IsForAll)
        {
            writer.Put(isForAll, true);
        }
    }
}
