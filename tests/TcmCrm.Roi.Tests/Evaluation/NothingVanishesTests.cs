using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>What is left out of a figure, or cannot be relied on, is said with its line and amount.</summary>
public class NothingVanishesTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    private static InvestmentCase Case { get; } = InvestmentCase.Create("case", Currency.Cny, Start.PlusMonths(2), Start)
        .WithPeriods(EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear)
        .WithCosts(Cost("licence", (0, 100)));

    [Fact]
    public void AmountsOutsideEveryPeriod_AreNamedWithTheirSum()
    {
        InvestmentCase source = Case
            .WithCosts(
                Cost("licence", (0, 100), (-1, 7), (12, 30), (13, 5)),
                new CostItem("late", CostCategory.Implementation, CostBasis.OneOff(Money.Cny(40), Start.PlusMonths(12))),
                TimeCost.ProductivityDip("dip", 1, 10, Money.Cny(10), Share.Percent(50), 4, new() { From = Start.PlusMonths(12).PlusDays(-14), IsConstant = true }))
            .WithBenefits(Benefit("saving", (11, 50), (12, 60)));
        Assert.Equal(
            [("amountBeforeStart", "licence", 7m), ("amountAfterEnd", "licence", 35m), ("amountAfterEnd", "late", 40m), ("amountAfterEnd", "dip", 100m), ("amountAfterEnd", "saving", 60m)],
            Found(source, "amountBeforeStart", "amountAfterEnd"));
    }

    [Fact]
    public void BenefitBeforeGoLive_IsNamed()
    {
        InvestmentCase source = Case.WithBenefits(Benefit("early", (0, 10), (1, 20), (2, 40)), Benefit("in time", (2, 40)), BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "margin", Money.Cny(12)));
        Assert.Equal([("benefitBeforeGoLive", "early", 30m)], Found(source, "benefitBeforeGoLive"));
        Assert.Empty(Found(source.WithGoLive(Start), "benefitBeforeGoLive"));
    }

    [Fact]
    public void RatesOfLongAgoAndReciprocals_AreNamed()
    {
        CostItem dollars = CostItem.OfAmounts(CostCategory.Software, "cloud", [new DatedAmount(Start, new Money(1, Currency.Usd)), new DatedAmount(Start.PlusMonths(2), new Money(1, Currency.Usd))]);
        InvestmentCase source = Case.WithCosts(dollars);
        Assert.Empty(Codes(source.WithExchangeRates(Rates(Currency.Usd, Currency.Cny, Start.PlusMonths(-10))), "staleExchangeRate"));
        Message stale = Assert.Single(RoiEvaluator.Evaluate(source.WithExchangeRates(Rates(Currency.Usd, Currency.Cny, Start.PlusMonths(-11)))).Warnings, warning => warning.Code == "staleExchangeRate");
        Assert.Equal(("staleExchangeRate", Start.PlusMonths(-11), Start.PlusMonths(2)), (stale.Id, stale.Find("dated")!.Value, stale.Find("flow")!.Value));
        Message reciprocal = Assert.Single(RoiEvaluator.Evaluate(source.WithExchangeRates(Rates(Currency.Cny, Currency.Usd, Start))).Warnings, warning => warning.Code == "staleExchangeRate");
        Assert.Equal("staleExchangeRate.reciprocal", reciprocal.Id);
    }

    [Fact]
    public void WeakEvidence_IsANoteEach()
    {
        BenefitItem line = BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "margin", Money.Cny(12));
        Assert.Equal(
            ["nothingMeasured", "nothingHasInterval", "fullEffectAtOnce", "benefitWithoutOwner"],
            Codes(Case.WithBenefits(line), "nothingMeasured", "nothingHasInterval", "fullEffectAtOnce", "benefitWithoutOwner"));
        Assert.Empty(Codes(
            Case.WithBenefits(line.WithOwner("sales").WithProfile(RealizationProfile.Linear(6)).WithInterval(new BenefitInterval(0.5m, 1.5m, Share.Percent(95)))),
            "nothingMeasured", "nothingHasInterval", "fullEffectAtOnce", "benefitWithoutOwner"));
        Assert.DoesNotContain("fullEffectAtOnce", Codes(Case.WithBenefits(line.WithAttribution(Share.Percent(99))), "fullEffectAtOnce"));
    }

    [Fact]
    public void TaxAndPriceBasis_StandInEveryResult()
    {
        foreach (InvestmentCase source in new[] { Case, Case.WithDiscountRate(0.1m).WithDayCount(DayCount.Thirty360).WithFlowTiming(FlowTiming.Dated) })
        {
            Message[] assumed = [.. RoiEvaluator.Evaluate(source).AssumedTerms];
            Assert.Equal(["assumedTerm.taxBasis", "assumedTerm.priceBasis"], assumed[^2..].Select(message => message.Id));
            Assert.Contains("含税", Language.Of("zh").Say(assumed[^2]), StringComparison.Ordinal);
            Assert.Contains("税前", Language.Of("zh").Say(assumed[^2]), StringComparison.Ordinal);
        }
    }

    /// <summary>What a case states of its bases stands in place of the words for silence, and changes no figure.</summary>
    [Theory]
    [InlineData(TaxBasis.IncludingVat, PriceBasis.Nominal, "含增值税", "名义")]
    [InlineData(TaxBasis.ExcludingVat, PriceBasis.Real, "不含增值税", "不变价格")]
    public void StatedBases_AreSaidAndChangeNothing(TaxBasis tax, PriceBasis prices, string taxWord, string priceWord)
    {
        InvestmentCase silent = Case.WithDiscountRate(0.1m).WithBenefits(Benefit("saving", (3, 150)));
        RoiEvaluation stated = RoiEvaluator.Evaluate(silent.WithTaxBasis(tax).WithPriceBasis(prices));
        Message[] assumed = [.. stated.AssumedTerms];
        Assert.Contains(taxWord, Language.Of("zh").Say(assumed[^2]), StringComparison.Ordinal);
        Assert.Contains("税前", Language.Of("zh").Say(assumed[^2]), StringComparison.Ordinal);
        Assert.Contains(priceWord, Language.Of("zh").Say(assumed[^1]), StringComparison.Ordinal);
        Assert.NotEqual(RoiEvaluator.Evaluate(silent).AssumedTerms[^1], assumed[^1]);
        Assert.Equal(RoiEvaluator.Evaluate(silent).Periods[1].NetPresentValue, stated.Periods[1].NetPresentValue);
    }

    /// <summary>1,200 a year, paid some time before the start: the months bought that lie behind it, in twelfths.</summary>
    [Theory]
    [InlineData("2024-12-31", 1100)]
    [InlineData("2024-12-01", 1100)]
    [InlineData("2024-07-01", 600)]
    [InlineData("2022-07-01", 600)]
    [InlineData("2024-01-01", 0)]
    [InlineData("2025-01-01", 0)]
    [InlineData("2025-02-01", 0)]
    public void BillBeforeTheStartForTimeAfterIt_IsNamed(string from, int prepaid)
    {
        LocalDate first = NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value;
        CostBasis[] bases =
        [
            CostBasis.Recurring(Money.Cny(1200), BillingCycle.Yearly, CostStart.On(first)),
            SoftwareCost.Subscription("seats", 12, Money.Cny(100), BillingCycle.Yearly, new() { From = CostStart.On(first) }).Basis,
            CostBasis.Usage(100, Money.Cny(1), BillingCycle.Yearly, new() { From = CostStart.On(first) }),
        ];
        foreach (CostBasis basis in bases)
        {
            (string, string, decimal)[] expected = prepaid == 0 ? [] : [("prepaidBeforeStart", "line", prepaid)];
            Assert.Equal(expected, Found(Case.WithCosts(new CostItem("line", CostCategory.Software, basis)), "prepaidBeforeStart"));
        }
    }

    /// <summary>6 a month from the first day, in return for 10 a month from the last: at most 6 is ever at stake.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(20, false)]
    public void RateOnNextToNothing_IsCautioned(int once, bool isCautioned)
    {
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Start).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(Cost("monthly", [.. Enumerable.Range(0, 12).Select(month => (month, 6))]), Cost("more", (6, 4), (0, once)))
            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "margin", Money.Cny(120)));
        Assert.Equal(isCautioned, RoiEvaluator.Evaluate(source).Periods[0].Warnings.Any(warning => warning.Code == "noRealInvestment"));
    }

    [Theory]
    [InlineData("P364D")]
    [InlineData("P11M")]
    public void NothingUnderAYear_IsAnnualised(string period)
    {
        InvestmentCase source = Case.WithDiscountRate(0.1m).WithBenefits(Benefit("saving", (3, 150)));
        PeriodResult result = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.Parse(period))).Periods[0];
        foreach (string id in new[] { "annualizedRoi", "internalRateOfReturn", "modifiedInternalRateOfReturn", "averageAnnualCost", "equivalentAnnualCost", "roiByConvention.nucleus", "roiByConvention.phillips" })
        {
            Assert.Equal(NotApplicableReason.PeriodUnderOneYear, Measure.Find(id)!.Of(result).Reason);
        }

        PeriodResult year = RoiEvaluator.Evaluate(source).Periods[1];
        Assert.All(new[] { "annualizedRoi", "internalRateOfReturn", "modifiedInternalRateOfReturn", "averageAnnualCost", "equivalentAnnualCost" }, id => Assert.True(Measure.Find(id)!.Of(year).IsApplicable));
    }

    /// <summary>-100, 230, -132 at year ends: 10 % and 20 %.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("lowestNonNegative", 0.1)]
    [InlineData("nearest:0.19", 0.2)]
    [InlineData("excel", 0.1)]
    public void OneOfSeveralRates_IsPickedByNameOnly(string? text, double? expected)
    {
        RateSelection? selection = null;
        Assert.Equal(text is not null, RateSelection.TryParse(text, out selection));
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Start).WithFlowTiming(FlowTiming.EndOfYear).WithTerms(new CaseTerms { RateSelection = selection })
            .WithPeriods(EvaluationPeriod.Parse("P2Y"))
            .WithCosts(Cost("licence", (0, 100), (18, 132)))
            .WithBenefits(Benefit("saving", (6, 230)));
        PeriodResult result = RoiEvaluator.Evaluate(source).Periods[0];
        Assert.Equal(RateStatus.Multiple, result.InternalRateOfReturn.Status);
        MeasureValue value = Measure.Find("internalRateOfReturn")!.Of(result);
        Message warning = Assert.Single(result.Warnings, warning => warning.Code == "multipleInternalRates");
        if (expected is { } rate)
        {
            Assert.Equal(rate, result.SelectedInternalRateOfReturn.Value, 1e-9);
            Assert.True(value.TryGetNumber(out double number));
            Assert.Equal(rate, number, 1e-9);
            Assert.Equal(text, warning.Find("selection")!.Value);
            Assert.Equal(text, selection!.ToString());
        }
        else
        {
            Assert.Equal(NotApplicableReason.MultipleRates, value.Reason);
            Assert.Equal("multipleInternalRates", warning.Id);
        }
    }

    private static (string Code, string Line, decimal Amount)[] Found(InvestmentCase source, params string[] codes) =>
        [.. RoiEvaluator.Evaluate(source).Warnings.Where(warning => codes.Contains(warning.Code)).Select(warning => (warning.Code, Assert.Single(warning.Subjects), ((Money)warning.Find("amount")!.Value).Amount))];

    private static string[] Codes(InvestmentCase source, params string[] codes) => [.. RoiEvaluator.Evaluate(source).Warnings.Select(warning => warning.Code).Where(codes.Contains)];

    private static ExchangeRates Rates(Currency from, Currency to, LocalDate date) => new([new ExchangeRate(from, to, date, 2)]);

    private static CostItem Cost(string name, params (int Month, int Amount)[] flows) => CostItem.OfAmounts(CostCategory.Software, name, flows.Select(Flow));

    private static BenefitItem Benefit(string name, params (int Month, int Amount)[] flows) => BenefitItem.OfAmounts(BenefitCategory.OperatingCost, name, flows.Select(Flow));

    private static DatedAmount Flow((int Month, int Amount) flow) => new(Start.PlusMonths(flow.Month), Money.Cny(flow.Amount));
}
