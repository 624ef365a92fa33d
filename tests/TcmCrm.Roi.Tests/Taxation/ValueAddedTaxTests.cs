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

    // However a service is deducted: what is amortized is no less exempt.
    [Fact]
    public void Services_LoseTheExemptShareWhateverTheirTreatment()
    {
        InvestmentCase source = TaxCases.Case(new CaseTaxation(VatPayer.General) { VatExemptShare = 0.4m }, Day);
        Assert.Equal(1_024_000m, source.WithCosts(TaxCases.Service(1_060_000, Day).Taxed(TaxTreatment.Amortized(2))).Cost());
        CostItem configuration = CostItem.OfAmounts(CostCategory.Implementation, "configuration", [TaxCases.On(Day, 1_060_000)]).WithElement(CostElement.Configuration);
        Assert.Equal(1_024_000m, source.WithCosts(TaxCases.License(0, Day), configuration).Cost());
    }

    // 6,780,000 with 13 % are 6,000,000; of 780,000 credited 40 % are taken back in five years: 468,000 are left. In parts, also where one is paid after the
    // period: 60 of 60 months of 40 % of 390,000.
    [Fact]
    public void LimitsOfAnAsset_AreThoseOfTheWholeHoweverItIsPaid()
    {
        LocalDate later = new(2026, 6, 1);
        InvestmentCase source = TaxCases.Case(new CaseTaxation(VatPayer.General) { VatExemptShare = 0.4m }, Day, EvaluationPeriod.Parse("P6Y"));
        CostItem inParts = TaxCases.Server(1, Day).WithBasis(CostBasis.Amounts([TaxCases.On(Day, 3_390_000), TaxCases.On(later, 3_390_000)]));
        CostItem byInstalments = TaxCases.Server(1, Day).WithBasis(CostBasis.Instalments(
            new Money(6_780_000, Currency.Cny), [Instalment.AtSigning(Share.Percent(50)), Instalment.AtGoLive(Share.Percent(50))]));
        CostItem partlyAfter = TaxCases.Server(1, Day).WithBasis(CostBasis.Amounts([TaxCases.On(Day, 3_390_000), TaxCases.On(new LocalDate(2034, 1, 1), 3_390_000)]));
        Assert.Equal(468_000m, Credited(TaxCases.Server(6_780_000, Day)), 10);
        Assert.Equal(468_000m, Credited(inParts), 10);
        Assert.Equal(468_000m, Credited(byInstalments), 10);
        Assert.Equal(234_000m, Credited(partlyAfter), 10);
        foreach (CostItem cost in new[] { TaxCases.Server(6_780_000, Day), inParts, byInstalments, partlyAfter })
        {
            Message reason = Assert.Single(source.WithCosts(cost.Taxed(TaxTreatment.DeductedAtOnce)).AfterTax().Reasons);
            Assert.Equal("tax.tooLargeAtOnce", reason.Id);
            Assert.Equal(6_000_000m, decimal.Round(((Money)reason.Find("amount")!.Value!).Amount, 6));
        }

        decimal Credited(CostItem cost) => source.WithCosts(cost).AfterTax().CreditedVat.Value.Amount;
    }

    // Two licences of 3,000,000 are two assets, one of 6,000,000 is above the limit.
    [Theory]
    [InlineData(3_390_000, 2, 780_000)]
    [InlineData(6_780_000, 1, 468_000)]
    public void LimitOfALicence_IsThatOfTheUnit(int price, int units, int expected)
    {
        InvestmentCase source = TaxCases.Case(new CaseTaxation(VatPayer.General) { VatExemptShare = 0.4m }, Day, EvaluationPeriod.Parse("P6Y"));
        CostItem licence = TaxCases.License(1, Day).WithBasis(SoftwareCost.PerpetualLicense("licence", new Money(price, Currency.Cny), units).Basis);
        Assert.Equal((decimal)expected, source.WithCosts(licence).AfterTax().CreditedVat.Value.Amount, 10);
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

    // No rule ever had more than 17 %.
    [Fact]
    public void RateAboveEveryRule_IsAReason()
    {
        InvestmentCase Stated(decimal rate) => TaxCases.Case(TaxCases.General, Day).WithCosts(TaxCases.Service(100, Day).WithTax(new CostTax { VatRate = rate }));
        Message reason = Assert.Single(Stated(0.99m).AfterTax().Reasons);
        Assert.Equal("tax.vatRateTooHigh", reason.Id);
        Assert.Equal(0.17m, reason.Find("most")!.Value);
        Assert.Empty(Stated(0.17m).AfterTax().Reasons);
    }

    // Sold together with the licence the service bears 13 %: 113 / 1.13 = 100; before 2026 there is no such rule.
    [Fact]
    public void ServicesSoldWithALicence_BearItsRateFrom2026()
    {
        var tax = new CaseTaxation(VatPayer.General) { ServicesSoldWithLicense = true };
        InvestmentCase source = TaxCases.Case(tax, Day).WithCosts(TaxCases.License(113, Day), TaxCases.Service(113, Day));
        Assert.Equal(200m, source.Cost());

        // 113 of 2025 at the rate of services, 6 %: 106.6038 (113 / 1.06), and the licence of 2026 at 13 %: 100.
        AfterTaxResult earlier = source.WithStart(new LocalDate(2025, 6, 1)).WithGoLive(new LocalDate(2025, 6, 1))
            .WithCosts(TaxCases.License(113, Day), TaxCases.Service(113, new LocalDate(2025, 6, 1))).AfterTax();
        Assert.Equal([], earlier.Reasons);
        Assert.Equal(206.6038m, decimal.Round(earlier.TotalCost.Value.Amount, 4));
        Assert.Contains(earlier.Rules, rule => rule is { Kind: TaxRuleKind.VatOnServices, Value: 0.06m });
        Assert.DoesNotContain(earlier.Rules, rule => rule.Kind == TaxRuleKind.VatOnServicesWithLicense);
    }

    /// <summary>Benefits with tax of 103,000: at 1 % until the end of 2027, at 3 % before 2023 and from 2028 on.</summary>
    [Theory]
    [InlineData(2022, 12, 31, 100_000)]
    [InlineData(2023, 1, 1, 101_980.20)]
    [InlineData(2024, 1, 1, 101_980.20)]
    [InlineData(2026, 7, 1, 101_980.20)]
    [InlineData(2027, 12, 31, 101_980.20)]
    [InlineData(2028, 1, 1, 100_000)]
    public void LevyRateOfSmallScaleTaxpayers_IsLoweredForAWhile(int year, int month, int day, double expected)
    {
        var on = new LocalDate(year, month, day);
        AfterTaxResult result = TaxCases.Case(TaxCases.SmallScale, on).WithTaxBasis(TaxBasis.IncludingVat).WithBenefits(TaxCases.Cash((on, 103_000))).AfterTax();
        Assert.Equal((decimal)expected, decimal.Round(result.TotalBenefit.Value.Amount, 2));
        Assert.False(Assert.Single(result.Rules, rule => rule.Kind == TaxRuleKind.VatLevy).IsVerified);
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
        Assert.Equal(113_000 / 1.01m, source.WithTaxation(TaxCases.SmallScale).AfterTax().TotalBenefit.Value.Amount);
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
