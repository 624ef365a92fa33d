using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Simulations;

/// <summary>
/// How often the 95 % interval of a forecast holds the month's value, 3, 6 and 12 months ahead. Noise of 5 about a level of 100, AR(1) with 0.2; trend of 0.5 a month; growth whose rate is a
/// random walk (0.15 a month); a lasting step of 10 in mid series; a yearly wave of 15; sales in money that grow by 1 % a month with noise of 5 %.
/// </summary>
internal static class KpiForecastSimulation
{
    private const int Runs = 600;
    private const ulong Seed = 20261120;
    private static readonly YearMonth Start = new(2020, 1);

    public static void Run(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Forecast, {Runs} series a cell, seed {Seed}; coverage of the 95 % interval in per cent, and its half width in standard deviations of the noise"));
        output.WriteLine("| series | months | 3 ahead | 6 ahead | 12 ahead | half width 3 | 6 | 12 |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (string kind in new[] { "stable", "trend", "local growth", "step", "season", "money" })
        {
            foreach (int months in new[] { 24, 36, 48 })
            {
                var covered = new double[3];
                var width = new double[3];
                for (int run = 0; run < Runs; run++)
                {
                    double[] values = Series(kind, months, run);
                    KpiSeries series = KpiSeries.FromValues(kind == "money" ? KpiCatalog.SalesRevenue : KpiCatalog.HoursSaved, Start, values[..months]);
                    for (int h = 0; h < 3; h++)
                    {
                        int ahead = 3 << h;
                        KpiForecast forecast = KpiForecast.To(series, new KpiTarget(100, Start.PlusMonths(months - 1 + ahead)));
                        double value = values[months - 1 + ahead];
                        covered[h] += forecast.Lower <= value && value <= forecast.Upper ? 100.0 / Runs : 0;
                        width[h] += (forecast.Upper - forecast.Lower) / 2 / 5 / Runs;
                    }
                }

                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {kind} | {months} | {covered[0]:0} | {covered[1]:0} | {covered[2]:0} | {width[0]:0.0} | {width[1]:0.0} | {width[2]:0.0} |"));
            }
        }
    }

    private static double[] Series(string kind, int months, int run)
    {
        var random = new SimulationRandom(Seed, (ulong)run);
        double[] noise = random.Autoregression(months + 12, 0.2);
        var values = new double[noise.Length];
        double level = 0;
        double slope = 0;
        for (int i = 0; i < values.Length; i++)
        {
            slope += 0.15 * random.Normal();
            level += slope;
            double systematic = kind switch
            {
                "trend" => 0.5 * i,
                "local growth" => level,
                "step" => i >= months / 2 ? 10 : 0,
                "season" => 15 * Math.Sin(Math.PI * i / 6),
                _ => 0,
            };
            values[i] = kind == "money" ? 100 * Math.Exp((0.01 * i) + (0.05 * noise[i])) : 100 + systematic + (5 * noise[i]);
        }

        return values;
    }
}
