using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>No list of a review can be changed by a cast.</summary>
public class ReviewClosedListTests
{
    [Fact]
    public void Lists_AreClosed()
    {
        var contract = new ContractTerms(Seats, new LocalDate(2026, 7, 1));
        ContractTerms[] contracts = [contract];
        IReviewRule[] rules = [.. ReviewRules.All, new FoundRule()];
        KpiDefinition[] kpis = [KpiCatalog.Csat];
        var settings = new ReviewSettings { Contracts = contracts, Rules = rules, Kpis = kpis };
        contracts[0] = null!;
        rules[0] = null!;
        kpis[0] = null!;
        Assert.Equal(contract, Assert.Single(settings.Contracts));
        Assert.Equal([.. ReviewRules.All.Select(rule => rule.Id), "found"], settings.Rules.Select(rule => rule.Id));

        var actuals = new Actuals([.. OnPlan().Change(Sales, _ => null), Actual.Kpi("WinRate", AsOf, 1, 2)]);
        BenefitsRegister register = BenefitsRegister.Approve(Case, ReviewCases.Start);
        ReviewReport report = CaseReview.ReviewVersion(register, actuals, AsOf, settings);
        Assert.NotEmpty(report.Findings);
        object[] lists =
        [
            actuals.All, register.Versions, settings.Contracts, settings.Rules, settings.Kpis, ReviewSettings.Default.Contracts, ReviewSettings.Default.Rules,
            ReviewSettings.Default.Kpis, ReviewRules.All, report.Lines, report.Forecast, report.Decisions, report.Findings, report.Register, report.Findings[0].Evidence,
            report.Context.Lines, report.Context.Found, report.Context.Contracts, report.Context.Kpis,
        ];
        Assert.All(lists, list =>
        {
            Assert.False(list is Array, list.ToString());
            Assert.True(((System.Collections.IList)list).IsReadOnly, list.ToString());
        });
    }

    /// <summary>What was found so far is seen live, and still cannot be changed.</summary>
    private sealed class FoundRule : IReviewRule
    {
        public string Id => "found";

        public IEnumerable<Finding> Examine(ReviewContext context)
        {
            Assert.NotEmpty(context.Found);
            Assert.True(((System.Collections.IList)context.Found).IsReadOnly);
            return [];
        }
    }
}
