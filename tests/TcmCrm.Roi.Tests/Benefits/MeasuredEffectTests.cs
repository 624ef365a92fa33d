using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tests.Impact;

namespace TcmCrm.Roi.Tests.Benefits;

/// <summary>Benefits from effects with chosen figures.</summary>
public class MeasuredEffectTests
{
    /// <summary>An effect with these limits; relative ones as ratios of after to before, of which the study keeps the logarithm.</summary>
    private static ImpactEstimate Effect(EffectUnit unit, double estimate, double lower, double upper, bool lowerIsBetter = false)
    {
        var draft = new EstimateDraft(ImpactMethod.WelchEffectiveSampleSize, EvidenceRung.BeforeAfter, unit, lowerIsBetter, 0.9, null);
        draft.SetInterval(estimate, lower, upper);
        return new ImpactEstimate(draft);
    }

    private static ImpactEstimate SmallCost(double perMonth) => Effect(EffectUnit.KpiUnit, -perMonth, -2 * perMonth, -0.5 * perMonth, lowerIsBetter: true);

    [Fact]
    public void CostAMonth_IsTwelveAYear()
    {
        // 400 a month less, between 700 and 100 less: ratios 1.75 and 0.25 of the estimate.
        ImpactEstimate effect = Effect(EffectUnit.KpiUnit, -400, -700, -100, lowerIsBetter: true);
        BenefitItem item = OperatingCostReduction.FromImpact("waste", effect, Money.Cny(60_000));
        Assert.Equal(4800m, Math.Round(Assert.IsType<YearlyBenefit>(item.Basis).AmountPerYear.Amount, 8));
        Assert.Equal((BenefitCategory.OperatingCost, Evidence.Measured), (item.Category, item.Evidence));
        Assert.Equal((0.25m, 1.75m, 0.9m), (Math.Round(item.Interval!.LowerRatio, 10), Math.Round(item.Interval.UpperRatio, 10), item.Interval.Confidence.Value));
    }

    [Fact]
    public void RelativeCost_IsThePartOfTheBaseline()
    {
        // Half of the cost is left, between a quarter and nine tenths.
        ImpactEstimate effect = Effect(EffectUnit.Relative, Math.Log(0.5), Math.Log(0.25), Math.Log(0.9), lowerIsBetter: true);
        BenefitItem item = OperatingCostReduction.FromImpact("waste", effect, Money.Cny(60_000));
        Assert.Equal(30_000m, Math.Round(((YearlyBenefit)item.Basis).AmountPerYear.Amount, 6));
        Assert.Equal((0.2m, 1.5m), (Math.Round(item.Interval!.LowerRatio, 10), Math.Round(item.Interval.UpperRatio, 10)));
    }

    [Fact]
    public void ImprovementBelowAMillionthOfTheBaseline_IsNone()
    {
        // 12 x 10 a year of 10^9 is 1.2e-7; 12 x 1,000 is 1.2e-5.
        Assert.False(OperatingCostReduction.FromImpact("waste", SmallCost(10), Money.Cny(1_000_000_000)).Basis.IsMonetized);
        Assert.True(OperatingCostReduction.FromImpact("waste", SmallCost(1000), Money.Cny(1_000_000_000)).Basis.IsMonetized);
        Assert.False(SalesGrowth.FromImpact("sales", Effect(EffectUnit.KpiUnit, 10, 5, 20), Money.Cny(1_000_000_000), Share.Whole).Basis.IsMonetized);
        Assert.True(SalesGrowth.FromImpact("sales", Effect(EffectUnit.KpiUnit, 1000, 500, 2000), Money.Cny(1_000_000_000), Share.Whole).Basis.IsMonetized);

        // Amounts of 12 a year: the effect itself is the part of the baseline, and a millionth exactly is none.
        Assert.False(OperatingCostReduction.FromImpact("waste", SmallCost(1e-6), Money.Cny(12)).Basis.IsMonetized);
        Assert.True(OperatingCostReduction.FromImpact("waste", SmallCost(1.001e-6), Money.Cny(12)).Basis.IsMonetized);
    }

