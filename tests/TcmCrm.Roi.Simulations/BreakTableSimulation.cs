using System.Globalization;
using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Simulations;

/// <summary>The critical values of the largest squared t of a step in the months before go-live, by length and autocorrelation: <c>BaselineBreak</c> keeps the table.</summary>
internal static class BreakTableSimulation
{
    private const int Runs = 10_000;
    private const ulong Seed = 20260915;
    internal static readonly int[] Lengths = [12, 16, 20, 24, 30, 36, 48, 60, 84, 120];
    internal static readonly double[] Correlations = [-0.3, 0, 0.3, 0.6, 0.8];

    public static void Run(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Largest squared t of a step, six months trimmed at each end: 95th percentile, {Runs} series a cell, seed {Seed}"));
        output.WriteLine("| months | " + string.Join(" | ", Correlations.Select(r => "AR " + r.ToString(CultureInfo.InvariantCulture))) + " |");
        output.WriteLine("|---|" + string.Concat(Correlations.Select(_ => "---|")));
        foreach (int n in Lengths)
        {
            output.WriteLine("| " + n + " | " + string.Join(" | ", Correlations.Select(rho => Percentile(n, rho).ToString("0.0", CultureInfo.InvariantCulture))) + " |");
        }
    }

    private static double Percentile(int n, double rho)
    {
        var largest = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            double[] errors = new SimulationRandom(Seed, (ulong)((n * 1_000_000) + run)).Autoregression(n + 4, rho);
            const int start = 24_003;
            var series = new StudySeries(start, errors, start + n, 0, isLog: false, hasCalendar: true);
            SeasonPlan plan = n >= 24 ? SeasonPlan.Dummies(series, SpringFestivalTreatment.None) : SeasonPlan.None;
            largest[run] = BaselineFit.Of(series, plan, [])?.LargestStep(6, out _) ?? 0;
        }

        Array.Sort(largest);
        return largest[(int)(0.95 * Runs)];
    }
}
