using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Amounts and rates that are each allowed, and together too much for sums of decimals.</summary>
public class ConversionRangeTests
{
    private const string LargestCost = """{"category": "software", "kind": "subscription", "name": "seats", "currency": "USD", "seats": 1000000, "pricePerSeat": 1000000000000000, "every": "monthly"}""";

    [Fact]
    public void LineThatComesToTooMuchInTheCurrencyOfTheCase_IsAProblemOfTheDocument()
    {
        CaseReading reading = CaseDocument.Read(Case("1000000"));
        DocumentProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((DocumentProblemKind.Inconsistent, "$.costs[0]"), (problem.Kind, problem.Path));
        Assert.Equal(
            "'seats' is in USD, and at the exchange rate that holds on 2025-01-01 an amount of it comes to more than CNY 10,000,000,000,000,000,000,000.00, the most that one amount may be.",
            problem.English());
        Assert.Equal("“seats”以USD计价，按2025年1月1日适用的汇率折算后，有一笔金额超过单笔上限10,000,000,000,000,000,000,000.00元。", problem.Chinese());
    }

    [Fact]
    public void LargestAmountsAtARateThatFits_AreEvaluated()
    {
        InvestmentCase read = CaseDocument.Read(Case("10")).Case;
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(read);
        Assert.Equal(new Money(36 * 1e22m, Currency.Cny), evaluation.Periods[^1].TotalCost);
    }

    [Fact]
    public void CaseMadeInCode_IsRefusedWithAmountRateAndRange()
    {
        InvestmentCase read = CaseDocument.Read(Case("10")).Case;
        InvestmentCase dearer = read.WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, read.Start, 1_000_000)]));
        Assert.Equal("convertedTooLarge", Assert.Single(Projection.MissingRates(dearer, CaseTerms.None)).Id);
        OverflowException refused = Assert.Throws<OverflowException>(() => RoiEvaluator.Evaluate(dearer));
        Assert.Equal("USD 1000000000000000000000 at 1000000 CNY each, the rate of 2025-01-01, is too large; allowed: what comes to at most 1e22 CNY.", refused.Message);
    }

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("1000001")]
    public void RateOutsideItsRange_IsRefusedAsTheCodeRefusesIt(string rate)
    {
        DocumentProblem problem = Assert.Single(CaseDocument.Read(Case(rate)).Problems);
        Assert.Equal((DocumentProblemKind.OutOfRange, "$.exchangeRates[0].rate"), (problem.Kind, problem.Path));
        Assert.Contains("0.000001", problem.English(), StringComparison.Ordinal);
    }

    private static string Case(string rate) =>
        $$"""
        {"schemaVersion": "1.0", "name": "case", "currency": "CNY", "start": "2025-01-01",
         "exchangeRates": [{"from": "USD", "to": "CNY", "date": "2024-01-01", "rate": {{rate}}}],
         "costs": [{{LargestCost}}], "benefits": []}
        """;
}
