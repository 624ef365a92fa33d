using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json.Cases;

internal sealed class DatedBenefitKind : BenefitKind<DatedBenefit>
{
    private readonly FlowsField flows = new();

    public DatedBenefitKind()
        : base("amounts") => Shape.Add(flows.List);

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        DatedAmount[] amounts = flows.Read(o, context);
        return () => new DatedBenefit(amounts);
    }

    protected override void Write(Utf8JsonWriter writer, DatedBenefit benefit) => flows.Write(writer, benefit.Flows, benefit.Currency);
}

internal sealed class YearlyBenefitKind : BenefitKind<YearlyBenefit>
{
    private readonly MoneyField amountPerYear;

    public YearlyBenefitKind()
        : base("yearly") => amountPerYear = Shape.Add(new MoneyField("amountPerYear"));

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        Money amount = o.Amount(amountPerYear);
        return () => new YearlyBenefit(amount);
    }

    protected override void Write(Utf8JsonWriter writer, YearlyBenefit benefit) => writer.Put(amountPerYear, benefit.AmountPerYear);
}

internal sealed class NotMonetizedBenefitKind : BenefitKind<NotMonetizedBenefit>
{
    private readonly TextField description;
    private readonly NoImprovementField noImprovement = new();

    public NotMonetizedBenefitKind()
        : base("notMonetised")
    {
        description = Shape.Add(new TextField("description", most: 10_000));
        Shape.Add(noImprovement.Object);
    }

    protected override bool IsInWords => true;

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        string text = o.Text(description) ?? string.Empty;
        return noImprovement.Read(o) ?? (() => new NotMonetizedBenefit(text));
    }

    protected override void Write(Utf8JsonWriter writer, NotMonetizedBenefit benefit)
    {
        writer.Put(description, PackageWords.Description(benefit.Description, benefit.Note));
        noImprovement.Write(writer, benefit);
    }
}

internal sealed class ExpiryLossBenefitKind : BenefitKind<ExpiryLossBenefit>
{
    private readonly MoneyField lossPerYear;
    private readonly ShareField avoided;

    public ExpiryLossBenefitKind()
        : base("expiryLoss")
    {
        lossPerYear = Shape.Add(new MoneyField("lossPerYear"));
        avoided = Shape.Add(new ShareField("avoided"));
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        Money loss = o.Amount(lossPerYear);
        Share part = o.Fraction(avoided, Share.None);
        return () => new ExpiryLossBenefit(loss, part);
    }

    protected override void Write(Utf8JsonWriter writer, ExpiryLossBenefit benefit)
    {
        writer.Put(lossPerYear, benefit.LossPerYear);
        writer.Put(avoided, benefit.Avoided.Value);
    }
}

internal sealed class SafetyStockBenefitKind : BenefitKind<SafetyStockBenefit>
{
    private readonly NumberField serviceFactor;
    private readonly NumberField errorBefore;
    private readonly NumberField errorAfter;
    private readonly NumberField leadTimeMonths;
    private readonly MoneyField unitCost;
    private readonly NumberField carryingRatePerYear;

    public SafetyStockBenefitKind()
        : base("safetyStock")
    {
        serviceFactor = Shape.Add(new NumberField("serviceFactor", 0, 10));
        errorBefore = Shape.Add(new NumberField("errorBefore", 0, 1_000_000_000_000));
        errorAfter = Shape.Add(new NumberField("errorAfter", 0, 1_000_000_000_000));
        leadTimeMonths = Shape.Add(new NumberField("leadTimeMonths", 0, 120));
        unitCost = Shape.Add(new MoneyField("unitCost"));
        carryingRatePerYear = Shape.Add(new NumberField("carryingRatePerYear", 0, 10));
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        decimal factor = o.Number(serviceFactor, 0), before = o.Number(errorBefore, 0), after = o.Number(errorAfter, 0);
        decimal lead = o.Number(leadTimeMonths, 0), rate = o.Number(carryingRatePerYear, 0);
        Money cost = o.Amount(unitCost);
        return () => new SafetyStockBenefit(factor, before, after, lead, cost, rate);
    }

    protected override void Write(Utf8JsonWriter writer, SafetyStockBenefit benefit)
    {
        writer.Put(serviceFactor, benefit.ServiceFactor);
        writer.Put(errorBefore, benefit.ErrorBefore);
        writer.Put(errorAfter, benefit.ErrorAfter);
        writer.Put(leadTimeMonths, benefit.LeadTimeMonths);
        writer.Put(unitCost, benefit.UnitCost);
        writer.Put(carryingRatePerYear, benefit.CarryingRatePerYear);
    }
}
