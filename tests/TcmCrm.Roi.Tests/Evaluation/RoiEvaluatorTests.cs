using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Evaluation;

public class RoiEvaluatorTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    private static InvestmentCase Simple { get; } = InvestmentCase.Create("case", Currency.Cny, Start)
        .WithDiscountRate(0.10m)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(0, 1000)]))
        .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "saving", [Flow(3, 400), Flow(9, 800), Flow(15, 400)]));

    [Fact]
    public void Roi_IsBenefitLessCostOverCost()
    {
        RoiEvaluation result = RoiEvaluator.Evaluate(Simple);
        Assert.Equal(-0.6m, result[EvaluationPeriod.SixMonths].ReturnOnInvestment.Value);
        Assert.Equal(0.2m, result[EvaluationPeriod.OneYear].ReturnOnInvestment.Value);
        Assert.Equal(0.6m, result[EvaluationPeriod.ThreeYears].ReturnOnInvestment.Value);
        Assert.Equal(Money.Cny(600), result[EvaluationPeriod.ThreeYears].NetBenefit);
    }

    [Fact]
    public void PresentValue_DiscountsEachFlowFromItsDate()
    {
        PeriodResult result = RoiEvaluator.Evaluate(Simple)[EvaluationPeriod.OneYear];
        double expected = (400 * Math.Pow(1.1, -90 / 365.0)) + (800 * Math.Pow(1.1, -273 / 365.0)) - 1000;
        Assert.Equal((decimal)expected, result.NetPresentValue.Value.Amount, 9);
    }

    [Fact]
    public void FlowOnTheEndDate_BelongsToTheNextPeriod()
    {
        InvestmentCase source = Simple.WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "saving", [Flow(6, 400)]));
        Assert.True(RoiEvaluator.Evaluate(source)[EvaluationPeriod.SixMonths].TotalBenefit.IsZero);
        Assert.Equal(Money.Cny(400), RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear].TotalBenefit);
    }

    [Fact]
    public void Payback_InterpolatesInsideTheMonth()
    {
        // Cumulative -1000, -600 at the end of month 4, +200 at the end of month 10: three quarters into month 10 (index 9).
        PaybackFigures payback = RoiEvaluator.Evaluate(Simple)[EvaluationPeriod.OneYear].Payback;
        Assert.Equal(9.75, payback.FirstMonths.Value, 12);
        Assert.Equal(payback.FirstMonths, payback.DurableMonths);
        Assert.True(payback.DiscountedFirstMonths.Value > payback.FirstMonths.Value);
        Assert.Equal(NotApplicableReason.NeverPaidBack, RoiEvaluator.Evaluate(Simple)[EvaluationPeriod.SixMonths].Payback.FirstMonths.Reason);
    }

    [Fact]
    public void CostAfterTheCrossing_MakesFirstAndDurablePaybackDiffer()
    {
        InvestmentCase source = Simple.WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(0, 1000), Flow(11, 500)]));
        PeriodResult oneYear = RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear];
        Assert.Equal(9.75, oneYear.Payback.FirstMonths.Value, 12);
        Assert.False(oneYear.Payback.DurableMonths.IsApplicable);
        Assert.Contains(oneYear.Warnings, warning => warning.Code == "paybackNotDurable");
        Assert.Equal(15.75, RoiEvaluator.Evaluate(source)[EvaluationPeriod.ThreeYears].Payback.DurableMonths.Value, 12);
    }

    [Fact]
    public void WithoutDiscountRate_DiscountedFiguresSayWhy()
    {
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Start).WithCosts([.. Simple.Costs]).WithBenefits([.. Simple.Benefits]);
        RoiEvaluation result = RoiEvaluator.Evaluate(source);
        PeriodResult oneYear = result[EvaluationPeriod.OneYear];
        Assert.Equal(NotApplicableReason.NoRate, oneYear.NetPresentValue.Reason);
        Assert.Equal(NotApplicableReason.NoRate, oneYear.DiscountedReturnOnInvestment.Reason);
        Assert.Equal(NotApplicableReason.NoRate, oneYear.BenefitCostRatio.Reason);
        Assert.Equal(NotApplicableReason.NoRate, oneYear.EquivalentAnnualCost.Reason);
        Assert.Equal(NotApplicableReason.NoRate, oneYear.Payback.DiscountedFirstMonths.Reason);
        Assert.Equal(0.2m, oneYear.ReturnOnInvestment.Value);
        Assert.Contains(result.Warnings, warning => warning.Code == "noDiscountRate");
        Assert.Equal(0.08m, RoiEvaluator.Evaluate(source, new EvaluationSettings { Defaults = new CaseTerms { DiscountRate = 0.08m } }).Terms.DiscountRate);
    }

    [Fact]
    public void WithoutCost_RoiIsNotApplicable()
    {
        RoiEvaluation result = RoiEvaluator.Evaluate(Simple.WithCosts());
        Assert.Equal(NotApplicableReason.NoCost, result[EvaluationPeriod.OneYear].ReturnOnInvestment.Reason);
        Assert.Equal(0, result[EvaluationPeriod.OneYear].Payback.FirstMonths.Value);
        Assert.Contains(result.Warnings, warning => warning.Code == "noCosts");
    }

    [Fact]
    public void LongTermBlock_StaysApart()
    {
        InvestmentCase source = Simple.WithBenefits([.. Simple.Benefits, BenefitItem.OfAmounts(BenefitCategory.Loyalty, "loyalty", [Flow(3, 5000)])]);
        PeriodResult result = RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear];
        Assert.Equal(0.2m, result.ReturnOnInvestment.Value);
        Assert.Equal(Money.Cny(5000), result.TotalLongTermBenefit);
        Assert.Equal(5.2m, result.ReturnOnInvestmentWithLongTerm.Value);
        Assert.Equal(Money.Cny(5000), result.LongTermBenefitByCategory[BenefitCategory.Loyalty]);
        Assert.DoesNotContain(BenefitCategory.Loyalty, result.BenefitByCategory.Keys);
    }

    [Fact]
    public void OtherCurrencies_AreConvertedAtTheRateOfEachFlow()
    {
        InvestmentCase source = Simple
            .WithExchangeRates(new ExchangeRates(
            [
                new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2024, 1, 1), 7.0m),
                new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 4, 1), 7.2m),
            ]))
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(Start, Money.Usd(100)), new DatedAmount(Start.PlusMonths(3), Money.Usd(100))]));
        Assert.Equal(Money.Cny(1420), RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear].TotalCost);
        Assert.Throws<InvalidOperationException>(() => RoiEvaluator.Evaluate(source.WithExchangeRates(ExchangeRates.None)));
    }

    [Fact]
    public void MeasuredInterval_CarriesToTheLimits()
    {
        InvestmentCase source = Simple.WithBenefits(
            BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "saving", [Flow(3, 1200)]).WithInterval(new BenefitInterval(0.5m, 1.5m, Share.Percent(95))));
        PeriodResult result = RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear];
        Assert.Equal(-0.4m, result.AtLowerLimit!.ReturnOnInvestment.Value);
        Assert.Equal(0.2m, result.ReturnOnInvestment.Value);
        Assert.Equal(0.8m, result.AtUpperLimit!.ReturnOnInvestment.Value);
        Assert.False(result.AtLowerLimit.Payback.FirstMonths.IsApplicable);
        Assert.True(result.AtUpperLimit.NetPresentValue.Value > result.NetPresentValue.Value);
        Assert.Equal(1000m / 1200, result.RequiredBenefitShare().Value);
        Assert.Null(RoiEvaluator.Evaluate(Simple)[EvaluationPeriod.OneYear].AtLowerLimit);
    }

    [Fact]
    public void Nucleus_DividesTheMeanOfThreeYearsByTheInitialCost()
    {
        InvestmentCase source = Simple
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(0, 1000), Flow(13, 300)]))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "saving", [Flow(5, 900), Flow(17, 900), Flow(29, 900)]));
        PeriodResult result = RoiEvaluator.Evaluate(source)[EvaluationPeriod.ThreeYears];
        Assert.Equal((900m + 600 + 900) / 3 / 1000, result.ReturnOnInvestmentBy(RoiConvention.Nucleus).Value);
        Assert.Equal(((900m * 3) - 1300) / 1300, result.ReturnOnInvestmentBy(RoiConvention.Phillips).Value);
        Assert.Equal(NotApplicableReason.PeriodUnderOneYear, RoiEvaluator.Evaluate(source)[EvaluationPeriod.SixMonths].ReturnOnInvestmentBy(RoiConvention.Phillips).Reason);
    }

    [Theory]
    [InlineData(FlowTiming.StartOfMonth, 3.0 / 12)]
    [InlineData(FlowTiming.MidMonth, 3.5 / 12)]
    [InlineData(FlowTiming.EndOfMonth, 4.0 / 12)]
    [InlineData(FlowTiming.EndOfYear, 1.0)]
    public void GridTimings_CountWholeGridUnits(FlowTiming timing, double years)
    {
        InvestmentCase source = Simple.WithFlowTiming(timing)
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "saving", [new DatedAmount(new LocalDate(2025, 4, 17), Money.Cny(1000))]));
        Money value = RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear].PresentValueOfBenefits.Value;
        Assert.Equal((decimal)(1000 * Math.Pow(1.1, -years)), value.Amount, 9);
    }

    [Fact]
    public void Explain_NamesFormulaInputsAndUnitsOfEveryFigure()
    {
        IReadOnlyList<FigureExplanation> trace = RoiEvaluator.Evaluate(Simple)[EvaluationPeriod.OneYear].Explain();
        FigureExplanation roi = Assert.Single(trace, line => line.FormulaId == "roi");
        Assert.Equal("0.2", roi.Result);
        Assert.Equal(["totalBenefit = 1200 CNY", "totalCost = 1000 CNY"], roi.Inputs.Select(input => input.ToString()));
        Assert.All(trace, line => Assert.False(string.IsNullOrEmpty(line.Result) || string.IsNullOrEmpty(line.Unit) || (line.Inputs.Count == 0 && line.FormulaId != "longTerm.totalBenefit")));
        Assert.Equal(trace.Count, trace.Select(line => line.FormulaId).Distinct().Count());
    }

    [Fact]
    public void WrongArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>(() => InvestmentCase.Create(" ", Currency.Cny, Start));
        Assert.Throws<ArgumentException>(() => InvestmentCase.Create("case", Currency.None, Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simple.WithDiscountRate(-1));
        Assert.Throws<ArgumentException>(() => Simple.WithPeriods());
        Assert.Throws<ArgumentException>(() => Simple.WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.Parse("P12M")));
        Assert.Contains("'licence' stands twice", Assert.Throws<ArgumentException>(() => Simple.WithCosts(Simple.Costs[0], Simple.Costs[0])).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => RoiEvaluator.Evaluate(Simple)[EvaluationPeriod.Parse("P2Y")]);
    }

    private static DatedAmount Flow(int month, decimal amount) => new(Start.PlusMonths(month), Money.Cny(amount));
}
