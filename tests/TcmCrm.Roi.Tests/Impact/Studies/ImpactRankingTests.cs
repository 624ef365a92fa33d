using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>Which estimate comes first: the evidence ladder, with the season and the trust in the error taken into account.</summary>
public class ImpactRankingTests
{
    [Fact]
    public void FullYears_AreAdjustedByMonthDummies()
    {
        ImpactResult result = ImpactAnalysis.Run(Level());
        Assert.Equal(
            [
                ImpactMethod.InterruptedTimeSeries, ImpactMethod.YearOnYear, ImpactMethod.RemlMean, ImpactMethod.WelchEffectiveSampleSize,
                ImpactMethod.Welch, ImpactMethod.MannWhitney,
            ],
            Methods(result));
        Assert.Equal([true, true, true, false, false, false], result.Estimates.Select(e => e.IsSeasonAdjusted));
        Assert.Equal([true, true, true, true, false, false], result.Estimates.Select(e => e.MayBeChosen));
    }

    [Fact]
    public void WithoutASeason_TheRegressionOnTheMeanComesAfterTheEffectiveSampleSize()
    {
        ImpactResult result = ImpactAnalysis.Run(Level().WithSeason(SeasonTreatment.None));
        Assert.Equal(
            [
                ImpactMethod.InterruptedTimeSeries, ImpactMethod.YearOnYear, ImpactMethod.WelchEffectiveSampleSize, ImpactMethod.RemlMean,
                ImpactMethod.Welch, ImpactMethod.MannWhitney,
            ],
            Methods(result));
        Assert.Equal([false, true, false, false, false, false], result.Estimates.Select(e => e.IsSeasonAdjusted));
    }

    [Fact]
    public void PairsOnly_OutrankWhatLeavesTheSeasonIn_ButNotTheControl()
    {
        ImpactStudy study = Level().WithSeason(SeasonTreatment.YearOnYear).WithControls(Series(Noise(54, 8, 100, 5)));
        Assert.Equal(
            [
                ImpactMethod.ControlledSeries, ImpactMethod.DifferenceInDifferences, ImpactMethod.YearOnYear, ImpactMethod.InterruptedTimeSeries,
                ImpactMethod.WelchEffectiveSampleSize, ImpactMethod.RemlMean, ImpactMethod.Welch, ImpactMethod.MannWhitney,
            ],
            Methods(ImpactAnalysis.Run(study)));
    }

    /// <summary>From April 2021, go-live after eight months: 15 months give three pairs (April to June), 14 give two.</summary>
    [Theory]
    [InlineData(15, ImpactMethod.YearOnYear)]
    [InlineData(14, ImpactMethod.InterruptedTimeSeries)]
    public void ThreePairs_AreEnoughToTakeTheSeasonOut(int months, ImpactMethod first)
    {
        var start = new YearMonth(2021, 4);
        ImpactResult result = ImpactAnalysis.Run(
            new ImpactStudy(KpiSeries.FromValues(Sales, start, Noise(months, 3, 100, 4)), start.PlusMonths(8)));
        Assert.Equal(first, result.Chosen.Method);
        Assert.Equal(months == 15, result.Estimates.Any(e => e.Method == ImpactMethod.YearOnYear));
    }

    [Fact]
    public void EstimateThatCannotBeTrusted_ComesAfterThoseOfItsRung_ButBeforeThoseNeverChosen()
    {
        // Growth of two a month: to a change of the mean it is autocorrelation without end.
        double[] y = [.. Noise(48, 5, 100, 0.05).Select((v, i) => v + (2 * i))];
        ImpactResult result = ImpactAnalysis.Run(Study(y, 24).WithScale(EffectScale.Linear));
        ImpactEstimate mean = result.Estimates.Single(e => e.Method == ImpactMethod.RemlMean);
        Assert.False(mean.CanBeTrusted);
        Assert.Equal(ImpactVerdictKind.Inconclusive, mean.Verdict);
        Assert.Equal(
            [
                ImpactMethod.InterruptedTimeSeries, ImpactMethod.YearOnYear, ImpactMethod.WelchEffectiveSampleSize, ImpactMethod.RemlMean,
                ImpactMethod.Welch, ImpactMethod.MannWhitney,
            ],
            Methods(result));
    }

    [Fact]
    public void SeasonOfTheGap_IsTakenOutWhereItIsThere_AndNotWhereNoneIsSaidToBe()
    {
        // The treated unit has a season that its control has not: month dummies take it out, and with it nearly all of the error.
        double[] control = Noise(48, 4, 100, 0.2);
        double[] treated = [.. Noise(48, 6, 100, 0.2).Select((v, i) => v + (10 * Math.Sin(i * Math.PI / 6)))];
        ImpactStudy study = Study(treated, 24).WithControls(Series(control)).WithScale(EffectScale.Linear);
        double plain = ImpactAnalysis.Run(study.WithSeason(SeasonTreatment.None)).Chosen.StandardError!.Value;
        double adjusted = ImpactAnalysis.Run(study.WithSeason(SeasonTreatment.MonthDummies, SpringFestivalTreatment.None)).Chosen.StandardError!.Value;
        Assert.Equal(adjusted, ImpactAnalysis.Run(study).Chosen.StandardError!.Value, 1e-12);
        Assert.InRange(adjusted, 0.01, 0.3);
        Assert.True(plain > 5 * adjusted, FormattableString.Invariant($"{plain} without, {adjusted} with month dummies"));
    }

    /// <summary>Three years before and eighteen months after without growth, so that every error can be trusted.</summary>
    private static ImpactStudy Level() => Study(Noise(54, 77, 100, 5), 36);

    private static ImpactMethod[] Methods(ImpactResult result) => [.. result.Estimates.Select(e => e.Method)];
}
