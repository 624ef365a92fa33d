using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

public class RateBatchTests
{
    [Fact]
    public void EveryDegree_GivesTheSameBitsAsSingleCalls()
    {
        var random = new Random(31);
        const int Series = 3_000;
        var offsets = new int[Series + 1];
        var amounts = new List<double>();
        for (int i = 0; i < Series; i++)
        {
            int n = random.Next(0, 20);
            amounts.AddRange(Enumerable.Range(0, n).Select(_ => Math.Round((random.NextDouble() - 0.4) * 100)));
            offsets[i + 1] = amounts.Count;
        }

        double[] all = [.. amounts];
        InternalRateOfReturnResult[] expected = [.. Enumerable.Range(0, Series).Select(i => InternalRateOfReturn.Periodic(all[offsets[i]..offsets[i + 1]]))];
        Assert.Contains(expected, result => result.Status == RateStatus.Multiple);
        foreach (int degree in new[] { 1, 2, 3, 8 })
        {
            var results = new InternalRateOfReturnResult[Series];
            InternalRateOfReturn.PeriodicBatch(all, offsets, results, degree);
            Assert.Equal(expected, results);
            Array.Clear(results);
            InternalRateOfReturn.PeriodicBatch(all.AsMemory(), offsets.AsMemory(), results.AsMemory(), degree);
            Assert.Equal(expected, results);
        }
    }

    [Fact]
    public void UniqueRates_AllocateNothing()
    {
        double[] yearly = [-1000, .. Enumerable.Repeat(12.0, 120)];
        double[] mixed = [-100, 60, -10, 120];
        double[] years = [.. yearly.Select((_, i) => i / 12.0)];
        int unique = 0;
        for (int warm = 0; warm < 50; warm++)
        {
            unique += Use();
        }

        Assert.Equal(150, unique);
        long before = GC.GetAllocatedBytesForCurrentThread();
        unique = Use();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(3, unique);
        Assert.Equal(0, allocated);

        int Use() =>
            Unique(InternalRateOfReturn.Periodic(yearly.AsSpan()))
            + Unique(InternalRateOfReturn.Periodic(mixed.AsSpan()))
            + Unique(InternalRateOfReturn.Timed(yearly.AsSpan(), years.AsSpan()));

        static int Unique(InternalRateOfReturnResult result) => result.TryGetRate(out _) ? 1 : 0;
    }

    [Fact]
    public void WrongOffsets_AreRefused()
    {
        var results = new InternalRateOfReturnResult[2];
        Assert.Throws<ArgumentException>(() => InternalRateOfReturn.PeriodicBatch([1, 2], [0, 2], results));
        Assert.Throws<ArgumentException>(() => InternalRateOfReturn.PeriodicBatch([1, 2], [0, 2, 1], results));
        Assert.Throws<ArgumentException>(() => InternalRateOfReturn.PeriodicBatch([1, 2], [0, 1, 3], results));
        Assert.Throws<ArgumentException>(() => InternalRateOfReturn.PeriodicBatch([1, double.NaN], [0, 1, 2], results, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => InternalRateOfReturn.PeriodicBatch([1, 2], [0, 1, 2], results, 0));
    }
}
