using BenchmarkDotNet.Attributes;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>A before/after study of 60 months, whole and its regression alone.</summary>
[MemoryDiagnoser]
public class ImpactBenchmarks
{
    private readonly double[] values = [.. Enumerable.Range(0, 60).Select(i => 1000 * Math.Exp((0.1 * Math.Sin(i)) + (0.03 * Math.Sin(17.0 * i * i))))];
    private readonly DesignMatrix design = new(60, 4);
    private ImpactStudy seasonal = null!;
    private ImpactStudy plain = null!;

    [GlobalSetup]
    public void SetUp()
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.Arpu, new YearMonth(2020, 1), values);
        seasonal = new ImpactStudy(series, new YearMonth(2023, 1)).WithPromise(0.08);
        plain = seasonal.WithSeason(SeasonTreatment.None);
        for (int t = 0; t < 60; t++)
        {
            design[t, 0] = 1;
            design[t, 1] = t;
            design[t, 2] = t >= 36 ? 1 : 0;
            design[t, 3] = t >= 36 ? t - 36 : 0;
        }
    }

    [Benchmark(Baseline = true)]
    public double RemlOfFourColumns() => Ar1Reml.Fit(design, values).Rho;

    [Benchmark]
    public bool StudyWithoutSeason() => ImpactAnalysis.Run(plain).HasAnswer;

    [Benchmark]
    public bool StudyWithMonthDummies() => ImpactAnalysis.Run(seasonal).HasAnswer;
}
