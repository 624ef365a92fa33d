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
    public void OnlyRequiredProperties_GiveTheDocumentedDefaults()
    {
        CaseReading reading = CaseDocument.Read(Minimal);
        Assert.Empty(reading.Problems);
        InvestmentCase read = reading.Case;
        Assert.Equal(new NodaTime.LocalDate(2025, 1, 1), read.GoLive);
        Assert.Equal(DayCount.Anniversary, read.DayCount);
        Assert.Equal(FlowTiming.Dated, read.FlowTiming);
        Assert.Null(read.DiscountRate);
        Assert.Equal(["P6M", "P1Y", "P3Y"], read.Horizons.Select(h => h.ToString()));
        Assert.Equal(0.6m, RoiEvaluator.Evaluate(read)[EvaluationPeriod.OneYear].ReturnOnInvestment.Value);
        string written = ResultDocument.Write(RoiEvaluator.Evaluate(read), ResultDetail.Full);
        Assert.Contains("\"roi\": 0.6,", written, StringComparison.Ordinal);
        Assert.Contains("\"netPresentValue\": {\n        \"notApplicable\": \"noRate\"\n      }", written, StringComparison.Ordinal);
    }
}
