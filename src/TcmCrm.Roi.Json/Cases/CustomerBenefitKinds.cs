using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

internal sealed class RevenueUpliftBenefitKind : BenefitKind<RevenueUpliftBenefit>
{
    private readonly MoneyField baselineRevenuePerYear;
    private readonly NumberField uplift;
    private readonly ShareField contributionMargin;

    public RevenueUpliftBenefitKind()
        : base("revenueUplift")
    {
        baselineRevenuePerYear = Shape.Add(new MoneyField("baselineRevenuePerYear"));
        uplift = Shape.Add(new NumberField("uplift", -1, 100));
        contributionMargin = Shape.Add(new ShareField("contributionMargin"));
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        Money baseline = o.Amount(baselineRevenuePerYear);
        decimal rise = o.Number(uplift, 0);
        Share margin = o.Fraction(contributionMargin, Share.None);
        return () => new RevenueUpliftBenefit(baseline, rise, margin);
    }

    protected override void Write(Utf8JsonWriter writer, RevenueUpliftBenefit benefit)
    {
        writer.Put(baselineRevenuePerYear, benefit.BaselineRevenuePerYear);
        writer.Put(uplift, benefit.Uplift);
        writer.Put(contributionMargin, benefit.ContributionMargin.Value);
    }
}

internal sealed class CustomerMarginBenefitKind : BenefitKind<CustomerMarginBenefit>
{
    private readonly WholeField customers;
    private readonly ShareField additionalRate;
    private readonly MoneyField marginPerCustomerYear;

    public CustomerMarginBenefitKind()
        : base("customerMargin")
    {
        customers = Shape.Add(new WholeField("customers", 0, int.MaxValue));
        additionalRate = Shape.Add(new ShareField("additionalRate"));
        marginPerCustomerYear = Shape.Add(new MoneyField("marginPerCustomerYear"));
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        int count = o.Whole(customers, 0);
        Share rate = o.Fraction(additionalRate, Share.None);
        Money margin = o.Amount(marginPerCustomerYear);
        return () => new CustomerMarginBenefit(count, rate, margin);
    }

    protected override void Write(Utf8JsonWriter writer, CustomerMarginBenefit benefit)
    {
        writer.Put(customers, benefit.Customers);
        writer.Put(additionalRate, benefit.AdditionalRate.Value);
        writer.Put(marginPerCustomerYear, benefit.MarginPerCustomerYear);
    }
}

internal sealed class RetentionBenefitKind : BenefitKind<RetentionBenefit>
{
    private readonly WholeField customers;
    private readonly ShareField churnBefore;
    private readonly ShareField churnAfter;
    private readonly MoneyField marginPerCustomerYear;
    private readonly ChoiceField<RetentionAccrual> accrual;

    public RetentionBenefitKind()
        : base("retention")
    {
        customers = Shape.Add(new WholeField("customers", 0, int.MaxValue));
        churnBefore = Shape.Add(new ShareField("churnBefore"));
        churnAfter = Shape.Add(new ShareField("churnAfter"));
        marginPerCustomerYear = Shape.Add(new MoneyField("marginPerCustomerYear"));
        accrual = Shape.Add(new ChoiceField<RetentionAccrual>("accrual", Choices.Of<RetentionAccrual>(), isRequired: false));
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        int count = o.Whole(customers, 0);
        Share before = o.Fraction(churnBefore, Share.None), after = o.Fraction(churnAfter, Share.None);
        Money margin = o.Amount(marginPerCustomerYear);
        RetentionAccrual way = o.Choice(accrual, RetentionAccrual.Gradual);
        return () => new RetentionBenefit(count, before, after, margin, way);
    }

    protected override void Write(Utf8JsonWriter writer, RetentionBenefit benefit)
    {
        writer.Put(customers, benefit.Customers);
        writer.Put(churnBefore, benefit.ChurnBefore.Value);
        writer.Put(churnAfter, benefit.ChurnAfter.Value);
        writer.Put(marginPerCustomerYear, benefit.MarginPerCustomerYear);
        writer.PutUnless(accrual, benefit.Accrual, RetentionAccrual.Gradual);
    }
}

internal sealed class SatisfactionChainBenefitKind : BenefitKind<SatisfactionChainBenefit>
{
    private readonly NumberField pointsGained;
    private readonly ShareField retentionPerPoint;
    private readonly TextField linkSource;
    private readonly WholeField customers;
    private readonly ShareField churnBefore;
    private readonly MoneyField marginPerCustomerYear;
    private readonly ChoiceField<RetentionAccrual> accrual;

    public SatisfactionChainBenefitKind()
        : base("satisfactionChain")
    {
        pointsGained = Shape.Add(new NumberField("pointsGained", 0, 200));
        retentionPerPoint = Shape.Add(new ShareField("retentionPerPoint"));
        linkSource = Shape.Add(new TextField("linkSource"));
        customers = Shape.Add(new WholeField("customers", 0, int.MaxValue));
        churnBefore = Shape.Add(new ShareField("churnBefore"));
        marginPerCustomerYear = Shape.Add(new MoneyField("marginPerCustomerYear"));
        accrual = Shape.Add(new ChoiceField<RetentionAccrual>("accrual", Choices.Of<RetentionAccrual>(), isRequired: false));
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        decimal points = o.Number(pointsGained, 0);
        Share link = o.Fraction(retentionPerPoint, Share.None), churn = o.Fraction(churnBefore, Share.None);
        string source = o.Text(linkSource) ?? string.Empty;
        int count = o.Whole(customers, 0);
        Money margin = o.Amount(marginPerCustomerYear);
        RetentionAccrual way = o.Choice(accrual, RetentionAccrual.Gradual);
        return () => new SatisfactionChainBenefit(points, link, source, count, churn, margin, way);
    }

    protected override void Write(Utf8JsonWriter writer, SatisfactionChainBenefit benefit)
    {
        writer.Put(pointsGained, benefit.PointsGained);
        writer.Put(retentionPerPoint, benefit.RetentionPerPoint.Value);
        writer.Put(linkSource, benefit.LinkSource);
        writer.Put(customers, benefit.Customers);
        writer.Put(churnBefore, benefit.ChurnBefore.Value);
        writer.Put(marginPerCustomerYear, benefit.MarginPerCustomerYear);
        writer.PutUnless(accrual, benefit.Accrual, RetentionAccrual.Gradual);
    }
}
