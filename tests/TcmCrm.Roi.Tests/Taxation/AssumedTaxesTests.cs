using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Taxation;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Taxation;

/// <summary>Figures after tax say whose tax they are and by which rates and years they were computed.</summary>
public class AssumedTaxesTests
{
    private static readonly LocalDate Day = new(2026, 1, 10);
    private static readonly CostItem[] Costs = [TaxCases.License(113_000, Day), TaxCases.Service(10_600, Day), TaxCases.Server(56_500, Day)];

    [Theory]
    [InlineData("en", "general taxpayer (VAT)", "income tax rate 15.0%", "40.0% of turnover is exempt", "surcharges are 12.0%", "13.0%, for: 'licence', 'server'", "6.0%, for: 'service'", "amortized over 10 years: 'licence'", "depreciated over 3 years: 'server'")]
    [InlineData("zh", "一般纳税人", "企业所得税税率为15.0%", "免征增值税的收入占40.0%", "附加税费按增值税税额的12.0%", "（13.0%）计算：“licence”、“server”", "（6.0%）计算：“service”", "“分期摊销”处理，年限10年：“licence”", "“计提折旧”处理，年限3年：“server”")]
    public void Company_RatesAndYears_AreSaid(string language, params string[] parts)
    {
        var tax = new CaseTaxation(VatPayer.General) { IncomeTaxRate = 0.15m, VatExemptShare = 0.4m, SurchargeRate = 0.12m };
        string said = Said(TaxCases.Case(tax, Day, EvaluationPeriod.ThreeYears).WithCosts(Costs), language);
        Assert.All(parts, part => Assert.Contains(part, said, StringComparison.Ordinal));
    }

    [Fact]
    public void SilentTerms_AreSaidWithTheirValues()
    {
        string said = Said(TaxCases.Case(TaxCases.SmallScale, Day).WithCosts(Costs), "zh");
        Assert.Contains("小规模纳税人", said, StringComparison.Ordinal);
        Assert.Contains("企业所得税税率采用25.0%", said, StringComparison.Ordinal);

        // Prices with tax count as they are: no rate is in the figures, and none is said to be.
        Assert.DoesNotContain("增值税税率”（", said, StringComparison.Ordinal);
    }

    /// <summary>What is said is what was used: services beside a licence bear their own rate before 2026 and that of the licence from then on.</summary>
    [Theory]
    [InlineData("2025-06-01", 0.06)]
    [InlineData("2026-06-01", 0.13)]
    public void RateThatIsSaid_IsTheOneOfTheFigures(string on, double rate)
    {
        LocalDate date = NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value;
        InvestmentCase source = TaxCases.Case(new CaseTaxation(VatPayer.General) { ServicesSoldWithLicense = true }, date).WithCosts(TaxCases.License(113, date), TaxCases.Service(106_000, date));
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
        Message[] said = [.. evaluation.AssumedTaxes.Where(message => message.Id == "assumedTerm.taxation.vatRate" && Language.Of("en").Say(message).Contains("service'", StringComparison.Ordinal))];
        Assert.Equal((decimal)rate, Assert.Single(said).Find("rate")!.Value);
        Assert.Equal(decimal.Round(100 + (106_000 / (1 + (decimal)rate)), 6), decimal.Round(evaluation.AfterTax[0].TotalCost.Value.Amount, 6));
    }

