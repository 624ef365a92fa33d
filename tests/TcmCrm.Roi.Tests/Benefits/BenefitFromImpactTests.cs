using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tests.Impact;

namespace TcmCrm.Roi.Tests.Benefits;

public class BenefitFromImpactTests
{
    private static readonly ImpactResult Growth = ImpactAnalysis.Run(StudySamples.SeasonalStudy(0.12, 0.02));

    [Fact]
    public void SalesGrowth_IsMeasured_AtContributionMargin_WithTheInterval()
    {
        BenefitItem item = SalesGrowth.FromImpact("growth", Growth.Chosen.WithBooking(BookedEffect.MeanOfObservedMonths), Money.Cny(10_000_000), Share.Percent(42));
        var basis = Assert.IsType<RevenueUpliftBenefit>(item.Basis);
        Assert.Equal((decimal)Growth.Chosen.Estimate, basis.Uplift);
        Assert.Equal(Math.Round(10_000_000m * (decimal)Growth.Chosen.Estimate * 0.42m, 4), Math.Round(basis.AmountPerYear.Amount, 4));
        Assert.Equal(Evidence.Measured, item.Evidence);
        Assert.Equal(Growth.Chosen.Lower / Growth.Chosen.Estimate, (double)item.Interval!.LowerRatio, 1e-9);
        Assert.Equal(Growth.Chosen.Upper / Growth.Chosen.Estimate, (double)item.Interval.UpperRatio, 1e-9);
        Assert.Equal(0.95m, item.Interval.Confidence.Value);
    }

    [Fact]
    public void SalesGrowth_OnTheStudysOwnBaseline_TakesTheYearBeforeGoLive()
    {
        BenefitItem item = SalesGrowth.FromImpact("growth", Growth, Currency.Cny, Share.Percent(42));
        double year = Enumerable.Range(24, 12).Sum(i => Growth.Study.Series.TryGetValue(i, out double v) ? v : 0);
        Assert.Equal(year, (double)((RevenueUpliftBenefit)item.Basis).BaselineRevenuePerYear.Amount, 0.01);
    }

    [Fact]
    public void AmountsAMonth_AreTwelveAYear()
    {
        ImpactEstimate amounts = ImpactAnalysis.Run(StudySamples.SeasonalStudy(0.2, 0.01).WithScale(EffectScale.Linear)).Chosen;
        BenefitItem item = SalesGrowth.FromImpact("growth", amounts, Money.Cny(20_000), Share.Percent(50));
        Assert.Equal(12 * amounts.BookedImprovement.Estimate * 0.5, (double)((RevenueUpliftBenefit)item.Basis).AmountPerYear.Amount, 1e-6);
    }

    [Fact]
    public void NoImprovement_IsALineInWords()
    {
        ImpactEstimate harm = ImpactAnalysis.Run(StudySamples.SeasonalStudy(-0.2, 0.01)).Chosen;
        BenefitItem item = SalesGrowth.FromImpact("growth", harm, Money.Cny(1_000_000), Share.Percent(50));
        Assert.Equal(Evidence.NotMonetized, item.Evidence);
        Assert.False(item.Basis.IsMonetized);

        // The loss that it found is in no figure of the case, and the case says so.
        var source = InvestmentCase.Create("case", Currency.Cny, new LocalDate(2025, 1, 1));
        Message warning = Assert.Single(RoiEvaluator.Evaluate(source.WithBenefits(item)).Warnings, warning => warning.Code == "impactHarm");
        Assert.Equal(["growth"], warning.Subjects);
        BenefitItem gain = SalesGrowth.FromImpact("growth", Growth.Chosen, Money.Cny(1_000_000), Share.Percent(50));
        Assert.DoesNotContain(RoiEvaluator.Evaluate(source.WithBenefits(gain)).Warnings, warning => warning.Code == "impactHarm");
    }

    [Fact]
    public void UntrustedError_GivesAnEstimateWithoutInterval()
    {
        double[] y = [.. Enumerable.Range(0, 40).Select(i => 100 + (3.0 * i) + (0.01 * Math.Sin(i * i)))];
        ImpactEstimate mean = ImpactAnalysis.Run(StudySamples.Study(y, 20).WithSeason(SeasonTreatment.None).WithScale(EffectScale.Linear))
            .Estimates.Single(e => e.Method == ImpactMethod.RemlMean);
        Assert.False(SalesGrowth.FromImpact("growth", mean, Money.Cny(2_000), Share.Percent(50)).Basis.IsMonetized);
        BenefitItem item = SalesGrowth.FromImpact("growth", mean.WithBooking(BookedEffect.Prudent, acceptInconclusive: true), Money.Cny(2_000), Share.Percent(50));
        Assert.Equal(Evidence.Estimated, item.Evidence);
        Assert.Null(item.Interval);
    }

    [Fact]
    public void Retention_TakesPointsOfYearlyChurn_AndNeverMoreThanThereIs()
    {
        ImpactEstimate effect = SurveyChange.Proportions(800, 1000, 850, 1000);
        BenefitItem item = RetentionGain.FromImpact("kept", effect, new CustomerBase(3_200, Share.Percent(20), Money.Cny(900)));
        var basis = Assert.IsType<RetentionBenefit>(item.Basis);
        Assert.Equal(0.15m, Math.Round(basis.ChurnAfter.Value, 10));
        Assert.Equal(effect.Lower / effect.Estimate, (double)item.Interval!.LowerRatio, 1e-9);

        BenefitItem all = RetentionGain.FromImpact("kept", effect, new CustomerBase(3_200, Share.Percent(6), Money.Cny(900)));
        Assert.Equal(0.06 / 0.05, (double)all.Interval!.UpperRatio, 1e-9);
    }

    [Fact]
    public void Retention_OfMonthlyRates_Compounds()
    {
        ImpactEstimate effect = SurveyChange.Proportions(9800, 10_000, 9900, 10_000);
        double before = 1 - Math.Pow(0.98, 12);
        BenefitItem item = RetentionGain.FromImpact("kept", effect, new CustomerBase(1000, Share.Of((decimal)before), Money.Cny(900)), periodsPerYear: 12);
        Assert.Equal(1 - Math.Pow(0.99, 12), (double)((RetentionBenefit)item.Basis).ChurnAfter.Value, 1e-9);
    }

    [Fact]
    public void OperatingCost_FallsWithALowerIsBetterKpi()
    {
        double[] y = [.. StudySamples.Noise(40, 4, 100, 2).Select((v, i) => i >= 20 ? v * 0.9 : v)];
        ImpactEstimate effect = ImpactAnalysis.Run(new ImpactStudy(
            KpiSeries.FromValues(KpiCatalog.ExpiryLoss, StudySamples.Start, y), StudySamples.Start.PlusMonths(20)).WithSeason(SeasonTreatment.None)).Chosen;
        BenefitItem item = OperatingCostReduction.FromImpact("waste", effect, Money.Cny(500_000));
        Assert.Equal(effect.BookedImprovement.Estimate * 500_000, (double)((YearlyBenefit)item.Basis).AmountPerYear.Amount, 1e-3);
        Assert.Equal(effect.BookedImprovement.Lower / effect.BookedImprovement.Estimate, (double)item.Interval!.LowerRatio, 1e-9);
        Assert.Throws<ArgumentException>(() => SalesGrowth.FromImpact("sales", effect, Money.Cny(1), Share.Whole));
        Assert.Throws<ArgumentException>(() => OperatingCostReduction.FromImpact("sales", Growth.Chosen, Money.Cny(1)));
    }
}
