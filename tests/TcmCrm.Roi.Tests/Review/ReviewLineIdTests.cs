using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Everything that refers to a line does so by its id, or by its name where no line of the side has the id.</summary>
public class ReviewLineIdTests
{
    private static readonly InvestmentCase Renamed = Case
        .WithCosts(Case.Costs[0].WithName("Cloud seats"))
        .WithBenefits(Case.Benefits[0].WithName("Service desk"), Case.Benefits[1].WithName("Field sales"));

    [Fact]
    public void ARename_LosesNothing()
    {
        List<Actual> actuals =
        [
            .. OnPlan().Change(Service, actual => actual.Times(0.8m)), Actual.Seats(Seats, AsOf, 80, 100), Actual.Baseline(Service, First, 3), Actual.Verified(Sales, AsOf),
        ];
        var settings = new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(2026, 7, 1))] };
        ReviewReport before = CaseReview.Review(Case, new Actuals(actuals), AsOf, settings);
        ReviewReport after = CaseReview.Review(Renamed, new Actuals(actuals), AsOf, settings);
        Assert.Equal([Seats, Service, Sales], after.Lines.Select(line => line.Id.Text));
        Assert.Equal(["Cloud seats", "Service desk", "Field sales"], after.Lines.Select(line => line.Name));
        Assert.Equal(before.Lines.Select(line => line.Variance), after.Lines.Select(line => line.Variance));
        Assert.Equal(before.Decisions.Select(decision => decision.ToString()), after.Decisions.Select(decision => decision.ToString()));
        Assert.Equal((3m, BenefitStatus.Verified), (after.Register[0].Baseline, after.Register[1].Status));

        // Programs read the id, people the name.
        Assert.Equal(before.Findings.Select(finding => finding.ToString()), after.Findings.Select(finding => finding.ToString()));
        Finding finding = after.Findings.Single(finding => finding.Rule == "benefitBelowPlan");
        Assert.Equal(Service, finding.Subject);
        Assert.StartsWith("'Service desk' yields 20.0% less", finding.Message.InEnglish(), StringComparison.Ordinal);
        Assert.Same(after.Lines[1], after.Context.FindBenefit(Service));
        Assert.Same(after.Lines[1], after.Context.FindBenefit("Service desk"));
        Assert.Null(after.Context.FindCost(Service));
    }

    [Fact]
    public void AName_IsReadWhereNoLineHasTheId()
    {
        ReviewReport report = CaseReview.Review(
            Renamed, new Actuals([Rows.Cost("Cloud seats", First, 5), Rows.Cost(Seats, First, 7), Rows.Benefit("Field sales", First, 3)]), First);
        Assert.Equal([Money.Cny(12), Money.Cny(0), Money.Cny(3)], report.Lines.Select(line => line.Variance.Actual));
    }

    [Fact]
    public void OneObservation_ByIdAndByName_IsTwo() => Refused.Argument(
        "actuals", "There are two observations for Seats Cloud seats 2025-12 70/100; this kind has one a line and month.",
        () => CaseReview.Review(Renamed, new Actuals([Actual.Seats(Seats, AsOf, 80, 100), Actual.Seats("Cloud seats", AsOf, 70, 100)]), AsOf));

    [Fact]
    public void DoubleCounting_NamesItsLinesById()
    {
        InvestmentCase plan = Renamed.WithPools(ValuePool.Hours("hours", "Service hours", 200))
            .WithBenefits([.. Renamed.Benefits.Select(benefit => benefit.WithPoolDraws(new PoolDraw("hours", 150)))]);
        Finding finding = Assert.Single(CaseReview.Review(plan, new Actuals(OnPlan()), AsOf).Findings);
        Assert.Equal(("doubleCounting", "Service, Sales"), (finding.Rule, finding.Subject));
        Assert.Contains("'Service desk'", finding.Message.InEnglish(), StringComparison.Ordinal);
        Assert.Contains("“Service desk”、“Field sales”", finding.Message.InChinese(), StringComparison.Ordinal);
    }
}
