using BenchmarkDotNet.Attributes;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>One KPI of 60 months: assessed in a batch, and observed month by month.</summary>
[MemoryDiagnoser]
public class KpiBenchmarks
{
    private const int Months = 2000;
    private static readonly YearMonth Start = new(2021, 1);
    private KpiSeries series = null!;
    private KpiAssessmentOptions withTarget = null!;
    private YearMonth[] months = null!;
    private double[] values = null!;
    private KpiTracker tracker = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        values = [.. Enumerable.Range(0, Months).Select(i => 100 + (0.1 * i) + (10 * random.NextDouble()))];
        months = [.. Enumerable.Range(0, Months).Select(Start.PlusMonths)];
        series = KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, values[..60]);
        withTarget = KpiAssessmentOptions.Default.WithTarget(new KpiTarget(115, new YearMonth(2026, 12)));
    }

    [Benchmark(Baseline = true)]
    public KpiState Assess60() => KpiAssessment.Of(series).State;

    [Benchmark]
    public KpiTargetState Assess60WithForecast() => KpiAssessment.Of(series, withTarget).TargetState;

    [IterationSetup(Target = nameof(Observe))]
    public void NewTracker() => tracker = new KpiTracker(KpiCatalog.HoursSaved, capacity: Months);

    [Benchmark(OperationsPerInvoke = Months)]
    public int Observe()
    {
        int alarms = 0;
        for (int i = 0; i < Months; i++)
        {
            alarms += tracker.Observe(months[i], values[i]).IsAlarm ? 1 : 0;
        }

        return alarms;
    }
}
