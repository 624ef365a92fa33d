using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Simulations;

/// <summary>How often a test at 5 % finds a trend that is not there, and one that is; and how often the intervals of the slope hold it.</summary>
internal static class KpiTrendSimulation
{
    private const int Runs = 10_000;
    private const ulong Seed = 20260302;
    private static readonly YearMonth Start = new(2020, 1);

    public static void Run(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Trend tests at 5 %, {Runs} series a cell, seed {Seed}; per cent"));
        output.WriteLine("| n | AR | plain MK | corrected MK | seasonal, plain | seasonal, corrected | slope interval | corrected interval | corrected MK, slope 0.05 | seasonal corrected, slope 0.05 |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (int n in new[] { 24, 36, 60 })
        {
            foreach (double rho in new[] { 0, 0.2, 0.4, 0.6 })
            {
                Rates none = Measure(n, rho, 0);
                Rates some = Measure(n, rho, 0.05);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {n} | {rho:0.0} | {none.Plain:0.0} | {none.Corrected:0.0} | {none.SeasonalPlain:0.0} | {none.Seasonal:0.0} | {none.Covered:0.0} | {none.CoveredCorrected:0.0} | {some.Corrected:0.0} | {some.Seasonal:0.0} |"));
            }
        }
    }

    private static Rates Measure(int n, double rho, double slope)
    {
        double critical = NormalDistribution.TwoSidedCritical(0.95);
        int plain = 0, corrected = 0, seasonalPlain = 0, seasonal = 0, covered = 0, coveredCorrected = 0;
        for (int run = 0; run < Runs; run++)
        {
            double[] values = new SimulationRandom(Seed, (ulong)run).Autoregression(n, rho);
            for (int i = 0; i < n; i++)
            {
                values[i] += slope * i;
            }

            KpiTrend trend = KpiTrend.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, values));
            plain += Math.Abs(trend.Test.Z) * Math.Sqrt(trend.Test.VarianceFactor) > critical ? 1 : 0;
            corrected += trend.Test.IsSignificant(0.05) ? 1 : 0;
            MannKendallTest months = trend.SeasonalTest;
            seasonalPlain += Math.Abs(months.Z) * Math.Sqrt(months.VarianceFactor) > critical ? 1 : 0;
            seasonal += months.PValue <= 0.05 ? 1 : 0;
            covered += trend.SlopeLower <= slope && slope <= trend.SlopeUpper ? 1 : 0;
            coveredCorrected += trend.CorrectedSlopeLower <= slope && slope <= trend.CorrectedSlopeUpper ? 1 : 0;
        }

        return new Rates(Percent(plain), Percent(corrected), Percent(seasonalPlain), Percent(seasonal), Percent(covered), Percent(coveredCorrected));
    }

    private static double Percent(int count) => 100.0 * count / Runs;

    private sealed record Rates(double Plain, double Corrected, double SeasonalPlain, double Seasonal, double Covered, double CoveredCorrected);
}
