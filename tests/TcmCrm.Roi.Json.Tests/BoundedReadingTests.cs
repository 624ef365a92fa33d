using System.Text;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Reading takes time and memory in proportion to the document: a document twice as long must not take four times as much.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public class BoundedReadingTests
{
    // Alone in the process, so that its processor time is that of the reading.
    private const string Name = "processor time";

    // Twice the length is at most twice the work; the rest is for caches and collections. Work that grows with the square gives four and more.
    private const double MostGrowth = 3.2;

    public static TheoryData<string, int> Documents => new()
    {
        { "unknown properties", 40_000 },
        { "unknown pools", 8_000 },
        { "unknown kinds", 5_000 },
        { "wrong values", 20_000 },
        { "rates from the latest to the earliest", 18_000 },
        { "flows at many rates", 10_000 },
        { "lines", 5_000 },
        { "comments", 100_000 },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void TwiceTheDocument_TakesAtMostAboutTwiceTheTimeAndMemory(string sort, int count)
    {
        byte[] once = Encoding.UTF8.GetBytes(Document(sort, count)), twice = Encoding.UTF8.GetBytes(Document(sort, 2 * count));
        double time = 0, timeOfTwice = double.MaxValue;

        // A collection or another process may fall into a measurement, but not into all of them.
        for (int attempt = 0; attempt < 3 && timeOfTwice > (MostGrowth * time) + 20; attempt++)
        {
            (time, double bytes) = Cost(once);
            (timeOfTwice, double bytesOfTwice) = Cost(twice);
            Assert.InRange(bytesOfTwice / bytes, 0, MostGrowth);
        }

        Assert.True(timeOfTwice <= (MostGrowth * time) + 20, $"{sort}: {time:F0} ms, twice as long {timeOfTwice:F0} ms");
    }

    /// <summary>The documents that once took seconds and gigabytes, at full length.</summary>
    [Theory]
    [InlineData("unknown properties", 190_000)]
    [InlineData("unknown pools", 10_000)]
    [InlineData("flows at many rates", 20_000)]
    public void HostileDocument_IsDoneInAFractionOfASecond(string sort, int count)
    {
        byte[] document = Encoding.UTF8.GetBytes(Document(sort, count));
        (double time, double bytes) = Cost(document);
        Assert.True(time < 2_000, $"{sort}: {time:F0} ms");
        Assert.InRange(bytes, 0, 60e6);
    }

    /// <summary>The least processor time of three readings, in milliseconds, and the bytes that each allocates.</summary>
    private static (double Time, double Bytes) Cost(byte[] document)
    {
        double best = double.MaxValue;
        long bytes = 0;
        for (int run = 0; run < 3; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan start = Environment.CpuUsage.TotalTime;
            CaseDocument.Read(document);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (best, bytes);
    }

    private static string Document(string sort, int count) => sort switch
    {
        "unknown properties" => Case(List(count, i => $"\"p{i}\": 1") + ","),
        "unknown pools" => Case(
            "\"pools\": [" + List(1_000, i => $$"""{"id": "{{PoolName(i)}}", "kind": "hours", "capacityPerYear": 1}""") + "],",
            benefits: List(count / 10, i =>
                $$"""{"category": "cost", "kind": "yearly", "name": "b{{i}}", "amountPerYear": 1, "poolDraws": [{{List(10, k => $$"""{"poolId": "{{PoolName(500_000 + (10 * i) + k)}}"}""")}}]}""")),
        "unknown kinds" => Case(costs: List(count, i => $$"""{"kind": "recuring{{i}}"}""")),
        "wrong values" => Case("\"exchangeRates\": [" + List(count, _ => """{"from": "USX", "to": 1}""") + "],"),
        "rates from the latest to the earliest" => Case("\"exchangeRates\": [" + List(count, i => Rate(count - i)) + "],"),
        "flows at many rates" => Case(
            "\"exchangeRates\": [" + List(count, Rate) + "],",
            $$"""{"category": "software", "kind": "amounts", "name": "c", "currency": "USD", "flows": [{{List(1_000, i => $$"""{"date": "2025-01-01", "amount": {{i}}}""")}}]}"""),
        "lines" => Case(costs: List(count, i => $$"""{"category": "software", "kind": "recurring", "every": "monthly", "name": "c{{i}}", "amount": 1}""")),
        "comments" => Case() + string.Concat(Enumerable.Repeat("/**/\n", count)),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "No such document."),
    };

    private static string Case(string more = "", string costs = "", string benefits = "") =>
        $$"""{"schemaVersion": "1.0", "name": "case", "currency": "CNY", "start": "2025-01-01", {{more}} "costs": [{{costs}}], "benefits": [{{benefits}}]}""";

    private static string List(int count, Func<int, string> element) => string.Join(", ", Enumerable.Range(0, count).Select(element));

    private static string PoolName(int number) => FormattableString.Invariant($"a-pool-with-a-long-name-like-all-{number:D6}");

    private static string Rate(int day) =>
        FormattableString.Invariant($$"""{"from": "USD", "to": "CNY", "date": "{{new DateTime(1900, 1, 1).AddDays(day):yyyy-MM-dd}}", "rate": 7}""");
}
