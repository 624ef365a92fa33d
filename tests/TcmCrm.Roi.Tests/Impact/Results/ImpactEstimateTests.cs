using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>What an estimate and a result make of the numbers of a design.</summary>
public class ImpactEstimateTests
{
    [Fact]
    public void Improvement_TurnsWithTheDirection()
    {
        ImpactEstimate up = new(Draft(0.08, 0.02, 0.14));
        Assert.Equal((0.08, 0.02, 0.14), Parts(up.Improvement));
        Assert.Equal(ImpactVerdictKind.Positive, up.Verdict);
        ImpactEstimate down = new(Draft(0.08, 0.02, 0.14, lowerIsBetter: true));
        Assert.Equal((-0.08, -0.14, -0.02), Parts(down.Improvement));
        Assert.Equal(ImpactVerdictKind.Harm, down.Verdict);
        Assert.Equal((0.08, 0.02, 0.14), (down.Estimate, down.Lower, down.Upper));
    }

    [Theory]
    [InlineData(EffectUnit.Relative, true)]
    [InlineData(EffectUnit.KpiUnit, false)]
    [InlineData(EffectUnit.Share, false)]
    [InlineData(EffectUnit.ScorePoints, false)]
    public void LogScale_IsThatOfRelativeEffects(EffectUnit unit, bool isLog)
    {
        var estimate = new ImpactEstimate(Draft(0.08, 0.02, 0.14, unit: unit));
        Assert.Equal(unit, estimate.Unit);
        Assert.Equal(isLog, estimate.IsLogScale);

        // exp(b) - 1 on the log scale; 0.0832871 = exp(0.08) - 1.
        Assert.Equal(isLog ? 0.083287067674959 : 0.08, estimate.Estimate, 1e-14);
    }

    /// <summary>Detectable is 0.2 / (1 + months) of a promise of 0.05: three months. [L, U] makes the verdict.</summary>
    [Theory]
    [InlineData(-0.01, 0.09, 0.05, true, ImpactVerdictKind.Inconclusive, 3)]
    [InlineData(-0.01, 0.30, 0.20, true, ImpactVerdictKind.Inconclusive, 0)]
    [InlineData(-0.01, 0.09, 0.0016, true, ImpactVerdictKind.Inconclusive, null)]
    [InlineData(-0.01, 0.09, null, true, ImpactVerdictKind.Inconclusive, null)]
    [InlineData(-0.01, 0.09, 0.05, false, ImpactVerdictKind.Inconclusive, null)]
    [InlineData(0.06, 0.09, 0.05, true, ImpactVerdictKind.Realized, 0)]
    [InlineData(-0.01, 0.04, 0.05, true, ImpactVerdictKind.NotRealized, 0)]
    [InlineData(0.01, 0.09, null, true, ImpactVerdictKind.Positive, 0)]
    public void MonthsStillNeeded_AreThoseOfAnOpenPromise(
        double lower, double upper, double? promise, bool canBeTrusted, ImpactVerdictKind verdict, int? months)
    {
        EstimateDraft draft = Draft(0.5 * (lower + upper), lower, upper, promise: promise);
        draft.CanBeTrusted = canBeTrusted;
        draft.Detectable = further => 0.2 / (1 + further);
        var estimate = new ImpactEstimate(draft);
        Assert.Equal(verdict, estimate.Verdict);
        Assert.Equal(0.2, estimate.MinimumDetectableEffect);
        Assert.Equal(months, estimate.MonthsStillNeeded);

        draft.Detectable = null;
        Assert.Null(new ImpactEstimate(draft).MinimumDetectableEffect);
        Assert.Null(new ImpactEstimate(draft).MonthsStillNeeded);
    }

    [Fact]
    public void Texts_AreInvariant()
    {
        Assert.Equal("reml-mean 0.08 [-0.0212346, 1234.57] at 95%", new ImpactEstimate(Draft(0.08, -0.02123456, 1234.567)).ToString());
        Assert.Equal("reml-mean 0.08 [0.02, 0.14] at 99.9%", new ImpactEstimate(Draft(0.08, 0.02, 0.14, level: 0.999)).ToString());
        Assert.Equal("0.08 [-0.0212346, 1234.57]", new EffectInterval(0.08, -0.02123456, 1234.567).ToString());
        Assert.Equal("0 [0, 0]", default(EffectInterval).ToString());
    }

    [Fact]
    public void Result_GoesByTheFirstEstimate()
    {
        EstimateDraft draft = Draft(0.04, -0.01, 0.09, promise: 0.05);
        draft.Detectable = further => 0.2 / (1 + further);
        ImpactEstimate[] estimates = [new(draft), new(Draft(9, 8, 10))];
        ImpactResult result = Result(estimates);
        Assert.True(result.HasAnswer);
        Assert.Same(estimates[0], result.Chosen);
        Assert.Equal(estimates, result.Estimates);
        Assert.Equal(ImpactVerdictKind.Inconclusive, result.Verdict);
        Assert.Equal(0.2, result.MinimumDetectableEffect);
        Assert.Equal(3, result.MonthsStillNeeded);
    }

    [Fact]
    public void ResultWithoutAnEstimateToGoBy_HasNoAnswer()
    {
        EstimateDraft beside = Draft(9, 8, 10, promise: 1);
        beside.MayBeChosen = false;
        beside.Detectable = _ => 0.5;
        foreach (ImpactResult result in new[] { Result(), Result(new ImpactEstimate(beside)) })
        {
            Assert.False(result.HasAnswer);
            Assert.Equal(ImpactVerdictKind.Inconclusive, result.Verdict);
            Assert.Null(result.MinimumDetectableEffect);
            Assert.Null(result.MonthsStillNeeded);
            Assert.Equal(
                "The data allow no estimate; see Unavailable for the reasons and HasAnswer to ask first.",
                Assert.Throws<InvalidOperationException>(() => result.Chosen).Message);
        }
    }

    private static (double Estimate, double Lower, double Upper) Parts(EffectInterval interval) => (interval.Estimate, interval.Lower, interval.Upper);

    private static ImpactResult Result(params ImpactEstimate[] estimates) => new(Study(Noise(24, 1, 100, 1), 12), [.. estimates], new(), []);

    private static EstimateDraft Draft(
        double estimate, double lower, double upper, bool lowerIsBetter = false, double? promise = null, double level = 0.95,
        EffectUnit unit = EffectUnit.KpiUnit)
    {
        var draft = new EstimateDraft(ImpactMethod.RemlMean, EvidenceRung.BeforeAfter, unit, lowerIsBetter, level, promise);
        draft.SetInterval(estimate, lower, upper);
        return draft;
    }
}
