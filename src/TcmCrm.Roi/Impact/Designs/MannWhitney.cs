using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// The Mann-Whitney test with continuity and tie correction, and the Hodges-Lehmann shift with its interval by the normal approximation
/// (Hollander and Wolfe, Nonparametric Statistical Methods, 4.2-4.3). Assumes independent months.
/// </summary>
internal sealed class MannWhitney
{
    private MannWhitney(double u, double pValue, double shift, double lower, double upper, bool hasTies)
    {
        U = u;
        PValue = pValue;
        Shift = shift;
        Lower = lower;
        Upper = upper;
        HasTies = hasTies;
    }

    /// <summary>U of the group after: the pairs in which the value after is the larger, ties counting one half.</summary>
    public double U { get; }

    public double PValue { get; }

    /// <summary>The median of all differences after - before.</summary>
    public double Shift { get; }

    public double Lower { get; }

    public double Upper { get; }

    public bool HasTies { get; }

    public static MannWhitney Test(double[] before, double[] after, double confidence)
    {
        int n1 = before.Length;
        int n2 = after.Length;
        int n = n1 + n2;
        var all = new double[n];
        Array.Copy(before, all, n1);
        Array.Copy(after, 0, all, n1, n2);
        double[] ranks = Ranks.Of(all);
        double rankSum = 0.0;
        for (int i = n1; i < n; i++)
        {
            rankSum += ranks[i];
        }

        Array.Sort(all);
        double ties = 0.0;
        for (int from = 0; from < n;)
        {
            int to = from + 1;
            while (to < n && all[to] == all[from])
            {
                to++;
            }

            double count = to - from;
            ties += (count * count * count) - count;
            from = to;
        }

        double u = rankSum - (0.5 * n2 * (n2 + 1.0));
        double centre = 0.5 * n1 * n2;
        double variance = n1 * (double)n2 / 12.0 * (n + 1.0 - (ties / (n * (n - 1.0))));
        double distance = Math.Max(Math.Abs(u - centre) - 0.5, 0.0);
        double p = variance > 0.0 ? Math.Min(NormalDistribution.TwoSidedP(distance / Math.Sqrt(variance)), 1.0) : 1.0;

        var differences = new double[n1 * n2];
        for (int i = 0; i < n1; i++)
        {
            for (int j = 0; j < n2; j++)
            {
                differences[(i * n2) + j] = after[j] - before[i];
            }
        }

        Array.Sort(differences);
        int m = differences.Length;
        double shift = 0.5 * (differences[(m - 1) / 2] + differences[m / 2]);
        double spread = NormalDistribution.TwoSidedCritical(confidence) * Math.Sqrt(n1 * (double)n2 * (n + 1.0) / 12.0);
        int rank = Math.Max((int)Math.Floor(centre - spread), 1);
        return new MannWhitney(u, p, shift, differences[rank - 1], differences[m - rank], ties > 0.0);
    }
}
