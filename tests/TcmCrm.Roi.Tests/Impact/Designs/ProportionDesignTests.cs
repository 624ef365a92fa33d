using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using static TcmCrm.Roi.Tests.Impact.StudySamples;
using static TcmCrm.Roi.Tests.Statistics.StatisticsCases;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>A monthly ratio as two pooled proportions: which months count, what is refused, and the scatter of the months.</summary>
public class ProportionDesignTests
{
    [Fact]
    public void Months_ArePooled_WithoutGapsAndTransition()
    {
        // Before: 100 + 200 + 400 less the gap; from go-live on two months of transition (1,000 and 2,000); after: 300 + 500.
        double?[] below = [100, null, 200, 400, 1000, 2000, 300, 500];
        double?[] above = [40, null, 60, 80, 900, 1900, 150, 250];
        ImpactResult result = Run(above, below, 4, study => study.WithTransition(2));
        ImpactEstimate pooled = Pooled(result)!;
        Assert.Equal(700, pooled.ObservationsBefore);
        Assert.Equal(800, pooled.ObservationsAfter);
        Assert.Equal((400.0 / 800.0) - (180.0 / 700.0), pooled.Estimate, 1e-12);
        Assert.DoesNotContain(result.Warnings, w => w.Code == "emptyDenominators");
    }

