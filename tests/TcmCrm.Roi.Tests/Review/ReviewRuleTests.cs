using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;
using static TcmCrm.Roi.Tests.Review.ReviewCases;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Every rule: a case that fires it, and one just short of it that does not.</summary>
public class ReviewRuleTests
{
    private static readonly YearMonth GoLive = new(2024, 9);

    /// <summary>The rule, what changes from the plan, and the money at stake when it fires.</summary>
    private static readonly (string Rule, string Change, decimal? AtStake)[] Situations =
    [
        // 100 x 150 a month for 16 months to December 2025; adoption 71 of 80 planned is 0.8875, 72 is 0.9.
        ("lowAdoption", "adoption 71", 562.50m),
        ("lowAdoption", "adoption 72", null),
        ("unusedSeats", "seats 89", 18 * 15_000 * 0.11m),
        ("unusedSeats", "seats 90", null),
        ("retentionBelowPlan", "retention 850", 0m),
        ("retentionBelowPlan", "retention 890", null),
        ("retentionBelowPlan", "retention small", null),
        ("satisfactionFalling", "csat falling", 0m),
        ("satisfactionFalling", "csat flat", null),
        ("satisfactionFalling", "csat rising", null),
        ("satisfactionFalling", "csat five months", null),
        ("kpiAlarm", "win rate drop", 0m),
        ("kpiAlarm", "win rate steady", null),
        ("kpiAlarm", "win rate jump", null),
        ("kpiAlarm", "win rate old drop", null),
        ("unplannedCost", "unplanned 6000", 6_000m),
        ("unplannedCost", "unplanned 3000", null),
        ("costOverrun", "seats cost 1.11", 18 * 15_000 * 0.11m),
        ("costOverrun", "seats cost 1.10", null),
        ("benefitWithoutEvidence", "service unmeasured", 160_000m),
        ("benefitWithoutEvidence", "service measured once", null),
        ("benefitWithoutEvidence", "service unmeasured, due 5 months", null),
        ("benefitDelayed", "service 2 months late", 20_000m),
        ("benefitDelayed", "service 1 month late", null),
        ("benefitBelowPlan", "service 0.89", 17_600m),
        ("benefitBelowPlan", "service measured as nothing", 160_000m),
        ("benefitBelowPlan", "service 0.90", null),
        ("dataGap", "service gap 3", 30_000m),
        ("dataGap", "service gap 2", null),
        ("dataGap", "seats unpaid 3", null),
        ("dataGap", "seats paid by the quarter", null),
        ("costNotBooked", "seats unpaid 3", 45_000m),
        ("costNotBooked", "seats paid by the quarter", null),
        ("costNotBooked", "last seats unpaid", null),
        ("recurringUnplanned", "consultant in 3 of 4", 9_000m),
        ("recurringUnplanned", "consultant in 2 of 4", null),
        ("duplicateActuals", "service twice", 10_000m),
        ("duplicateActuals", "service twice, one document", 10_000m),
        ("duplicateActuals", "service twice, two documents", null),
        ("benefitUnverified", "service unmeasured for 6", 60_000m),
        ("benefitUnverified", "service unmeasured for 5", null),
        ("benefitImplausible", "service at 5 once", 40_000m),
        ("benefitImplausible", "service at 3 once", null),
        ("benefitImplausible", "service at 5 once, verified", null),
        ("creditNote", "seats credited 6000", 6_000m),
        ("creditNote", "seats credited 3000", null),
        ("creditNotReceived", "rebate not paid", 20_000m),
        ("creditNotReceived", "rebate paid", null),
        ("contractTermContradicts", "term of 24, renewal after 12", 180_000m),
        ("contractTermContradicts", "term of 24, renewal after 24", null),
        ("benefitBeyondContract", "contract ends", 120_000m),
        ("benefitBeyondContract", "contract renews", null),
        ("doubleCounting", "pool overdrawn", 160_000m),
        ("doubleCounting", "pool holds", null),
        ("baselineMissing", "win rate without baseline", 0m),
        ("baselineMissing", "win rate with baseline", null),
        ("baselineMissing", "win rate since before", null),
    ];

    public static IEnumerable<object?[]> Cases => Situations.Select(situation => new object?[] { situation.Rule, situation.Change, situation.AtStake });

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARule_FiresInItsCaseAndNotNearIt(string rule, string change, decimal? atStake)
    {
        ReviewReport report = Build(change);
        Finding[] found = [.. report.Findings.Where(finding => finding.Rule == rule)];
        if (atStake is null)
        {
            Assert.Empty(found);
            return;
        }

        Finding finding = Assert.Single(found);
        Assert.Equal(atStake.Value, finding.AtStake.Amount);
        Assert.Single(report.Findings);
        Assert.NotEmpty(finding.Evidence);
        Assert.Contains(finding.Message.InChinese(), character => character > 0x4e00);
    }

