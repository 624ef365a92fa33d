using CsCheck;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Tests.Evaluation;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Taxation;

/// <summary>What makes up the figures after tax, what was passed over, and what is taken as an asset of its own.</summary>
public class AfterTaxTraceTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);

    /// <summary>
    /// A licence of 113,000 in two years and a benefit of 60,000 on 1 July, at 25 %: credited 13,000, deducted 12 of 24 months, taxed 60,000 - 50,000, of which a quarter is paid
    /// by quarter: -3,125, -3,125, (60,000 - 12,500) / 4 = 11,875 and -3,125, the last on the last day.
    /// </summary>
    [Fact]
    public void Flows_AreTheWorkedExample()
    {
        AfterTaxResult result = TaxCases.Case(new CaseTaxation(VatPayer.General) { IncomeTaxRate = 0.25m }, Day)
            .WithCosts(TaxCases.License(113_000, Day).Taxed(TaxTreatment.Amortized(2))).WithBenefits(TaxCases.Cash((new LocalDate(2026, 7, 1), 60_000))).AfterTax();
        IReadOnlyList<AfterTaxFlow> flows = result.Flows();
        AfterTaxFlow paid = Assert.Single(flows, flow => flow.Cost.Amount != 0);
        Assert.Equal((new LineId("licence"), Day, 100_000m, 13_000m), (paid.Line, paid.Date, paid.Cost.Amount, paid.CreditedVat.Amount));
        Assert.Equal(12, flows.Count(flow => flow.Line == paid.Line && flow.DeductibleCost.Amount != 0));
        Assert.Equal(50_000m, flows.Sum(flow => flow.DeductibleCost.Amount));
        Assert.Equal(
            [(new LocalDate(2026, 4, 15), -3_125m), (new LocalDate(2026, 7, 15), -3_125m), (new LocalDate(2026, 10, 15), 11_875m), (new LocalDate(2026, 12, 31), -3_125m)],
            flows.Where(flow => flow.Line == LineId.None).Select(flow => (flow.Date, decimal.Round(flow.Tax.Amount, 6))));
        Assert.Equal("2026-01-01 licence: cost CNY 100000, benefit CNY 0, tax CNY 0", paid.ToString());
    }

    [Fact]
    public void Flows_SumToTheFigures() => RandomCases.Any.Sample(
        source =>
        {
            foreach (AfterTaxResult result in RoiEvaluator.Evaluate(source.WithTaxation(new CaseTaxation(VatPayer.General) { VatExemptShare = 0.3m, SurchargeRate = 0.12m })).AfterTax)
            {
                IReadOnlyList<AfterTaxFlow> flows = result.Flows();
                if (result.Reasons.Count > 0)
                {
                    Assert.Empty(flows);
                    Assert.Empty(result.Explain());
                    continue;
                }

                AssertNear(result.TotalCost, flows.Sum(flow => flow.Cost.Amount));
                AssertNear(result.TotalBenefit, flows.Sum(flow => flow.Benefit.Amount));
                AssertNear(result.CreditedVat, flows.Sum(flow => flow.CreditedVat.Amount));
                AssertNear(result.TaxableBenefit, flows.Sum(flow => flow.TaxableBenefit.Amount));
                AssertNear(result.DeductibleCost, flows.Sum(flow => flow.DeductibleCost.Amount));
                AssertNear(result.Tax, flows.Sum(flow => flow.Tax.Amount));
            }
        },
        iter: 40);

    /// <summary>Every figure has its formula in both languages; where lines are added up they sum to it.</summary>
    [Fact]
    public void Explanations_HaveWordsAndInputsThatGiveTheResult()
    {
        AfterTaxResult result = TaxCases.Case(new CaseTaxation(VatPayer.General), Day)
            .WithCosts(TaxCases.Service(106_000, Day), TaxCases.Server(56_500, Day)).WithBenefits(TaxCases.Cash((new LocalDate(2026, 7, 1), 60_000))).AfterTax();
        IReadOnlyList<FigureExplanation> all = result.Explain();
        Assert.All(all, one => Assert.All(new[] { "en", "zh" }, tag => Assert.True(Language.Of(tag).Knows(one.Measure.Name.Id) && Language.Of(tag).Knows(one.Measure.Formula.Id))));
        FigureExplanation cost = all.Single(one => one.FormulaId == "afterTax.totalCost");
        Assert.Equal([("service", "100000"), ("server", "50000")], cost.Inputs.Select(input => (input.Name, Trimmed(input.Value))));
        Assert.Equal("150000", Trimmed(cost.Result));
        FigureExplanation tax = all.Single(one => one.FormulaId == "afterTax.tax");

        // The server is deducted from February on: 11 of 36 months.
        Assert.Equal(["60000", "115277.7778", "0.25", "0"], tax.Inputs.Select(input => Trimmed(input.Value)));
        Assert.Equal("-13819.4444", Trimmed(tax.Result));
        Assert.Equal(result.ReturnOnInvestment.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), all.Single(one => one.FormulaId == "afterTax.roi").Result);
    }

    /// <summary>Hours of one's own staff bear no tax: what their line says of it is not passed over in silence.</summary>
    [Fact]
    public void TaxOfHours_IsAWarning()
    {
        CostItem hours = TimeCost.Learning("hours", 10, 8, new Money(100, Currency.Cny));
        InvestmentCase source = TaxCases.Case(new CaseTaxation(VatPayer.General), Day).WithCosts(hours.WithTax(new CostTax { VatRate = 0.06m }), TaxCases.Service(106, Day));
        Message warning = Assert.Single(RoiEvaluator.Evaluate(source).Warnings, one => one.Id == "taxOfTimeNotUsed");
        Assert.Contains("“hours”是本公司员工工时", Language.Of("zh").Say(warning), StringComparison.Ordinal);
        Assert.DoesNotContain(RoiEvaluator.Evaluate(source.WithCosts(hours)).Warnings, one => one.Id == "taxOfTimeNotUsed");
        Assert.DoesNotContain(RoiEvaluator.Evaluate(source.WithTaxation(null)).Warnings, one => one.Id == "taxOfTimeNotUsed");
    }

    /// <summary>Two servers of 3,390,000 (3,000,000 without tax) are each within 5,000,000, together 6,000,000: whether they are one, the reader must say.</summary>
    [Theory]
    [InlineData(3_390_000, 3_390_000, true)]
    [InlineData(3_390_000, 2_260_000, false)]
    public void AssetInSeveralLines_IsAnAssumption(int first, int second, bool isSaid)
    {
        InvestmentCase source = TaxCases.Case(new CaseTaxation(VatPayer.General), Day).WithCosts(
            TaxCases.Server(first, Day).Taxed(TaxTreatment.DeductedAtOnce),
            CostItem.OfAmounts(CostCategory.Maintenance, "second", [TaxCases.On(Day, second)]).WithElement(CostElement.Server).Taxed(TaxTreatment.DeductedAtOnce));
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
        Assert.Equal([], evaluation.AfterTax[0].Reasons);
        Assert.Equal(isSaid, evaluation.AssumedTerms.Any(one => one.Id == "assumedTerm.taxation.separateAssets"));
        Assert.Equal(first / 1.13m / 5_000_000, Assert.Single(evaluation.AfterTax[0].ShareOfLimits(new LineId("server"))));
        Assert.Empty(evaluation.AfterTax[0].ShareOfLimits(new LineId("other")));
    }

    private static string Trimmed(string value) => decimal.Round(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 4).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertNear(Figure<Money> figure, decimal sum) => Assert.Equal((double)figure.Value.Amount, (double)sum, 1e-6 * (1 + Math.Abs((double)sum)));
}
