using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Statistics;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>Where each guard begins, and what it says.</summary>
public class StudyGuardLimitsTests
{
    [Fact]
    public void AQuietSeries_IsWarnedOfNothing()
    {
        ImpactResult result = ImpactAnalysis.Run(Linear(Start, Noise(24, 4, 100, 3), Start.PlusMonths(12)).WithSeason(SeasonTreatment.None));
        Assert.Empty(result.Warnings);
        Assert.All(result.Estimates, e => Assert.Empty(e.Warnings));
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(12, false)]
    [InlineData(13, false)]
    public void ABaselineUnderAYear_IsShort(int before, bool isShort)
    {
        IReadOnlyList<Message> warnings = ImpactAnalysis.Run(Linear(Start, Noise(26, 4, 100, 3), Start.PlusMonths(before))).Warnings;
        Assert.Equal(
            isShort ? ["The baseline has 11 months, fewer than 12: a good or bad spell weighs heavily."] : [],
            warnings.Where(w => w.Code == "shortBaseline").Select(w => w.InEnglish()));
    }

    // The three months before go-live against those before them.
    [Theory]
    [InlineData(new double[] { 9, 11, 10, 9, 9, 9 }, "1.0")] // Mean 10, deviation 1, exactly one below.
    [InlineData(new double[] { 9, 11, 10, 9.1, 9, 9 }, null)]
    [InlineData(new double[] { 9, 11, 10, 11, 11, 11 }, null)] // A rise.
    [InlineData(new double[] { 9, 11, 9, 11, 9, 11, 8, 8, 8 }, "1.8")] // 2 / sqrt(6/5), not the deviation of all nine.
    [InlineData(new double[] { 10, 10, 10, 10, 10, 10, 4, 4, 4 }, "2.0")] // The earlier never vary: all nine have mean 8 and deviation sqrt(72/8) = 3.
    [InlineData(new double[] { 10, 10, 10, 10, 10, 10, 10, 10, 10 }, null)]
    [InlineData(new double[] { 11, 10, 1, 1, 1 }, null)] // Five months are too few.
    [InlineData(new double[] { 11, 1 }, null)]
    public void ATrough_IsADeviationOrMoreInTheLastThreeMonths(double[] before, string? deviations)
    {
        IReadOnlyList<Message> warnings = ImpactAnalysis.Run(Linear(Start, [.. before, 9, 11, 10, 12], Start.PlusMonths(before.Length)).WithSeason(SeasonTreatment.None)).Warnings;
        Message[] troughs = [.. warnings.Where(w => w.Code == "troughStart")];
        Assert.Equal(deviations is null ? 0 : 1, troughs.Length);
        Assert.All(troughs, w => Assert.StartsWith(
            $"The 3 months before go-live were {deviations} standard deviations worse than those before them", w.InEnglish(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "there was a trend of 2.00")]
    [InlineData(true, "there was a trend of 25.0% a month (p < 0.001)")]
    public void APreTrend_IsSaidInTheUnitOfTheEffect(bool isLog, string text)
    {
        double[] y = [.. Noise(24, 4, 1, 0.002).Select((e, i) => isLog ? 10 * e * Math.Pow(1.25, i) : 50 + e + (2 * i))];
        ImpactResult result = ImpactAnalysis.Run(Linear(Start, y, Start.PlusMonths(12))
            .WithScale(isLog ? EffectScale.Log : EffectScale.Linear).WithSeason(SeasonTreatment.None));
        Message warning = Assert.Single(Of(result, ImpactMethod.Welch).Warnings, w => w.Code == "preTrend");
        Assert.Contains(text, warning.InEnglish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SeasonTreatment.Auto, true)]
    [InlineData(SeasonTreatment.YearOnYear, true)]
    [InlineData(SeasonTreatment.None, false)]
    public void ASeasonLeftIn_IsSaidUnlessTheKpiHasNone(SeasonTreatment season, bool isSaid)
    {
        ImpactResult result = ImpactAnalysis.Run(Linear(Start, Noise(20, 4, 100, 3), Start.PlusMonths(8)).WithSeason(season));
        Assert.Equal(isSaid, Of(result, ImpactMethod.RemlMean).Warnings.Any(w => w.Code == "seasonNotAdjusted"));
        Assert.DoesNotContain(Of(result, ImpactMethod.YearOnYear).Warnings, w => w.Code == "seasonNotAdjusted");
    }

    [Fact]
    public void EventTime_HasNoGapsToNameAndNoSeason()
    {
        double[] y = Noise(24, 4, 100, 3);
        y[5] = double.NaN;
        ImpactResult result = ImpactAnalysis.Run(Linear(Start, y, Start.PlusMonths(12))
            .WithStaggeredUnit(Series(Start, Noise(24, 5, 100, 3)), Start.PlusMonths(12)));
        Assert.Equal(["shortBaseline", "staggeredStack"], Codes(result.Warnings).Order());
        Assert.DoesNotContain(result.Estimates.SelectMany(e => e.Warnings), w => w.Code is "seasonNotAdjusted" or "springFestivalUnbalanced");
    }

    [Theory]
    [InlineData(2021, 7, 6, 5, 0.00, 0.20)] // The festival of 2022-02 lies among the five after.
    [InlineData(2021, 1, 10, 5, 0.10, 0.20)] // That of 2021-02 among the ten before, too.
    [InlineData(2021, 2, 5, 5, 0.20, 0.00)]
    [InlineData(2021, 2, 2, 10, 0.50, 0.00)] // Up to 2022-01; the festival began on 1 February.
    public void UnequalPartsOfTheFestival_AreStated(int year, int month, int before, int after, double shareBefore, double shareAfter)
    {
        Message? warning = FestivalGuard.Check(Calendar(year, month, before, after));
        string expected = FormattableString.Invariant(
            $"({shareBefore:0.00} of it a month before, {shareAfter:0.00} after), which moves trade.");
        Assert.Contains(expected, warning!.InEnglish(), StringComparison.Ordinal);
    }

    // From 2021-01: one festival in twelve months, two in 24 or 17 or 19 (2022-02 and 2023-01).
    [Theory]
    [InlineData(12, 12, false)]
    [InlineData(24, 12, false)]
    [InlineData(12, 17, true)] // 2/17 - 1/12 = 0.034.
    [InlineData(12, 19, false)] // 2/19 - 1/12 = 0.022.
    public void AlmostEqualParts_AreNotSaid(int before, int after, bool isSaid) =>
        Assert.Equal(isSaid, FestivalGuard.Check(Calendar(2021, 1, before, after)) is not null);

    [Fact]
    public void WithoutACalendar_OrWithOneSideOnly_NothingIsComparedWithTheFestival()
    {
        Assert.Null(FestivalGuard.Check(new StudySeries(Month(2021, 7), new double[11], Month(2022, 1), 0, isLog: false, hasCalendar: false)));
        Assert.Null(FestivalGuard.Check(Calendar(2022, 1, 0, 3)));
        Assert.Null(FestivalGuard.Check(Calendar(2022, 1, 3, 0)));
    }

    [Fact]
    public void UnderSixMonths_ThereIsNoTrend() => Assert.Equal((0.0, 1.0), Trend([1, 2, 3, 4, 5.5]));

    [Fact]
    public void SixAndSevenMonths_AreAStraightLineByLeastSquares()
    {
        // Slope of y = 1, 3, 2, 5, 4, 6 on 0 to 5: sum of (x - 2.5)(y - 3.5) = 15.5 over 17.5; residual sum 17.5 - 15.5^2 / 17.5.
        double slope = 15.5 / 17.5;
        double error = Math.Sqrt((17.5 - (15.5 * 15.5 / 17.5)) / 4 / 17.5);
        (double actual, double p) = Trend([1, 3, 2, 5, 4, 6]);
        Near(slope, actual, "slope");
        Near(TwoSidedP(slope / error, 4), p, "p");
        Assert.Equal((0.0, 1.0), Trend([0, 0, 0, 0, 0, 0]));
        Assert.True(Trend([1, 3, 2, 5, 4, 6, 5]).PValue < 0.05);
    }

    [Fact]
    public void FromEightMonths_TheTrendAllowsForAutocorrelation_AndForGaps()
    {
        double[] y = [1, 2.5, 4, 4.2, 4.1, double.NaN, 5, 6.5, 8, 9, 9.2, 9.1, 9.5];
        int[] time = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12];
        double[][] rows = [.. time.Select(t => (double[])[1, t])];
        double[] observed = [.. y.Where(v => !double.IsNaN(v))];
        var design = new DesignMatrix(12, 2);
        for (int i = 0; i < 12; i++)
        {
            (design[i, 0], design[i, 1]) = (1, time[i]);
        }

        double rho = Ar1Reml.Fit(design, observed, time).Rho;
        Assert.InRange(rho, 0.1, 0.9);
        (double[] beta, double[,] covariance, _) = Regression(rows, observed, time, rho);
        (double slope, double p) = Trend(y);
        Near(beta[1], slope, "slope");
        Near(TwoSidedP(beta[1] / Math.Sqrt(covariance[1, 1]), Math.Max(Effective(12, rho) - 2, 2)), p, "p");
    }

    [Fact]
    public void ATrendWithAnErrorNotToBeTrusted_IsNone()
    {
        // Up and down every month: the autocorrelation is at the end of its range.
        (double slope, double p) = Trend([.. Enumerable.Range(0, 14).Select(i => i + (i % 2 == 0 ? 5.0 : -5.0))]);
        Assert.InRange(slope, 0.5, 1.5);
        Assert.Equal(1.0, p);
    }

    [Theory]
    [InlineData(100, 1.0, true)]
    [InlineData(0, 0.0, false)]
    [InlineData(100, 0.0, false)]
    [InlineData(1, 1.0 / (1L << 30), true)] // 1.1e-8 over the twelve months, more than 1e-9 of the level.
    [InlineData(1, 1.0 / (1L << 40), false)] // 1.1e-11.
    [InlineData(1 << 20, 1.0 / (1L << 20), false)] // 1.1e-5 of a million.
    [InlineData(-100, -1.0, true)]
    public void AnExactLine_IsATrendBeyondDoubt_UnlessItsSlopeIsRounding(double level, double slope, bool isTrend)
    {
        (double actual, double p) = Trend([.. Enumerable.Range(0, 12).Select(i => level + (slope * i))]);
        Near(isTrend ? slope : 0, actual, "slope");
        Assert.Equal(isTrend ? 0.0 : 1.0, p);
    }

    private static StudySeries Calendar(int year, int month, int before, int after) => new(
        Month(year, month), new double[before + after], Month(year, month) + before, 0, isLog: false, hasCalendar: true);

    private static (double Slope, double PValue) Trend(double[] before) => BaselineTrend.Of(
        new StudySeries(Month(2021, 1), [.. before, 3, 1, 4, 1, 5], Month(2021, 1) + before.Length, 0, isLog: false, hasCalendar: true));

    private static ImpactEstimate Of(ImpactResult result, ImpactMethod method) => result.Estimates.Single(e => e.Method == method);
}
