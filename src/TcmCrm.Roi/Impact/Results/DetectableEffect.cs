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

    /// <summary>Up to here every month is tried, then every sixth and those before it.</summary>
    private const int EveryMonth = 24;

    public static double OnScale(double standardError, double degreesOfFreedom, double confidence) =>
        (StudentT.TwoSidedCritical(confidence, degreesOfFreedom) + StudentT.Quantile(Power, degreesOfFreedom)) * standardError;

    /// <summary>As an improvement in the unit of the effect, above zero.</summary>
    public static double AsImprovement(double onScale, bool isLog, bool lowerIsBetter) =>
        !isLog ? onScale : lowerIsBetter ? -ElementaryFunctions.ExpMinusOne(-onScale) : ElementaryFunctions.ExpMinusOne(onScale);

    /// <summary>The smallest number of further months with which <paramref name="detectable"/> is at most the promise; null when <see cref="LongestWait"/> months are not enough.</summary>
    /// <param name="promise">The promise, above zero.</param>
    /// <param name="detectable">
    /// The detectable improvement with that many further months. It may rise again: the longer the trend of before is carried on, the less is known of it.
    /// </param>
    public static int? MonthsNeeded(double promise, Func<int, double> detectable)
    {
        int step = 1;
        for (int months = 0; months <= LongestWait; months += step)
        {
            if (detectable(months) <= promise)
            {
                while (months > 0 && step > 1 && detectable(months - 1) <= promise)
                {
                    months--;
                }

                return months;
            }

            step = months < EveryMonth ? 1 : 6;
        }

        return null;
    }
}
