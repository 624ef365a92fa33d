using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Tests.Taxation;

/// <summary>Worked by hand from the rules in docs/tax.md; without value-added tax where that is not the point.</summary>
public class IncomeTaxTests
{
    private static readonly LocalDate Day = new(2025, 1, 1);

    private static EvaluationPeriod Years(int years) => EvaluationPeriod.Of(Period.FromYears(years));

    // The present value at 8 % of 25 % of 1,000,000, at the ends of years: 250,000 / 1.08; 125,000 x (1/1.08 + 1/1.08^2); 25,000 x the annuity of ten years;
    // 83,333.33 x the annuity of three. JUDGEMENT of the shield alone: NPV after tax less NPV before.
    [Theory]
    [InlineData(TaxTreatmentKind.Expensed, 0, 231_481)]
    [InlineData(TaxTreatmentKind.Amortized, 2, 222_908)]
    [InlineData(TaxTreatmentKind.Amortized, 10, 167_752)]
    [InlineData(TaxTreatmentKind.Amortized, null, 167_752)]
    [InlineData(TaxTreatmentKind.Amortized, 3, 214_758)]
    public void Shield_HasThePresentValueOfTheTextbook(TaxTreatmentKind kind, int? years, int expected)
    {
        TaxTreatment treatment = kind == TaxTreatmentKind.Expensed ? TaxTreatment.Expensed : TaxTreatment.Amortized(years);
        InvestmentCase source = TaxCases.Case(new CaseTaxation(VatPayer.General) { Payment = TaxPayment.YearEnd }, Day, Years(10))
            .WithDiscountRate(0.08m).WithFlowTiming(FlowTiming.EndOfYear).WithCosts((kind == TaxTreatmentKind.Expensed ? TaxCases.Service(1_000_000, Day) : TaxCases.License(1_000_000, Day)).WithoutVat(treatment));
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
        decimal shield = evaluation.AfterTax[0].NetPresentValue.Value.Amount - evaluation.Periods[0].NetPresentValue.Value.Amount;
        Assert.Equal(expected, (int)decimal.Round(shield));
        Assert.Equal(-250_000m, evaluation.AfterTax[0].Tax.Value.Amount);
    }

    // A server of January is depreciated from February on: 11, 12, 12 and 1 months of 36,000 / 36.
    [Fact]
    public void Server_IsDepreciatedOverThreeYearsFromTheMonthAfter()
    {
        AfterTaxResult result = TaxCases.Case(TaxCases.General, Day, Years(4)).WithCosts(TaxCases.Server(36_000, Day).WithoutVat()).AfterTax();
        Assert.Equal([0m, 11_000m, 12_000m, 12_000m, 1_000m], result.YearlyTable().Select(row => row.DeductibleCost.Amount));
        Assert.Equal(0m, result.UndeductedCost.Value.Amount);
    }

    // A licence paid in January and used from 15 March on is amortized from March: ten months of 120,000 / 120 in the first year. What is left after three
    // years is in no figure: 120 - 34 months.
    [Fact]
    public void Amortization_BeginsInTheMonthOfGoLive()
    {
        InvestmentCase source = TaxCases.Case(TaxCases.General, Day, Years(3)).WithGoLive(new LocalDate(2025, 3, 15)).WithCosts(TaxCases.License(120_000, Day).WithoutVat());
        AfterTaxResult result = source.AfterTax();
        Assert.Equal([0m, 10_000m, 12_000m, 12_000m], result.YearlyTable().Select(row => row.DeductibleCost.Amount));
        Assert.Equal(86_000m, result.UndeductedCost.Value.Amount);
        Assert.Equal(-8_500m, result.Tax.Value.Amount);
    }

    // 5 % is left: 95 % of 36,000 in 36 months.
    [Fact]
    public void Salvage_IsNotDeducted()
    {
        AfterTaxResult result = TaxCases.Case(TaxCases.General, Day, Years(4)).WithCosts(TaxCases.Server(36_000, Day).WithoutVat(TaxTreatment.Depreciated(3, 0.05m))).AfterTax();
        Assert.Equal(34_200m, result.DeductibleCost.Value.Amount);
        Assert.Equal(1_800m, result.UndeductedCost.Value.Amount);
    }

