using System.Buffers;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Tests.Portfolios;

public class TenantDocumentTests
{
    private const string Case = """{"schemaVersion":"1.0","name":"c","currency":"CNY","start":"2025-01-01","costs":[{"category":"software","kind":"oneOff","element":"licence","name":"seats","id":"s","amount":10}],"benefits":[{"category":"salesGrowth","kind":"yearly","name":"sales","amountPerYear":9}]}""";

    private static readonly string Sound = Case.Replace(""","element":"licence",""", ",", StringComparison.Ordinal).Replace("\"software\"", "\"implementation\",\"element\":\"training\"", StringComparison.Ordinal);

    [Fact]
    public void Case_IsATenantByItself()
    {
        PortfolioTenant tenant = Read(Sound);
        Assert.Equal("here", tenant.Id);
        Assert.True(tenant.TryGetCase(out InvestmentCase? source), string.Join("; ", tenant.Problems));
        Assert.Equal("c", source.Name);
        Assert.Null(tenant.Actuals);
    }

    [Fact]
    public void EveryKindOfObservation_IsReadAndWrittenAgain()
    {
        PortfolioTenant tenant = Read($$"""
            {"schemaVersion":"1.0","tenant":"t","case":{{Sound}},"asOf":"2025-06","actuals":[
            {"kind":"cost","line":"s","month":"2025-01","amount":10.5,"quantity":3,"planned":4,"document":"no. 1"},
            {"kind":"unplannedCost","line":"travel","month":"2025-02","amount":"7","currency":"USD"},
            {"kind":"benefit","line":"sales","month":"2025-03","from":"2025-02","amount":-1,"quantity":0},
            {"kind":"adoption","month":"2025-03","amount":5,"denominator":9,"planned":0.8},
            {"kind":"seats","line":"seats","month":"2025-03","amount":5,"denominator":9},
            {"kind":"retention","line":"sales","month":"2025-03","amount":5,"denominator":9,"quantity":2,"planned":0.5},
            {"kind":"kpi","line":"own.kpi","month":"2025-03","amount":5},
            {"kind":"baseline","line":"own.kpi","month":"2024-12","amount":5,"denominator":7},
            {"kind":"verified","line":"sales","month":"2025-03"}],
            "contracts":[{"line":"seats","firstRenewal":"2026-01-15","termMonths":24,"noticeMonths":2}]}
            """);
        Assert.Empty(tenant.Problems);
        Assert.Equal(9, tenant.Actuals!.Count);
        Assert.Equal(new YearMonth(2025, 6), tenant.AsOf);
        Assert.Equal(new ContractTerms("seats", new LocalDate(2026, 1, 15), 24, 2), Assert.Single(tenant.Contracts));
        Assert.Equal(Actual.UnplannedCost("travel", new YearMonth(2025, 2), Money.Usd(7)), tenant.Actuals.All[1]);
        Assert.Equal(Actual.Retention("sales", new YearMonth(2025, 3), 5, 9, 2, 0.5m), tenant.Actuals.All[5]);
        var buffer = new ArrayBufferWriter<byte>();
        TenantDocument.Write(tenant, buffer);
        Assert.DoesNotContain((byte)'\n', buffer.WrittenSpan.ToArray());
        PortfolioTenant again = TenantDocument.Read(buffer.WrittenMemory, "other");
        Assert.Equal(tenant.Actuals.All, again.Actuals!.All);
        Assert.Equal(tenant.Contracts, again.Contracts);
        Assert.Equal((tenant.Id, tenant.AsOf), (again.Id, again.AsOf));
        Assert.True(tenant.TryGetCase(out InvestmentCase? before) && again.TryGetCase(out InvestmentCase? after) && before.Equals(after));
    }

