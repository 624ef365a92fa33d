using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>A measured effect that was no improvement, by which a line has no amount.</summary>
internal sealed class NoImprovementField
{
    private const decimal Most = 1_000_000_000_000_000m;

    private readonly ChoiceField<EffectUnit> unit;
    private readonly NumberField improvement;
    private readonly NumberField lower;
    private readonly NumberField upper;

    public NoImprovementField()
    {
        var shape = new Shape("noImprovement");
        unit = shape.Add(new ChoiceField<EffectUnit>("unit", Choices.Of<EffectUnit>()));
        improvement = shape.Add(new NumberField("improvement", -Most, Most));
        lower = shape.Add(new NumberField("lower", -Most, Most));
        upper = shape.Add(new NumberField("upper", -Most, Most));
        Object = new ObjectField("noImprovement", shape, isRequired: false);
    }

    public ObjectField Object { get; }

    public Func<BenefitBasis>? Read(in ObjectReader item)
    {
        if (item.Object(Object) is not { } o)
        {
            return null;
        }

        EffectUnit measuredIn = o.Choice(unit, default);
        double estimate = (double)o.Number(improvement, 0), least = (double)o.Number(lower, 0), most = (double)o.Number(upper, 0);
        return () => NotMonetizedBenefit.NoImprovement(estimate, least, most, measuredIn);
    }

    public void Write(Utf8JsonWriter writer, NotMonetizedBenefit benefit)
    {
        if (benefit.Improvement is not { } measured || benefit.Unit is not { } measuredIn)
        {
            return;
        }

        writer.WriteStartObject(Object.Encoded);
        writer.Put(unit, measuredIn);
        writer.Put(improvement, (decimal)measured.Estimate);
        writer.Put(lower, (decimal)measured.Lower);
        writer.Put(upper, (decimal)measured.Upper);
        writer.WriteEndObject();
    }
}
