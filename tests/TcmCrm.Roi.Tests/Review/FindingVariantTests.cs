using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>What a rule says in its special cases, each with one just short of it; <see cref="ReviewRuleTests"/> has the rules themselves.</summary>
public class FindingVariantTests
{
    private const string Loss = "Loss";
    private const string Late = "Late";

    private static readonly InvestmentCase WithLoss = Case.WithBenefits(
        [.. Case.Benefits, BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Loss, Money.Cny(60_000)).AsDisbenefit()]);

    private static readonly InvestmentCase WithTerm = Case.WithCosts(
        new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(150), BillingCycle.Monthly, term: CostTerm.OfMonths(24))));

    private static readonly InvestmentCase WithLateWork = Case.WithCosts(
        [.. Case.Costs, CostItem.OfAmounts(CostCategory.Implementation, Late, [new DatedAmount(new LocalDate(2026, 12, 1), Money.Cny(50_000))])]);

    /// <summary>The id of what is found, what is observed, and whether it is found.</summary>
    public static TheoryData<string, string, bool> Variants => new()
    {
        { "benefitWithoutEvidence.loss", "a loss that nobody measured", true },
        { "benefitWithoutEvidence.loss", "a loss that is due for five months", false },
        { "benefitUnverified.loss", "a loss not measured for six months", true },
        { "benefitUnverified.loss", "a loss not measured for five months", false },
        { "dataGap.loss", "a loss with a gap of three", true },
        { "dataGap.loss", "a loss with a gap of two", false },
        { "dataGap.kpi", "a KPI with a gap of three", true },
        { "dataGap.kpi", "a KPI with a gap of two", false },
        { "lowAdoption.all", "71 of 100 use it", true },
        { "lowAdoption.all", "72 of 100 use it", false },
        { "contractTermContradicts.ends", "a term of 24 that ends after 18", true },
        { "contractTermContradicts.ends", "a term of 24 that ends after 24", false },
        { "duplicateActuals.benefit", "a benefit row twice", true },
        { "duplicateActuals.benefit", "a benefit row in two parts", false },
        { "benefitImplausible.total", "running totals", true },
        { "benefitImplausible.total", "running totals that fall once", false },
        { "duplicateActuals.near", "two months almost twice", true },
        { "duplicateActuals.near", "one month almost twice", false },
        { "costNotBooked.lower", "three bills at 66 %", true },
        { "costNotBooked.lower", "three bills at 67 %", false },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void AVariant_IsFoundInItsCaseAndNotNearIt(string id, string observed, bool isFound)
    {
        Finding? finding = Review(observed).Findings.SingleOrDefault(found => found.Message.Id == id);
        Assert.Equal(isFound, finding is not null);
        if (finding is not null)
        {
            Assert.NotEqual(finding.Message.InEnglish(), finding.Message.InChinese());
            Assert.DoesNotContain("{", finding.Message.InEnglish() + finding.Message.InChinese(), StringComparison.Ordinal);
        }
    }

    /// <summary>An alarm of a KPI is told by its side, by a value or a sum, and with its season where it has one; and one step nearer to its baseline there is none. The mean is 51, the limits are 51 +- 5.32.</summary>
    [Theory]
    [InlineData("WinRate", false, 45, "kpiAlarm.limitBelow")]
    [InlineData("WinRate", false, 46, null)]
    [InlineData("WinRate", false, 70, null)]
    [InlineData("ChurnRate", false, 57, "kpiAlarm.limitAbove")]
    [InlineData("ChurnRate", false, 56, null)]
    [InlineData("ChurnRate", false, 30, null)]
    [InlineData("WinRate", true, 30, "kpiAlarm.limitBelow.season")]
    [InlineData("WinRate", true, 51, null)]
    [InlineData("ChurnRate", true, 72, "kpiAlarm.limitAbove.season")]
    [InlineData("ChurnRate", true, 51, null)]
    public void AnAlarm_IsToldByItsSideAndItsSeason(string kpi, bool hasSeason, int last, string? id)
    {
        // Before go-live two years with a season, or one without: then the last month.
        int before = hasSeason ? 36 : 12;
        decimal Value(int month) => hasSeason ? 51 + (decimal)Math.Round(12 * Math.Sin(month * Math.PI / 6), 3) + (month % 2) : 50 + (2 * (month % 2));
        IEnumerable<Actual> series = ReviewCases.Months(First.PlusMonths(-before), before + 18)
            .Select((month, k) => Actual.Kpi(kpi, month, k == before + 17 ? last + (hasSeason ? Value(k) - 51 : 0) : Value(k), 100));
        Assert.Equal(id is null ? [] : [id], Of([.. OnPlan(), .. series]).Findings.Select(finding => finding.Message.Id));
    }

    /// <summary>Half a year a little worse than the mean of 51: the sum tells it, up or down.</summary>
    [Theory]
    [InlineData("WinRate", -2.5, "kpiAlarm.sumBelow")]
    [InlineData("WinRate", 2.5, null)]
    [InlineData("ChurnRate", 2.5, "kpiAlarm.sumAbove")]
    [InlineData("ChurnRate", 0.5, null)]
    public void ASumOfSmallDeviations_IsToldByItsSide(string kpi, double off, string? id)
    {
        IEnumerable<Actual> series = ReviewCases.Months(First.PlusMonths(-12), 30).Select((month, k) => Actual.Kpi(kpi, month, k >= 24 ? 51 + (decimal)off : 50 + (2 * (k % 2)), 100));
        Assert.Equal(id is null ? [] : [id], Of([.. OnPlan(), .. series]).Findings.Select(finding => finding.Message.Id));
    }

    /// <summary>An overrun where nothing is due has no share of it, and one by seats and price names both.</summary>
    [Fact]
    public void AnOverrun_SaysHowFarAndWhy()
    {
        Finding early = Assert.Single(CaseReview.Review(WithLateWork, new Actuals([.. OnPlan(), Rows.Cost(Late, First.PlusMonths(10), 50_000)]), AsOf).Findings);
        Assert.Equal(("costOverrun", Late, 50_000m), (early.Rule, early.Subject, early.AtStake.Amount));
        Assert.Contains("overrunExtent.nothingDue", Parts(early));
        Finding both = Assert.Single(Of(OnPlan().Change(Seats, row => Rows.Cost(Seats, row.Month, 19_800, 120, 100))).Findings);
        Assert.Contains("overrunCause.both", Parts(both));
        Assert.Contains("overrunExtent.share", Parts(both));
        Assert.Contains("overrunCause.volume", Parts(Assert.Single(Of(OnPlan().Change(Seats, row => Rows.Cost(Seats, row.Month, 18_000, 120, 100))).Findings)));
    }

    /// <summary>Decisions that have nothing to do say so, and one step further they have.</summary>
    [Fact]
    public void ADecisionWithNothingToDo_SaysSo()
    {
        var contract = new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(2026, 7, 1))] };
        ReviewReport Used(decimal seats) => Of([.. OnPlan(), .. Months().Select(month => Actual.Seats(Seats, month, seats, 100))], contract);
        Assert.Equal(("nothingToFix", "gapWorth"), (Said(Of(OnPlan()), DecisionKind.Fix), Said(Of(OnPlan().Change(Service, row => row.Times(0.99m))), DecisionKind.Fix)));
        Assert.Equal(("noUnusedSeats", "seatsNotRenewed"), (Said(Used(100), DecisionKind.Renegotiate), Said(Used(99), DecisionKind.Renegotiate)));
        Assert.Equal("nothingToRenegotiate", Said(Of(OnPlan(), contract), DecisionKind.Renegotiate));
    }

    private static string Said(ReviewReport report, DecisionKind kind) => report.Decisions.Single(decision => decision.Kind == kind).Message.Id;

    private static IEnumerable<string> Parts(Finding finding) => finding.Message.Arguments.Select(argument => argument.Value).OfType<Message>().Select(part => part.Id);

    private static ReviewReport Review(string observed) => observed switch
    {
        "a loss that nobody measured" => Losses(_ => false),
        "a loss that is due for five months" => CaseReview.Review(WithLoss, new Actuals(ReviewCases.OnPlan(Case, First.PlusMonths(4))), First.PlusMonths(4)),
        "a loss not measured for six months" => Losses(month => month < 12),
        "a loss not measured for five months" => Losses(month => month < 13),
        "a loss with a gap of three" => Losses(month => month is < 6 or > 8),
        "a loss with a gap of two" => Losses(month => month is < 6 or > 7),
        "a KPI with a gap of three" => Kpi(month => month is < 6 or > 8),
        "a KPI with a gap of two" => Kpi(month => month is < 6 or > 7),
        "71 of 100 use it" => Of([.. OnPlan(), .. Months().Select(month => Actual.Adoption(month, 71, 100))]),
        "72 of 100 use it" => Of([.. OnPlan(), .. Months().Select(month => Actual.Adoption(month, 72, 100))]),
        "a term of 24 that ends after 18" => Ends(new LocalDate(2026, 1, 1)),
        "a term of 24 that ends after 24" => Ends(new LocalDate(2026, 7, 1)),
        "a benefit row twice" => CaseReview.Review(Case, new Actuals([.. OnPlan(), Rows.Benefit(Service, AsOf, 10_000)], allowDuplicates: true), AsOf),
        "a benefit row in two parts" => CaseReview.Review(Case, new Actuals([.. OnPlan(), Rows.Benefit(Service, AsOf, 9_000)], allowDuplicates: true), AsOf),
        "running totals" => Of(OnPlan().Change(Service, row => Rows.Benefit(Service, row.Month, 9_000 * (1 + MonthsSince(row))))),
        "running totals that fall once" => Of(OnPlan().Change(Service, row => Rows.Benefit(Service, row.Month, MonthsSince(row) == 9 ? 1_000 : 9_000 * (1 + MonthsSince(row))))),
        "two months almost twice" => Of([.. OnPlan(), Rows.Benefit(Service, First, 10_001), Rows.Benefit(Service, First.PlusMonths(1), 10_001)]),
        "one month almost twice" => Of([.. OnPlan(), Rows.Benefit(Service, First, 10_001)]),
        "three bills at 66 %" => Of(OnPlan().Change(Seats, row => row.Month > AsOf.PlusMonths(-3) ? row.Times(0.66m) : row)),
        "three bills at 67 %" => Of(OnPlan().Change(Seats, row => row.Month > AsOf.PlusMonths(-3) ? row.Times(0.67m) : row)),
        _ => throw new ArgumentOutOfRangeException(nameof(observed), observed, null),
    };

    private static int MonthsSince(Actual row) => (12 * (row.Month.Year - First.Year)) + row.Month.Month - First.Month;

    private static ReviewReport Losses(Func<int, bool> isMeasured) => CaseReview.Review(
        WithLoss, new Actuals([.. OnPlan(), .. Months().Where((_, month) => isMeasured(month)).Select(month => Rows.Benefit(Loss, month, -5_000))]), AsOf);

    private static ReviewReport Kpi(Func<int, bool> isObserved) => Of([
        .. OnPlan(), Actual.Baseline("WinRate", First.PlusMonths(-1), 30, 100),
        .. Months().Where((_, month) => isObserved(month)).Select(month => Actual.Kpi("WinRate", month, 30, 100))]);

    private static ReviewReport Ends(LocalDate end) => CaseReview.Review(
        WithTerm, new Actuals(ReviewCases.OnPlan(WithTerm, AsOf)), AsOf, new ReviewSettings { Contracts = [new ContractTerms(Seats, end, 0)] });
}