    [Fact]
    public void EveryBuiltInRule_HasAFiringCaseAndANearMiss()
    {
        foreach (IReviewRule rule in ReviewRules.All)
        {
            Assert.Contains(Situations, situation => situation.Rule == rule.Id && situation.AtStake is not null);
            Assert.Contains(Situations, situation => situation.Rule == rule.Id && situation.AtStake is null);
        }
    }

    [Fact]
    public void LowAdoptionThatCostsMoney_TakesItAndLeavesNothingForTheGeneralRule()
    {
        ReviewReport report = OnPlan().Change(Service, actual => actual.Times(0.75m))
            .Concat(Months(GoLive, 16).Select(month => Actual.Adoption(month, 60, 100, 0.8m, Service))).Review();
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal("lowAdoption", finding.Rule);
        Assert.Equal(Service, finding.Subject);
        Assert.Equal(40_000m, finding.AtStake.Amount);
        Assert.Equal(2_500m, finding.PerMonth.Amount);
        Assert.Equal("trainingAndWorkflow", finding.Action.Id);
    }

    [Fact]
    public void Retention_IsJudgedOnTheLatestObservationOfACohort()
    {
        // One cohort seen at tenure 6 below and at tenure 12 on plan: what counts is where it stands now.
        ReviewReport report = OnPlan().Concat(
        [
            Actual.Retention(Sales, new YearMonth(2025, 3), 800, 1_000, 6, 0.95m),
            Actual.Retention(Sales, new YearMonth(2025, 9), 900, 1_000, 12, 0.9m),
        ]).Review();
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Findings_AreRankedByMoney()
    {
        ReviewReport report = OnPlan()
            .Change(Service, actual => actual.Times(0.5m))
            .Change(Seats, actual => actual.Times(1.2m))
            .Append(Rows.UnplannedCost("Consultant", new YearMonth(2025, 3), 30_000))
            .Append(Actual.Kpi("WinRate", new YearMonth(2025, 12), 30, 100))
            .Review();
        Assert.Equal(["benefitBelowPlan", "costOverrun", "unplannedCost", "baselineMissing"], report.Findings.Select(finding => finding.Rule));
        Assert.Equal([80_000m, 54_000m, 30_000m, 0m], report.Findings.Select(finding => finding.AtStake.Amount));
    }

    [Fact]
    public void HostsAddRulesAndActions()
    {
        var action = new Message("callTheVendor");
        ReviewReport report = OnPlan().Change(Seats, actual => actual.Times(1.5m))
            .Review(new ReviewSettings { Rules = [.. ReviewRules.All, new HostRule(action)] });
        Assert.Equal(["costOverrun", "hostRule"], report.Findings.Select(finding => finding.Rule));
        Assert.Same(action, report.Findings[1].Action);
        Assert.Equal("hostRule(subject: host, after: costOverrun)", report.Findings[1].Message.ToString());
        Assert.Equal("after costOverrun", Language.Of("en").With(new HostWords()).Say(report.Findings[1].Message));
        Assert.Throws<ArgumentException>(() => new ReviewSettings { Rules = [ReviewRules.LowAdoption, ReviewRules.LowAdoption] });
    }

    private static ReviewReport Build(string change)
    {
        List<Actual> plan = OnPlan();
        IEnumerable<Actual> Adoption(int active) => Months(GoLive, 16).Select(month => Actual.Adoption(month, active, 100, 0.8m, CrossSelling));
        IEnumerable<Actual> SeatsUsed(int used) => Months(Start.ToYearMonth(), 18).Select(month => Actual.Seats(Seats, month, used, 100));
        IEnumerable<Actual> Kpi(string id, YearMonth first, int count, Func<int, decimal> value) =>
            Months(first, count).Select((month, k) => Actual.Kpi(id, month, value(k), 1_000));
        Actual? Gap(Actual actual, int months) => actual.Month > new YearMonth(2025, 2) && actual.Month <= new YearMonth(2025, 2).PlusMonths(months) ? null : actual;

        // A small wave that no rule takes for a trend or an alarm.
        static decimal Wave(int k) => 500 + (new[] { 0, 8, -6, 5, -8, 6, -3, 4, -5, 2 }[k % 10]);
        YearMonth before = new(2023, 9);
        return change switch
        {
            "adoption 71" => plan.Change(CrossSelling, _ => null).Concat(CrossSellingZero()).Concat(Adoption(71)).Review(NoBenefitRules),
            "adoption 72" => plan.Concat(Adoption(72)).Review(),
            "seats 89" => plan.Concat(SeatsUsed(89)).Review(),
            "seats 90" => plan.Concat(SeatsUsed(90)).Review(),
            "retention 850" => plan.Append(Actual.Retention(Sales, AsOf, 850, 1_000, 12, 0.9m)).Review(),
            "retention 890" => plan.Append(Actual.Retention(Sales, AsOf, 890, 1_000, 12, 0.9m)).Review(),
            "retention small" => plan.Append(Actual.Retention(Sales, AsOf, 17, 20, 12, 0.9m)).Review(),
            "csat falling" => plan.Concat(Kpi("Csat", before, 28, k => Wave(k) - (k >= 12 ? 4 * (k - 12) : 0))).Review(),
            "csat flat" => plan.Concat(Kpi("Csat", before, 28, Wave)).Review(),
            "csat rising" => plan.Concat(Kpi("Csat", before, 28, k => Wave(k) + (k >= 12 ? 4 * (k - 12) : 0))).Review(),
            "csat five months" => plan.Concat(Kpi("Csat", new YearMonth(2025, 8), 5, k => 900 - (10 * k))).Append(Actual.Baseline("Csat", GoLive, 0.9m)).Review(),
            "win rate drop" => plan.Concat(Kpi("WinRate", before, 28, k => k >= 26 ? 300 : Wave(k))).Review(),
            "win rate steady" => plan.Concat(Kpi("WinRate", before, 28, Wave)).Review(),
            "win rate jump" => plan.Concat(Kpi("WinRate", before, 28, k => k >= 26 ? 700 : Wave(k))).Review(),
            "win rate old drop" => plan.Concat(Kpi("WinRate", before, 28, k => k == 18 ? 460 : Wave(k))).Review(),
            "unplanned 6000" => plan.Append(Rows.UnplannedCost("Consultant", AsOf, 6_000)).Review(),
            "unplanned 3000" => plan.Append(Rows.UnplannedCost("Consultant", AsOf, 3_000)).Review(),
            "seats cost 1.11" => plan.Change(Seats, actual => actual.Times(1.11m)).Review(),
            "seats cost 1.10" => plan.Change(Seats, actual => actual.Times(1.10m)).Review(),
            "service unmeasured" => plan.Change(Service, _ => null).Review(),
            "service measured once" => plan.Change(Service, actual => actual.Month == GoLive ? actual : null).Review(new ReviewSettings { Rules = [ReviewRules.BenefitWithoutEvidence] }),
            "service unmeasured, due 5 months" => CaseReview.Review(
                Case, new Actuals(OnPlan(Case, new YearMonth(2025, 1)).Change(Service, _ => null)), new YearMonth(2025, 1)),
            "service 2 months late" => plan.Change(Service, actual => actual.Month < GoLive.PlusMonths(2) ? null : actual).Review(),
            "service 1 month late" => plan.Change(Service, actual => actual.Month < GoLive.PlusMonths(1) ? null : actual).Review(),
            "service 0.89" => plan.Change(Service, actual => actual.Times(0.89m)).Review(),
            "service measured as nothing" => plan.Change(Service, actual => actual.Times(0)).Review(),
            "service 0.90" => plan.Change(Service, actual => actual.Times(0.90m)).Review(),
            "service gap 3" => plan.Change(Service, actual => Gap(actual, 3)).Review(),
            "service gap 2" => plan.Change(Service, actual => Gap(actual, 2)).Review(),
            "seats unpaid 3" => plan.Change(Seats, actual => Gap(actual, 3)).Review(),
            "last seats unpaid" => plan.Change(Seats, actual => actual.Month == AsOf ? null : actual).Review(),
            "consultant in 3 of 4" => plan.Concat(new[] { 0, 1, 3 }.Select(k => Rows.UnplannedCost("Consultant", AsOf.PlusMonths(-k), 3_000))).Review(),
            "consultant in 2 of 4" => plan.Concat(new[] { 0, 3 }.Select(k => Rows.UnplannedCost("Consultant", AsOf.PlusMonths(-k), 3_000))).Review(),
            "service twice" => CaseReview.Review(Case, new Actuals([.. plan, plan.Last(row => row.Line == Service)], allowDuplicates: true), AsOf),
            "service twice, two documents" => CaseReview.Review(
                Case, new Actuals([.. plan.Where(row => row.Line != Service || row.Month != AsOf), Rows.Benefit(Service, AsOf, 10_000, document: "1"), Rows.Benefit(Service, AsOf, 10_000, document: "2")], allowDuplicates: true), AsOf),
            "service twice, one document" => CaseReview.Review(Case, new Actuals([.. plan, Rows.Benefit(Service, AsOf, 10_000, document: "2")]), AsOf),
            "service unmeasured for 6" => plan.Change(Service, actual => actual.Month > AsOf.PlusMonths(-6) ? null : actual).Review(),
            "service unmeasured for 5" => plan.Change(Service, actual => actual.Month > AsOf.PlusMonths(-5) ? null : actual).Review(),
            "service at 5 once" => plan.Change(Service, actual => actual.Month == AsOf ? actual.Times(5) : actual).Review(),
            "service at 3 once" => plan.Change(Service, actual => actual.Month == AsOf ? actual.Times(3) : actual).Review(),
            "service at 5 once, verified" => plan.Change(Service, actual => actual.Month == AsOf ? actual.Times(5) : actual).Append(Actual.Verified(Service, AsOf)).Review(),
            "seats credited 6000" => plan.Append(Rows.Cost(Seats, AsOf, -6_000)).Review(),
            "seats credited 3000" => plan.Append(Rows.Cost(Seats, AsOf, -3_000)).Review(),
            "rebate not paid" => CaseReview.Review(WithRebate, new Actuals(plan), AsOf),
            "rebate paid" => CaseReview.Review(WithRebate, new Actuals(plan.Append(Rows.Cost("Rebate", new YearMonth(2025, 8), -20_000))), AsOf),
            "term of 24, renewal after 12" => OfTerm(new ContractTerms(Seats, new LocalDate(2025, 7, 1), 12)),
            "term of 24, renewal after 24" => OfTerm(new ContractTerms(Seats, new LocalDate(2026, 7, 1), 24)),
            "contract ends" => CaseReview.Review(ServiceOnly, new Actuals(OnPlan(ServiceOnly, AsOf)), AsOf, new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(2026, 7, 1), 0)] }),
            "contract renews" => plan.Review(new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(2026, 7, 1), 12)] }),
            "seats paid by the quarter" => plan.Change(Seats, actual => actual.Month.Month % 3 == 1 ? actual.Times(3) : null).Review(),
            "pool overdrawn" => CaseReview.Review(Pooled(200), new Actuals(OnPlan(Pooled(200), AsOf)), AsOf),
            "pool holds" => CaseReview.Review(Pooled(300), new Actuals(OnPlan(Pooled(300), AsOf)), AsOf),
            "win rate without baseline" => plan.Concat(Kpi("WinRate", GoLive, 16, Wave)).Review(),
            "win rate with baseline" => plan.Concat(Kpi("WinRate", GoLive, 16, Wave)).Append(Actual.Baseline("WinRate", new YearMonth(2024, 6), 500, 1_000)).Review(),
            "win rate since before" => plan.Concat(Kpi("WinRate", GoLive.PlusMonths(-1), 17, Wave)).Review(),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "not a case"),
        };
    }

    /// <summary>Seats for 24 months, so that those of the last twelve are in no plan.</summary>
    private static ReviewReport OfTerm(ContractTerms contract)
    {
        InvestmentCase plan = Case.WithCosts(
            new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(150), BillingCycle.Monthly, term: CostTerm.OfMonths(24))), Case.Costs[1]);
        return CaseReview.Review(
            plan, new Actuals(OnPlan(plan, AsOf)), AsOf, new ReviewSettings { Contracts = [contract], Rules = [ReviewRules.ContractTermContradicts] });
    }

    private static InvestmentCase WithRebate => Case.AddCosts(
        CostItem.OfAmounts(CostCategory.Software, "Rebate", [new DatedAmount(new LocalDate(2025, 6, 30), Money.Cny(20_000))]).AsCredit());

    private static InvestmentCase ServiceOnly => Case.WithBenefits(Case.Benefits[1]);

    private static readonly ReviewSettings NoBenefitRules = new() { Rules = [ReviewRules.LowAdoption] };

    /// <summary>A benefit that was measured as nothing: its adoption costs nothing yet.</summary>
    private static IEnumerable<Actual> CrossSellingZero() => [Rows.Benefit(CrossSelling, new YearMonth(2025, 3), 0)];

    /// <summary>Both short-term benefits draw 150 hours each from one pool.</summary>
    private static InvestmentCase Pooled(decimal hours) => Case
        .WithPools(ValuePool.Hours("hours", "Service hours", hours))
        .WithBenefits([.. Case.Benefits.Select(benefit => benefit.IsLongTerm ? benefit : benefit.WithPoolDraws(new PoolDraw("hours", 150)))]);

    private sealed class HostRule(Message action) : IReviewRule
    {
        public string Id => "hostRule";

        public IEnumerable<Finding> Examine(ReviewContext context)
        {
            Money none = Money.Zero(context.Plan.Currency);
            var message = new Message(Id, MessageArgument.Text("subject", "host"), MessageArgument.Text("after", context.Found[0].Rule));
            yield return new Finding(message, context.SeverityOf(none), none, none, action);
        }
    }

    private sealed class HostWords : ITextSource
    {
        public string Language => "en";

        public IReadOnlyCollection<string> Ids => ["hostRule"];

        public string? Find(string id) => id == "hostRule" ? "after {after}" : null;
    }
}
