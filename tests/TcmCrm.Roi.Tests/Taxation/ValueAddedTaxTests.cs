using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Tests.Taxation;

/// <summary>Worked by hand from the rules in docs/tax.md.</summary>
public class ValueAddedTaxTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);

    [Fact]
    public void Licence_CostsAGeneralPayerThePriceWithoutTax_AndASmallOneThePriceWithIt()
    {
        Assert.Equal(1_000_000m, TaxCases.Case(TaxCases.General, Day).WithCosts(TaxCases.License(1_130_000, Day)).Cost());
        Assert.Equal(1_130_000m, TaxCases.Case(TaxCases.SmallScale, Day).WithCosts(TaxCases.License(1_130_000, Day)).Cost());
        Assert.Equal(130_000m, TaxCases.Case(TaxCases.General, Day).WithCosts(TaxCases.License(1_130_000, Day)).AfterTax().CreditedVat.Value.Amount);
        Assert.Equal(0m, TaxCases.Case(TaxCases.SmallScale, Day).WithCosts(TaxCases.License(1_130_000, Day)).AfterTax().CreditedVat.Value.Amount);
    }

    // 1,060,000 / 1.06 = 1,000,000 and 60,000 of tax; 60 % of it is credited: 1,060,000 - 36,000. All exempt: nothing is.
    [Theory]
    [InlineData(0, 1_000_000)]
    [InlineData(0.4, 1_024_000)]
    [InlineData(1, 1_060_000)]
    public void Services_LoseTheExemptShare(double exempt, int expected)
    {
        var tax = new CaseTaxation(VatPayer.General) { VatExemptShare = (decimal)exempt };
        Assert.Equal((decimal)expected, TaxCases.Case(tax, Day).WithCosts(TaxCases.Service(1_060_000, Day)).Cost());
    }

    // A licence that serves both is credited in full, one that serves exempt turnover alone not at all.
    [Theory]
    [InlineData(0.4, 1_000_000)]
    [InlineData(1, 1_130_000)]
    public void LongTermAsset_IsCreditedInFullUnlessAllIsExempt(double exempt, int expected)
    {
        var tax = new CaseTaxation(VatPayer.General) { VatExemptShare = (decimal)exempt };
        Assert.Equal((decimal)expected, TaxCases.Case(tax, Day).WithCosts(TaxCases.License(1_130_000, Day)).Cost());
    }

    // 10,000,000 without tax, 1,300,000 credited; 40 % exempt: 520,000 taken back over 60 months. From January 2026 a licence has twelve months of use in the
    // year: 104,000. A server begins the month after: eleven months, 95,333.33. Up to 5,000,000, and bought before 2026, nothing is taken back.
    [Fact]
    public void AssetOfMixedUseAboveTheThreshold_IsAdjustedEachYear()
    {
        var tax = new CaseTaxation(VatPayer.General) { VatExemptShare = 0.4m };
        Assert.Equal(10_104_000m, TaxCases.Case(tax, Day).WithCosts(TaxCases.License(11_300_000, Day)).Cost(), 10);
        Assert.Equal(10_095_333.33m, decimal.Round(TaxCases.Case(tax, Day).WithCosts(TaxCases.Server(11_300_000, Day)).Cost(), 2));
        Assert.Equal(5_000_000m, TaxCases.Case(tax, Day).WithCosts(TaxCases.License(5_650_000, Day)).Cost());
        LocalDate before = new(2025, 12, 1);
        Assert.Equal(10_000_000m, TaxCases.Case(tax, before).WithCosts(TaxCases.License(11_300_000, before)).Cost());

        AfterTaxResult life = TaxCases.Case(tax, Day, EvaluationPeriod.Parse("P6Y")).WithCosts(TaxCases.License(11_300_000, Day)).AfterTax();
        Assert.Equal(10_520_000m, life.TotalCost.Value.Amount, 10);
        Assert.Equal(780_000m, life.CreditedVat.Value.Amount, 10);
        Assert.Equal([0m, 104_000m, 104_000m, 104_000m, 104_000m, 104_000m, 0m], life.PrintedTable(0.01m).Select(row => row.IsInitial ? row.Cost.Amount - 10_000_000 : row.Cost.Amount));
    }

    // 17 % to April 2018, 16 % to March 2019, 13 % from then on; services 6 % throughout.
    [Theory]
    [InlineData(2018, 4, 30, 1_170_000)]
    [InlineData(2018, 5, 1, 1_160_000)]
    [InlineData(2019, 3, 31, 1_160_000)]
    [InlineData(2019, 4, 1, 1_130_000)]
    [InlineData(2025, 12, 31, 1_130_000)]
    [InlineData(2026, 1, 1, 1_130_000)]
    public void RateOfGoods_IsThatOfItsDate(int year, int month, int day, int gross)
    {
        LocalDate date = new(year, month, day);
        Assert.Equal(1_000_000m, TaxCases.Case(TaxCases.General, date).WithCosts(TaxCases.License(gross, date)).Cost());
        Assert.Equal(1_000_000m, TaxCases.Case(TaxCases.General, date).WithCosts(TaxCases.Service(1_060_000, date)).Cost());
    }

    [Fact]
    public void RulesBeforeAndAfter2026_AreTheOnesOfTheirTime()
    {
        LocalDate before = new(2025, 12, 31);
        Assert.Equal("财税〔2016〕36号", TaxCases.Case(TaxCases.General, before).WithCosts(TaxCases.Service(106, before)).AfterTax().Rules[0].Number);
        Assert.Equal("中华人民共和国增值税法", TaxCases.Case(TaxCases.General, Day).WithCosts(TaxCases.Service(106, Day)).AfterTax().Rules[0].Source);
    }

    // Before 1 May 2016 nobody knows here: a reason, not a guess.
    [Fact]
    public void DateBeforeEveryRule_IsAReason()
    {
        LocalDate date = new(2016, 4, 30);
        AfterTaxResult result = TaxCases.Case(TaxCases.General, date).WithCosts(TaxCases.Service(106, date)).AfterTax();
        Message reason = Assert.Single(result.Reasons);
        Assert.Equal("tax.noRule", reason.Id);
        Assert.Equal(date, reason.Find("date")!.Value);
        Assert.Equal(NotApplicableReason.NoTaxRule, result.NetPresentValue.Reason);
        Assert.Equal(NotApplicableReason.NoTaxRule, result.TotalCost.Reason);
        Assert.Equal(NotApplicableReason.NoTaxRule, result.InternalRateOfReturn.Reason);
        Assert.Empty(result.YearlyTable());
    }

    [Fact]
    public void PricesWithoutTax_CostThePriceOrThePriceAndTheTax()
    {
        InvestmentCase general = TaxCases.Case(TaxCases.General, Day).WithTaxBasis(TaxBasis.ExcludingVat).WithCosts(TaxCases.License(1_000_000, Day));
        Assert.Equal(1_000_000m, general.Cost());
        Assert.Equal(1_130_000m, general.WithTaxation(TaxCases.SmallScale).Cost());
        Assert.Equal(1_024_000m, TaxCases.Case(new CaseTaxation(VatPayer.General) { VatExemptShare = 0.4m }, Day)
            .WithCosts(TaxCases.Service(1_000_000, Day).WithTax(new CostTax { PriceIncludesVat = false })).Cost());
    }

    // A rate of its own wins over that of the element: 1,030,000 / 1.03.
    [Fact]
    public void RateOfTheLine_WinsOverTheElement() =>
        Assert.Equal(1_000_000m, TaxCases.Case(TaxCases.General, Day).WithCosts(TaxCases.Service(1_030_000, Day).WithTax(new CostTax { VatRate = 0.03m })).Cost());

    // Sold together with the licence the service bears 13 %: 113 / 1.13 = 100; before 2026 there is no such rule.
    [Fact]
    public void ServicesSoldWithALicence_BearItsRateFrom2026()
    {
        var tax = new CaseTaxation(VatPayer.General) { ServicesSoldWithLicense = true };
        InvestmentCase source = TaxCases.Case(tax, Day).WithCosts(TaxCases.License(113, Day), TaxCases.Service(113, Day));
        Assert.Equal(200m, source.Cost());
        AfterTaxResult earlier = source.WithStart(new LocalDate(2025, 6, 1)).WithGoLive(new LocalDate(2025, 6, 1))
            .WithCosts(TaxCases.License(113, Day), TaxCases.Service(113, new LocalDate(2025, 6, 1))).AfterTax();
        Assert.Equal("tax.noRule", Assert.Single(earlier.Reasons).Id);
    }

    // Credit 60,000 saves 7,200 of surcharges; a cashable benefit of 100,000 pays 13,000 x 12 % = 1,560.
    [Fact]
    public void Surcharges_AreSavedOnCredits_AndPaidOnBenefits()
    {
        var tax = new CaseTaxation(VatPayer.General) { SurchargeRate = 0.12m };
        AfterTaxResult result = TaxCases.Case(tax, Day).WithCosts(TaxCases.Service(1_060_000, Day)).WithBenefits(TaxCases.Cash((Day, 100_000))).AfterTax();
        Assert.Equal(992_800m, result.TotalCost.Value.Amount);
        Assert.Equal(98_440m, result.TotalBenefit.Value.Amount);
        Assert.Equal(98_440m, result.TaxableBenefit.Value.Amount);

        // A small-scale taxpayer credits nothing, and the turnover behind its margin is not known: nothing is counted.
        Assert.Equal(1_060_000m, TaxCases.Case(new CaseTaxation(VatPayer.SmallScale) { SurchargeRate = 0.12m }, Day).WithCosts(TaxCases.Service(1_060_000, Day)).Cost());
    }

    // 113,000 with tax at 13 % is 100,000; half exempt 113,000 / 1.065; small-scale at 3 %. Hours bear none.
    [Fact]
    public void BenefitsWithTax_LoseIt()
    {
        InvestmentCase source = TaxCases.Case(TaxCases.General, Day).WithTaxBasis(TaxBasis.IncludingVat).WithBenefits(TaxCases.Cash((Day, 113_000)));
        Assert.Equal(100_000m, source.AfterTax().TotalBenefit.Value.Amount);
        Assert.Equal(113_000 / 1.065m, source.WithTaxation(new CaseTaxation(VatPayer.General) { VatExemptShare = 0.5m }).AfterTax().TotalBenefit.Value.Amount);
        Assert.Equal(113_000 / 1.03m, source.WithTaxation(TaxCases.SmallScale).AfterTax().TotalBenefit.Value.Amount);
        Assert.Equal(106_603.77m, decimal.Round(source.WithTaxation(new CaseTaxation(VatPayer.General) { BenefitVatRate = 0.06m }).AfterTax().TotalBenefit.Value.Amount, 2));
        Assert.Equal(113_000m, source.WithBenefits(TaxCases.Cash((Day, 113_000)).WithClass(BenefitClass.Efficiency)).AfterTax().TotalBenefit.Value.Amount);
    }

    // A rebate of 106,000 with 6 % gives back 6,000 of credit too: 100,000 less cost.
    [Fact]
    public void Rebate_GivesTheCreditBack() =>
        Assert.Equal(900_000m, TaxCases.Case(TaxCases.General, Day).WithCosts(TaxCases.Service(1_060_000, Day), TaxCases.Service(106_000, Day, "rebate").AsCredit()).Cost());

    // Limits of the law are in yuan: 1,000,000 USD x 7 are above 5,000,000; without a rate there is no answer.
    [Fact]
    public void ThresholdInAnotherCurrency_AsksForARate()
    {
        var tax = new CaseTaxation(VatPayer.General) { VatExemptShare = 0.4m };
        InvestmentCase source = InvestmentCase.Create("case", Currency.Usd, Day).WithPeriods(EvaluationPeriod.OneYear).WithTaxation(tax)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(Day, new Money(1_130_000, Currency.Usd))]).WithElement(CostElement.PerpetualLicense));
        Assert.Equal("tax.noYuanRate", Assert.Single(source.AfterTax().Reasons).Id);
        Assert.Equal(1_010_400m, decimal.Round(source.WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, Day, 7m)])).Cost(), 6));
    }

    [Fact]
    public void HostsRule_ComesBeforeThoseOfTheLibrary()
    {
        TaxRules rules = TaxRules.China.With(new TaxRule(TaxRuleKind.VatOnServices, 0.09m, new LocalDate(2027, 1, 1)) { Source = "host", Number = "1", IsVerified = true });
        LocalDate later = new(2027, 1, 1);
        InvestmentCase source = TaxCases.Case(TaxCases.General, later).WithCosts(TaxCases.Service(109, later));
        Assert.Equal(100m, RoiEvaluator.Evaluate(source, new EvaluationSettings { TaxRules = rules }).AfterTax[0].TotalCost.Value.Amount);
        Assert.Equal(0.06m, rules.Find(TaxRuleKind.VatOnServices, new LocalDate(2026, 12, 31))!.Value);
    }
}