    [Fact]
    public void EmptyMonths_AreCounted()
    {
        ImpactResult result = Run([40, 0, 60, 50, 0, 50], [100, 0, 100, 100, 0, 100], 3);
        Assert.Equal(200, Pooled(result)!.ObservationsBefore);
        Assert.Equal(
            "2 months have a denominator of zero and no ratio.", Assert.Single(result.Warnings, w => w.Code == "emptyDenominators").InEnglish());
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(100, 0)]
    public void NoCountsOnOneSide_AreRefused(double before, double after)
    {
        ImpactResult result = Run([0, 0, 0, 0], [before, before, after, after], 2);
        Assert.Null(Pooled(result));
        Assert.Equal("noCounts", Reason(result));
    }

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(101, 100)]
    public void NumeratorOutsideTheDenominator_IsRefused(double numerator, double denominator)
    {
        ImpactResult result = Run([50, 50, numerator, 50], [100, 100, denominator, 100], 2);
        Assert.Null(Pooled(result));
        KeyValuePair<ImpactMethod, Message> refused = Assert.Single(result.Unavailable, u => u.Key == ImpactMethod.ProportionNewcombe);
        Assert.Equal("2021-03: the numerator is not between 0 and the denominator, so the ratio is no proportion.", refused.Value.InEnglish());
        Assert.NotNull(Pooled(Run([50, 50, 0, 100], [100, 100, 100, 100], 2)));
    }

    [Fact]
    public void OtherKpis_AreNoProportions()
    {
        double?[] above = [40, 50, 60, 50, 40, 55];
        double?[] below = [100, 100, 100, 100, 100, 100];
        KpiSeries rate = KpiSeries.FromParts(Rate(KpiUnit.Ratio), Start, above, below);
        ImpactStudy[] studies =
        [
            Of(KpiSeries.FromValues(Rate(KpiUnit.Ratio), Start, [0.4, 0.5, 0.6, 0.5, 0.4, 0.6])),
            Of(KpiSeries.FromParts(Rate(KpiUnit.Ratio, 100), Start, above, below)),
            Of(KpiSeries.FromParts(Rate(KpiUnit.Number), Start, above, below)),
            Of(rate).WithStaggeredUnit(rate, Start.PlusMonths(2)),
        ];
        Assert.NotNull(Pooled(ImpactAnalysis.Run(Of(rate))));
        foreach (ImpactStudy study in studies)
        {
            ImpactResult result = ImpactAnalysis.Run(study);
            Assert.Null(Pooled(result));
            Assert.DoesNotContain(result.Unavailable, u => u.Key == ImpactMethod.ProportionNewcombe);
        }
    }

    /// <summary>
    /// Pearson's chi-square of ten months of 100 about their own period over 8 degrees of freedom, reported above 1 + 3 sqrt(2/8) = 2.5. About a half a
    /// deviation d counts d^2/25, about three quarters d^2/18.75.
    /// </summary>
    public static TheoryData<double[], double[], string?> Scatters => new()
    {
        // (4 + 4) + (4 + 4) = 16, over 8 is 2.
        { [40, 60, 50, 50, 50], [60, 40, 50, 50, 50], null },

        // (4 + 4 + 1 + 1) twice is 20, over 8 exactly 2.5.
        { [40, 60, 55, 45, 50], [60, 40, 45, 55, 50], null },

        // 2 x 144/25 and 2 x 225/18.75: 35.52 over 8.
        { [62, 38, 50, 50, 50], [90, 60, 75, 75, 75], "4.4" },
        { [90, 60, 75, 75, 75], [62, 38, 50, 50, 50], "4.4" },

        // None, or all, before: five months after with 5 - 2 = 3 degrees of freedom are too few to judge, six are enough: 1 + 3 sqrt(2/4) = 3.12.
        { [0, 0, 0, 0, 0], [90, 60, 75, 75, 75], null },
        { [0, 0, 0, 0, 0], [90, 60, 75, 75, 75, 75], "6.0" },
        { [100, 100, 100, 100, 100], [62, 38, 62, 38, 50, 50], "5.8" },
    };

    [Theory]
    [MemberData(nameof(Scatters))]
    public void ScatterOfTheMonths_IsReportedAboveChance(double[] before, double[] after, string? factor)
    {
        double?[] above = [.. before, .. after];
        ExpectScatter(factor, Run(above, [.. above.Select(_ => (double?)100)], before.Length));

        // A month without customers tells nothing about the scatter.
        ExpectScatter(factor, Run([.. above, 0], [.. above.Select(_ => (double?)100), 0], before.Length));
    }

    [Fact]
    public void Detectable_FallsWithTheCustomers()
    {
        // 300 of 600 before, 108 of 200 after in two months, so 100 more a month; promise 0.09. Detectable with m further months is
        // (z_0.975 + z_0.8) sqrt(p1 (1 - p1)/600 + p2 (1 - p2)/(200 + 100 m)), p1 = 300.5/601, p2 = 108.5/201: 0.1141, 0.0988, 0.0902, 0.0847.
        ImpactResult result = Run([100, 100, 100, 54, 54], [200, 200, 200, 100, 100], 3, study => study.WithPromise(0.09));
        ImpactEstimate pooled = Pooled(result)!;
        Assert.Equal(ImpactVerdictKind.Inconclusive, pooled.Verdict);
        Close(0.1141021402879531, pooled.MinimumDetectableEffect!.Value, 1e-8, "detectable");

        // Two periods show no trend: more months of the second do not make an effect of the change.
        Assert.Null(pooled.MonthsStillNeeded);
        Assert.Equal(0.0847, SurveyChange.Proportions(300, 600, 270, 500, new SurveyChangeOptions { Promise = 0.09 }).MinimumDetectableEffect!.Value, 1e-4);
    }

    private static KpiDefinition Rate(KpiUnit unit, double scale = 1) => new(
        "Rate", unit, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums) { PartsScale = scale };

    private static ImpactStudy Of(KpiSeries series) => new(series, Start.PlusMonths(3));

    private static ImpactResult Run(double?[] above, double?[] below, int goLive, Func<ImpactStudy, ImpactStudy>? with = null)
    {
        var study = new ImpactStudy(KpiSeries.FromParts(Rate(KpiUnit.Ratio), Start, above, below), Start.PlusMonths(goLive));
        return ImpactAnalysis.Run(with is null ? study : with(study));
    }

    private static ImpactEstimate? Pooled(ImpactResult result) => result.Estimates.SingleOrDefault(e => e.Method == ImpactMethod.ProportionNewcombe);

    private static string Reason(ImpactResult result) => result.Unavailable.Single(u => u.Key == ImpactMethod.ProportionNewcombe).Value.Code;

    private static void ExpectScatter(string? factor, ImpactResult result)
    {
        string[] warnings = [.. Pooled(result)!.Warnings.Where(w => w.Code == "overdispersed").Select(w => w.InEnglish())];
        if (factor is null)
        {
            Assert.Empty(warnings);
            return;
        }

        Assert.Equal(
            $"The months scatter {factor} times as much as chance in independent customers would: the interval of the pooled proportion is too narrow.",
            Assert.Single(warnings));
    }
}
