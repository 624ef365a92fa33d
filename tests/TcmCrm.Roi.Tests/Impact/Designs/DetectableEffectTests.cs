using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;

namespace TcmCrm.Roi.Tests.Impact;

public class DetectableEffectTests
{
    [Theory]
    [InlineData(0.95, 10.0)]
    [InlineData(0.95, 2.5)]
    [InlineData(0.8, 30.0)]
    public void OnScale_IsTheCriticalValueAndThatOfThePower_TimesTheError(double confidence, double degrees) =>
        Near((Quantile(1 - ((1 - confidence) / 2), degrees) + Quantile(0.8, degrees)) * 3, DetectableEffect.OnScale(3, degrees, confidence), "effect");

    [Theory]
    [InlineData(false, false, 0.5)]
    [InlineData(false, true, 0.5)]
    [InlineData(true, false, 0.64872127070012815)] // exp(0.5) - 1: a rise.
    [InlineData(true, true, 0.39346934028736658)] // 1 - exp(-0.5): a fall.
    public void AsImprovement_IsAboveZero(bool isLog, bool lowerIsBetter, double expected) =>
        Assert.Equal(expected, DetectableEffect.AsImprovement(0.5, isLog, lowerIsBetter), 1e-15);

    // The detectable effect is 200 now and falls by one a month.
    [Theory]
    [InlineData(201.0, 0)]
    [InlineData(200.0, 0)]
    [InlineData(199.5, 1)]
    [InlineData(199.0, 1)]
    [InlineData(170.0, 30)]
    [InlineData(169.5, 31)]
    [InlineData(80.5, 120)]
    [InlineData(80.0, 120)]
    [InlineData(79.5, null)]
    [InlineData(double.NaN, null)]
    public void MonthsNeeded_AreTheFewestThatReachThePromise(double promise, int? months) =>
        Assert.Equal(months, DetectableEffect.MonthsNeeded(promise, m => 200.0 - m));

    [Fact]
    public void MonthsNeeded_AreNotAskedForBeyondTenYears_NorWhenNoneAreNeeded()
    {
        var asked = new List<int>();
        DetectableEffect.MonthsNeeded(150, m =>
        {
            asked.Add(m);
            return 200.0 - m;
        });
        Assert.InRange(asked.Max(), 50, 120);
        asked.Clear();
        DetectableEffect.MonthsNeeded(250, m =>
        {
            asked.Add(m);
            return 200.0 - m;
        });
        Assert.Equal([0], asked);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.25, 0.0)]
    [InlineData(-0.25, 0.0)]
    public void AnErrorOfZero_IsAnIntervalOfNoWidth(double estimate, double p)
    {
        var draft = new EstimateDraft(ImpactMethod.DifferenceInDifferences, EvidenceRung.ControlGroup, EffectUnit.KpiUnit, false, 0.95, null);
        draft.SetStudent(estimate, 0, 10);
        Assert.Equal((estimate, estimate, estimate), (draft.Estimate, draft.Lower, draft.Upper));
        Assert.Equal((0.0, 10.0, p), (draft.StandardError!.Value, draft.DegreesOfFreedom!.Value, draft.PValue));
    }

    [Theory]
    [InlineData(EffectUnit.Relative)]
    [InlineData(EffectUnit.KpiUnit)]
    [InlineData(EffectUnit.Share)]
    public void OnlyRelativeEffects_AreTransformed(EffectUnit unit)
    {
        var draft = new EstimateDraft(ImpactMethod.RemlMean, EvidenceRung.BeforeAfter, unit, false, 0.95, null);
        draft.SetStudent(-0.3, 0.1, 12);
        AssertStudent(draft, -0.3, 0.1, 12);
        Assert.Equal(unit == EffectUnit.Relative, draft.Estimate > -0.27);
        draft.SetDetectable(months => (0.1 / (1 + months), 12 + months));
        double onScale = Detectable(0.02, 16);
        Near(unit == EffectUnit.Relative ? Math.Exp(onScale) - 1 : onScale, draft.Detectable!(4), "detectable");
    }

    [Fact]
    public void AFallOnTheLogScale_IsDetectedAsAFall()
    {
        var draft = new EstimateDraft(ImpactMethod.RemlMean, EvidenceRung.BeforeAfter, EffectUnit.Relative, lowerIsBetter: true, 0.95, null);
        draft.SetDetectable(_ => (0.1, 12));
        Near(1 - Math.Exp(-Detectable(0.1, 12)), draft.Detectable!(0), "detectable");
    }
}
