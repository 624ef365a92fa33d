using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>What a benefit takes from the pools of the case.</summary>
internal sealed class PoolDrawsField
{
    private readonly Shape shape = new("poolDraw");
    private readonly TextField poolId;
    private readonly NumberField amountPerYear;

    public PoolDrawsField()
    {
        poolId = shape.Add(new TextField("poolId"));
        amountPerYear = shape.Add(new NumberField("amountPerYear", 0, MoneyField.MostMoney, isRequired: false));
        List = new ListField("poolDraws", 1, 100, isRequired: false, new ListElement(shape));
    }

    public ListField List { get; }

    public PoolDraw[] Read(in ObjectReader item, ReadContext context)
    {
        ElementNodes elements = item.Elements(List);
        if (elements.Count == 0)
        {
            return [];
        }

        var draws = new List<PoolDraw>(elements.Count);
        foreach (int node in elements)
        {
            var o = new ObjectReader(context, node, shape);
            string? id = o.Text(poolId);
            decimal? amount = o.Number(amountPerYear);
            if (!o.IsSound || id is null)
            {
                continue;
            }

            if (draws.Any(d => d.PoolId == id))
            {
                context.Report(DocumentProblemKind.Duplicate, o.NodeOf(poolId), ProblemText.Of("document.duplicate.poolDraw", ("pool", id)));
            }

            if (!context.KnowsPool(id))
            {
                context.UnknownPool(o.NodeOf(poolId), id);
            }

            draws.Add(new PoolDraw(id, amount));
        }

        return [.. draws];
    }

    public void Write(Utf8JsonWriter writer, IReadOnlyList<PoolDraw> draws)
    {
        if (draws.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(List.Encoded);
        foreach (PoolDraw draw in draws)
        {
            writer.WriteStartObject();
            writer.Put(poolId, draw.PoolId);
            writer.PutIfAny(amountPerYear, draw.AmountPerYear);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
