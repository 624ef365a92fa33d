using System.Text;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Json.Tests.Texts;

/// <summary>Bad documents that together have every problem that there is.</summary>
internal static class ProblemCorpus
{
    private const string AllowedKinds = "\"kind\": \"notMonetised\", \"name\": \"满意\", \"description\": \"better\"";

    private static readonly string[] Syntax =
    [
        "", "{", "[1, 2", "[1, 2,", "[1],", "{\"a\":", "{\"a\": \"tex", "{\"a\": tru", "{\"a\": NaN}", "{\"a\": True}", "{\"a\": None}", "{\"a\": 01}", "{\"a\": 'x'}", "{a: 1}",
        "{\"a\" 1}", "{\"a\": 1 \"b\": 2}", "[1 2]", "[1,,2]", "{\"a\": 1,}", "{ // note\n\"a\": 1}", "{\"a\": 1} x", "{\"a\": \"x\ny\"}", "{\"a\": \"\\x\"}",
        "}", "{*}", "{a 1}", "{\"a\": b c}",
    ];

    public static IEnumerable<DocumentProblem> All() =>
        [
            .. BadDocuments.All.SelectMany(bad => Problems(SoundDocument.With(bad.Place, bad.Change))),
            .. Syntax.SelectMany(text => Problems(text)),
            .. Encodings(),
            .. Limits(),
            .. Values(),
            .. Impacts(),
            .. Lines(),
            .. AnswerDocument.Read("[]").Problems,
            .. AnswerDocument.Read("{}").Problems,
        ];

    private static IEnumerable<DocumentProblem> Encodings()
    {
        yield return CaseDocument.Read("{\"name\": \"\uD800\"}").Problems[0];
        yield return CaseDocument.Read(Encoding.GetEncoding("utf-16").GetBytes(SoundDocument.Text)).Problems[0];
        yield return CaseDocument.Read((byte[])[0xFF, 0xFE, .. Encoding.GetEncoding("utf-16").GetBytes(SoundDocument.Text)]).Problems[0];
        yield return CaseDocument.Read((byte[])[.. "{\"name\": \""u8, 0xC8, 0xCA, .. "\"}"u8]).Problems[0];
    }

    private static IEnumerable<DocumentProblem> Limits()
    {
        yield return Problems(SoundDocument.Text, new DocumentReadOptions { MaximumBytes = 100 })[0];
        yield return Problems(SoundDocument.Text, new DocumentReadOptions { MaximumDepth = 4 })[0];
        yield return Problems(SoundDocument.Text, new DocumentReadOptions { MaximumItems = 10 })[0];
        yield return Problems("{}", new DocumentReadOptions { MaximumProblems = 2 })[^1];
        yield return Problems(SoundDocument.Text, new DocumentReadOptions { MaximumCells = 1 })[0];
        yield return Problems(SoundDocument.Text, new DocumentReadOptions { MaximumRows = 1 })[0];
        using var endless = new EndlessStream();
        yield return CaseDocument.Read(endless).Problems[0];
    }

    private static IEnumerable<DocumentProblem> Values() =>
    [
        .. Problems(SoundDocument.With("\"name\": \"仁和堂 CRM\"", $"\"name\": \"{new string('药', 2_000)}\"")),
        .. Problems(SoundDocument.With("\"id\": \"revenue\", \"kind\": \"revenue\"", "\"id\": \"revenue\", \"kind\": \"hours\", \"currency\": \"CNY\"")),
        .. Problems(SoundDocument.With("\"pools\": [ { \"id\": \"revenue\", \"kind\": \"revenue\", \"capacityPerYear\": 60000000 } ],", "")),
        .. Problems(SoundDocument.With("\"poolId\": \"revenue\"", "\"poolId\": \"staff\"")),
        .. Problems(SoundDocument.With("\"every\": \"monthly\"", "\"every\": \"monthly\", \"seatGrowthPerYear\": 0.1")),
        .. Problems(SoundDocument.With(
            "\"ramp\": \"linear\", \"rampMonths\": 12", "\"ramp\": \"custom\", \"points\": [ { \"month\": 3, \"share\": 0.5 }, { \"month\": 3, \"share\": 1 } ]")),
        .. Problems(SoundDocument.With("{ \"category\": \"satisfaction\", " + AllowedKinds + " }", "3")),
    ];

