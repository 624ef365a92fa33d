using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>How cost that several tags share is divided among them.</summary>
internal sealed class SharedCostKeyField
{
    private readonly TextField name;
    private readonly ListField weights;
    private readonly Shape weight = new("tagWeight");
    private readonly LineTextField tag;
    private readonly NumberField number;
    private readonly ObjectField key;

    public SharedCostKeyField(Shape holder)
    {
        var shape = new Shape("sharedCostKey");
        name = shape.Add(new TextField("name"));
        tag = weight.Add(new LineTextField("tag", most: LineTags.MostCharacters));
        number = weight.Add(new NumberField("weight", 0, MoneyField.MostMoney));
        weights = shape.Add(new ListField("weights", 1, LineTags.Most, isRequired: true, new ListElement(weight)));
        key = holder.Add(new ObjectField("sharedCostKey", shape, isRequired: false));
    }

    public SharedCostKey? Read(in ObjectReader source, ReadContext context)
    {
        if (source.Object(key) is not { } o)
        {
            return null;
        }

        string? what = o.Text(name);
        var all = new List<KeyValuePair<string, decimal>>();
        foreach (int node in o.Elements(weights))
        {
            var w = new ObjectReader(context, node, weight);
            string? of = w.Text(tag);
            decimal share = w.Number(number, 0);
            if (of is null)
            {
                continue;
            }

            if (all.Exists(other => other.Key == of))
            {
                context.Report(DocumentProblemKind.Duplicate, w.NodeOf(tag), ProblemText.Of("document.duplicate.tag", ("tag", of)));
            }

            all.Add(new KeyValuePair<string, decimal>(of, share));
        }

        if (o.IsSound && !all.Exists(one => one.Value > 0))
        {
            context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(weights), new Message("document.inconsistent.weights"));
        }

        return o.IsSound ? context.Make(o.Node, () => new SharedCostKey(what!, all)) : null;
    }

    public void Write(Utf8JsonWriter writer, SharedCostKey? value)
    {
        if (value is null)
        {
            return;
        }

        writer.WriteStartObject(key.Encoded);
        writer.Put(name, value.Name);
        writer.WriteStartArray(weights.Encoded);
        foreach (KeyValuePair<string, decimal> one in value.Weights)
        {
            writer.WriteStartObject();
            writer.Put(tag, one.Key);
            writer.Put(number, one.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
