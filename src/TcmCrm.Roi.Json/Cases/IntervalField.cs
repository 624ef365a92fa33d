using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>How far a measured benefit may lie from its estimate.</summary>
internal sealed class IntervalField
{
    private readonly NumberField lowerRatio;
    private readonly NumberField upperRatio;
    private readonly ShareField confidence;

    public IntervalField()
    {
        var shape = new Shape("benefitInterval");
        lowerRatio = shape.Add(new NumberField("lowerRatio", -1_000_000, 1));
        upperRatio = shape.Add(new NumberField("upperRatio", 1, 1_000_000));
        confidence = shape.Add(new ShareField("confidence"));
        Object = new ObjectField("interval", shape, isRequired: false);
    }

    public ObjectField Object { get; }

    public BenefitInterval? Read(in ObjectReader item, ReadContext context)
    {
        if (item.Object(Object) is not { } o)
        {
            return null;
        }

        decimal lower = o.Number(lowerRatio, 1), upper = o.Number(upperRatio, 1);
        Share level = o.Fraction(confidence, Share.None);
        return o.IsSound ? context.Make(o.Node, () => new BenefitInterval(lower, upper, level)) : null;
    }

    public void Write(Utf8JsonWriter writer, BenefitInterval? interval)
    {
        if (interval is null)
        {
            return;
        }

        writer.WriteStartObject(Object.Encoded);
        writer.Put(lowerRatio, interval.LowerRatio);
        writer.Put(upperRatio, interval.UpperRatio);
        writer.Put(confidence, interval.Confidence.Value);
        writer.WriteEndObject();
    }
}
