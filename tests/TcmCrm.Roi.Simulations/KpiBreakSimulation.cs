using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Simulations;

/// <summary>
/// What a lasting step does to an assessment: how often a level is found broken where none broke, and how often a step is told as what it is, by its size, its place and the months since.
/// </summary>
internal static class KpiBreakSimulation
{
    private const ulong Seed = 20261129;
    private const int Runs = 600;
    private static readonly YearMonth Start = new(2020, 1);

    public static void Run(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Level broken though nothing happened, {10 * Runs} series a cell, seed {Seed}; per cent"));
        output.WriteLine("| season | AR | 24 | 36 | 48 | 60 |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (string season in new[] { "none", "wave 10", "wave 20", "trade" })
        {
            foreach (double rho in new[] { 0, 0.3, 0.6 })
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {season} | {rho:0.0} | {string.Join(" | ", new[] { 24, 36, 48, 60 }.Select(n => (100 * False(season, rho, n)).ToString("0.0", CultureInfo.InvariantCulture)))} |"));
            }
        }

        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Lasting fall, told as a deterioration, {Runs} series a cell, seed {Seed}; per cent"));
        output.WriteLine("| season | AR | months | fall after | 2 sd | 3 sd | 4 sd | 6 sd | 10 sd |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (string season in new[] { "none", "wave 10", "trade" })
        {
            foreach (double rho in new[] { 0, 0.3 })
            {
                foreach ((int n, int at) in new[] { (24, 10), (24, 12), (24, 16), (24, 19), (24, 21), (30, 20), (36, 12), (36, 24), (36, 30), (36, 33), (48, 24), (48, 42), (60, 30) })
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {season} | {rho:0.0} | {n} | {at} | {string.Join(" | ", new[] { 2, 3, 4, 6, 10 }.Select(size => (100 * Found(season, rho, n, at, size)).ToString("0", CultureInfo.InvariantCulture)))} |"));
                }
            }
        }
    }

    private static double False(string season, double rho, int n)
    {
        int found = 0;
        for (int run = 0; run < 10 * Runs; run++)
        {
            double[] values = Values(season, rho, n, run, n, 0);
            found += LevelBreaks.Of(values, null, 0, n).Length > 0 ? 1 : 0;
        }

        return (double)found / (10 * Runs);
    }

    private static double Found(string season, double rho, int n, int at, double size)
    {
        int found = 0;
        for (int run = 0; run < Runs; run++)
        {
            found += KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, Values(season, rho, n, run, at, size))).State == KpiState.Deteriorating ? 1 : 0;
        }

        return (double)found / Runs;
    }

    private static double[] Values(string season, double rho, int n, int run, int at, double size)
    {
        double[] noise = new SimulationRandom(Seed, (ulong)run).Autoregression(n, rho);
        return [.. noise.Select((value, i) => 200 + KpiSeasonSimulation.SeasonOf(season, i) + (5 * (value - (i >= at ? size : 0))))];
    }
}
