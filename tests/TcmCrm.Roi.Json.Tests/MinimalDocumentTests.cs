using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Tests;

public class MinimalDocumentTests
{
    private const string Minimal = """
        {
          "schemaVersion": "1.0", "name": "mini", "currency": "CNY", "start": "2025-01-01",
          "costs": [ { "category": "software", "kind": "amounts", "name": "licence", "flows": [ { "date": "2025-01-01", "amount": 100 } ] } ],
          "benefits": [ { "category": "salesGrowth", "kind": "amounts", "name": "more", "flows": [ { "date": "2025-03-01", "amount": "160.00" } ] } ]
        }
        """;

    [Fact]
    public void OnlyRequiredProperties_LeaveEveryTermOpen()
    {
        CaseReading reading = CaseDocument.Read(Minimal);
        Assert.Empty(reading.Problems);
        InvestmentCase read = reading.Case;
        Assert.Equal(new NodaTime.LocalDate(2025, 1, 1), read.GoLive);
        Assert.Equal(CaseTerms.None, read.Terms);
        Assert.Null(read.Source);
        Assert.Null(read.Deployment);
        Assert.Equal(["licence", "more"], [read.Costs[0].Id.Text, read.Benefits[0].Id.Text]);
        Assert.Equal(0.6m, RoiEvaluator.Evaluate(read)[EvaluationPeriod.OneYear].ReturnOnInvestment.Value);
        string written = ResultDocument.Write(RoiEvaluator.Evaluate(read), new DocumentWriteOptions { Detail = ResultDetail.Full });
        JsonElement root = JsonDocument.Parse(written).RootElement;
        Assert.Equal(["P6M", "P1Y", "P3Y"], root.GetProperty("horizons").EnumerateArray().Select(h => h.GetProperty("period").GetString()));
        Assert.Equal(("anniversary", "dated"), (root.GetProperty("dayCount").GetString(), root.GetProperty("flowTiming").GetString()));
        Assert.Equal(
            ["assumedTerm.goLive", "assumedTerm.periods", "assumedTerm.dayCount", "assumedTerm.flowTiming", "assumedTerm.taxBasis", "assumedTerm.priceBasis"],
            root.GetProperty("assumedTerms").EnumerateArray().Select(t => t.GetProperty("code").GetString()));
        Assert.Contains("\"roi\": 0.6,", written, StringComparison.Ordinal);
        Assert.Contains("\"netPresentValue\": {\n        \"notApplicable\": \"noRate\"\n      }", written, StringComparison.Ordinal);
    }
}