    public static TheoryData<string, string> WrongRows { get; } = new()
    {
        { """{"kind":"cost","line":"seat","month":"2025-01","amount":1}""", "$.actuals[0].line" },
        { """{"kind":"cost","line":"s","month":"2025-13","amount":1}""", "$.actuals[0].month" },
        { """{"kind":"cost","line":"s","month":"2025-01"}""", "$.actuals[0].amount" },
        { """{"kind":"cost","month":"2025-01","amount":1}""", "$.actuals[0].line" },
        { """{"kind":"costs","line":"s","month":"2025-01","amount":1}""", "$.actuals[0].kind" },
        { """{"kind":"cost","line":"s","month":"2025-01","amount":1,"denominator":2}""", "$.actuals[0].denominator" },
        { """{"kind":"seats","line":"s","month":"2025-01","amount":3,"denominator":2}""", "$.actuals[0]" },
        { """{"kind":"benefit","line":"sales","month":"2025-01","amount":1,"from":"2025-02"}""", "$.actuals[0]" },
        { """{"kind":"retention","line":"sales","month":"2025-03","amount":5,"denominator":9,"quantity":1.5,"planned":0.5}""", "$.actuals[0]" },
        { """{"kind":"cost","line":"s","month":"2025-01","amount":1,"currency":"YUAN"}""", "$.actuals[0].currency" },
        { """{"kind":"cost","line":"s","month":"2025-01","amount":1,"remark":"x"}""", "$.actuals[0].remark" },
        { """{"kind":"cost","line":"s","month":"2025-01","amount":1},{"kind":"cost","line":"s","month":"2025-01","amount":1}""", "$.actuals" },
        { "7", "$.actuals[0]" },
    };

    [Theory]
    [MemberData(nameof(WrongRows))]
    public void WrongObservation_IsNamedWithItsPlace(string row, string place)
    {
        PortfolioTenant tenant = Read($$"""{"tenant":"t","case":{{Sound}},"actuals":[{{row}}]}""");
        Assert.Equal("t", tenant.Id);
        Message problem = Assert.Single(tenant.Problems);
        Assert.Equal(place, problem.Find("path")!.Value);
        foreach (string tag in new[] { "en", "zh" })
        {
            Language language = JsonTexts.In(Language.Of(tag));
            Assert.True(language.Knows(problem.Id) && language.Knows(((Message)problem.Find("problem")!.Value).Id));
        }
    }

    [Fact]
    public void AllProblems_AreToldAtOnce()
    {
        PortfolioTenant tenant = Read($$"""{"tenant":"t","case":{{Sound.Replace("\"CNY\"", "\"CN\"", StringComparison.Ordinal).Replace("\"amount\":10", "\"amount\":-1", StringComparison.Ordinal)}},"asOf":"never"}""");
        Assert.Equal(["$.case.currency", "$.case.costs[0].amount", "$.asOf"], tenant.Problems.Select(problem => (string)problem.Find("path")!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"tenant":"t"}""")]
    [InlineData("""{"tenant":7,"case":{}}""")]
    [InlineData("""{"tenant":"t","case":[]}""")]
    [InlineData("""{"tenant":"t","case":null,"actuals":{}}""")]
    public void BrokenDocument_IsATenantWithProblems(string document)
    {
        PortfolioTenant tenant = Read(document);
        Assert.NotEmpty(tenant.Problems);
        Assert.False(tenant.TryGetCase(out _));
    }

    [Fact]
    public void Lines_AreDocumentsWithTheirNumbers()
    {
        string file = "\uFEFF" + "{\"a\":1}\r\n\n  \n{\"b\":2}\n" + new string('x', 200) + "\n{\"c\":3}";
        var lines = TenantDocument.Lines(new Slow(Encoding.UTF8.GetBytes(file)), new DocumentReadOptions { MaximumBytes = 100 }).ToArray();
        Assert.Equal([1L, 4, 5, 6], lines.Select(line => line.Key));
        Assert.Equal("{\"b\":2}", Encoding.UTF8.GetString(lines[1].Value.Span));
        Assert.Equal(101, lines[2].Value.Length);
        Assert.NotEmpty(TenantDocument.Read(lines[2].Value, "long", new DocumentReadOptions { MaximumBytes = 100 }).Problems);
        Assert.Equal("{\"c\":3}", Encoding.UTF8.GetString(lines[3].Value.Span));
    }

    internal static IReadOnlyList<Message> ProblemsOf(string row) => Read($$"""{"tenant":"t","case":{{Sound}},"actuals":[{{row}}]}""").Problems;

    private static PortfolioTenant Read(string document) => TenantDocument.Read(Encoding.UTF8.GetBytes(document), "here");

    /// <summary>Gives one byte at a time.</summary>
    private sealed class Slow(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
