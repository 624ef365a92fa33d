using BenchmarkDotNet.Attributes;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>A million series of 36 months, one call.</summary>
[MemoryDiagnoser]
public class ReturnsBatchBenchmarks
{
    private const int Series = 1_000_000;
    private const int Months = 36;

    private double[] _amounts = [];
    private int[] _offsets = [];
    private InternalRateOfReturnResult[] _results = [];

    [Params(1, 2)]
    public int Degree { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(42);
        _amounts = new double[Series * Months];
        for (int i = 0; i < _amounts.Length; i++)
        {
            _amounts[i] = i % Months == 0 ? -1000 : 20 + (30 * random.NextDouble());
        }

        _offsets = [.. Enumerable.Range(0, Series + 1).Select(i => i * Months)];
        _results = new InternalRateOfReturnResult[Series];
    }

    [Benchmark(OperationsPerInvoke = Series)]
    public void IrrOfAMillionSeries() => InternalRateOfReturn.PeriodicBatch(_amounts, _offsets, _results, Degree);
}