    // Bought in December 2025, in use the same month: the deduction belongs to January 2026.
    [Fact]
    public void DeductionAtOnce_BelongsToTheMonthAfterUse()
    {
        LocalDate december = new(2025, 12, 10);
        AfterTaxResult result = TaxCases.Case(TaxCases.General, Day, Years(2)).WithCosts(TaxCases.Server(400_000, december).WithoutVat(TaxTreatment.DeductedAtOnce)).AfterTax();
        Assert.Equal([0m, 0m, 400_000m], result.YearlyTable().Select(row => row.DeductibleCost.Amount));
        Assert.Contains(result.Rules, rule => rule.Number == "财政部 税务总局公告2023年第37号" && rule.IsVerified);
    }

    [Theory]
    [InlineData(2027, 12, 31, true)]
    [InlineData(2028, 1, 1, false)]
    [InlineData(2017, 12, 31, false)]
    [InlineData(2018, 1, 1, true)]
    public void DeductionAtOnce_EndsWithItsRule(int year, int month, int day, bool isAllowed)
    {
        LocalDate date = new(year, month, day);
        AfterTaxResult result = TaxCases.Case(TaxCases.General, date).WithCosts(TaxCases.Server(400_000, date).WithoutVat(TaxTreatment.DeductedAtOnce)).AfterTax();
        Assert.Equal(isAllowed, result.Tax.IsApplicable);
        Assert.Equal(isAllowed ? [] : ["tax.noRule"], result.Reasons.Select(reason => reason.Id));
    }

    [Fact]
    public void WhatTheLawDoesNotAllow_IsAReason()
    {
        InvestmentCase source = TaxCases.Case(TaxCases.General, Day);
        Assert.Equal("tax.tooLargeAtOnce", Reason(TaxCases.Server(5_000_001, Day).WithoutVat(TaxTreatment.DeductedAtOnce)));
        Assert.Equal("tax.softwareAtOnce", Reason(TaxCases.License(100, Day).WithoutVat(TaxTreatment.DeductedAtOnce)));
        Assert.Equal("tax.tooFewYears", Reason(TaxCases.License(100, Day).WithoutVat(TaxTreatment.Amortized(1))));
        Assert.Equal("tax.softwareExpensed", Reason(TaxCases.License(100, Day).WithoutVat(TaxTreatment.Expensed)));
        Assert.Equal("tax.equipmentExpensed", Reason(TaxCases.Server(6_000_000, Day).WithoutVat(TaxTreatment.Expensed)));
        Assert.True(source.WithCosts(TaxCases.Server(100, Day).AsCredit().WithoutVat(TaxTreatment.Expensed)).AfterTax().Tax.IsApplicable);
        Assert.Equal("tax.tooFewYears", Reason(TaxCases.Server(100, Day).WithoutVat(TaxTreatment.Depreciated(2))));
        Assert.True(source.WithCosts(TaxCases.License(100, Day).WithoutVat(TaxTreatment.Amortized(2))).AfterTax().Tax.IsApplicable);
        Assert.True(source.WithCosts(TaxCases.Server(5_000_000, Day).WithoutVat(TaxTreatment.DeductedAtOnce)).AfterTax().Tax.IsApplicable);

        string Reason(CostItem cost) => Assert.Single(source.WithCosts(cost).AfterTax().Reasons).Id;
    }

    // With a licence, what makes it ready for use is deducted with it; training is not, and a cloud service has no asset.
    [Fact]
    public void Implementation_IsDeductedWithWhatItBelongsTo()
    {
        CostItem configuration = CostItem.OfAmounts(CostCategory.Implementation, "configuration", [TaxCases.On(Day, 12_000)]).WithElement(CostElement.Configuration).WithoutVat();
        InvestmentCase source = TaxCases.Case(TaxCases.General, Day).WithCosts(
            TaxCases.License(120_000, Day).WithoutVat(TaxTreatment.Amortized(2)), configuration, TaxCases.Service(5_000, Day).WithoutVat());
        Assert.Equal(60_000m + 6_000m + 5_000m, source.AfterTax().DeductibleCost.Value.Amount);
        Assert.Equal(60_000m + 12_000m + 5_000m, source.WithDeployment(DeploymentModel.Saas).AfterTax().DeductibleCost.Value.Amount);
    }

