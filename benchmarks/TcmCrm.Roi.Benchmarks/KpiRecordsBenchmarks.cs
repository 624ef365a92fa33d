using System.Globalization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>A million order lines of 100,000 customers over three years to all KPIs that they allow; beside it what an analyst's query does for three of them.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class KpiRecordsBenchmarks
{
    private const int Lines = 1_000_000;

    private static readonly string[] Segments = ["医院", "连锁药店", "电商"];

    private KpiOrder[] orders = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(7);
        string[] customers = [.. Enumerable.Range(0, 100_000).Select(i => "客户" + i.ToString(CultureInfo.InvariantCulture))];
        var start = new LocalDate(2023, 1, 1);
        LocalDate[] days = [.. Enumerable.Range(0, 1095).Select(start.PlusDays)];
        orders = new KpiOrder[Lines];
        for (int i = 0; i < Lines; i++)
        {
            int customer = random.Next(customers.Length);
            orders[i] = new KpiOrder
            {
                Customer = customers[customer],
                Date = days[(int)((long)i * days.Length / Lines)],
                Amount = random.Next(100, 5_000),
                Margin = random.Next(10, 900),
                Segment = Segments[customer % 3],
            };
        }
    }

    [Benchmark]
    public int Builder()
    {
        var builder = new KpiBuilder();
        foreach (ref readonly KpiOrder order in orders.AsSpan())
        {
            builder.Add(order);
        }

        return builder.Build().Series.Count;
    }

    [Benchmark(Baseline = true)]
    public int GroupsOfThree() =>
        orders.GroupBy(order => (order.Date.Year, order.Date.Month)).Sum(month => (int)(month.Sum(order => order.Amount) % 7) + month.Count() + month.Select(order => order.Customer).Distinct().Count());
}
