using System.Globalization;
using System.Text;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Spreadsheets.Tests;

/// <summary>Reading takes time and memory in proportion to the table: one twice as long must not take four times as much.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public class BoundedTableTests
{
    // Alone in the process, so that its processor time is that of the reading.
    internal const string Name = "processor time of tables";

    // Twice the length is at most twice the work; the rest is for caches and collections. Work that grows with the square gives four and more.
    private const double MostGrowth = 3.2;

    private static readonly TableReadOptions Options = new() { MaximumBytes = 64 << 20 };

    private static readonly InvestmentCase Plan = InvestmentCase.Create("case", Currency.Cny, new NodaTime.LocalDate(2020, 1, 1))
        .WithCosts([.. Enumerable.Range(0, 200).Select(i => SoftwareCost.Subscription(Text($"line {i}"), 1, Money.Cny(1), BillingCycle.Monthly))]);

    public static TheoryData<string, int> Tables => new()
    {
        { "flows of many series", 20_000 },
        { "flows of one series", 20_000 },
        { "flows with wrong amounts", 20_000 },
        { "series of many KPIs", 10_000 },
        { "series of many segments", 10_000 },
        { "series with months twice", 10_000 },
        { "study by month", 1_000 },
        { "study with wrong months", 20_000 },
        { "study of many columns", 100 },
        { "actuals", 10_000 },
        { "actuals of unknown lines", 5_000 },
        { "actuals that repeat", 10_000 },
        { "cells that are quoted", 20_000 },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void TwiceTheTable_TakesAtMostAboutTwiceTheTimeAndMemory(string sort, int count)
    {
        byte[] once = Encoding.UTF8.GetBytes(Made(sort, count)), twice = Encoding.UTF8.GetBytes(Made(sort, 2 * count));
        double time = 0, timeOfTwice = double.MaxValue;

        // A collection or another process may fall into a measurement, but not into all of them.
        for (int attempt = 0; attempt < 3 && timeOfTwice > (MostGrowth * time) + 20; attempt++)
        {
            (time, double bytes) = Cost(sort, once);
            (timeOfTwice, double bytesOfTwice) = Cost(sort, twice);
            Assert.InRange(bytesOfTwice / bytes, 0, MostGrowth);
        }

        Assert.True(timeOfTwice <= (MostGrowth * time) + 20, $"{sort}: {time:F0} ms, twice as long {timeOfTwice:F0} ms");
    }

    /// <summary>The least processor time of three readings, in milliseconds, and the bytes that each allocates.</summary>
    private static (double Time, double Bytes) Cost(string sort, byte[] table)
    {
        double best = double.MaxValue;
        long bytes = 0;
        for (int run = 0; run < 3; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan start = Environment.CpuUsage.TotalTime;
            Read(sort, new MemoryStream(table));
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (best, bytes);
    }

    private static void Read(string sort, MemoryStream stream)
    {
        int answers = sort.Split(' ')[0] switch
        {
            "flows" or "cells" => CashFlowTable.Read(stream, Options) is var flows ? flows.Series.Count + flows.Problems.Count : 0,
            "series" => SeriesTable.Read(stream, Options) is var series ? series.Series.Count + series.Problems.Count : 0,
            "study" => StudyTable.Read(stream, null, Options) is var study ? (study.Series is null ? 0 : 1) + study.Problems.Count : 0,
            _ => ActualsTable.Read(stream, Plan, Options) is var actuals ? actuals.Actuals.Count + actuals.Problems.Count : 0,
        };
        Assert.True(answers > 0, sort);
    }

    private static string Made(string sort, int count) => sort switch
    {
        "flows of many series" => "id,date,amount\n" + Rows(count, i => Text($"s{i / 2},2025-0{1 + (i % 2)}-01,{(i % 2 == 0 ? -5 : 7)}")),
        "flows of one series" => "id,date,amount\n" + Rows(count, i => Text($"s,{Day(i)},{(i == 0 ? -5 : 7)}")),
        "flows with wrong amounts" => "id,date,amount\n" + Rows(count, i => Text($"s{i},2025-01-01,x{i}")),
        "series of many KPIs" => "kpi,month,value\n" + Rows(count, i => Text($"kpi{i / 4},2025-0{1 + (i % 4)},{i}")),
        "series of many segments" => "kpi,segment,month,value\n" + Rows(count, i => Text($"Orders,区{i / 4},2025-0{1 + (i % 4)},{i}")),
        "series with months twice" => "kpi,month,value\n" + Rows(count, i => Text($"Orders,2025-01,{i}")),
        "study by month" => "month,value\n" + Rows(count, i => Text($"{Month(i)},{i + 1}")),
        "study with wrong months" => "month,value\n" + Rows(count, i => Text($"moon{i},{i}")),
        "study of many columns" => "month," + string.Join(',', Enumerable.Range(0, count).Select(i => Text($"value{i}"))) + "\n"
            + Rows(24, row => Month(row) + "," + string.Join(',', Enumerable.Range(0, count).Select(i => Text($"{i + row}")))),
        "actuals" => "kind,line,month,amount\n" + Rows(count, i => Text($"cost,line {i % 200},{Month(240 + (i / 200))},{i}")),
        "actuals of unknown lines" => "kind,line,month,amount\n" + Rows(count, i => Text($"cost,lime {i},2025-01,{i}")),
        "actuals that repeat" => "kind,line,month,amount\n" + Rows(count, i => Text($"cost,line {i % 3},2025-01,5")),
        "cells that are quoted" => "id,date,amount\n" + Rows(count, i => Text($"\"s \"\"{i}\"\" ,\",2025-01-01,\"{i:N0}\"")),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "No such table."),
    };

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(i => row(i) + "\n"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Day(int number) => new DateTime(1950, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(int number) => new DateTime(2000, 1, 1).AddMonths(number).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
