using CsCheck;
using TcmCrm.Roi.Benefits;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Benefits;

public class RetentionBenefitTests
{
    // 3,200 customers, churn 18 % to 15 %: 96 saved a year; x 4,500 = 432,000 a year.
    private static RetentionBenefit Sample(RetentionAccrual accrual) => new(3200, Share.Percent(18), Share.Percent(15), Money.Cny(4500), accrual);

    [Fact]
    public void YearlyAmount_IsCustomersSavedTimesMargin()
    {
        RetentionBenefit benefit = Sample(RetentionAccrual.Gradual);
        Assert.Equal(96, benefit.CustomersSavedPerYear);
        Assert.Equal(Money.Cny(432_000), benefit.AmountPerYear);
        Assert.Equal(96, benefit.ImpliedDraw(ValuePoolKind.Customers));
        Assert.Null(benefit.ImpliedDraw(ValuePoolKind.Hours));
    }

    [Fact]
    public void Gradual_BringsHalfInTheFirstYearAndAllLater()
    {
        RecordedFlows recorded = Of(Sample(RetentionAccrual.Gradual), Case("2025-01-01"));

        // Month k of the first year: 432,000 / 12 x (k + 1/2) / 12.
        Assert.Equal((Date("2025-01-31"), 1500m), recorded.Flows[0]);
        Assert.Equal((Date("2025-12-31"), 34_500m), recorded.Flows[11]);
        Assert.All(recorded.Flows.Skip(12), flow => Assert.Equal(36_000m, flow.Amount));
        Assert.Equal(216_000m, recorded.Between("2025-01-01", "2026-01-01"));
        Assert.Equal(54_000m, recorded.Between("2025-01-01", "2025-07-01"));
    }

    [Fact]
    public void FullYearAtOnce_BringsAllFromTheStart()
    {
        RecordedFlows recorded = Of(Sample(RetentionAccrual.FullYearAtOnce), Case("2025-01-01"));
        Assert.All(recorded.Flows, flow => Assert.Equal(36_000m, flow.Amount));
        Assert.Equal(216_000m, recorded.Between("2025-01-01", "2025-07-01"));
    }

    [Fact]
    public void Gradual_CountsEachCustomerForTwelveMonths() =>
        // A profile of one month: customers saved in January, 8 of them, count for 8 x 4,500 in all, half a month at each end.
        Assert.Equal(
            [.. Enumerable.Range(0, 13).Select(month => (Date("2025-02-01").PlusMonths(month).PlusDays(-1), month is 0 or 12 ? 1500m : 3000m))],
            Of(Sample(RetentionAccrual.Gradual), Case("2025-01-01"), RealizationProfile.Custom([new(0, Share.Whole), new(1, Share.None)])).Flows);

    [Fact]
    public void Gradual_PartOfTheFirstMonthCountsTwelveMonthsToo()
    {
        // 17 of 31 days of March: 8 x 17/31 customers saved, who count 17/62 of March and the rest in the March after.
        RecordedFlows recorded = Of(
            Sample(RetentionAccrual.Gradual), Case("2025-01-01", "2025-03-15"), RealizationProfile.Custom([new(0, Share.Whole), new(1, Share.None)]));
        Assert.Equal(Math.Round(8 * 4500m * 17 / 31, 6), Math.Round(recorded.Total, 6));
        Assert.Equal(Math.Round(8 * 375m * (17m / 31) * (17m / 62), 8), Math.Round(recorded.Flows[0].Amount, 8));
        Assert.Equal(Math.Round(8 * 375m * (17m / 31) * (1 - (17m / 62)), 8), Math.Round(recorded.Flows[12].Amount, 8));
    }

    [Theory]
    [InlineData("2024-11-10")]
    [InlineData("2023-12-01")]
    [InlineData("2015-06-30")]
    public void Gradual_LaterCaseStartSeesTheSameMonths(string goLive)
    {
        RealizationProfile profile = RealizationProfile.Linear(6).WithLag(2);
        RecordedFlows whole = Of(Sample(RetentionAccrual.Gradual), Case("2015-01-01", goLive, "P13Y"), profile);
        RecordedFlows late = Of(Sample(RetentionAccrual.Gradual), Case("2025-01-01", goLive), profile);
        Assert.Equal(whole.Flows.Where(flow => flow.Date >= Date("2025-01-01")), late.Flows);
    }

    [Fact]
    public void SurvivalDifference_FollowsTodaysCustomers()
    {
        // After whole years the survivors are 3200 x 0.85^n and 3200 x 0.82^n; each month counts the mean of its ends.
        RecordedFlows recorded = Of(Sample(RetentionAccrual.SurvivalDifference), Case("2025-01-01"));
        double Alive(double churn, int months) => Math.Pow(1 - churn, months / 12.0);
        double expected = 0;
        for (int month = 0; month < 36; month++)
        {
            double begin = Alive(0.15, month) - Alive(0.18, month);
            double end = Alive(0.15, month + 1) - Alive(0.18, month + 1);
            expected += 3200 * 4500 / 12.0 * (begin + end) / 2;
        }

        Assert.Equal(expected, (double)recorded.Total, 1e-3);
        Assert.Equal(36, recorded.Flows.Count);

        // Of the first year, 0.15 / -ln 0.85 - 0.18 / -ln 0.82 = 0.015945 of 14,400,000, in continuous time.
        Assert.Equal(229_606, (double)recorded.Between("2025-01-01", "2026-01-01"), 150.0);
    }

