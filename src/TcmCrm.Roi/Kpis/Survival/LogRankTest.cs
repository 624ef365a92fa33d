using System.Globalization;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>Whether two groups of customers are lost at the same pace: the log-rank test of two <see cref="SurvivalCurve"/>s.</summary>
/// <remarks>
/// (O - E)^2 / V against chi-square with one degree of freedom, V from the hypergeometric distribution at each tenure (Mantel 1966); the same as
/// R's survdiff. Customers are compared at equal tenure, so the groups may have joined at different times.
/// </remarks>
public sealed class LogRankTest
{
    private LogRankTest(SurvivalCurve first, SurvivalCurve second)
    {
        (Observed, Expected, double variance) = LogRank.Sums(first.Table, second.Table);
        IsSufficient = first.IsSufficient && second.IsSufficient;
        HasAnswer = variance > 0;
        PValue = 1;
        if (HasAnswer)
        {
            ChiSquare = (Observed - Expected) * (Observed - Expected) / variance;

            // Chi-square with one degree of freedom is the square of a standard normal.
            PValue = NormalDistribution.TwoSidedP(Math.Sqrt(ChiSquare));
        }
    }

    /// <summary>Losses in the first group.</summary>
    public int Observed { get; }

    /// <summary>Losses that the first group would have had if both groups were lost at one pace.</summary>
    public double Expected { get; }

    /// <summary>The statistic; 0 when there is no answer.</summary>
    public double ChiSquare { get; }

    /// <summary>The chance of a statistic at least as large if the groups do not differ; 1 when there is no answer.</summary>
    public double PValue { get; }

    /// <summary>False when the groups cannot be compared: nobody was lost while both groups were under observation.</summary>
    public bool HasAnswer { get; }

    /// <summary>Both curves hold enough customers and losses (<see cref="SurvivalCurve.IsSufficient"/>); the chi-square is rough below.</summary>
    public bool IsSufficient { get; }

    /// <summary>Compares two groups.</summary>
    /// <param name="first">The first group, such as the customers before go-live.</param>
    /// <param name="second">The second group.</param>
    /// <exception cref="ArgumentNullException">A curve is null.</exception>
    public static LogRankTest Compare(SurvivalCurve first, SurvivalCurve second)
    {
        Check.NotNull(first, nameof(first));
        Check.NotNull(second, nameof(second));
        return new LogRankTest(first, second);
    }

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "log-rank: chi-square {0}, p {1}, observed {2}, expected {3}", ChiSquare, PValue, Observed, Expected);
}
