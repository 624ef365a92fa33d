using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// What a study of a given error could have found: the improvement that a two-sided test at the confidence level would detect with a power of 80 %,
/// (t_(1-alpha/2) + t_0.8) se, and how many more months after go-live bring it down to the promise at the estimated rho and variance.
/// </summary>
internal static class DetectableEffect
{
    internal const double Power = 0.8;

    /// <summary>No forecast beyond ten years.</summary>
    internal const int LongestWait = 120;

    public static double OnScale(double standardError, double degreesOfFreedom, double confidence) =>
        (StudentT.TwoSidedCritical(confidence, degreesOfFreedom) + StudentT.Quantile(Power, degreesOfFreedom)) * standardError;

    /// <summary>As an improvement in the unit of the effect, above zero.</summary>
    public static double AsImprovement(double onScale, bool isLog, bool lowerIsBetter) =>
        !isLog ? onScale : lowerIsBetter ? -ElementaryFunctions.ExpMinusOne(-onScale) : ElementaryFunctions.ExpMinusOne(onScale);

    /// <summary>The smallest number of further months with which <paramref name="detectable"/> is at most the promise; null when <see cref="LongestWait"/> months are not enough.</summary>
    /// <param name="promise">The promise, above zero.</param>
    /// <param name="detectable">The detectable improvement with that many further months; not rising.</param>
    public static int? MonthsNeeded(double promise, Func<int, double> detectable)
    {
        if (detectable(0) <= promise)
        {
            return 0;
        }

        if (!(detectable(LongestWait) <= promise))
        {
            return null;
        }

        int tooFew = 0;
        int enough = LongestWait;
        while (enough - tooFew > 1)
        {
            int middle = (tooFew + enough) / 2;
            if (detectable(middle) <= promise)
            {
                enough = middle;
            }
            else
            {
                tooFew = middle;
            }
        }

        return enough;
    }
}