    [Fact]
    public void Gradual_LosesThePartOfTheFirstMonthForOneMonthOnly()
    {
        // Live from 15 March, 17 of 31 days: the March after still carries it, from the April after on every month is whole.
        RecordedFlows recorded = Of(Sample(RetentionAccrual.Gradual), Case("2025-01-01", "2025-03-15"));
        decimal used = 17m / 31;
        Assert.Equal(Math.Round(3000m * (11.5m + (used * (1 - (used / 2)))), 6), Math.Round(recorded.Flows[12].Amount, 6));
        Assert.All(recorded.Flows.Skip(13), flow => Assert.Equal(36_000m, flow.Amount));
        Assert.Equal(34, recorded.Flows.Count);
    }

    [Fact]
    public void SurvivalDifference_CountsTheDaysOfTheFirstMonth()
    {
        // Live from 15 March: 17 of 31 days, in which the customers part at the monthly churns and whose margin counts for those days.
        double used = 17 / 31.0;
        double old = 1 - Math.Pow(0.82, 1 / 12.0);
        double now = 1 - Math.Pow(0.85, 1 / 12.0);
        double first = used * (old - now);
        double second = ((1 - (used * now)) * (1 - now)) - ((1 - (used * old)) * (1 - old));
        RecordedFlows recorded = Of(Sample(RetentionAccrual.SurvivalDifference), Case("2025-01-01", "2025-03-15"));
        Assert.Equal((Date("2025-03-31"), Date("2025-04-30")), (recorded.Flows[0].Date, recorded.Flows[1].Date));
        Assert.Equal(1_200_000 * first / 2 * used, (double)recorded.Flows[0].Amount, 1e-6);
        Assert.Equal(1_200_000 * (first + second) / 2, (double)recorded.Flows[1].Amount, 1e-6);
    }

    [Fact]
    public void SurvivalDifference_LaterCaseStartSeesTheSameMonths()
    {
        RealizationProfile profile = RealizationProfile.SCurve(6);
        RecordedFlows whole = Of(Sample(RetentionAccrual.SurvivalDifference), Case("2023-01-01", "2023-04-10", "P5Y"), profile);
        RecordedFlows late = Of(Sample(RetentionAccrual.SurvivalDifference), Case("2025-01-01", "2023-04-10"), profile);
        Assert.Equal(whole.Flows.Where(flow => flow.Date >= Date("2025-01-01")), late.Flows);
    }

    [Fact]
    public void NoFallInChurn_IsWorthNothing() =>
        Assert.All(Enum.GetValues<RetentionAccrual>(), accrual =>
            Assert.Equal(0, Of(new RetentionBenefit(3200, Share.Percent(18), Share.Percent(18), Money.Cny(4500), accrual), Case("2025-01-01")).Total));

    [Fact]
    public void EveryAccrual_ScalesWithCustomers() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 700]).Sample((customers, a, b, goLive) =>
        {
            Assert.All(Enum.GetValues<RetentionAccrual>(), accrual =>
            {
                var timeline = new TcmCrm.Roi.Periods.CaseTimeline(Date("2025-01-01"), Date("2024-06-01").PlusDays(goLive), TcmCrm.Roi.Periods.EvaluationPeriod.ThreeYears);
                (Share before, Share after) = (Share.Percent(Math.Max(a, b)), Share.Percent(Math.Min(a, b)));
                decimal one = Of(new RetentionBenefit(customers, before, after, Money.Cny(100), accrual), timeline, RealizationProfile.Linear(5)).Total;
                decimal three = Of(new RetentionBenefit(3 * customers, before, after, Money.Cny(100), accrual), timeline, RealizationProfile.Linear(5)).Total;
                Assert.InRange(Math.Abs((3 * one) - three), 0, 1e-7m);
            });
        });

    [Fact]
    public void SatisfactionChain_IsTheRetentionItLeadsTo()
    {
        // 8 points x 0.25 % = 2 percentage points: churn 18 % to 16 %, 64 customers, 288,000 a year.
        var chain = new SatisfactionChainBenefit(8, Share.Of(0.0025m), "自有数据 2022-2024", 3200, Share.Percent(18), Money.Cny(4500));
        Assert.Equal(Share.Percent(16), chain.ChurnAfter);
        Assert.Equal(Money.Cny(288_000), chain.AmountPerYear);
        Assert.Equal(64, chain.ImpliedDraw(ValuePoolKind.Customers));
        Assert.Equal(
            Of(new RetentionBenefit(3200, Share.Percent(18), Share.Percent(16), Money.Cny(4500)), Case("2025-01-01"), RealizationProfile.Linear(3)).Flows,
            Of(chain, Case("2025-01-01"), RealizationProfile.Linear(3)).Flows);
    }

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionBenefit(-1, Share.Whole, Share.None, Money.Cny(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionBenefit(1, Share.Percent(15), Share.Percent(18), Money.Cny(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionBenefit(1, Share.Whole, Share.None, Money.Cny(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionBenefit(1, Share.Whole, Share.None, Money.Cny(1), (RetentionAccrual)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SatisfactionChainBenefit(10, Share.Percent(2), "x", 1, Share.Percent(18), Money.Cny(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SatisfactionChainBenefit(-1, Share.Percent(2), "x", 1, Share.Percent(18), Money.Cny(1)));
        Assert.Throws<ArgumentException>(() => new SatisfactionChainBenefit(1, Share.Percent(2), " ", 1, Share.Percent(18), Money.Cny(1)));
    }
}