    [Fact]
    public void NoImprovement_IsToldWithItsInterval()
    {
        BenefitItem harm = OperatingCostReduction.FromImpact("waste", Effect(EffectUnit.KpiUnit, 400, 100, 700, lowerIsBetter: true), Money.Cny(60_000));
        NotMonetizedBenefit told = Assert.IsType<NotMonetizedBenefit>(harm.Basis);
        Assert.Empty(told.Description);
        Assert.Equal((-400.0, -700.0, -100.0, EffectUnit.KpiUnit), (told.Improvement!.Value.Estimate, told.Improvement.Value.Lower, told.Improvement.Value.Upper, told.Unit));
        Assert.Equal("No improvement was measured (-400.0; interval -700.0 to -100.0): the line counts nothing, and no loss either.", told.Note!.InEnglish());
        Assert.Equal("未测得改善（-400.0；区间-700.0至-100.0）：不计金额，亦未计入损失。", told.Note!.InChinese());
        BenefitItem churn = RetentionGain.FromImpact("kept", Effect(EffectUnit.Share, -0.02, -0.035, 0.01), new CustomerBase(100, Share.Percent(18), Money.Cny(1)));
        Assert.Contains(
            "(-2.0 percentage points; interval -3.5 percentage points to 1.0 percentage points)",
            ((NotMonetizedBenefit)churn.Basis).Note!.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoImprovement_HasItsLimitsAroundIt_AndANumberForEveryEffect()
    {
        Refused.Argument("improvement", "-1 has the limits 0 and 2; allowed: limits around it", () => NotMonetizedBenefit.NoImprovement(-1, 0, 2, EffectUnit.KpiUnit));
        Refused.Argument("improvement", "NaN has the limits", () => NotMonetizedBenefit.NoImprovement(double.NaN, 0, 2, EffectUnit.KpiUnit));
        Refused.OutOfRange("unit", "unit is 9; ", () => NotMonetizedBenefit.NoImprovement(0, 0, 2, (EffectUnit)9));
        EffectInterval wide = NotMonetizedBenefit.NoImprovement(-0.123456789012345678, double.NegativeInfinity, double.PositiveInfinity, EffectUnit.Relative).Improvement!.Value;
        Assert.Equal((-0.123456789012346, -1e15, 1e15), (wide.Estimate, wide.Lower, wide.Upper));
        var described = new NotMonetizedBenefit("fewer complaints");
        Assert.Equal(("fewer complaints", null, null, null), (described.Description, described.Note, described.Improvement, described.Unit));
    }

    [Fact]
    public void EffectOfAnotherUnit_IsRefused()
    {
        ImpactEstimate share = Effect(EffectUnit.Share, 0.02, 0.01, 0.03);
        ImpactEstimate relative = Effect(EffectUnit.Relative, 0.02, 0.01, 0.03);
        Refused.Argument("effect", "The effect is in Share; allowed: Relative or KpiUnit.", () => SalesGrowth.FromImpact("a", share, Money.Cny(1), Share.Whole));
        Refused.Argument("effect", "The effect is in Share; allowed: Relative or KpiUnit.", () => OperatingCostReduction.FromImpact("a", share, Money.Cny(1)));
        Refused.Argument(
            "effect", "The effect is in Relative; allowed: Share.", () => RetentionGain.FromImpact("a", relative, new CustomerBase(1, Share.Percent(18), Money.Cny(1))));
        Refused.Null("effect", () => SalesGrowth.FromImpact("a", null!, Money.Cny(1), Share.Whole));
        Refused.Null("effect", () => OperatingCostReduction.FromImpact("a", null!, Money.Cny(1)));
        Refused.Null("effect", () => RetentionGain.FromImpact("a", null!, new CustomerBase(1, Share.Percent(18), Money.Cny(1))));
    }

    [Fact]
    public void KpiOfTheOtherDirection_IsRefused()
    {
        ImpactEstimate more = Effect(EffectUnit.Relative, 0.02, 0.01, 0.03);
        ImpactEstimate less = Effect(EffectUnit.Relative, -0.02, -0.03, -0.01, lowerIsBetter: true);
        Refused.Argument(
            "effect", "Less of the KPI is better; allowed: a KPI of sales, of which more is better.", () => SalesGrowth.FromImpact("a", less, Money.Cny(1), Share.Whole));
        Refused.Argument(
            "effect", "More of the KPI is better; allowed: a cost, of which less is better.", () => OperatingCostReduction.FromImpact("a", more, Money.Cny(1)));
    }

    [Fact]
    public void Baseline_IsAboveZero()
    {
        ImpactEstimate more = Effect(EffectUnit.Relative, 0.02, 0.01, 0.03);
        ImpactEstimate less = Effect(EffectUnit.Relative, -0.02, -0.03, -0.01, lowerIsBetter: true);
        Refused.OutOfRange("baselineRevenuePerYear", "0", "more than 0", () => SalesGrowth.FromImpact("a", more, Money.Cny(0), Share.Whole));
        Refused.OutOfRange("baselineCostPerYear", "-5", "more than 0", () => OperatingCostReduction.FromImpact("a", less, Money.Cny(-5)));
        Assert.True(SalesGrowth.FromImpact("a", more, Money.Cny(0.01m), Share.Whole).Basis.IsMonetized);
    }

    [Fact]
    public void PeriodsPerYear_AreOneToADayEach()
    {
        ImpactEstimate kept = Effect(EffectUnit.Share, 0.0001, 0.00005, 0.0002);
        foreach (int periods in new[] { 0, 367 })
        {
            Refused.OutOfRange(
                "periodsPerYear", $"{periods}", "from 1 to 366", () => RetentionGain.FromImpact("a", kept, new CustomerBase(1, Share.Percent(18), Money.Cny(1)), periods));
        }

        // Daily churn c of 1 - 0.82^(1/366) less 0.0001, compounded over 366 days.
        var basis = (RetentionBenefit)RetentionGain.FromImpact("a", kept, new CustomerBase(1, Share.Percent(18), Money.Cny(1)), 366).Basis;
        Assert.Equal(1 - Math.Pow(Math.Pow(0.82, 1 / 366.0) + 0.0001, 366), (double)basis.ChurnAfter.Value, 1e-10);
        Assert.Equal(0.1799m, Math.Round(((RetentionBenefit)RetentionGain.FromImpact("a", kept, new CustomerBase(1, Share.Percent(18), Money.Cny(1)), 1).Basis).ChurnAfter.Value, 12));
    }

    [Fact]
    public void StudyWithoutAnswer_IsRefused()
    {
        ImpactResult none = ImpactAnalysis.Run(StudySamples.Study([100, 101, 102], 2));
        Assert.False(none.HasAnswer);
        Refused.Argument("impact", "The study has no answer", () => SalesGrowth.FromImpact("a", none, Currency.Cny, Share.Whole));
        Refused.Null("impact", () => SalesGrowth.FromImpact("a", (ImpactResult)null!, Currency.Cny, Share.Whole));
    }

    [Fact]
    public void StudysOwnBaseline_LeavesGapsOut()
    {
        // 90 and 110 observed among three months before go-live: a mean of 100.
        KpiSeries series = KpiSeries.FromValues(StudySamples.Sales, StudySamples.Start, [90, null, 110, 150]);
        BenefitItem item = SalesGrowth.FromImpact("a", Result(series, 3), Currency.Cny, Share.Percent(40));
        Assert.Equal(Money.Cny(1200), Assert.IsType<RevenueUpliftBenefit>(item.Basis).BaselineRevenuePerYear);
    }

    [Fact]
    public void StudysOwnBaseline_OfNothingIsRefused()
    {
        double?[][] before = [[null, null, 150], [0, 0, 150], [5, -5, 150]];
        Assert.All(before, values => Refused.OutOfRange(
            "baselineRevenuePerYear", "more than 0",
            () => SalesGrowth.FromImpact("a", Result(KpiSeries.FromValues(StudySamples.Sales, StudySamples.Start, values), 2), Currency.Cny, Share.Whole)));
    }

    /// <summary>A study of the series with a growth of 10 a month as its answer.</summary>
    private static ImpactResult Result(KpiSeries series, int before) =>
        new(new ImpactStudy(series, StudySamples.Start.PlusMonths(before)), [Effect(EffectUnit.KpiUnit, 10, 5, 15)], [], []);

    [Theory]
    [InlineData(8, 12 * 103.5)]
    [InlineData(12, 12 * 105.5)]
    [InlineData(14, 12 * 107.5)]
    public void StudysOwnBaseline_IsTheMeanOfUpToTwelveMonthsBefore(int before, double expected)
    {
        // Months of 100, 101, 102, ... up to go-live, then a level well above it.
        double[] values = [.. Enumerable.Range(0, before + 12).Select(i => i < before ? 100.0 + i : 150.0 + before + (i % 3))];
        ImpactResult impact = ImpactAnalysis.Run(StudySamples.Study(values, before));
        Assert.True(impact.HasAnswer);
        BenefitItem item = SalesGrowth.FromImpact("a", impact.WithBooking(BookedEffect.MeanOfObservedMonths, acceptInconclusive: true), Currency.Cny, Share.Percent(40));
        Assert.Equal((decimal)expected, Assert.IsType<RevenueUpliftBenefit>(item.Basis).BaselineRevenuePerYear.Amount);
    }

    [Fact]
    public void MeasuredFallOfACost_IsCashable_AndInWordsQualitative()
    {
        ImpactEstimate less = Effect(EffectUnit.KpiUnit, -400, -700, -100, lowerIsBetter: true);
        ImpactEstimate more = Effect(EffectUnit.KpiUnit, 400, -100, 700, lowerIsBetter: true);
        Assert.Equal(BenefitClass.Cashable, OperatingCostReduction.FromImpact("waste", less, Money.Cny(60_000)).Class);
        Assert.Equal(BenefitClass.Qualitative, OperatingCostReduction.FromImpact("waste", more, Money.Cny(60_000)).Class);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(-0.02)]
    public void RetentionGain_RefusesWrongArgumentsWhateverWasMeasured(double improvement)
    {
        ImpactEstimate effect = Effect(EffectUnit.Share, improvement, improvement - 0.01, improvement + 0.01);
        BenefitItem Gain(int customers, decimal margin, int accrual) =>
            RetentionGain.FromImpact("kept", effect, new CustomerBase(customers, Share.Percent(18), Money.Cny(margin)) { Accrual = (RetentionAccrual)accrual }, 1);
        Refused.OutOfRange("customers", "-5", "0 or more", () => Gain(-5, 900, 0));
        Refused.OutOfRange("marginPerCustomerYear", "-1", "from 0 to 1000000000000000", () => Gain(100, -1, 0));
        Refused.OutOfRange("Accrual", "Accrual is 9", () => Gain(100, 900, 9));
        Assert.Equal(improvement > 0, Gain(100, 900, 0).Basis.IsMonetized);
    }

    [Fact]
    public void EffectBeyondAnyAmount_IsRefused()
    {
        ImpactEstimate effect = Effect(EffectUnit.KpiUnit, 1e30, 1e29, 1e31);
        Refused.OutOfRange("effect", "allowed: an effect below 1e28", () => SalesGrowth.FromImpact("sales", effect, Money.Cny(1), Share.Whole));
    }

    [Fact]
    public void LifetimeValueAndPools_NameWhatIsMissing()
    {
        var model = new RetentionModel(1, 4);
        Refused.Null("before", () => CustomerLifetimeValue.GainOfModels(null!, model, new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0.01, Periods = 12, Customers = 1 }));
        Refused.Null("after", () => CustomerLifetimeValue.GainOfModels(model, null!, new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0.01, Periods = 12, Customers = 1 }));
        Refused.Null("pools", () => PoolCheck.Warnings([null!], []));
        Refused.Null("benefits", () => PoolCheck.Warnings([], [null!]));
        Refused.Argument("cohorts", "0 to 1e15", () => RetentionModel.FitCohorts([[double.MaxValue, 0]]));
    }
}