    /// <summary>Whatever the rates of the rules, each that went into a line is said, a later one with the date of its rule.</summary>
    [Fact]
    public void RatesThatChange_AreEachSaid()
    {
        var start = new LocalDate(2018, 1, 1);
        InvestmentCase source = TaxCases.Case(TaxCases.General, start, EvaluationPeriod.ThreeYears)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [TaxCases.On(start, 117), TaxCases.On(new LocalDate(2018, 6, 1), 116), TaxCases.On(new LocalDate(2019, 6, 1), 113)]).WithElement(CostElement.PerpetualLicense));
        Assert.Equal(300m, source.Cost());
        string said = Said(source, "zh");
        Assert.Contains("（17.0%）", said, StringComparison.Ordinal);
        Assert.Contains("自2018年5月1日起，下列成本按“货物（含软件产品）的增值税税率”（16.0%）", said, StringComparison.Ordinal);
        Assert.Contains("自2019年4月1日起，下列成本按“货物（含软件产品）的增值税税率”（13.0%）", said, StringComparison.Ordinal);
    }

    /// <summary>What the case states of a line is said as stated, beside what it leaves open.</summary>
    [Fact]
    public void StatedTreatments_AreSaidAsStated()
    {
        InvestmentCase source = TaxCases.Case(new CaseTaxation(VatPayer.General) { LossRelief = LossRelief.CarryForward, Payment = TaxPayment.YearEnd }, Day).WithCosts(
            TaxCases.License(113_000, Day).Taxed(TaxTreatment.Amortized(2)), TaxCases.Server(56_500, Day).WithTax(new CostTax { Treatment = TaxTreatment.Depreciated(salvage: 0.05m), VatRate = 0.03m }));
        string said = Said(source, "zh");
        Assert.Contains("年限2年：“licence”；本案例已说明", said, StringComparison.Ordinal);
        Assert.Contains("年限3年：“server”；本案例已说明方式，未说明年限", said, StringComparison.Ordinal);
        Assert.Contains("残值率为5.0%：“server”", said, StringComparison.Ordinal);
        Assert.Contains("增值税税率为3.0%：“server”；本案例已说明", said, StringComparison.Ordinal);
        Assert.Contains("最长5年；本案例未说明年限", said, StringComparison.Ordinal);
        Assert.Contains("年末缴纳", said, StringComparison.Ordinal);
    }

    /// <summary>Years that the law refuses are no assumption: no figure rests on them.</summary>
    [Fact]
    public void RefusedLossYears_AreNoAssumption()
    {
        var alone = new CaseTaxation(VatPayer.General) { LossRelief = LossRelief.CarryForward, LossYears = 12 };
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(TaxCases.Case(alone, Day).WithCosts(TaxCases.Service(1_060, Day)));
        Assert.Equal("tax.tooManyLossYears", Assert.Single(evaluation.AfterTax[0].Reasons).Id);
        Assert.DoesNotContain(evaluation.AssumedTaxes, message => message.Id.Contains("lossYears", StringComparison.Ordinal) || message.Id.Contains("carryForward", StringComparison.Ordinal));
    }

    /// <summary>Only equipment is deducted at once; what is refused is called what it is.</summary>
    [Theory]
    [InlineData(CostCategory.Implementation, CostElement.Training, "tax.serviceAtOnce")]
    [InlineData(CostCategory.Implementation, CostElement.Customization, "tax.serviceAtOnce")]
    [InlineData(CostCategory.Maintenance, CostElement.Support, "tax.serviceAtOnce")]
    [InlineData(CostCategory.Maintenance, CostElement.Upgrade, "tax.serviceAtOnce")]
    [InlineData(CostCategory.Software, CostElement.Subscription, "tax.serviceAtOnce")]
    [InlineData(CostCategory.Software, CostElement.PerpetualLicense, "tax.softwareAtOnce")]
    [InlineData(CostCategory.Maintenance, CostElement.Server, null)]
    public void DeductionAtOnce_IsOfEquipmentAlone(CostCategory category, CostElement element, string? reason)
    {
        CostItem cost = CostItem.OfAmounts(category, "line", [TaxCases.On(Day, 1_000)]).WithElement(element).Taxed(TaxTreatment.DeductedAtOnce);
        Assert.Equal(reason, TaxCases.Case(TaxCases.General, Day).WithCosts(cost).AfterTax().Reasons.SingleOrDefault()?.Id);
    }

    /// <summary>What goes with a licence is software like it; a rent for a server is a service.</summary>
    [Fact]
    public void ConfigurationBesideALicence_IsSoftware_AndHostingIsAService()
    {
        CostItem configuration = CostItem.OfAmounts(CostCategory.Implementation, "configuration", [TaxCases.On(Day, 1_000)]).WithElement(CostElement.Configuration).Taxed(TaxTreatment.DeductedAtOnce);
        Assert.Equal("tax.softwareAtOnce", Assert.Single(TaxCases.Case(TaxCases.General, Day).WithCosts(TaxCases.License(113, Day), configuration).AfterTax().Reasons).Id);
        CostItem hosting = new CostItem("hosting", CostCategory.Maintenance, CostBasis.Recurring(Money.Cny(100), BillingCycle.Monthly)).WithElement(CostElement.Server).Taxed(TaxTreatment.DeductedAtOnce);
        Assert.Equal("tax.serviceAtOnce", Assert.Single(TaxCases.Case(TaxCases.General, Day).WithCosts(hosting).AfterTax().Reasons).Id);
    }

    /// <summary>Terms and warnings of taxes are told apart, so that a report before tax need not show them.</summary>
    [Fact]
    public void TaxTermsAndWarnings_AreToldApart()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(TaxCases.Case(TaxCases.General, Day).WithCosts(Costs));
        Assert.Equal(evaluation.AssumedTerms.Where(message => message.Id.StartsWith("assumedTerm.taxation.", StringComparison.Ordinal)), evaluation.AssumedTaxes);
        Assert.Equal("taxRelief", Assert.Single(evaluation.TaxWarnings).Id);
        Assert.Contains(evaluation.TaxWarnings[0], evaluation.Warnings);
        RoiEvaluation plain = RoiEvaluator.Evaluate(evaluation.Case.WithTaxation(null));
        Assert.Empty(plain.AssumedTaxes);
        Assert.Empty(plain.TaxWarnings);
        Assert.Equal(evaluation.Warnings.Except(evaluation.TaxWarnings), plain.Warnings);
    }

    private static string Said(InvestmentCase source, string language) =>
        string.Join("\n", RoiEvaluator.Evaluate(source).AssumedTaxes.Select(Language.Of(language).Say)).ToString(CultureInfo.InvariantCulture);
}
