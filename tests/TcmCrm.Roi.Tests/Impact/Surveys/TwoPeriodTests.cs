using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

public class TwoPeriodTests
{
    [Fact]
    public void CardAndKrueger_FromTheFourPrintedCells()
    {
        // Card and Krueger (1994), table 3: New Jersey 20.44 (0.51) to 21.03 (0.52), Pennsylvania 23.33 (1.35) to 21.17 (0.94).
        ImpactEstimate effect = SurveyChange.DifferenceInDifferences((20.44, 0.51), (21.03, 0.52), (23.33, 1.35), (21.17, 0.94));
        Assert.Equal(2.75, effect.Estimate, 1e-12);
        Assert.Equal(1.799, effect.StandardError!.Value, 0.0005);
        Assert.Equal(2.75 - (1.959964 * 1.79905), effect.Lower, 1e-3);
        Assert.Equal(ImpactVerdictKind.Inconclusive, effect.Verdict);
    }

    [Fact]
    public void TwoPeriods_AreNeverRealised()
    {
        ImpactEstimate effect = SurveyChange.DifferenceInDifferences((10, 0.1), (20, 0.1), (10, 0.1), (10, 0.1), new SurveyChangeOptions { Promise = 5 });
        Assert.Equal(ImpactVerdictKind.PositivePromiseUnproven, effect.Verdict);
    }

    [Fact]
    public void Lift_IsRelative_WithTheIntervalOfTheLogarithm()
    {
        // 40 of 100 to 60 of 120: a ratio of 1.25; variance 1/40 - 1/100 + 1/60 - 1/120 of its logarithm.
        EffectInterval lift = SurveyChange.RelativeLift(40, 100, 60, 120);
        double half = 1.959963984540054 * Math.Sqrt(0.025 - 0.01 + (1.0 / 60) - (1.0 / 120));
        Assert.Equal(0.25, lift.Estimate, 1e-12);
        Assert.Equal(Math.Exp(Math.Log(1.25) - half) - 1, lift.Lower, 1e-12);
        Assert.Equal(Math.Exp(Math.Log(1.25) + half) - 1, lift.Upper, 1e-12);
    }

    [Fact]
    public void WrongNumbers_AreRefused()
    {
        Refused.OutOfRange("successesAfter", "above 0", () => SurveyChange.RelativeLift(4, 10, 0, 12));
        Refused.OutOfRange("controlAfter", "0 or more", () => SurveyChange.DifferenceInDifferences((1, 1), (1, 1), (1, 1), (1, -1)));
        Refused.OutOfRange("treatedBefore", "above 0", () => SurveyChange.DifferenceInDifferences((1, 0), (1, 0), (1, 0), (1, 0)));
    }
}
