using BenchmarkDotNet.Attributes;
using Microsoft.VisualBasic;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>Rates and values of one series against what is in the box and what is in textbooks.</summary>
[MemoryDiagnoser]
public class ReturnsBenchmarks
{
    private double[] _amounts = [];
    private double[] _years = [];
    private double[] _several = [];

    [Params(12, 36, 120, 1000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // A CRM: paid at the start, received with a ramp and some noise; about 1 % a period.
        var random = new Random(42);
        _amounts = new double[N];
        _amounts[0] = -1_000_000;
        for (int i = 1; i < N; i++)
        {
            _amounts[i] = 1_000_000 * 1.25 / N * Math.Min(1, 0.4 + (i / 10.0)) * (0.9 + (0.2 * random.NextDouble()));
        }

        _years = [.. Enumerable.Range(0, N).Select(i => i * 30.4 / 365)];
        _several = [.. _amounts];
        _several[N - 1] = -400_000;
    }

    [Benchmark(Baseline = true)]
    public InternalRateOfReturnResult Irr() => InternalRateOfReturn.Periodic(_amounts.AsSpan());

    [Benchmark]
    public InternalRateOfReturnResult IrrTwoSignChanges() => InternalRateOfReturn.Periodic(_several.AsSpan());

    [Benchmark]
    public InternalRateOfReturnResult Xirr() => InternalRateOfReturn.Timed(_amounts.AsSpan(), _years.AsSpan());

    [Benchmark]
    public double VisualBasicIrr() => Financial.IRR(ref _amounts, 0.1);

    [Benchmark]
    public double TextbookNewtonIrr()
    {
        double rate = 0.1;
        for (int step = 0; step < 100; step++)
        {
            double value = 0;
            double slope = 0;
            for (int i = 0; i < _amounts.Length; i++)
            {
                value += _amounts[i] / Math.Pow(1 + rate, i);
                slope -= i * _amounts[i] / Math.Pow(1 + rate, i + 1);
            }

            double next = rate - (value / slope);
            if (Math.Abs(next - rate) < 1e-12)
            {
                return next;
            }

            rate = next;
        }

        return double.NaN;
    }

    [Benchmark]
    public double Npv() => NetPresentValue.Periodic(_amounts.AsSpan(), 0.01, PeriodicTiming.StartAtZero).Value;

    [Benchmark]
    public double PowLoopNpv()
    {
        double value = 0;
        for (int i = 0; i < _amounts.Length; i++)
        {
            value += _amounts[i] / Math.Pow(1.01, i);
        }

        return value;
    }

    [Benchmark]
    public double VisualBasicNpv() => Financial.NPV(0.01, ref _amounts);
}
