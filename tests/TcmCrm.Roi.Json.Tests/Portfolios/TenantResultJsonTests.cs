using System.Buffers;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests.Portfolios;

public class TenantResultJsonTests
{
    private static readonly PortfolioOptions Simulated = new() { Simulation = new SimulationOptions { Trials = 200 } };

    /// <summary>Every kind of argument, within one another and alone.</summary>
    private static readonly Message Everything = new(
        "a.b",
        MessageArgument.Money("money", new Money(12.3450m, Currency.Cny)),
        MessageArgument.Money("none", Money.Zero(Currency.None)),
        MessageArgument.Ratio("ratio", 0.286m),
        MessageArgument.Ratio("third", 1.0 / 3, 7),
        MessageArgument.Number("count", 7),
        MessageArgument.Number("number", -1.5m, 3),
        MessageArgument.Number("large", decimal.MaxValue),
        MessageArgument.Date("date", new LocalDate(2025, 2, 28)),
        MessageArgument.Month("month", new YearMonth(2025, 2)),
        MessageArgument.Period("period", "P3Y"),
        MessageArgument.Line("line", new LineId("seats"), "席位\"\n"),
        MessageArgument.Text("text", "'\\ \u0001 中药"),
        MessageArgument.Part("part", new Message("inner", MessageArgument.Number("n", 1))),
        MessageArgument.Parts("parts", [new Message("x"), new Message("y", MessageArgument.Parts("deep", [new Message("z")]))]));

    [Fact]
    public void ResultsThatTravel_SumToTheSameDocument()
    {
        var evaluator = new PortfolioEvaluator(Simulated);
        TenantResult[] results = [.. evaluator.EvaluateAll(TenantDocument.Lines(new MemoryStream(SamplePortfolio.Bytes)).Select(line => TenantDocument.Read(line.Value, $"#{line.Key}")))];
        Assert.Contains(results, result => !result.IsEvaluated);
        TenantResult[] read = [.. results.Select((result, i) =>
        {
            byte[] line = Written(result, "hash " + i);
            Assert.True(TenantResultJson.TryRead(line, out TenantResult? again, out string? hash));
            Assert.Equal("hash " + i, hash);
            Assert.Equal(line, Written(again, hash));
            return again;
        })];
        Assert.Equal(PortfolioDocument.Write(evaluator.Sum(results)), PortfolioDocument.Write(evaluator.Sum(read)));
    }

    [Fact]
    public void Problems_TravelWhole()
    {
        var failed = new PortfolioEvaluator().Evaluate(PortfolioTenant.Unreadable("t", [Everything, new Message("plain")]));
        Assert.True(TenantResultJson.TryRead(Written(failed, "h"), out TenantResult? read, out _));
        Assert.Equal(failed.Problems, read.Problems);
        Assert.Equal("t", read.Tenant);
        Assert.False(read.IsEvaluated);
    }

    [Fact]
    public void WhatIsNoResult_IsTold()
    {
        string line = Encoding.UTF8.GetString(Written(new PortfolioEvaluator().Evaluate(PortfolioTenant.Unreadable("t", [Everything])), "h"));
        string[] wrong =
        [
            string.Empty, "{}", "[]", "null", line[..^3], line.Replace("\"kind\":\"money\"", "\"kind\":\"coins\"", StringComparison.Ordinal), line.Replace("\"problems\":[", "\"problems\":[null,", StringComparison.Ordinal),
            line.Replace("2025-02-28", "2025-02-30", StringComparison.Ordinal), line.Replace("CNY", "C?Y", StringComparison.Ordinal), line.Replace("\"id\":\"a.b\"", "\"id\":\" \"", StringComparison.Ordinal),
            "{\"contentHash\":\"h\",\"tenant\":\"t\",\"problems\":[]}", "{\"contentHash\":null,\"tenant\":\"t\",\"problems\":[{\"id\":\"a\",\"arguments\":[]}]}",
        ];
        Assert.All(wrong, text =>
        {
            Assert.False(TenantResultJson.TryRead(Encoding.UTF8.GetBytes(text), out TenantResult? result, out string? hash), text);
            Assert.Null(result);
        });
    }

    private static byte[] Written(TenantResult result, string contentHash)
    {
        var buffer = new ArrayBufferWriter<byte>();
        TenantResultJson.Write(result, contentHash, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
