using System.Globalization;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Simulations;

/// <summary>
/// How often nominal 95 % intervals of a change hold the truth, in months with first-order autocorrelation: mean change by Welch and by Welch with
/// effective sample sizes, level of an interrupted series by least squares and by AR(1)-REML. Published beside it: docs/methods.md.
/// </summary>
internal static class CoverageSimulation
{
    internal const int RunsPerCell = 4000;

    private static readonly (int Before, int After)[] Lengths = [(6, 6), (12, 12), (24, 12), (24, 24)];
    private static readonly double[] Correlations = [0.0, 0.2, 0.4, 0.6];

    internal static void Run(TextWriter output)
    {
        string[] names = ["mean, Welch", "mean, Welch-ESS", "level, least squares", "level, AR(1)-REML"];
        output.WriteLine("coverage of nominal 95 % intervals, % (AR 0 / .2 / .4 / .6), " + RunsPerCell.ToString(CultureInfo.InvariantCulture) + " runs a cell");
        output.WriteLine("| | " + string.Join(" | ", Lengths.Select(l => $"{l.Before}+{l.After}")) + " |");
        for (int method = 0; method < names.Length; method++)
        {
            string[] cells = [.. Lengths.Select(l => string.Join(" ", Correlations.Select(rho =>
                Coverage(l.Before, l.After, rho, RunsPerCell)[method].ToString("0", CultureInfo.InvariantCulture))))];
            output.WriteLine($"| {names[method]} | {string.Join(" | ", cells)} |");
        }
    }

    /// <summary>Coverage in percent: Welch, Welch-ESS, least squares, REML. The truth is no change; the methods are equivariant, so that says it for any.</summary>
    internal static double[] Coverage(int before, int after, double rho, int runs)
    {
        int n = before + after;
        var random = new SimulationRandom((ulong)((before * 1000) + after), (ulong)Math.Round(rho * 1000));
        DesignMatrix design = Interrupted(n, before);
        var covered = new int[4];
        for (int run = 0; run < runs; run++)
        {
            double[] y = random.Autoregression(n, rho);
            double[] first = y[..before];
            double[] second = y[before..];
            covered[0] += Holds(TwoSample.Welch(first, second));
            covered[1] += Holds(TwoSample.WelchEffective(first, second));
            LeastSquaresFit plain = LeastSquares.Fit(design, y);
            covered[2] += Holds(plain.Beta[2], plain.StandardError(2), plain.DegreesOfFreedom);
            Ar1RemlFit fit = Ar1Reml.Fit(design, y);
            covered[3] += Holds(fit.Beta[2], fit.StandardError(2), fit.DegreesOfFreedom);
        }

        return [.. covered.Select(c => 100.0 * c / runs)];
    }

    private static int Holds(MeanComparison comparison) => Holds(comparison.Estimate, comparison.StandardError, comparison.DegreesOfFreedom);

    private static int Holds(double estimate, double standardError, double degreesOfFreedom) =>
        Math.Abs(estimate) <= StudentT.TwoSidedCritical(0.95, degreesOfFreedom) * standardError ? 1 : 0;

    private static DesignMatrix Interrupted(int n, int first)
    {
        var design = new DesignMatrix(n, 4);
        for (int t = 0; t < n; t++)
        {
            design[t, 0] = 1;
            design[t, 1] = t;
            design[t, 2] = t >= first ? 1 : 0;
            design[t, 3] = t >= first ? t - first : 0;
        }

        return design;
    }
}
