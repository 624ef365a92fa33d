using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>What documents say after tax.</summary>
public class AfterTaxDocumentTests
{
    private static readonly InvestmentCase Saas = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
    private static readonly InvestmentCase OnPremises = CaseDocument.Read(Repository.Sample("renhetang-on-premises.json")).Case;

    [Fact]
    public void WithoutTaxation_ThereIsNothingAfterTax_AndWithItNothingElseChanges()
    {
        string plain = ResultDocument.Write(RoiEvaluator.Evaluate(Saas.WithTaxation(null)), new DocumentWriteOptions { Detail = ResultDetail.Full });
        Assert.DoesNotContain("afterTax", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("taxation", plain, StringComparison.Ordinal);
        using JsonDocument without = JsonDocument.Parse(plain), with = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(Saas), new DocumentWriteOptions { Detail = ResultDetail.Full }));
        JsonElement[] left = [.. without.RootElement.GetProperty("horizons").EnumerateArray()], right = [.. with.RootElement.GetProperty("horizons").EnumerateArray()];
        for (int i = 0; i < left.Length; i++)
        {
            Assert.Equal(left[i].EnumerateObject().Select(member => member.Name), right[i].EnumerateObject().Select(member => member.Name).Where(name => name != "afterTax"));
            Assert.All(left[i].EnumerateObject(), member => Assert.Equal(member.Value.GetRawText(), right[i].GetProperty(member.Name).GetRawText()));
        }
    }

    /// <summary>A document says whose taxes its figures after tax are, and by which rates and years: as members, and in words.</summary>
    [Fact]
    public void Taxation_IsEchoedWithRatesAndYears()
    {
        using JsonDocument document = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(OnPremises)));
        JsonElement taxation = document.RootElement.GetProperty("taxation");
        Assert.Equal(
            ("general", 0.25m, 0.15m, 0.12m, "group", "quarterly"),
            (taxation.GetProperty("vatPayer").GetString(), taxation.GetProperty("incomeTaxRate").GetDecimal(), taxation.GetProperty("vatExemptShare").GetDecimal(),
                taxation.GetProperty("surchargeRate").GetDecimal(), taxation.GetProperty("lossRelief").GetString(), taxation.GetProperty("payment").GetString()));
        JsonElement[] costs = [.. taxation.GetProperty("costs").EnumerateArray()];
        Assert.Equal(OnPremises.Costs.Count(cost => cost.Category != Roi.Costs.CostCategory.Time), costs.Length);
        Assert.Contains(costs, cost => cost.GetProperty("vatRates")[0].GetDecimal() == 0.13m && cost.GetProperty("treatment").GetString() == "amortized" && cost.GetProperty("years").GetInt32() == 10);
        Assert.Contains(costs, cost => cost.GetProperty("treatment").GetString() == "depreciated" && cost.GetProperty("years").GetInt32() == 3);
        Assert.Contains(costs, cost => cost.GetProperty("vatRates")[0].GetDecimal() == 0.06m && cost.GetProperty("treatment").GetString() == "expensed" && !cost.TryGetProperty("years", out _));
        string[] said = [.. document.RootElement.GetProperty("assumedTerms").EnumerateArray().Select(term => term.GetProperty("chinese").GetString()!)];
        Assert.All(new[] { "一般纳税人", "25.0%", "15.0%", "12.0%", "（13.0%）", "（6.0%）", "年限10年", "年限3年" }, part => Assert.Contains(said, text => text.StartsWith("税后：", StringComparison.Ordinal) && text.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void Amounts_AddUpAsPrinted() => Assert.All(new[] { Saas, OnPremises }, source =>
    {
        using JsonDocument document = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(source)));
        foreach (JsonElement period in document.RootElement.GetProperty("horizons").EnumerateArray())
        {
            JsonElement afterTax = period.GetProperty("afterTax");
            foreach (JsonElement basis in new[] { afterTax, afterTax.GetProperty("cashable") })
            {
                JsonElement[] rows = [.. basis.GetProperty("yearlyTable").EnumerateArray()];
                Assert.Equal(Money(basis, "netBenefit"), Money(basis, "totalBenefit") - Money(basis, "totalCost") - Money(basis, "tax"));
                Assert.Equal(Money(basis, "totalCost"), rows.Sum(row => Money(row, "cost")));
                Assert.Equal(Money(basis, "totalBenefit"), rows.Sum(row => Money(row, "benefit")));
                Assert.Equal(Money(basis, "tax"), rows.Sum(row => Money(row, "tax")));
                Assert.Equal(Money(basis, "creditedVat"), rows.Sum(row => Money(row, "creditedVat")));
                Assert.Equal(Money(basis, "deductibleCost"), rows.Sum(row => Money(row, "deductibleCost")));
                Assert.Equal(Money(basis, "netBenefit"), Money(rows[^1], "cumulativeNet"));
                Assert.Equal(Money(basis, "netPresentValue"), Money(rows[^1], "cumulativeDiscountedNet"));
                Assert.All(rows, row => Assert.Equal(Money(row, "net"), Money(row, "benefit") - Money(row, "cost") - Money(row, "tax")));
            }
        }
    });

    [Fact]
    public void WithoutARule_EveryFigureSaysSo()
    {
        InvestmentCase early = Saas.WithTaxation(new CaseTaxation(VatPayer.General) { IncomeTaxRate = 0.05m }).WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.Parse("P4Y"));
        using JsonDocument document = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(early)));
        JsonElement[] periods = [.. document.RootElement.GetProperty("horizons").EnumerateArray().Select(period => period.GetProperty("afterTax"))];
        Assert.Equal(JsonValueKind.String, periods[0].GetProperty("tax").ValueKind);
        Assert.Equal("noTaxRule", periods[1].GetProperty("tax").GetProperty("notApplicable").GetString());
        Assert.Equal("noTaxRule", periods[1].GetProperty("internalRateOfReturn").GetProperty("notApplicable").GetString());
        Assert.Empty(periods[1].GetProperty("yearlyTable").EnumerateArray());
        Assert.Contains("2028年12月31日", periods[1].GetProperty("reasons")[0].GetProperty("chinese").GetString(), StringComparison.Ordinal);
        Assert.Contains(document.RootElement.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "noFiguresAfterTax");
    }

    /// <summary>The difference of the two cases after tax is that of their documents.</summary>
    [Fact]
    public void Comparison_HasBothAfterTax_AndTheirDifference()
    {
        ComparisonResult result = Comparison.Of([Saas, OnPremises], new SimulationOptions { Trials = 1000 });
        using JsonDocument document = JsonDocument.Parse(ComparisonDocument.Write(result));
        JsonElement root = document.RootElement;
        Assert.Equal(Saas.Name, root.GetProperty("bestAfterTax").GetString());
        JsonElement[] cases = [.. root.GetProperty("alternatives").EnumerateArray()];
        Assert.False(cases[0].TryGetProperty("afterTax", out _));
        JsonElement step = root.GetProperty("incremental")[1].GetProperty("afterTax");
        Assert.InRange(
            Money(step, "netPresentValue") - (Money(cases[2].GetProperty("afterTax"), "netPresentValue") - Money(cases[1].GetProperty("afterTax"), "netPresentValue")), -0.02m, 0.02m);
        Assert.Equal(Money(cases[2].GetProperty("afterTax"), "tax") - Money(cases[1].GetProperty("afterTax"), "tax"), Money(step, "tax"), 1);

        Assert.DoesNotContain("afterTax", ComparisonDocument.Write(Comparison.Of([Saas, OnPremises.WithTaxation(null)], new SimulationOptions { Trials = 1000 })), StringComparison.OrdinalIgnoreCase);
    }

    private static decimal Money(JsonElement holder, string name) => decimal.Parse(holder.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
