using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Statistics.StatisticsCases;

namespace TcmCrm.Roi.Tests.Impact;

public class SurveyScoreTests
{
    private static readonly string[] AssumptionCodes = ["independentAnswers", "nothingElseChanged"];

    [Fact]
    public void Independent_IsWelchOnTheScores()
    {
        // Means 7 and 9, variances 2/3 and 1/2: se^2 = 1/6 + 1/10 = 4/15, df = (4/15)^2 / ((1/6)^2/3 + (1/10)^2/4); t and its quantiles by the beta function.
        ImpactEstimate change = SurveyChange.Scores([6, 7, 8, 7], [8, 9, 10, 9, 9], new() { Promise = 3 });
        Assert.Equal(ImpactMethod.Welch, change.Method);
        Assert.Equal(EvidenceRung.BeforeAfter, change.Rung);
        Assert.Equal(EffectUnit.ScorePoints, change.Unit);
        Assert.False(change.LowerIsBetter);
        Assert.Equal(2.0, change.Estimate, 1e-12);
        Close(Math.Sqrt(4.0 / 15.0), change.StandardError!.Value, 1e-12, "se");
        Close(6.047244094488189, change.DegreesOfFreedom!.Value, 1e-12, "df");
        Close(0.7388092301621711, change.Lower, 1e-7, "lower");
        Close(3.261190769837829, change.Upper, 1e-7, "upper");
        Close(0.008112873074904265, change.PValue, 1e-9, "p");

        // (t_0.975 + t_0.8) se: the improvement that is found with a power of 80 %.
        Close(1.728618394148821, change.MinimumDetectableEffect!.Value, 1e-7, "detectable");
        Assert.Equal(4, change.ObservationsBefore);
        Assert.Equal(5, change.ObservationsAfter);
        Assert.Equal(9, change.EffectiveObservations);
        Assert.Equal(ImpactVerdictKind.PositivePromiseUnproven, change.Verdict);
        Assert.Equal(AssumptionCodes, change.Assumptions.Select(a => a.Code));
    }

    [Theory]
    [InlineData(0.95, -0.27348018082881054, 2.7734801808288108, 1.991888138851638, ImpactVerdictKind.Inconclusive)]
    [InlineData(0.90, 0.12341302655908537, 2.3765869734409146, 1.594994931463742, ImpactVerdictKind.PositivePromiseUnproven)]
    public void Paired_IsTheTOfTheDifferences(double level, double lower, double upper, double detectable, ImpactVerdictKind verdict)
    {
        // Differences 2, 1, 2, 0: mean 1.25, squared deviations 2.75 over 3, so se^2 = 2.75/12 with 3 degrees of freedom.
        ImpactEstimate change = SurveyChange.PairedScores([5, 6, 7, 8], [7, 7, 9, 8], new() { Promise = 2, ConfidenceLevel = level });
        Assert.Equal(ImpactMethod.PairedScores, change.Method);
        Assert.Equal(1.25, change.Estimate, 1e-12);
        Close(Math.Sqrt(2.75 / 12.0), change.StandardError!.Value, 1e-12, "se");
        Assert.Equal(3, change.DegreesOfFreedom);
        Close(lower, change.Lower, 1e-7, "lower");
        Close(upper, change.Upper, 1e-7, "upper");
        Close(0.07960498081790625, change.PValue, 1e-9, "p");
        Close(detectable, change.MinimumDetectableEffect!.Value, 1e-7, "detectable");
        Assert.Equal(4, change.ObservationsBefore);
        Assert.Equal(4, change.ObservationsAfter);
        Assert.Equal(4, change.EffectiveObservations);
        Assert.Equal(level, change.ConfidenceLevel);
        Assert.Equal(verdict, change.Verdict);
        Assert.Equal(AssumptionCodes, change.Assumptions.Select(a => a.Code));
    }

    [Fact]
    public void LowerIsBetter_TurnsTheImprovement()
    {
        Assert.Equal(ImpactVerdictKind.Positive, SurveyChange.Scores([8, 9, 10, 9, 9], [6, 7, 8, 7], new() { LowerIsBetter = true }).Verdict);
        Assert.Equal(ImpactVerdictKind.Harm, SurveyChange.Scores([8, 9, 10, 9, 9], [6, 7, 8, 7]).Verdict);
        Assert.Equal(ImpactVerdictKind.Positive, SurveyChange.PairedScores([9, 9, 9, 9], [6, 7, 6, 7], new() { LowerIsBetter = true }).Verdict);
        Assert.Equal(ImpactVerdictKind.Harm, SurveyChange.PairedScores([9, 9, 9, 9], [6, 7, 6, 7]).Verdict);
    }

    [Fact]
    public void Scores_NeedVariationOnOneSideOnly()
    {
        Assert.Equal(1.5, SurveyChange.Scores([7, 7], [8, 9]).Estimate, 1e-12);
        Assert.Equal(-1.5, SurveyChange.Scores([8, 9], [7, 7]).Estimate, 1e-12);
        Refused.Argument(
            "after", "The scores of each survey are all alike: there is no variation to estimate an error from.", () => SurveyChange.Scores([7, 7], [8, 8]));

        // The same rise for everyone has no error, though the scores vary.
        Refused.Argument(
            "after", "All differences are alike: there is no variation to estimate an error from.", () => SurveyChange.PairedScores([5, 7, 9], [6, 8, 10]));
    }

    [Fact]
    public void WrongScores_AreRefused()
    {
        Refused.Null("before", () => SurveyChange.Scores(null!, [1, 2]));
        Refused.Null("after", () => SurveyChange.Scores([1, 2], null!));
        Refused.Null("before", () => SurveyChange.PairedScores(null!, [1, 2]));
        Refused.Argument("before", "There are 1 scores; at least 2 are needed.", () => SurveyChange.Scores([1], [1, 2]));
        Refused.Argument("after", "There are 0 scores; at least 2 are needed.", () => SurveyChange.PairedScores([1, 2], []));
        Refused.Argument("after", "There are 2 scores before but 3 after.", () => SurveyChange.PairedScores([1, 2], [2, 2, 3]));
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Refused.Argument("after", "The score at index 2 is not a finite number from -1e100 to 1e100.", () => SurveyChange.PairedScores([1, 2, 3], [2, 2, bad]));
            Refused.Argument("before", "The score at index 0 is not a finite number from -1e100 to 1e100.", () => SurveyChange.Scores([bad, 2], [2, 3]));
        }

        Refused.OutOfRange("Promise", "Promise is 0; allowed: above 0.", () => SurveyChange.PairedScores([1, 2], [2, 5], new() { Promise = 0 }));
        Refused.OutOfRange(
            "ConfidenceLevel", "ConfidenceLevel is 0.49; allowed: from 0.5 to 0.999.", () => SurveyChange.Scores([1, 2], [2, 5], new() { ConfidenceLevel = 0.49 }));
    }

    [Fact]
    public void PairedScores_ThatRoseByRoundingOfOneNumber_HaveNoVariation()
    {
        Assert.Throws<ArgumentException>(() => SurveyChange.PairedScores([0.1, 0.2, 0.3], [0.4, 0.5, 0.6]));
        Assert.Throws<ArgumentException>(() => SurveyChange.PairedScores([100.1, 100.2, 100.3], [100.1, 100.2, 100.3]));
        Assert.Equal(0.3, SurveyChange.PairedScores([0.1, 0.2, 0.3], [0.4, 0.5, 0.6 + 1e-9]).Estimate, 1e-8);
    }
}
