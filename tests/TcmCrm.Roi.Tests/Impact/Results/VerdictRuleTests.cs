using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

public class VerdictRuleTests
{
    /// <summary>The doc comments of the verdicts at both sides of every boundary: [L, U] against a promise B of 0.1, or none.</summary>
    [Theory]
    [InlineData(0.1, 0.3, 0.1, ImpactVerdictKind.Realized)]
    [InlineData(0.2, 0.3, 0.1, ImpactVerdictKind.Realized)]
    [InlineData(0.0999, 0.3, 0.1, ImpactVerdictKind.PositivePromiseUnproven)]
    [InlineData(1e-9, 0.1, 0.1, ImpactVerdictKind.PositivePromiseUnproven)]
    [InlineData(1e-9, 0.0999, 0.1, ImpactVerdictKind.PartlyRealized)]
    [InlineData(0.0, 0.0999, 0.1, ImpactVerdictKind.NotRealized)]
    [InlineData(0.0, 0.1, 0.1, ImpactVerdictKind.Inconclusive)]
    [InlineData(-0.2, 0.3, 0.1, ImpactVerdictKind.Inconclusive)]
    [InlineData(-0.2, 0.05, 0.1, ImpactVerdictKind.NotRealized)]
    [InlineData(-0.2, 0.0, 0.1, ImpactVerdictKind.NotRealized)]
    [InlineData(-0.2, -1e-9, 0.1, ImpactVerdictKind.Harm)]
    [InlineData(1e-9, 0.3, null, ImpactVerdictKind.Positive)]
    [InlineData(0.0, 0.3, null, ImpactVerdictKind.Inconclusive)]
    [InlineData(-0.2, 0.3, null, ImpactVerdictKind.Inconclusive)]
    [InlineData(-0.2, 0.0, null, ImpactVerdictKind.Inconclusive)]
    [InlineData(-0.2, -1e-9, null, ImpactVerdictKind.Harm)]
    public void Interval_DecidesTheVerdict_UnlessItsErrorCannotBeTrusted(double lower, double upper, double? promise, ImpactVerdictKind expected)
    {
        Assert.Equal(expected, VerdictRule.Judge(lower, upper, promise, canBeTrusted: true));
        Assert.Equal(ImpactVerdictKind.Inconclusive, VerdictRule.Judge(lower, upper, promise, canBeTrusted: false));
    }
}
