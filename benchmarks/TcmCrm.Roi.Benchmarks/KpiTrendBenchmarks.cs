using BenchmarkDotNet.Attributes;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>Ten years of daily data: slope, interval and Mann-Kendall by counting, and by forming all pairs.</summary>
[MemoryDiagnoser]
public class KpiTrendBenchmarks
{
    private double[] values = null!;

    [Params(60, 365, 3650)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(2);
        values = [.. Enumerable.Range(0, Days).Select(i => 100 + (0.01 * i) + (30 * random.NextDouble()))];
    }

    [Benchmark(Baseline = true)]
    public double Quadratic()
    {
        var slopes = new double[Days * (Days - 1) / 2];
        long s = 0;
        int next = 0;
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = i + 1; j < values.Length; j++)
            {
                slopes[next++] = (values[j] - values[i]) / (j - i);
                s += Math.Sign(values[j] - values[i]);
            }
        }

        Array.Sort(slopes);
        double variance = (double)Days * (Days - 1) * ((2L * Days) + 5) / 18;
        double c = NormalDistribution.TwoSidedCritical(0.95) * Math.Sqrt(variance);
        double lower = slopes[(int)Math.Round((slopes.Length - c) / 2) - 1];
        double upper = slopes[(int)Math.Round((slopes.Length + c) / 2)];
        return slopes[slopes.Length / 2] + lower + upper + s;
    }

    [Benchmark]
    public double Counting()
    {
        KpiTrend trend = KpiTrend.OfValues(values);
        return trend.Slope + trend.SlopeLower + trend.SlopeUpper + trend.Test.S;
    }
}