    private static IEnumerable<DocumentProblem> Lines()
    {
        string Own(string more) => SoundDocument.With("\"category\": \"satisfaction\", " + AllowedKinds, "\"category\": \"satisfaction\", \"kind\": \"calls\", \"name\": \"来电\"" + more);

        return
        [
            .. Problems(SoundDocument.With("\"name\": \"云订阅\"", "\"id\": \"实施\", \"name\": \"云订阅\"").Replace("\"name\": \"实施\"", "\"id\": \"项目\", \"name\": \"实施\"", StringComparison.Ordinal)),
            .. Problems(Own(", \"parameters\": 3"), Host((_, _) => null!)),
            .. Problems(Own(", \"parameters\": { \"count\": \"many\" }"), Host((_, _) => null!)),
            .. Problems(Own(""), Host((_, _) => null!)),
            .. Problems(Own(""), Host((_, numbers) => BenefitBasis.Custom("calls", Currency.Cny, (_, _) => [], new Dictionary<string, decimal> { ["count"] = numbers["count"] }))),
        ];

        static DocumentReadOptions Host(Func<Currency, IReadOnlyDictionary<string, decimal>, BenefitBasis> make) =>
            new() { BenefitKinds = new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, BenefitBasis>> { ["calls"] = make } };
    }

    private static IEnumerable<DocumentProblem> Impacts()
    {
        string Series(string category, string more) =>
            SoundDocument.With("\"category\": \"satisfaction\", " + AllowedKinds, $"\"category\": \"{category}\", \"kind\": \"impact\", \"name\": \"实测\", \"series\": \"sales.csv\"{more}");

        // The margin of each customer, half as much again from go-live on: an effect that nobody doubts.
        ImpactResult Study(ImpactReference reference, int months) =>
            ImpactAnalysis.Run(new ImpactStudy(
                KpiSeries.FromValues(
                    KpiCatalog.Arpu, reference.GoLive.PlusMonths(-months), [.. Enumerable.Range(0, 2 * months).Select(i => (i < months ? 100.0 : 150.0) + (i % 5))]),
                reference.GoLive));

        return
        [
            .. Problems(SoundDocument.Text, new DocumentReadOptions { MaximumCells = 1, MaximumRows = 1 }),
            .. Problems(Series("salesGrowth", "")),
            .. Problems(Series("salesGrowth", ", \"lowerIsBetter\": 1, \"goLive\": \"2025-13\"")),
            .. Problems(Series("salesGrowth", ""), new DocumentReadOptions { Impacts = _ => throw new IOException("disk\nfull") }),
            .. Problems(Series("salesGrowth", ""), new DocumentReadOptions { Impacts = _ => throw new ArgumentException("of the host, in its own language") }),
            .. Problems(Series("salesGrowth", ""), new DocumentReadOptions { Impacts = _ => throw new OverflowException() }),
            .. Problems(Series("salesGrowth", ""), new DocumentReadOptions { Impacts = reference => Study(reference, 1) }),
            .. Problems(Series("salesGrowth", ""), new DocumentReadOptions { Impacts = reference => Study(reference, 24) }),
            .. Problems(Series("satisfaction", ""), new DocumentReadOptions { Impacts = reference => Study(reference, 24) }),
            .. Problems(Series("salesGrowth", ", \"promise\": 8"), new DocumentReadOptions { Impacts = reference => Study(reference, 24) }),
        ];
    }

    private static IReadOnlyList<DocumentProblem> Problems(string text, DocumentReadOptions? options = null) => CaseDocument.Read(text, options).Problems;

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
