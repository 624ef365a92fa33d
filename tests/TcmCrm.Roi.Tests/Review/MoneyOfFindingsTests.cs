using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>What a finding says it costs is no more than what there is, and no two findings tell the same money.</summary>
public class MoneyOfFindingsTests
{
    /// <summary>A survey of each quarter is complete; two of them left out are six months without a value.</summary>
    [Theory]
    [InlineData("2 5 8 11 14 17", 0)]
    [InlineData("2 5 8 11 14", 0)]
    [InlineData("2 5 8", 7)]
    [InlineData("2 5 14 17", 6)]
    [InlineData("5 11 17", 0)]
    [InlineData("0 1 2 3 4 5 6 7 8 12 13 14 15 16 17", 3)]
    [InlineData("0 1 2 3 4 5 6 7 8 11 12 13 14 15 16 17", 0)]
    [InlineData("0", 17)]
    public void ASurvey_HasGapsBeyondItsOwnSpacing(string observed, int missing)
    {
        ReviewReport report = Of([.. OnPlan(), .. observed.Split(' ').Select(month => Actual.Kpi("Nps", First.PlusMonths(int.Parse(month, null)), 30))]);
        Assert.Equal(missing == 0 ? [] : [(decimal)missing], report.Findings.Where(finding => finding.Message.Id == "dataGap.kpi").Select(finding => Convert.ToDecimal(finding.Evidence.Single(figure => figure.Name == "months").Value, null)));
    }

    /// <summary>Half of the people, and nine tenths of the benefit: what is missing is a tenth.</summary>
    [Theory]
    [InlineData(0.9, 18_000)]
    [InlineData(0.5, 90_000)]
    [InlineData(1, 0)]
    public void LowAdoption_CostsNoMoreThanItsLineLacks(decimal share, decimal lost)
    {
        ReviewReport report = Of([.. OnPlan().Change(Service, row => row.Times(share)), .. Months().Select(month => Actual.Adoption(month, 40, 100, line: Service))]);
        Assert.Equal(lost, report.Findings.Single(finding => finding.Rule == "lowAdoption").AtStake.Amount);
    }

    /// <summary>40,000 beside each of the last four bills keep coming, and are no overrun beside that.</summary>
    [Fact]
    public void WhatKeepsComingOutsideTheBills_IsToldOnce()
    {
        List<Actual> rows = [.. OnPlan(), .. Months().Skip(14).Select((month, i) => Rows.Cost(Seats, month, 40_000, document: "X" + i + "Y"))];
        ReviewReport report = Of(rows);
        Assert.Equal(["recurringUnplanned"], report.Findings.Select(finding => finding.Rule).Where(rule => rule is "recurringUnplanned" or "costOverrun"));
    }

    /// <summary>The actuals carry on what the case ends: the bills after that end are what differs, and no bill before.</summary>
    [Fact]
    public void AContractThatGoesOn_IsToldWithTheBillsAfterTheEndOfTheCase()
    {
        InvestmentCase ended = Case.WithCosts(new CostItem(
            Seats, CostCategory.Software,
            new SubscriptionCost(100, Money.Cny(150), BillingCycle.Monthly, term: CostTerm.OfMonths(24), renewal: ContractRenewal.Ends)));
        ReviewReport report = CaseReview.Review(ended, new Actuals(OnPlan()), AsOf, new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(2026, 1, 1), 12)] });
        Finding finding = report.Findings.Single(found => found.Rule == "contractTermContradicts");
        Assert.Equal(("contractTermContradicts.goesOn", 180_000m), (finding.Message.Id, finding.AtStake.Amount));
        Assert.Contains("the forecast has CNY 180,000.00 of bills after the end that the case has", finding.Message.InEnglish(), StringComparison.Ordinal);
    }
}
