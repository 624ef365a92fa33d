using CsCheck;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Benefits;

public class RunRateBenefitTests
{
    [Fact]
    public void YearlyAmount_AccruesAtMonthEndsFromGoLive()
    {
        RecordedFlows recorded = Of(new YearlyBenefit(Money.Cny(120_000)), Case("2025-01-01", "2025-03-01", "P1Y"));
        Assert.Equal(10, recorded.Flows.Count);
        Assert.Equal((Date("2025-03-31"), 10_000m), recorded.Flows[0]);
        Assert.Equal((Date("2025-12-31"), 10_000m), recorded.Flows[^1]);
    }

    [Fact]
    public void MonthOfGoLive_CountsItsDays() =>
        // 15 to 31 March: 17 of 31 days.
        Assert.Equal(
            [(Date("2025-03-31"), 31_000m * (17m / 31)), (Date("2025-04-30"), 31_000m)],
            Of(new YearlyBenefit(Money.Cny(372_000)), Case("2025-01-01", "2025-03-15", "P4M")).Flows);

    [Fact]
    public void GridFromAnotherDay_HoldsGoLiveInItsOwnMonth() =>
        // Months run from the 15th: go-live on 1 March lies in 15 February to 15 March (28 days), of which 14 are used.
        Assert.Equal(
            [(Date("2025-03-14"), 5000m), (Date("2025-04-14"), 10_000m)],
            Of(new YearlyBenefit(Money.Cny(120_000)), Case("2025-01-15", "2025-03-01", "P3M")).Flows);

    [Fact]
    public void Profile_CountsMonthsSinceTheMonthOfGoLive() =>
        Assert.Equal(
            [(Date("2025-04-30"), 2500m), (Date("2025-05-31"), 7500m), (Date("2025-06-30"), 10_000m)],
            Of(new YearlyBenefit(Money.Cny(120_000)), Case("2025-01-01", "2025-03-15", "P6M"), RealizationProfile.Linear(2).WithLag(1)).Flows);

    [Fact]
    public void GoLiveBeforeTheCase_IsFurtherUpTheRamp() =>
        // Live since 10 November 2024: January 2025 is month 2.
        Assert.Equal(
            [(Date("2025-01-31"), 6250m), (Date("2025-02-28"), 8750m), (Date("2025-03-31"), 10_000m)],
            Of(new YearlyBenefit(Money.Cny(120_000)), Case("2025-01-01", "2024-11-10", "P3M"), RealizationProfile.Linear(4)).Flows);

    [Fact]
    public void GoLiveAfterTheGrid_RecordsNothing()
    {
        Assert.Empty(Of(new YearlyBenefit(Money.Cny(12)), Case("2025-01-01", "2026-01-01", "P1Y")).Flows);
        Assert.All(Enum.GetValues<RetentionAccrual>(), accrual =>
            Assert.Empty(Of(new RetentionBenefit(9, Share.Whole, Share.None, Money.Cny(12), accrual), Case("2025-01-01", "9999-12-31", "P1Y")).Flows));
    }

    [Fact]
    public void AnyTwelveMonths_SumToTheYearlyAmountExactly() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Int[1, 997], Gen.Int[0, 24]).Sample((amount, divisor, from) =>
        {
            var benefit = new YearlyBenefit(Money.Cny(amount / (decimal)divisor));
            var flows = Of(benefit, Case("2024-01-31")).Flows;
            Assert.True(amount == 0 || flows.Count == 36);
            Assert.Equal(benefit.AmountPerYear.Amount, flows.Skip(from).Take(12).Sum(flow => flow.Amount));
        });

    [Fact]
    public void LargestAmounts_LoseNothingInTwelfths()
    {
        // A twelfth of it has more digits than a decimal holds, so that twelve rounded twelfths are 1e-10 short.
        // Near the most that a line may come to in a year, 1e18.
        var benefit = new CustomerMarginBenefit(961, Share.Whole, Money.Cny(999_999_999_999_999.9999999999997m));
        Assert.Equal(960_999_999_999_999_999.9999999997m, benefit.AmountPerYear.Amount);
        Assert.Equal(benefit.AmountPerYear.Amount, Of(benefit, Case("2025-01-01", period: "P1Y")).Total);
    }

    [Fact]
    public void Scaling_ScalesTheTotal() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 500], Gen.Int[1, 24]).Sample((amount, goLive, ramp) =>
        {
            CaseTimeline timeline = new(Date("2025-01-01"), Date("2025-01-01").PlusDays(goLive), EvaluationPeriod.ThreeYears);
            decimal one = Of(new YearlyBenefit(Money.Cny(12 * amount)), timeline, RealizationProfile.SCurve(ramp)).Total;
            decimal seven = Of(new YearlyBenefit(Money.Cny(84 * amount)), timeline, RealizationProfile.SCurve(ramp)).Total;
            Assert.InRange(Math.Abs((7 * one) - seven), 0, 1e-8m);
        });

    [Fact]
    public void SplitInTwo_SumsToTheWhole() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Int[0, 500]).Sample((a, b, goLive) =>
        {
            CaseTimeline timeline = new(Date("2025-01-01"), Date("2025-01-01").PlusDays(goLive), EvaluationPeriod.ThreeYears);
            decimal parts = Of(new YearlyBenefit(Money.Cny(a)), timeline).Total + Of(new YearlyBenefit(Money.Cny(b)), timeline).Total;
            Assert.InRange(Math.Abs(Of(new YearlyBenefit(Money.Cny(a + b)), timeline).Total - parts), 0, 1e-8m);
        });

    [Fact]
    public void DatedAmounts_StandOnTheirDatesWheneverGoLiveIs() =>
        Assert.Equal(
            [(Date("2025-01-01"), 1m), (Date("2025-02-14"), 2m)],
            Of(
                new DatedBenefit([new(Date("2025-02-14"), Money.Cny(2)), new(Date("2025-01-01"), Money.Cny(1)), new(Date("2026-01-01"), Money.Cny(4))]),
                Case("2025-01-01", "2025-06-01", "P1Y")).Flows);

    [Fact]
    public void DatedAmounts_NeedACurrencyAndOneAmount()
    {
        Assert.Throws<ArgumentException>(() => new DatedBenefit([]));
        Assert.Throws<ArgumentNullException>(() => new DatedBenefit(null!));
        Assert.Throws<ArgumentException>(() => new DatedBenefit([new(Date("2025-01-01"), Money.Cny(1)), new(Date("2025-01-01"), default)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new YearlyBenefit(Money.Cny(-1)));
    }
}
