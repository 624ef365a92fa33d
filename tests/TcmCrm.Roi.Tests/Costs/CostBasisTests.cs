using CsCheck;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

public class CostBasisTests
{
    [Fact]
    public void DatedAmounts_KeepTheirDatesWithinTheGrid()
    {
        DatedAmount[] flows =
        [
            new(Date("2024-12-31"), Money.Cny(1)),
            new(Date("2025-01-01"), Money.Cny(2)),
            new(Date("2025-02-14"), Money.Cny(3)),
            new(Date("2025-12-31"), Money.Cny(4)),
            new(Date("2026-01-01"), Money.Cny(5)),
        ];
        Assert.Equal(
            [(Date("2025-01-01"), 2m), (Date("2025-02-14"), 3m), (Date("2025-12-31"), 4m)],
            Of(new DatedCost(flows), Case("2025-01-01", period: "P1Y")).Flows);
    }

    [Fact]
    public void DatedAmounts_NeedACurrencyAndOneAmount()
    {
        Assert.Throws<ArgumentException>(() => new DatedCost([]));
        Assert.Throws<ArgumentNullException>(() => new DatedCost(null!));
        Assert.Throws<ArgumentException>(() => new DatedCost([new(Date("2025-01-01"), Money.Cny(1)), new(Date("2025-01-01"), default)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DatedAmount(Date("2025-01-01"), Money.Cny(-1)));
    }

    [Fact]
    public void OneOff_IsPaidOnItsDate()
    {
        CaseTimeline timeline = Case("2025-01-01", "2025-03-10");
        Assert.Equal([(Date("2025-01-01"), 80_000m)], Of(new OneOffCost(Money.Cny(80_000)), timeline).Flows);
        Assert.Equal([(Date("2025-03-10"), 80_000m)], Of(new OneOffCost(Money.Cny(80_000), CostStart.GoLive), timeline).Flows);
        Assert.Equal([(Date("2025-02-15"), 80_000m)], Of(new OneOffCost(Money.Cny(80_000), Date("2025-02-15")), timeline).Flows);
        Assert.Empty(Of(new OneOffCost(Money.Cny(80_000), Date("2024-02-15")), timeline).Flows);
    }

    [Fact]
    public void PerpetualLicense_IsUnitsTimesPriceOnce() =>
        Assert.Equal([(Date("2025-01-01"), 360_000m)], Of(new PerpetualLicenseCost(Money.Cny(3000), 120), Case("2025-01-01")).Flows);

    [Fact]
    public void Learning_IsPeopleTimesHoursTimesWorkedRate()
    {
        // 120 x 16 x 85 = 163,200 paid; x 21.75 / 20.67 = 171,727.14 worked.
        CaseTimeline timeline = Case("2025-01-01", "2025-03-01");
        Assert.Equal([(Date("2025-03-01"), 163_200m)], Of(new LearningTimeCost(120, 16, Money.Cny(85)), timeline).Flows);
        decimal worked = Of(new LearningTimeCost(120, 16, Money.Cny(85), CostStart.CaseStart, WorkTimeFactor.China2025), timeline).Between("2025-01-01", "2025-01-02");
        Assert.Equal(171_727.14m, Math.Round(worked, 2));
    }

    [Fact]
    public void WorkTime_IsPaidOverWorkedDays()
    {
        Assert.Equal(1, WorkTimeFactor.None.Ratio);
        Assert.Equal(1.05225m, Math.Round(WorkTimeFactor.China2025.Ratio, 5));
        Assert.Equal("21.75/20.67 (人社部发〔2025〕2号)", WorkTimeFactor.China2025.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkTimeFactor(0, 20, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkTimeFactor(21, 32, "x"));
        Assert.Throws<ArgumentException>(() => new WorkTimeFactor(21, 20, " "));
    }

    [Fact]
    public void ConstantDip_AccruesByDays() =>
        // 10 people x 40 h x 4 weeks x 50 x 20 % = 16,000 over 28 days from 15 March: 17 days in March, 11 in April.
        Assert.Equal(
            [(Date("2025-03-31"), Math.Round(16_000m * 17 / 28, 10)), (Date("2025-04-30"), 16_000m - Math.Round(16_000m * 17 / 28, 10))],
            Of(new ProductivityDipCost(10, 40, Money.Cny(50), Share.Percent(20), 4, DipRecovery.Constant), Case("2025-01-01", "2025-03-15")).Flows);

    [Fact]
    public void LinearDip_LosesHalfAndMostOfItFirst() =>
        // Half of 16,000. After 14 of 28 days 1 - (1/2)^2 = 3/4 of it is lost.
        Assert.Equal(
            [(Date("2025-03-31"), 6000m), (Date("2025-04-30"), 2000m)],
            Of(new ProductivityDipCost(10, 40, Money.Cny(50), Share.Percent(20), 4, DipRecovery.Linear, Date("2025-03-18")), Case("2025-01-01")).Flows);

    [Fact]
    public void Dip_WithinTheGridSumsToItsTotal() =>
        Gen.Select(Gen.Int[1, 52], Gen.Int[0, 400], Gen.Int[1, 10_000], Gen.Bool).Sample((weeks, offset, rate, linear) =>
        {
            var dip = new ProductivityDipCost(
                7, 37.5m, Money.Cny(rate / 7m), Share.Of(0.37m), weeks, linear ? DipRecovery.Linear : DipRecovery.Constant, Date("2024-01-31").PlusDays(offset), WorkTimeFactor.China2025);
            Assert.Equal(dip.Total.Amount, Of(dip, Case("2024-01-31", period: "P4Y")).Total);
        });

    [Fact]
    public void Dip_IsPricedByWorkedHours()
    {
        // 16,000 as above; x 21.75 / 20.67 = 16,835.994194..., and half of it where the recovery is linear.
        ProductivityDipCost Dip(DipRecovery recovery, WorkTimeFactor? factor) =>
            new(10, 40, Money.Cny(50), Share.Percent(20), 4, recovery, workTime: factor);
        Assert.Equal(Money.Cny(16_000), Dip(DipRecovery.Constant, null).Total);
        Assert.Equal(Money.Cny(8_000), Dip(DipRecovery.Linear, null).Total);
        Assert.Equal(WorkTimeFactor.China2025, Dip(DipRecovery.Constant, WorkTimeFactor.China2025).WorkTime);
        Assert.Equal(Money.Cny(Math.Round(16_000m * 21.75m / 20.67m, 10)), Dip(DipRecovery.Constant, WorkTimeFactor.China2025).Total);
        Assert.Equal(8_417.997097m, Math.Round(Dip(DipRecovery.Linear, WorkTimeFactor.China2025).Total.Amount, 6));
    }

    [Fact]
    public void DatedAmounts_NameTheAmountThatDoesNotFit()
    {
        Refused.Argument("flows", "At least one dated amount is needed.", () => new DatedCost([]));
        Refused.Argument(
            "flows", "The amount 2025-03-02 XXX 0 has no currency.",
            () => new DatedCost([new(Date("2025-03-01"), Money.Cny(1)), new(Date("2025-03-02"), default)]));
    }

    [Fact]
    public void DipBegunBeforeTheCase_CountsItsRest() =>
        Assert.Equal(
            [(Date("2025-01-31"), 8000m)],
            Of(new ProductivityDipCost(10, 40, Money.Cny(50), Share.Percent(20), 4, DipRecovery.Constant, Date("2024-12-18")), Case("2025-01-01")).Flows);

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneOffCost(Money.Cny(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerpetualLicenseCost(Money.Cny(1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningTimeCost(-1, 1, Money.Cny(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningTimeCost(1, -1, Money.Cny(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningTimeCost(1, 1, Money.Cny(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProductivityDipCost(1, 169, Money.Cny(1), Share.Whole, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProductivityDipCost(1, 40, Money.Cny(1), Share.Whole, 0));
        ArgumentOutOfRangeException message = Assert.Throws<ArgumentOutOfRangeException>(() => new ProductivityDipCost(1, 40, Money.Cny(1), Share.Whole, 521));
        Assert.Contains("521", message.Message, StringComparison.Ordinal);
        Assert.Contains("from 1 to 520", message.Message, StringComparison.Ordinal);
    }
}
