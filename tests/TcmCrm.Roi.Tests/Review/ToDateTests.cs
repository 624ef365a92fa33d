using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>The figures to date are no better than what the forecast counts, and a review after the case has ended speaks of its last month.</summary>
public class ToDateTests
{
    private static readonly YearMonth Odd = new(2024, 10);

    [Fact]
    public void ActualsThatAreThePlan_CountAsTheyStand()
    {
        ReviewReport report = Of(OnPlan());
        Assert.Equal(report.Realized, report.RealizedAsForecast);
        Assert.Equal(0, report.Doubted.Amount);
    }

    /// <summary>Ten months in one row: 90,000 in doubt, in the figures to date as in the forecast.</summary>
    [Fact]
    public void AnImplausibleMeasurement_IsInDoubtToDateAsWell()
    {
        List<Actual> rows = OnPlan().Change(Service, row => row.Month == Odd ? row.Times(10) : row);
        ReviewReport report = Of(rows);
        Assert.Equal(Money.Cny(324_000 + 90_000), report.Realized.Benefit);
        Assert.Equal((Money.Cny(324_000), Money.Cny(90_000)), (report.RealizedAsForecast.Benefit, report.Doubted));
        Assert.Equal(0.2m, report.RealizedAsForecast.ReturnOnInvestment.Value);
        Assert.Equal(BenefitStatus.OnTrack, report.Lines[1].Status);

        report = Of([.. rows, Actual.Verified(Service, AsOf)]);
        Assert.Equal(report.Realized, report.RealizedAsForecast);
    }

    /// <summary>Half of its plan in every month but one: the odd row does not hide that.</summary>
    [Fact]
    public void AnImplausibleMeasurement_HidesNoBenefitBelowPlan()
    {
        ReviewReport report = Of(OnPlan().Change(Service, row => row.Times(row.Month == Odd ? 9.5m : 0.5m)));
        Finding finding = Assert.Single(report.Findings, found => found.Rule == "benefitBelowPlan");
        Assert.Equal(90_000m, finding.AtStake.Amount);
        Assert.Equal(BenefitStatus.Missed, report.Lines[1].Status);
    }

    [Fact]
    public void ARowInTheWrongCurrency_IsInDoubtToDateAsWell()
    {
        InvestmentCase source = Case.WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2024, 1, 1), 7)]));
        ReviewReport report = CaseReview.Review(source, new Actuals(OnPlan().Change(Service, row => row.Month == Odd ? Actual.Benefit(Service, Odd, Money.Usd(10_000)) : row)), AsOf);
        Assert.Equal((Money.Cny(384_000), Money.Cny(324_000)), (report.Realized.Benefit, report.RealizedAsForecast.Benefit));
    }

    /// <summary>A loss of 5,000 a month, measured in three of 18 months: the rest counts as planned.</summary>
    [Fact]
    public void APlannedLossThatNobodyMeasured_IsInTheFiguresToDate()
    {
        InvestmentCase source = Case.WithBenefits([.. Case.Benefits, BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "Loss", Money.Cny(60_000)).AsDisbenefit()]);
        ReviewReport report = CaseReview.Review(source, new Actuals([.. OnPlan(), .. Months(3).Select(month => Rows.Benefit("Loss", month, -5_000))]), AsOf);
        Assert.Equal((Money.Cny(309_000), Money.Cny(234_000), Money.Cny(75_000)), (report.Realized.Benefit, report.RealizedAsForecast.Benefit, report.Doubted));
        report = CaseReview.Review(source, new Actuals([.. OnPlan(), .. Months().Select(month => Rows.Benefit("Loss", month, -5_000))]), AsOf);
        Assert.Equal(report.Realized, report.RealizedAsForecast);
    }

    /// <summary>A harm that is told again is no smaller for it.</summary>
    [Fact]
    public void AHarmOfMonthsThatWereToldBefore_CountsInFull()
    {
        ReviewReport report = Of([.. OnPlan().Change(Service, row => row.Month == AsOf ? Rows.Benefit(Service, AsOf, -6_000, from: AsOf.PlusMonths(-2)) : row)]);
        Assert.Equal(Money.Cny(324_000 - 16_000), report.RealizedAsForecast.Benefit);
        Assert.DoesNotContain(report.Findings, finding => finding.Rule == "benefitImplausible");
    }

    [Fact]
    public void AMonthAfterTheCase_IsAnsweredWithItsLastMonth()
    {
        YearMonth last = new(2027, 6), later = new(2027, 12);
        ReviewReport report = CaseReview.Review(Case, new Actuals(ReviewCases.OnPlan(Case, later)), later);
        Assert.Equal(last, report.AsOf);
        Assert.Equal((Money.Cny(540_000), Money.Cny(648_000)), (report.Realized.Cost, report.Realized.Benefit));
        Assert.Equal(report.PlanToDate, report.Realized);
        Assert.True(report.NextReview > new LocalDate(2027, 12, 31));
        Assert.Equal(
            "The longest evaluation period ended on 2027-06-30: the review speaks of 2027-06. 18 rows of money of later months have no plan, and are part of no figure except where bills of before are paid.",
            Assert.Single(report.Warnings).InEnglish());
        Assert.Equal("最长评估周期已于2027年6月30日结束：本次复盘以2027年6月为准。此后的18行金额没有对应的计划，除用于补付此前账单的部分外不计入任何数字。", report.Warnings[0].InChinese());
        Assert.Equal("caseEnded", Assert.Single(CaseReview.Review(Case, new Actuals(ReviewCases.OnPlan(Case, last)), later).Warnings).Id);
        Assert.Empty(CaseReview.Review(Case, new Actuals(ReviewCases.OnPlan(Case, last)), last).Warnings);
    }

    /// <summary>What was booked after the end pays what was owed then, and no more; cost of the case stays what it is.</summary>
    [Theory]
    [InlineData(0, 510_000, 30_000)]
    [InlineData(20_000, 530_000, 10_000)]
    [InlineData(30_000, 540_000, 0)]
    [InlineData(90_000, 540_000, 0)]
    public void BillsThatWereBookedAfterTheCase_ArePaid(decimal booked, decimal cost, decimal owed)
    {
        YearMonth last = new(2027, 6), later = new(2027, 12);
        List<Actual> rows = ReviewCases.OnPlan(Case, last).Without(Seats, last.PlusMonths(-1), last);
        ReviewReport report = CaseReview.Review(Case, new Actuals(booked == 0 ? rows : [.. rows, Rows.Cost(Seats, last.PlusMonths(2), booked)]), later);
        Assert.Equal((Money.Cny(cost), Money.Cny(owed)), (report.Realized.Cost, report.Owed));
        Assert.Equal(Money.Cny(540_000), report.Forecast[^1].Forecast.TotalCost);
    }
}
