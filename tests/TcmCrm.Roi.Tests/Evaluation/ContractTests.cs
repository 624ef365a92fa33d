using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>Contracts that end or renew within a case, and what is paid in advance for time after a period.</summary>
public class ContractTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    /// <summary>120 a year for 12 months, a saving of 200 a year.</summary>
    private static InvestmentCase Of(SubscriptionOptions options, params CostItem[] more) => InvestmentCase.Create("case", Currency.Cny, Start)
        .WithPeriods(EvaluationPeriod.ThreeYears)
        .WithCosts([SoftwareCost.Subscription("seats", 1, Money.Cny(120), BillingCycle.Yearly, options), .. more])
        .WithBenefits(OperatingCostReduction.FreedCost("saving", Money.Cny(200)));

    [Fact]
    public void SilentTerm_RenewsAtTheEscalatedPriceAndSaysSo()
    {
        RoiEvaluation silent = RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.OfMonths(12), PriceEscalationPerYear = 0.1m }));
        Assert.Equal(Money.Cny(120 + 132 + 145.2m), silent.Periods[0].TotalCost);
        Message assumed = Assert.Single(silent.AssumedTerms, term => term.Id == "assumedTerm.renewal");
        Assert.Equal(["seats"], assumed.Subjects);
        Assert.Equal(12m, assumed.Find("months")!.Value);
        Assert.Equal(Start.PlusYears(1), assumed.Find("date")!.Value);
        Assert.DoesNotContain(silent.Warnings, warning => warning.Code == "benefitBeyondContract");

        RoiEvaluation stated = RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.OfMonths(12), PriceEscalationPerYear = 0.1m, Renews = true }));
        Assert.Equal(silent.Periods[0].TotalCost, stated.Periods[0].TotalCost);
        Assert.DoesNotContain(stated.AssumedTerms, term => term.Id == "assumedTerm.renewal");
    }

    /// <summary>Software or service of any rhythm that is no longer paid for; not what is set up or trained, nor a last day that was taken for the first day after.</summary>
    [Theory]
    [InlineData(CostCategory.Software, 12, true)]
    [InlineData(CostCategory.Software, 36, false)]
    [InlineData(CostCategory.Maintenance, 12, true)]
    [InlineData(CostCategory.Maintenance, 36, false)]
    [InlineData(CostCategory.Implementation, 12, false)]
    public void OtherSoftwareThatEnds_IsWarnedOf(CostCategory category, int months, bool isWarned)
    {
        CostTerm term = CostTerm.OfMonths(months);
        foreach (CostBasis basis in new[]
        {
            CostBasis.Recurring(Money.Cny(10), BillingCycle.Monthly, term: term), CostBasis.Usage(10, Money.Cny(1), BillingCycle.Monthly, new() { Term = term }),
        })
        {
            RoiEvaluation evaluation = RoiEvaluator.Evaluate(Of(new()).WithCosts(new CostItem("fee", category, basis)));
            Assert.Equal(isWarned, evaluation.Warnings.Any(warning => warning.Code == "benefitBeyondContract"));
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(31, true)]
    public void ContractThatEndsDaysBeforeThePeriod_IsNotWarnedOf(int days, bool isWarned)
    {
        RoiEvaluation ends = RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.To(Start.PlusYears(3).PlusDays(-days)) }));
        Assert.Equal(isWarned, ends.Warnings.Any(warning => warning.Code == "benefitBeyondContract"));
    }

    [Fact]
    public void ContractThatEnds_IsWarnedOfWithTheBenefitAfterIt()
    {
        RoiEvaluation ends = RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.OfMonths(12), Renews = false }));
        Assert.Equal(Money.Cny(120), ends.Periods[0].TotalCost);
        Assert.Equal((600m - 120) / 120, ends.Periods[0].ReturnOnInvestment.Value);
        Message warning = Assert.Single(ends.Warnings, warning => warning.Code == "benefitBeyondContract");
        Assert.Equal(400, ((Money)warning.Find("amount")!.Value).Amount, 10);
        Assert.Equal(Start.PlusYears(1), warning.Find("date")!.Value);
        Assert.Contains(RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.To(Start.PlusYears(1)) })).Warnings, found => found.Code == "benefitBeyondContract");

        // Another contract takes over, or a licence stays.
        CostItem next = SoftwareCost.Subscription("next", 1, Money.Cny(120), BillingCycle.Yearly, new() { From = Start.PlusYears(1) });
        Assert.DoesNotContain(RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.OfMonths(12), Renews = false }, next)).Warnings, found => found.Code == "benefitBeyondContract");
        Assert.DoesNotContain(
            RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.OfMonths(12), Renews = false }, SoftwareCost.PerpetualLicense("licence", Money.Cny(120)))).Warnings,
            found => found.Code == "benefitBeyondContract");
    }

    /// <summary>What takes over, or runs on, is weighed: 120 a year ends after a year, and beside or after it stands something of another weight.</summary>
    [Theory]
    [InlineData("usage", 0.01, true)]
    [InlineData("usage", 1000, true)]
    [InlineData("maintenance", 5, true)]
    [InlineData("licence", 1, true)]
    [InlineData("licence", 119, true)]
    [InlineData("licence", 120, false)]
    [InlineData("next", 59, true)]
    [InlineData("next", 60, false)]
    [InlineData("larger", 121, false)]
    [InlineData("larger", 119, true)]
    public void WhatRunsOn_TakesOverByItsWeight(string what, double amount, bool isWarned)
    {
        Money price = Money.Cny((decimal)amount);
        CostItem other = what switch
        {
            "usage" => new CostItem("messages", CostCategory.Software, CostBasis.Usage(1, price, BillingCycle.Monthly, new())),
            "maintenance" => new CostItem("support", CostCategory.Maintenance, CostBasis.Recurring(price, BillingCycle.Monthly)),
            "licence" => SoftwareCost.PerpetualLicense("licence", price),
            "next" => SoftwareCost.Subscription("next", 1, price, BillingCycle.Yearly, new() { From = Start.PlusYears(1) }),
            _ => SoftwareCost.Subscription("larger", 1, price, BillingCycle.Yearly, new()),
        };
        RoiEvaluation ends = RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.OfMonths(12), Renews = false }, other));
        Assert.Equal(isWarned, ends.Warnings.Any(warning => warning.Code == "benefitBeyondContract"));
    }

    /// <summary>Three contracts that end are warned of together where each alone is smaller than what runs on.</summary>
    [Fact]
    public void ContractsThatEnd_AreWeighedTogether()
    {
        CostItem[] fees = [.. new[] { "a", "b", "c" }.Select(name => new CostItem(name, CostCategory.Software, CostBasis.Recurring(Money.Cny(10), BillingCycle.Monthly, term: CostTerm.OfMonths(12))))];
        foreach ((int beside, int expected) in new[] { (200, 3), (360, 0) })
        {
            InvestmentCase source = Of(new()).WithCosts([.. fees, SoftwareCost.Subscription("stays", 1, Money.Cny(beside), BillingCycle.Yearly, new())]);
            Assert.Equal(expected, RoiEvaluator.Evaluate(source).Warnings.Count(warning => warning.Code == "benefitBeyondContract"));
        }
    }

    /// <summary>A yearly bill three months before the end is a year's cost, not a quarter's.</summary>
    [Theory]
    [InlineData(100, true)]
    [InlineData(130, false)]
    public void BillOfAYear_IsNotBroughtToAYear(int amount, bool isWarned)
    {
        var fee = new CostItem("fee", CostCategory.Software, CostBasis.Recurring(Money.Cny(10), BillingCycle.Monthly, term: CostTerm.OfMonths(12)));
        CostItem stays = SoftwareCost.Subscription("stays", 1, Money.Cny(amount), BillingCycle.Yearly, new() { From = Start.PlusMonths(9) });
        Assert.Equal(isWarned, RoiEvaluator.Evaluate(Of(new()).WithCosts(fee, stays)).Warnings.Any(warning => warning.Code == "benefitBeyondContract"));
    }

    /// <summary>A service that ends is no end of software that was bought.</summary>
    [Fact]
    public void ServiceOfBoughtSoftware_IsNoContractOfIt()
    {
        var support = new CostItem("support", CostCategory.Maintenance, CostBasis.Recurring(Money.Cny(10), BillingCycle.Monthly, term: CostTerm.OfMonths(12)));
        foreach ((int price, bool isWarned) in new[] { (1000, false), (1, true) })
        {
            InvestmentCase source = Of(new()).WithCosts(support, CostItem.OfAmounts(CostCategory.Software, "bought", [new DatedAmount(Start, Money.Cny(price))]));
            Assert.Equal(isWarned, RoiEvaluator.Evaluate(source).Warnings.Any(warning => warning.Code == "benefitBeyondContract"));
        }
    }

    /// <summary>Only the term in months of a subscription renews: a date is an end, and so is the term of another recurring cost.</summary>
    [Fact]
    public void OtherTerms_End()
    {
        Assert.Equal(Money.Cny(120), RoiEvaluator.Evaluate(Of(new() { Term = CostTerm.To(Start.PlusYears(1)) })).Periods[0].TotalCost);
        var support = new CostItem("support", CostCategory.Maintenance, CostBasis.Recurring(Money.Cny(10), BillingCycle.Monthly, term: CostTerm.OfMonths(12)));
        Assert.Equal(Money.Cny(360 + 120), RoiEvaluator.Evaluate(Of(new(), support)).Periods[0].TotalCost);
    }

    [Fact]
    public void Renewal_NeedsATermInMonths()
    {
        Assert.Throws<ArgumentException>(() => Of(new() { Renews = false }));
        Assert.Throws<ArgumentException>(() => Of(new() { Renews = true, Term = CostTerm.To(Start.PlusYears(1)) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubscriptionCost(1, Money.Cny(1), BillingCycle.Monthly, term: CostTerm.OfMonths(1), renewal: (ContractRenewal)2));
    }

    /// <summary>A yearly bill and whole months after the end of the period.</summary>
    [Theory]
    [InlineData("P12M", 0)]
    [InlineData("P14M", 100)]
    [InlineData("P14M15D", 90)]
    [InlineData("P15M", 90)]
    [InlineData("P23M", 10)]
    [InlineData("P23M1D", 0)]
    [InlineData("P6M", 60)]
    public void UnexpiredPrepayment_IsByWholeMonths(string period, int expected)
    {
        PeriodResult result = RoiEvaluator.Evaluate(Of(new()), EvaluationSettings.Over(EvaluationPeriod.Parse(period))).Periods[0];
        Assert.Equal(expected, result.UnexpiredPrepayment.Amount, 10);
        decimal cost = result.TotalCost.Amount - expected;
        Assert.Equal((result.TotalBenefit.Amount - cost) / cost, result.ReturnOnInvestmentOnAccrual.Value, 10);
        Assert.Equal(expected > 0.05m * result.TotalCost.Amount, result.Warnings.Any(warning => warning.Code == "unexpiredPrepayment"));
    }

    /// <summary>What goes in is each bill's part for the months after the period, and nothing of what is paid once.</summary>
    [Fact]
    public void UnexpiredPrepayment_IsExplainedByItsLines()
    {
        InvestmentCase source = Of(new(), CostItem.OfAmounts(CostCategory.Software, "once", [new DatedAmount(Start, Money.Cny(1000))]));
        FigureExplanation line = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.Parse("P14M"))).Periods[0].Explain().Single(figure => figure.FormulaId == "unexpiredPrepayment");
        FigureInput input = Assert.Single(line.Inputs);
        Assert.Equal(("seats", "CNY"), (input.Name, input.Unit));
        Assert.Equal(100, decimal.Parse(input.Value, System.Globalization.CultureInfo.InvariantCulture), 10);
    }

    /// <summary>A little in advance is not worth a note: 60 of 1,320 are 4.5 %, of 1,180 more.</summary>
    [Theory]
    [InlineData(1200, false)]
    [InlineData(1000, true)]
    public void Prepayment_IsNotedAboveFivePerCentOfCost(int once, bool isNoted)
    {
        InvestmentCase source = Of(new(), CostItem.OfAmounts(CostCategory.Software, "once", [new DatedAmount(Start, Money.Cny(once))]));
        PeriodResult result = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.SixMonths)).Periods[0];
        Assert.Equal(isNoted, result.Warnings.Any(warning => warning.Code == "unexpiredPrepayment"));
    }

    /// <summary>Five seats more from 1 July are bought for six months, of which three lie after September.</summary>
    [Fact]
    public void SeatsAddedInACycle_ArePrepaidFromTheirOwnDay()
    {
        InvestmentCase source = Of(new() { SeatPlan = [new SeatStep(new LocalDate(2025, 7, 1), 6)] });
        PeriodResult result = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.Parse("P9M"))).Periods[0];
        Assert.Equal(30 + (5 * 120 * (184m / 365) / 2), result.UnexpiredPrepayment.Amount, 10);
    }

    [Fact]
    public void MonthlyBills_ArePaidUpAtAnyEnd() =>
        Assert.All(new[] { "P1M", "P45D", "P1Y" }, period => Assert.True(RoiEvaluator.Evaluate(
            InvestmentCase.Create("case", Currency.Cny, Start).WithCosts(new CostItem("a", CostCategory.Software, CostBasis.Recurring(Money.Cny(1), BillingCycle.Monthly))),
            EvaluationSettings.Over(EvaluationPeriod.Parse(period))).Periods[0].UnexpiredPrepayment.IsZero));
}