    // Cash 400,000 is taxed; hours, and hours of one's own staff, are not: 25 % of (400,000 - 100,000).
    [Fact]
    public void HoursAreNeitherTaxedNorDeducted()
    {
        InvestmentCase source = TaxCases.Case(TaxCases.General, Day)
            .WithCosts(TaxCases.Service(100_000, Day).WithoutVat(), CostItem.OfAmounts(CostCategory.Time, "learning", [TaxCases.On(Day, 50_000)]))
            .WithBenefits(TaxCases.Cash((Day, 400_000)), BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "hours", [TaxCases.On(Day, 300_000)]).WithClass(BenefitClass.Efficiency));
        AfterTaxResult result = source.AfterTax();
        Assert.Equal(75_000m, result.Tax.Value.Amount);
        Assert.Equal(150_000m, result.TotalCost.Value.Amount);
        Assert.Equal(700_000m, result.TotalBenefit.Value.Amount);
        Assert.Equal(475_000m, result.NetBenefit.Value.Amount);
        Assert.Equal(475_000m / 150_000m, result.ReturnOnInvestment.Value);
        Assert.Equal(75_000m, result.Cashable.Tax.Value.Amount);
        Assert.Equal(225_000m, result.Cashable.NetBenefit.Value.Amount);
        Assert.Equal(2.25m, result.Cashable.ReturnOnInvestment.Value);
        Assert.Same(result.Cashable, result.Cashable.Cashable);
    }

    [Theory]
    [InlineData(null, 25_000)]
    [InlineData(0.25, 25_000)]
    [InlineData(0.15, 15_000)]
    [InlineData(0.05, 5_000)]
    [InlineData(0.09, 9_000)]
    public void Rate_IsTheUsualOneOrTheOneStated(double? rate, int expected)
    {
        var tax = new CaseTaxation(VatPayer.General) { IncomeTaxRate = (decimal?)rate };
        Assert.Equal((decimal)expected, TaxCases.Case(tax, Day).WithBenefits(TaxCases.Cash((Day, 100_000))).AfterTax().Tax.Value.Amount);
    }

    // Small profit ends with 2027: a year later is a reason, a shorter period is not.
    [Fact]
    public void RateOfSmallProfit_EndsWithItsRule()
    {
        var tax = new CaseTaxation(VatPayer.General) { IncomeTaxRate = 0.05m };
        InvestmentCase source = TaxCases.Case(tax, new LocalDate(2027, 1, 1), Years(1), Years(2)).WithBenefits(TaxCases.Cash((new LocalDate(2027, 6, 1), 100), (new LocalDate(2028, 6, 1), 100)));
        Assert.Equal(5m, source.AfterTax(0).Tax.Value.Amount);
        Message reason = Assert.Single(source.AfterTax(1).Reasons);
        Assert.Equal(new LocalDate(2028, 12, 31), reason.Find("date")!.Value);

        TaxRules longer = TaxRules.China.With(new TaxRule(TaxRuleKind.IncomeTaxSmallProfit, 0.05m, new LocalDate(2028, 1, 1)));
        Assert.Equal(10m, RoiEvaluator.Evaluate(source, new EvaluationSettings { TaxRules = longer }).AfterTax[1].Tax.Value.Amount);
    }

    // A quarter's profit is paid by the 15th of the month after it; what is owed on the period but paid later counts on its last day.
    [Fact]
    public void Tax_MovesWithTheQuarterlyPrepayment()
    {
        InvestmentCase source = TaxCases.Case(TaxCases.General, Day).WithBenefits(
            TaxCases.Cash((new LocalDate(2025, 2, 1), 100), (new LocalDate(2025, 5, 1), 200), (new LocalDate(2025, 11, 1), 400)));
        Assert.Equal(
            [(new LocalDate(2025, 4, 15), 25m), (new LocalDate(2025, 7, 15), 50m), (new LocalDate(2025, 12, 31), 100m)], Payments(source, 0));
        Assert.Equal((new LocalDate(2026, 1, 15), 100m), Payments(source.WithPeriods(Years(2)), 0)[^1]);
        Assert.Equal([(new LocalDate(2025, 12, 31), 25m), (new LocalDate(2025, 12, 31), 50m), (new LocalDate(2025, 12, 31), 100m)], Payments(
            source.WithTaxation(new CaseTaxation(VatPayer.General) { Payment = TaxPayment.YearEnd }), 0));
    }

    // Alone: 100 in the first quarter is prepaid with 25; a loss of 60 in the third leaves 40 for the year, tax 10: 15 come back by 31 May.
    [Fact]
    public void CarryForward_SettlesByTheEndOfMay()
    {
        var alone = new CaseTaxation(VatPayer.General) { LossRelief = LossRelief.CarryForward };
        InvestmentCase source = TaxCases.Case(alone, Day, Years(2)).WithCosts(TaxCases.Service(60, new LocalDate(2025, 8, 1)).WithoutVat()).WithBenefits(TaxCases.Cash((new LocalDate(2025, 2, 1), 100)));
        Assert.Equal([(new LocalDate(2025, 4, 15), 25m), (new LocalDate(2026, 5, 31), -15m)], Payments(source, 0));
        Assert.Equal(10m, source.AfterTax().Tax.Value.Amount);

        // In a group the same loss saves tax at once.
        Assert.Equal([(new LocalDate(2025, 4, 15), 25m), (new LocalDate(2025, 10, 15), -15m)], Payments(source.WithTaxation(TaxCases.General), 0));
    }

    // A loss of 1,000 in 2025 is set against 300 of 2026 and 400 of 2027; 300 are left. Of 500 in 2028 200 are taxed.
    [Fact]
    public void CarryForward_SetsLossesAgainstLaterProfits()
    {
        var alone = new CaseTaxation(VatPayer.General) { LossRelief = LossRelief.CarryForward };
        InvestmentCase source = TaxCases.Case(alone, Day, Years(3), Years(4)).WithCosts(TaxCases.Service(1_000, Day).WithoutVat())
            .WithBenefits(TaxCases.Cash((new LocalDate(2026, 3, 1), 300), (new LocalDate(2027, 3, 1), 400), (new LocalDate(2028, 3, 1), 500)));
        Assert.Equal(0m, source.AfterTax(0).Tax.Value.Amount);
        Assert.Equal(300m, source.AfterTax(0).UnusedLoss.Value.Amount);
        Assert.Equal(50m, source.AfterTax(1).Tax.Value.Amount);
        Assert.Equal(0m, source.AfterTax(1).UnusedLoss.Value.Amount);
        Assert.Equal(50m, source.WithTaxation(TaxCases.General).AfterTax(1).Tax.Value.Amount);
    }

    // The loss of 2025 is good up to 2030, and of a high-tech company up to 2035.
    [Theory]
    [InlineData(null, null, 2030, 0)]
    [InlineData(null, null, 2031, 250)]
    [InlineData(0.15, null, 2031, 0)]
    [InlineData(0.15, null, 2036, 150)]
    [InlineData(0.25, 10, 2035, 0)]
    [InlineData(0.25, 3, 2029, 250)]
    public void Losses_Expire(double? rate, int? years, int year, int expected)
    {
        var alone = new CaseTaxation(VatPayer.General) { LossRelief = LossRelief.CarryForward, IncomeTaxRate = (decimal?)rate, LossYears = years };
        InvestmentCase source = TaxCases.Case(alone, Day, Years(12)).WithCosts(TaxCases.Service(1_000, Day).WithoutVat()).WithBenefits(TaxCases.Cash((new LocalDate(year, 3, 1), 1_000)));
        Assert.Equal((decimal)expected, source.AfterTax().Tax.Value.Amount);
    }

    // No company carries a loss forward for more than ten years.
    [Theory]
    [InlineData(0.25, 20)]
    [InlineData(0.15, 11)]
    public void LossYearsAboveTheLaw_AreAReason(double rate, int years)
    {
        var alone = new CaseTaxation(VatPayer.General) { LossRelief = LossRelief.CarryForward, IncomeTaxRate = (decimal)rate, LossYears = years };
        Message reason = Assert.Single(TaxCases.Case(alone, Day).WithCosts(TaxCases.Service(1_000, Day).WithoutVat()).AfterTax().Reasons);
        Assert.Equal("tax.tooManyLossYears", reason.Id);
        Assert.Equal(10m, reason.Find("most")!.Value);
    }

    // Ten years are those of a high-tech company; another that states them rests on being one of the few.
    [Theory]
    [InlineData(0.25, 10, true)]
    [InlineData(0.25, 5, false)]
    [InlineData(0.15, 10, false)]
    public void LossYearsAboveTheUsual_AreAnAssumption(double rate, int years, bool isAssumed)
    {
        var alone = new CaseTaxation(VatPayer.General) { LossRelief = LossRelief.CarryForward, IncomeTaxRate = (decimal)rate, LossYears = years };
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(TaxCases.Case(alone, Day).WithCosts(TaxCases.Service(1_000, Day).WithoutVat()));
        Assert.Equal(isAssumed, AssumedTaxes.Of(evaluation, TaxRules.China).Any(message => message.Id == "assumedTerm.taxation.lossYears"));
    }

    // Half a year: two quarters, the second paid on the last day, and nothing is annualised.
    [Fact]
    public void PeriodUnderAYear_HasTaxAndNoRate()
    {
        InvestmentCase source = TaxCases.Case(TaxCases.General, Day, EvaluationPeriod.SixMonths).WithDiscountRate(0.08m)
            .WithCosts(TaxCases.Service(100, Day).WithoutVat()).WithBenefits(TaxCases.Cash((new LocalDate(2025, 6, 1), 300)));
        AfterTaxResult result = source.AfterTax();
        Assert.Equal([(new LocalDate(2025, 4, 15), -25m), (new LocalDate(2025, 6, 30), 75m)], Payments(source, 0));
        Assert.Equal(50m, result.Tax.Value.Amount);
        Assert.Equal(NotApplicableReason.PeriodUnderOneYear, result.InternalRateOfReturn.Reason);
    }

    [Fact]
    public void Table_SumsToTheTotals()
    {
        var tax = new CaseTaxation(VatPayer.General) { VatExemptShare = 0.3m, SurchargeRate = 0.12m };
        InvestmentCase source = TaxCases.Case(tax, new LocalDate(2025, 5, 20), EvaluationPeriod.Parse("P2Y7M")).WithDiscountRate(0.08m)
            .WithCosts(TaxCases.License(777_777.77m, new LocalDate(2025, 6, 3)), TaxCases.Service(33_333.33m, new LocalDate(2026, 6, 3)), TaxCases.Server(99_999.99m, new LocalDate(2025, 7, 7)))
            .WithBenefits(TaxCases.Cash((new LocalDate(2025, 9, 9), 123_456.78m), (new LocalDate(2027, 9, 9), 456_789.01m)));
        AfterTaxResult result = source.AfterTax();
        Check(result.YearlyTable(), 10);
        Check(result.PrintedTable(0.01m), 2);

        void Check(IReadOnlyList<AfterTaxRow> rows, int digits)
        {
            Assert.Equal(decimal.Round(result.TotalCost.Value.Amount, digits, MidpointRounding.AwayFromZero), decimal.Round(rows.Sum(row => row.Cost.Amount), digits));
            Assert.Equal(decimal.Round(result.TotalBenefit.Value.Amount, digits, MidpointRounding.AwayFromZero), decimal.Round(rows.Sum(row => row.Benefit.Amount), digits));
            Assert.Equal(decimal.Round(result.Tax.Value.Amount, digits, MidpointRounding.AwayFromZero), decimal.Round(rows.Sum(row => row.Tax.Amount), digits));
            Assert.Equal(decimal.Round(result.DeductibleCost.Value.Amount, digits, MidpointRounding.AwayFromZero), decimal.Round(rows.Sum(row => row.DeductibleCost.Amount), digits));
            Assert.Equal(decimal.Round(result.CreditedVat.Value.Amount, digits, MidpointRounding.AwayFromZero), decimal.Round(rows.Sum(row => row.CreditedVat.Amount), digits));
            decimal sum = 0;
            Assert.All(rows, row => Assert.Equal(decimal.Round(sum += row.Net.Amount, digits), decimal.Round(row.CumulativeNet.Amount, digits)));
        }
    }

    private static (LocalDate Date, decimal Amount)[] Payments(InvestmentCase source, int period) =>
        [.. new TaxedPeriod(new TaxableFlows(RoiEvaluator.Evaluate(source).Projection, TaxRules.China), period).Payments];
}
