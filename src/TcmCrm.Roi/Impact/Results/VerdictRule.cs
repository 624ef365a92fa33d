namespace TcmCrm.Roi.Impact;

/// <summary>The rules of the verdict (METHODS C8).</summary>
internal static class VerdictRule
{
    /// <param name="lower">Lower limit of the improvement: positive is better.</param>
    /// <param name="upper">Upper limit of the improvement.</param>
    /// <param name="promise">The promised improvement, above zero, or null.</param>
    /// <param name="canBeTrusted">False when the error of the estimate cannot be: nothing is then concluded.</param>
    /// <param name="cap">How far the verdict may go.</param>
    public static ImpactVerdictKind Judge(double lower, double upper, double? promise, bool canBeTrusted, VerdictCap cap = VerdictCap.None)
    {
        ImpactVerdictKind verdict = Judge(lower, upper, promise, canBeTrusted && cap != VerdictCap.Inconclusive);
        return verdict switch
        {
            ImpactVerdictKind.Realized when cap != VerdictCap.None => ImpactVerdictKind.PositivePromiseUnproven,
            ImpactVerdictKind.Harm when cap == VerdictCap.Unproven => ImpactVerdictKind.Inconclusive,
            _ => verdict,
        };
    }

    private static ImpactVerdictKind Judge(double lower, double upper, double? promise, bool mayConclude)
    {
        if (!mayConclude)
        {
            return ImpactVerdictKind.Inconclusive;
        }

        if (upper < 0.0)
        {
            return ImpactVerdictKind.Harm;
        }

        if (promise is not { } b)
        {
            return lower > 0.0 ? ImpactVerdictKind.Positive : ImpactVerdictKind.Inconclusive;
        }

        if (lower >= b)
        {
            return ImpactVerdictKind.Realized;
        }

        if (lower > 0.0)
        {
            return upper >= b ? ImpactVerdictKind.PositivePromiseUnproven : ImpactVerdictKind.PartlyRealized;
        }

        return upper >= b ? ImpactVerdictKind.Inconclusive : ImpactVerdictKind.NotRealized;
    }
}
