using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>How people book and report, and what a review must not make of it: cost of 15,000 a month, benefits of 10,000 and 8,000, to December 2025.</summary>
public class ReviewHabitTests
{
    /// <summary>The months of the bills counted from July 2024, their amounts, and what is forecast for each month to come.</summary>
    public static TheoryData<string, int[], decimal[], decimal> Unplanned => new()
    {
        { "by the quarter", [2, 5, 8, 11, 14, 17], [9_000, 9_000, 9_000, 9_000, 9_000, 9_000], 3_000 },
        { "by the quarter, the next not due", [3, 6, 9, 12, 15], [9_000, 9_000, 9_000, 9_000, 9_000], 3_000 },
        { "by the half year", [4, 10, 16], [12_000, 15_000, 12_000], 13_000 / 6m },
        { "twice", [11, 14], [9_000, 9_000], 0 },
        { "no rhythm", [2, 5, 9, 16], [9_000, 9_000, 9_000, 9_000], 0 },
        { "no like amounts", [11, 14, 17], [2_000, 9_000, 9_000], 0 },
        { "over long ago", [2, 5, 8, 11], [9_000, 9_000, 9_000, 9_000], 0 },
    };

    [Theory]
    [MemberData(nameof(Unplanned))]
    public void MoneyOutsideThePlanAtARhythm_ComesAgain(string habit, int[] months, decimal[] amounts, decimal perMonth)
    {
        ReviewReport report = Of([.. OnPlan(), .. months.Zip(amounts, (month, amount) => Rows.UnplannedCost("Gateway", First.PlusMonths(month), amount))]);
        Assert.Equal(540_000 + amounts.Sum() + (18 * perMonth), decimal.Round(report.Forecast[^1].Forecast.TotalCost.Amount, 2));
        Finding finding = Assert.Single(report.Findings);
        Assert.True((finding.Message.Id == "recurringUnplanned.rhythm") == perMonth > 0, $"{habit}: {finding}");
        if (perMonth > 0)
        {
            Assert.Equal(decimal.Round(perMonth, 2), finding.PerMonth.Amount);
            Assert.Equal(amounts.Sum(), finding.AtStake.Amount);
            Assert.Equal(First.PlusMonths(months[0]), finding.Since);
        }
    }

    [Fact]
    public void APriceThatRoseOfLate_IsAnOverrunBeforeItsSumIs()
    {
        // 20 % more for the last nine months: 27,000 so far, a tenth of what is due, and twice as much for every month to come.
        ReviewReport report = Of(OnPlan().Change(Seats, row => row.Month > AsOf.PlusMonths(-9) ? row.Times(1.2m) : row));
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("costOverrun", 27_000m, 3_000m), (finding.Rule, finding.AtStake.Amount, finding.PerMonth.Amount));
        Assert.Equal(AsOf.PlusMonths(-8), finding.Since);
        Assert.Empty(Of(OnPlan().Change(Seats, row => row.Month > AsOf.PlusMonths(-9) ? row.Times(1.1m) : row)).Findings);
    }

    [Fact]
    public void AYearlyBillPaidByTheMonth_IsNoPrice()
    {
        InvestmentCase yearly = Case.WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(1_800), BillingCycle.Yearly)));
        ReviewReport report = CaseReview.Review(yearly, new Actuals(OnPlan()), AsOf);
        PeriodForecast forecast = report.Forecast[^1];
        Assert.Equal(540_000, decimal.Round(forecast.Forecast.TotalCost.Amount, 2));
        Assert.Equal(90_000, decimal.Round(forecast.Accrued.Amount, 2));
        MoneyRange.Holds(forecast.CostLower, Money.Cny(500_000), Money.Cny(540_000));
        MoneyRange.Holds(forecast.CostUpper, Money.Cny(540_000), Money.Cny(580_000));
    }

    /// <summary>A running total since the start of the year, told as if it were a half year: only its part of the new months counts.</summary>
    [Fact]
    public void ARowOfMonthsThatWereToldBefore_CountsOnceUntilItIsVerified()
    {
        Actual[] rows =
        [
            .. OnPlan().Change(Service, _ => null),
            Rows.Benefit(Service, new YearMonth(2024, 12), 60_000, from: First),
            Rows.Benefit(Service, new YearMonth(2025, 12), 180_000, from: First),
        ];
        ReviewReport report = Of(rows);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("benefitImplausible.overlap", Service, 60_000m, new YearMonth(2025, 12)), (finding.Message.Id, finding.Subject, finding.AtStake.Amount, finding.Since));
        Assert.Equal(36 * 18_000m, decimal.Round(report.Forecast[^1].Forecast.TotalBenefit.Amount, 2));

        ReviewReport verified = Of([.. rows, Actual.Verified(Service, AsOf)]);
        Assert.DoesNotContain(verified.Findings, found => found.Rule == "benefitImplausible");
        Assert.Equal((36 * 18_000m) + 60_000, decimal.Round(verified.Forecast[^1].Forecast.TotalBenefit.Amount, 2));
    }

    /// <summary>The case ends the contract after 24 months, and the actuals carry it on: the bills after that are in no plan, and in the forecast.</summary>
    [Theory]
    [InlineData(2026, 7, 0, 360_000, false)]
    [InlineData(2027, 1, 0, 360_000 + 90_000, true)]
    [InlineData(2027, 7, 0, 540_000, true)]
    [InlineData(2026, 7, 12, 540_000, true)]
    [InlineData(2026, 7, 24, 540_000, true)]
    public void AContractThatTheActualsCarryOn_IsPaidInTheForecast(int year, int month, int term, decimal cost, bool isFound)
    {
        InvestmentCase ended = Case.WithCosts(new CostItem(
            Seats,
            CostCategory.Software,
            new SubscriptionCost(100, Money.Cny(150), BillingCycle.Monthly, term: CostTerm.OfMonths(24), renewal: ContractRenewal.Ends)));
        var settings = new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(year, month, 1), term)] };
        ReviewReport report = CaseReview.Review(ended, new Actuals(OnPlan()), AsOf, settings);
        Assert.Equal(360_000, report.Forecast[^1].Plan.TotalCost.Amount);
        Assert.Equal(cost, report.Forecast[^1].Forecast.TotalCost.Amount);
        Finding? finding = report.Findings.SingleOrDefault(found => found.Rule == "contractTermContradicts");
        Assert.Equal(isFound, finding is not null);
        Assert.Equal(cost - 360_000, finding?.AtStake.Amount ?? 0);

        // No benefit lies beyond a contract that goes on.
        Assert.Equal(term == 0 && year == 2026, report.Findings.Any(found => found.Rule == "benefitBeyondContract" && found.AtStake.Amount >= 96_000));
    }
}
