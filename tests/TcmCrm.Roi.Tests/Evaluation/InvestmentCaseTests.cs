using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Evaluation;

public class InvestmentCaseTests
{
    private const string RateRange = "above -1 (-100 %) and at most 1 (100 %)";
    private static readonly LocalDate GoLive = new(2025, 3, 1);

    private static InvestmentCase Empty { get; } = InvestmentCase.Create("case", Currency.Cny, GoLive);

    public static TheoryData<decimal> AllowedRates => [-0.9999m, 0, 1];

    public static TheoryData<decimal, string> RefusedRates => new() { { -1, "-1" }, { -1.5m, "-1.5" }, { 1.0001m, "1.0001" }, { 8, "8" } };

    [Fact]
    public void RateInPerCent_IsTaughtAsAFraction() =>
        Assert.Contains("for 8 % write 0.08", Assert.Throws<ArgumentOutOfRangeException>(() => Empty.WithDiscountRate(8)).Message, StringComparison.Ordinal);

    /// <summary>2015 for 2025: dates of lines and of go-live lie less than ten calendar years before the start, and at most ten years after it or in the longest period.</summary>
    [Theory]
    [InlineData("2015-12-31", false)]
    [InlineData("2016-01-01", true)]
    [InlineData("2035-01-01", true)]
    [InlineData("2035-01-02", false)]
    public void DatesFarFromTheStart_AreRefused(string text, bool isTaken)
    {
        LocalDate date = LocalDatePattern.Iso.Parse(text).Value;
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, new LocalDate(2025, 3, 1), new LocalDate(2025, 1, 1));
        Func<object>[] doors =
        [
            () => source.WithGoLive(date), () => source.WithCosts(CostItem.OfAmounts(CostCategory.Software, "a", [new DatedAmount(date, Money.Cny(1))])),
            () => source.WithCosts(new CostItem("a", CostCategory.Software, CostBasis.OneOff(Money.Cny(1), date))),
            () => source.WithCosts(SoftwareCost.Subscription("a", 1, Money.Cny(1), BillingCycle.Monthly, new() { From = date })),
            () => source.WithCosts(SoftwareCost.Subscription("a", 1, Money.Cny(1), BillingCycle.Monthly, new() { SeatPlan = [new SeatStep(date, 2)] })),
            () => source.WithCosts(SoftwareCost.PerpetualLicense("a", Money.Cny(1), on: date)),
            () => source.WithCosts(TimeCost.Learning("a", 1, 1, Money.Cny(1), on: date)),
            () => source.WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "a", [new DatedAmount(date, Money.Cny(1))])),
        ];
        foreach (Func<object> door in doors)
        {
            if (isTaken)
            {
                Assert.NotNull(door());
            }
            else
            {
                string message = Assert.Throws<ArgumentOutOfRangeException>(door).Message;
                Assert.Contains(text, message, StringComparison.Ordinal);
                Assert.Contains("allowed: 2016-01-01 to 2035-01-01", message, StringComparison.Ordinal);
            }
        }

        if (date > source.Start)
        {
            Assert.NotNull(source.WithPeriods(EvaluationPeriod.Parse("P15Y")).WithCosts(CostItem.OfAmounts(CostCategory.Software, "a", [new DatedAmount(date, Money.Cny(1))])));
        }
    }

    [Fact]
    public void Periods_AreInOrderOfLengthFromTheStartInForce()
    {
        // From 1 February a month has 28 days, from 1 January 31; from 1 April it has the 30 of the other period.
        EvaluationPeriod days = EvaluationPeriod.Parse("P30D"), month = EvaluationPeriod.Parse("P1M");
        InvestmentCase february = InvestmentCase.Create("a", Currency.Cny, new LocalDate(2025, 2, 1)).WithPeriods(days, month);
        Assert.Equal([month, days], february.Terms.Periods);
        Assert.Equal([days, month], february.WithStart(new LocalDate(2025, 1, 1)).Terms.Periods);
        Refused.Argument("start", "P1M", () => february.WithStart(new LocalDate(2025, 4, 1)));
    }

    [Fact]
    public void NewCase_StatesNothing()
    {
        StatesNothing(InvestmentCase.Create("case", Currency.Cny, GoLive));
        Assert.Equal(new LocalDate(2025, 1, 1), InvestmentCase.Create("case", Currency.Cny, GoLive, new LocalDate(2025, 1, 1)).Start);
    }

    [Fact]
    public void EveryChange_IsInTheCopyAndNotInTheOriginal()
    {
        LocalDate start = new(2025, 1, 1);
        CostItem cost = CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(GoLive, Money.Cny(1))]);
        BenefitItem benefit = BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "saving", Money.Cny(1));
        ValuePool pool = ValuePool.Hours("hours", "hours of sales staff", 100);
        var rates = new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, start, 7)]);
        InvestmentCase changed = Empty
            .WithStart(start).WithDiscountRate(0.08m).WithReinvestment(0.05m, 0.03m).WithDayCount(DayCount.Thirty360).WithFlowTiming(FlowTiming.MidMonth)
            .WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.SixMonths).WithDeployment(DeploymentModel.Hybrid).WithCosts(cost).WithBenefits(benefit)
            .WithPools(pool).WithExchangeRates(rates).WithSource("the accounts of 2024");
        Assert.Equal(start, changed.Start);
        Assert.Equal(GoLive, changed.GoLive);
        Assert.Equal((0.08m, 0.05m, 0.03m), (changed.Terms.DiscountRate, changed.Terms.FinanceRate, changed.Terms.ReinvestmentRate));
        Assert.Equal((DayCount.Thirty360, FlowTiming.MidMonth, DeploymentModel.Hybrid), (changed.Terms.DayCount, changed.Terms.FlowTiming, changed.Deployment));
        Assert.Equal([EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear], changed.Terms.Periods);
        Assert.Same(cost, Assert.Single(changed.Costs));
        Assert.Same(benefit, Assert.Single(changed.Benefits));
        Assert.Same(pool, Assert.Single(changed.Pools));
        Assert.Same(rates, changed.ExchangeRates);
        Assert.Equal("the accounts of 2024", changed.Source);
        Assert.Equal("case (CNY, 1 costs, 1 benefits)", changed.ToString());
        StatesNothing(Empty);
    }

    [Theory]
    [MemberData(nameof(AllowedRates))]
    public void RatesWithinTheRange_AreTaken(decimal rate)
    {
        Assert.Equal(rate, Empty.WithDiscountRate(rate).Terms.DiscountRate);
        Assert.Equal(rate, Empty.WithReinvestment(rate, 0).Terms.FinanceRate);
        Assert.Equal(rate, Empty.WithReinvestment(0, rate).Terms.ReinvestmentRate);
        Assert.Equal(rate, new CaseTerms { DiscountRate = rate }.DiscountRate);
    }

    [Theory]
    [MemberData(nameof(RefusedRates))]
    public void RatesOutsideTheRange_AreNamed(decimal rate, string text)
    {
        Refused("DiscountRate", () => Empty.WithDiscountRate(rate));
        Refused("FinanceRate", () => Empty.WithReinvestment(rate, 0));
        Refused("ReinvestmentRate", () => Empty.WithReinvestment(0, rate));

        void Refused(string parameter, Func<object> call)
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
            Assert.Equal(parameter, error.ParamName);
            Assert.StartsWith(parameter + " is " + text + "; allowed: " + RateRange, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NameAndCurrency_AreNeeded()
    {
        Assert.Throws<ArgumentNullException>("name", () => InvestmentCase.Create(null!, Currency.Cny, GoLive));
        Assert.Throws<ArgumentException>("name", () => InvestmentCase.Create("\t", Currency.Cny, GoLive));
        ArgumentException error = Assert.Throws<ArgumentException>("currency", () => InvestmentCase.Create("case", Currency.None, GoLive));
        Assert.StartsWith("A case needs a currency; allowed: an ISO 4217 code such as CNY.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnnamedConventions_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("DayCount", () => Empty.WithDayCount((DayCount)99));
        Assert.Throws<ArgumentOutOfRangeException>("FlowTiming", () => Empty.WithFlowTiming((FlowTiming)99));
        Assert.Throws<ArgumentOutOfRangeException>("deployment", () => Empty.WithDeployment((DeploymentModel)99));
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => Empty.WithTaxBasis((TaxBasis)2));
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => Empty.WithPriceBasis((PriceBasis)2));
    }

    [Fact]
    public void MissingLists_AreNamed()
    {
        Assert.Throws<ArgumentNullException>("periods", () => Empty.WithPeriods(null!));
        Assert.Throws<ArgumentNullException>("periods", () => Empty.WithPeriods(EvaluationPeriod.OneYear, null!));
        Assert.Throws<ArgumentNullException>("costs", () => Empty.WithCosts(null!));
        Assert.Throws<ArgumentNullException>("costs", () => Empty.WithCosts([null!]));
        Assert.Throws<ArgumentNullException>("benefits", () => Empty.WithBenefits(null!));
        Assert.Throws<ArgumentNullException>("benefits", () => Empty.WithBenefits([null!]));
        Assert.Throws<ArgumentNullException>("pools", () => Empty.WithPools(null!));
        Assert.Throws<ArgumentNullException>("rates", () => Empty.WithExchangeRates(null!));
        Assert.Throws<ArgumentNullException>("source", () => Empty.WithSource(null!));
    }

    [Fact]
    public void NameThatStandsTwice_IsNamed()
    {
        BenefitItem benefit = BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "saving", Money.Cny(1));
        ValuePool pool = ValuePool.Hours("hours", "hours of sales staff", 100);
        ArgumentException error = Assert.Throws<ArgumentException>("benefits", () => Empty.WithBenefits(benefit, benefit.WithName("other"), benefit));
        Assert.StartsWith("'saving' stands twice; each name is allowed once.", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("'hours' stands twice", Assert.Throws<ArgumentException>("pools", () => Empty.WithPools(pool, pool)).Message, StringComparison.Ordinal);
        Assert.Equal(2, Empty.WithBenefits(benefit, benefit.WithName("Saving").WithId(new LineId("Saving"))).Benefits.Count);
    }

    [Fact]
    public void IdsStandOnceOverCostsAndBenefits()
    {
        CostItem cost = CostItem.OfAmounts(CostCategory.Software, "seats", [new DatedAmount(GoLive, Money.Cny(1))]);
        BenefitItem benefit = BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "seats", Money.Cny(1));
        Refused.Argument("benefits", "'seats' and 'seats' have the same id 'seats'", () => Empty.WithCosts(cost).WithBenefits(benefit));
        Refused.Argument("costs", "have the same id", () => Empty.WithBenefits(benefit).AddCosts(cost));
        Assert.Equal(new LineId("seats freed"), Empty.WithCosts(cost).AddBenefits(benefit.WithId(new LineId("seats freed"))).Benefits[0].Id);

        // Whoever says "users" would mean two costs.
        CostItem renamed = cost.WithName("users"), other = cost.WithName("seats").WithId(new LineId("users"));
        Refused.Argument("costs", "'users' is the name of one line and the id of 'seats'", () => Empty.WithCosts(renamed, other));
    }

    [Fact]
    public void Equality_ComparesEverything()
    {
        CostItem cost = CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(GoLive, Money.Cny(1))]);
        BenefitItem benefit = BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "saving", Money.Cny(1));
        InvestmentCase Of() => Empty.WithDiscountRate(0.08m).WithCosts(cost.WithName("licence")).WithBenefits(benefit.WithName("saving"));
        EqualityLaw.Holds(
            Of(), Of(), Of().WithName("other"), Of().WithStart(GoLive.PlusDays(-1)), Of().WithGoLive(GoLive.PlusDays(1)), Of().WithDiscountRate(0.09m), Of().WithSource("x"),
            Of().WithDeployment(DeploymentModel.Saas), Of().WithTaxBasis(TaxBasis.IncludingVat), Of().WithPriceBasis(PriceBasis.Real), Of().WithCosts(), Of().WithBenefits(benefit.WithOwner("x")), Of().WithPools(ValuePool.Hours("h", "hours", 1)),
            Of().WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, GoLive, 7)])), Of().WithDayCount(DayCount.Thirty360));
    }

    [Fact]
    public void ListGiven_IsCopied()
    {
        CostItem[] costs = [CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(GoLive, Money.Cny(1))])];
        InvestmentCase source = Empty.WithCosts(costs);
        costs[0] = costs[0].WithName("other");
        Assert.Equal("licence", source.Costs[0].Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void NumberOfPeriods_IsOneTo64(int count)
    {
        ArgumentException error = Assert.Throws<ArgumentException>("periods", () => Empty.WithPeriods(Days(count)));
        Assert.StartsWith($"There are {count} evaluation periods; allowed: 1 to 64.", error.Message, StringComparison.Ordinal);
        Assert.Single(Empty.WithPeriods(Days(1)).Terms.Periods!);
        Assert.Equal(64, Empty.WithPeriods(Days(64)).Terms.Periods!.Count);

        static EvaluationPeriod[] Days(int count) => [.. Enumerable.Range(1, count).Select(days => EvaluationPeriod.Of(Period.FromDays(days)))];
    }

    [Fact]
    public void PeriodsThatEndTogether_AreNamed()
    {
        // From 1 March a year is 365 days.
        ArgumentException error = Assert.Throws<ArgumentException>(
            "terms", () => Empty.WithPeriods(EvaluationPeriod.Parse("P365D"), EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear));
        Assert.Contains("P365D", error.Message, StringComparison.Ordinal);
        Assert.Contains("P1Y", error.Message, StringComparison.Ordinal);
        Assert.Contains("end on the same date; each is allowed once.", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, Empty.WithPeriods(EvaluationPeriod.Parse("P366D"), EvaluationPeriod.OneYear).Terms.Periods!.Count);
    }

    private static void StatesNothing(InvestmentCase source)
    {
        Assert.Equal("case", source.Name);
        Assert.Equal(Currency.Cny, source.Currency);
        Assert.Equal(GoLive, source.GoLive);
        Assert.Equal(GoLive, source.Start);
        Assert.Null(source.Terms.DiscountRate);
        Assert.Null(source.Terms.FinanceRate);
        Assert.Null(source.Terms.ReinvestmentRate);
        Assert.Null(source.Terms.DayCount);
        Assert.Null(source.Terms.FlowTiming);
        Assert.Null(source.Terms.Periods);
        Assert.Null(source.Deployment);
        Assert.Empty(source.Costs);
        Assert.Empty(source.Benefits);
        Assert.Empty(source.Pools);
        Assert.Null(source.Source);
    }
}
