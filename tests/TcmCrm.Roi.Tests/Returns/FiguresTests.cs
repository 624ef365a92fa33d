using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

public class FiguresTests
{
    private static readonly Money Hundred = Money.Cny(100);

    [Fact]
    public void SimpleRoi_IsExactInDecimal()
    {
        Assert.Equal(0.6m, ReturnOnInvestment.Simple(Money.Cny(160), Hundred).Value);
        Assert.Equal(-1m, ReturnOnInvestment.Of(0, 0.1m).Value);
        Assert.Equal(NotApplicableReason.NoCost, ReturnOnInvestment.Of(5, 0).Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => ReturnOnInvestment.Of(5, -1));
        Assert.Throws<InvalidOperationException>(() => ReturnOnInvestment.Simple(Money.Usd(1), Hundred));
        Assert.Equal(NotApplicableReason.OutOfRange, ReturnOnInvestment.Of(decimal.MaxValue, 1e-10m).Reason);
    }

    [Fact]
    public void OneCase_DiffersByConvention()
    {
        Assert.Equal(5.0m, ReturnOnInvestment.Tei(Money.Cny(600), Hundred).Value);
        Assert.Equal(5.0m, ReturnOnInvestment.Idc(Money.Cny(500), Hundred).Value);
        Assert.Equal(2.5m, ReturnOnInvestment.Nucleus([Money.Cny(200), Money.Cny(250), Money.Cny(300)], Hundred).Value);
        Assert.Equal(NotApplicableReason.NoInitialCost, ReturnOnInvestment.Nucleus([Hundred], Money.Cny(0)).Reason);
        Assert.Equal(NotApplicableReason.PeriodTooShort, ReturnOnInvestment.Nucleus([], Hundred).Reason);
        Assert.Throws<ArgumentException>(() => ReturnOnInvestment.Nucleus([Hundred, Hundred, Hundred, Hundred], Hundred));
        Assert.Equal(0.5m, ReturnOnInvestment.Phillips(Money.Cny(150), Hundred).Value);
        Assert.Equal(NotApplicableReason.NoInvestment, ReturnOnInvestment.Idc(Hundred, Money.Cny(0)).Reason);
    }

    [Theory]
    [InlineData(new double[] { -1_000_000, 200_000, 400_000, 300_000, 400_000 }, 3.25, 3.25)] // 静态投资回收期算例, wentiku.com.cn
    [InlineData(new double[] { -53_150, 939_796, 2_424_560, 3_581_976 }, 53_150 / 939_796.0, 53_150 / 939_796.0)] // Forrester, SalesLoft: 0.68 months
    [InlineData(new double[] { 0, 10_923_240, 5_324_513 }, 0.0, 0.0)] // Forrester, Power BI: no initial cost
    [InlineData(new double[] { 0, -100, 150 }, 1.6666666666666667, 1.6666666666666667)]
    [InlineData(new double[] { -100, 150, -100, 200 }, 0.6666666666666666, 2.25)]
    [InlineData(new double[] { -0.3, 0.1, 0.2 }, 2.0, 2.0)]
    [InlineData(new double[] { -0.8, 0.7, 0.1 }, 2.0, 2.0)]
    [InlineData(new double[] { -100, 100 }, 1.0, 1.0)]
    [InlineData(new double[] { 5, 5 }, 0.0, 0.0)]
    public void Payback_IsInterpolated(double[] amounts, double first, double durable)
    {
        Assert.Equal(first, PaybackPeriod.Periodic(amounts, PaybackKind.First).Value, 1e-12);
        Assert.Equal(durable, PaybackPeriod.Periodic(amounts, PaybackKind.Durable).Value, 1e-12);
        double[] years = [.. amounts.Select((_, i) => 0.5 * i)];
        Assert.Equal(0.5 * first, PaybackPeriod.Timed(amounts, years, PaybackKind.First).Value, 1e-12);
    }

    [Fact]
    public void PaybackThatNeverComes_IsAResult()
    {
        Assert.Equal(NotApplicableReason.NeverPaidBack, PaybackPeriod.Periodic([-100, 50, 49], PaybackKind.First).Reason);
        Assert.Equal(NotApplicableReason.NeverPaidBack, PaybackPeriod.Periodic([-100, 50, 49], PaybackKind.Durable).Reason);
        Assert.Equal(NotApplicableReason.NotDurablyPaidBack, PaybackPeriod.Periodic([-100, 150, -60], PaybackKind.Durable).Reason);
        Assert.Equal(NotApplicableReason.NoFlows, PaybackPeriod.Periodic([], PaybackKind.First).Reason);

        // -1000 + 400/1.1 + 400/1.21 + 400/1.331 = -5.26: paid back undiscounted, not at 10 %.
        Assert.Equal(2.5, PaybackPeriod.Periodic([-1000, 400, 400, 400], PaybackKind.First).Value);
        Assert.Equal(NotApplicableReason.NeverPaidBack, PaybackPeriod.Periodic([-1000, 400, 400, 400], PaybackKind.First, 0.1).Reason);
        Assert.Equal(3, PaybackPeriod.IndexOf([-1000, 400, 400, 400], PaybackKind.First).Value);
    }

    [Fact]
    public void InterleavedSigns_KeepTheirPeriodsInMirr() =>
        Assert.Equal(-0.0391, ModifiedInternalRateOfReturn.Periodic([-100, 50, -60, 70], 0.10, 0.12).Value, 5e-5);

    [Fact]
    public void MirrWithoutOneSide_SaysWhy()
    {
        Assert.Equal(NotApplicableReason.OnlyInflows, ModifiedInternalRateOfReturn.Periodic([1, 2], 0.1, 0.1).Reason);
        Assert.Equal(NotApplicableReason.OnlyOutflows, ModifiedInternalRateOfReturn.Periodic([-1, -2], 0.1, 0.1).Reason);
        Assert.Equal(NotApplicableReason.AllZero, ModifiedInternalRateOfReturn.Periodic([0, 0], 0.1, 0.1).Reason);
        Assert.Equal(NotApplicableReason.NoFlows, ModifiedInternalRateOfReturn.Periodic([], 0.1, 0.1).Reason);
        Assert.Equal(NotApplicableReason.SingleInstant, ModifiedInternalRateOfReturn.Timed([-1, 2], [1, 1], 0.1, 0.1).Reason);
    }

    [Fact]
    public void NetPresentValueOfMoney_SumsExactlyOverParts()
    {
        LocalDate start = new(2025, 1, 1);
        CashFlow[] costs = [new(start, Money.Cny(-120_000.37m)), new(start.PlusMonths(7), Money.Cny(-33_333.33m))];
        CashFlow[] benefits = [new(start.PlusYears(1), Money.Cny(99_999.99m)), new(start.PlusYears(2), Money.Cny(123_456.78m))];
        Money Value(IEnumerable<CashFlow> flows) => NetPresentValue.Of(new CashFlowSeries(Currency.Cny, flows), 0.08, DayCount.Anniversary, start).Value;
        Assert.Equal(Value(costs) + Value(benefits), Value([.. costs, .. benefits]));
        Assert.Equal(123_456.78 / (1.08 * 1.08), (double)Value([benefits[1]]).Amount, 1e-9);
        Assert.Equal(
            NotApplicableReason.OutOfRange,
            NetPresentValue.Of(new CashFlowSeries(Currency.Cny, [new(start, Hundred), new(start.PlusYears(300), Hundred)]), -0.999999).Reason);
    }

    [Fact]
    public void Timing_IsAlwaysSaid()
    {
        double zero = NetPresentValue.Periodic([-100, 60, 70], 0.1, PeriodicTiming.StartAtZero).Value;
        double end = NetPresentValue.Periodic([-100, 60, 70], 0.1, PeriodicTiming.EndOfFirstPeriod).Value;
        Assert.Equal(-100 + (60 / 1.1) + (70 / 1.21), zero, 1e-12);
        Assert.Equal(zero / 1.1, end, 1e-12);
        Assert.Equal(zero * 1.21, NetPresentValue.FutureValuePeriodic([-100, 60, 70], 0.1).Value, 1e-12);
        Assert.Equal(zero * 1.21, NetPresentValue.FutureValueTimed([70, -100, 60], [2, 0, 1], 0.1).Value, 1e-12);
        Assert.Equal(0, NetPresentValue.Periodic([], 0.1, PeriodicTiming.StartAtZero).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => NetPresentValue.Periodic([1], -1, PeriodicTiming.StartAtZero));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(83)]
    [InlineData(1000)]
    public void EveryLength_HasTheSameValueInEveryKernel(int n)
    {
        var random = new Random(n);
        double[] amounts = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.3)];
        double[] years = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        foreach (double rate in new[] { -0.02, 0, 0.01, 0.3 })
        {
            double expected = amounts.Select((a, i) => a * Math.Pow(1 + rate, -i)).Sum();
            double size = amounts.Select((a, i) => Math.Abs(a) * Math.Pow(1 + rate, -i)).Sum();
            Assert.InRange(Math.Abs(NetPresentValue.Periodic(amounts, rate, PeriodicTiming.StartAtZero).Value - expected), 0, 1e-12 * size);
            Assert.InRange(Math.Abs(NetPresentValue.Timed(amounts, years, rate).Value - expected), 0, 1e-12 * size);
        }
    }

    [Fact]
    public void HugePowers_DoNotHideARepresentableValue()
    {
        Assert.Equal(NotApplicableReason.OutOfRange, NetPresentValue.Periodic([.. Enumerable.Repeat(1.0, 100)], -0.99999, PeriodicTiming.StartAtZero).Reason);
        Assert.Equal(1, NetPresentValue.Periodic([1, .. new double[99]], -0.99999, PeriodicTiming.StartAtZero).Value);
        Assert.Equal(1, NetPresentValue.Timed([1, 0], [0, 1000], -0.99999).Value);
    }

    [Fact]
    public void ProfitabilityIndexes_AreBothNamed()
    {
        Assert.Equal(1.2, ProfitabilityIndex.OnInitialInvestment(20, -100).Value, 1e-12);
        Assert.Equal(NotApplicableReason.NoInitialCost, ProfitabilityIndex.OnInitialInvestment(20, 0).Reason);
        Assert.Equal(220 / 1.1 / (100 + (50 / 1.21)), ProfitabilityIndex.OnAllOutflows([-100, 220, -50], [0, 1, 2], 0.1).Value, 1e-12);
        Assert.Equal(NotApplicableReason.NoInvestment, ProfitabilityIndex.OnAllOutflows([1], [0], 0.1).Reason);
    }

    [Fact]
    public void AnnualFigures_AgreeWithTheirFormulas()
    {
        Assert.Equal(1000 * 0.08 / (1 - Math.Pow(1.08, -3)), (double)TotalCostOfOwnership.EquivalentAnnual(Money.Cny(1000), 0.08, 3).Value.Amount, 1e-10);
        Assert.Equal(500m, TotalCostOfOwnership.EquivalentAnnual(Money.Cny(1000), 0, 2).Value.Amount);
        Assert.Equal(NotApplicableReason.PeriodTooShort, TotalCostOfOwnership.EquivalentAnnual(Money.Cny(1000), 0.08, 0).Reason);
        Assert.Equal(Math.Pow(1.6, 1 / 3.0) - 1, ReturnOnInvestment.Annualized(0.6, 3).Value, 1e-15);
        Assert.Equal(-1, ReturnOnInvestment.Annualized(-1, 3).Value);
        Assert.Equal(NotApplicableReason.LossExceedsInvestment, ReturnOnInvestment.Annualized(-1.2, 3).Reason);
        Assert.Equal(NotApplicableReason.NoCost, ReturnOnInvestment.Annualized(ReturnOnInvestment.Of(1, 0), 3).Reason);
        Assert.Equal(Money.Cny(2000), TotalCostOfOwnership.AverageAnnual(Money.Cny(1000), 0.5).Value);
        Assert.Equal(Money.Cny(30), TotalCostOfOwnership.Of([Money.Cny(10), Money.Cny(20)]).Value);
    }

    [Fact]
    public void SeveralRates_ArePickedByAnExplicitPolicyOnly()
    {
        double[] flows = [-10, 21, -11];
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(flows);
        Assert.Equal([0, 0.1], result.Roots.Select(root => Math.Round(root.Rate, 12)));
        Assert.False(result.TryGetRate(out _));
        Assert.Equal(NotApplicableReason.MultipleRates, result.ToFigure().Reason);
        Assert.Equal(0.1, result.Select(RateSelection.NearestTo(0.08)).Value, 1e-12);
        Assert.Equal(0, result.Select(RateSelection.LowestNonNegative).Value);
        Assert.Equal(0.1, InternalRateOfReturn.ExcelPeriodic(flows).Value, 1e-9);
        Assert.Equal(0, InternalRateOfReturn.ExcelPeriodic(flows, 0.01).Value);
        Assert.Equal(0.1, result.FirstAbove(0.05).Value, 1e-12);
        Assert.Equal(0, result.LastBelow(0.05).Value);
        Assert.Equal(NotApplicableReason.OutOfRange, result.FirstAbove(0.2).Reason);
        Assert.Equal(NotApplicableReason.NpvAlwaysPositive, InternalRateOfReturn.Periodic([1, -1, 1]).FirstAbove(0.2).Reason);
    }

    [Fact]
    public void NorstromsRuleOnOneSide_IsNotEnough()
    {
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic([-12000, -2000, 3000, 8000, 9000, -1000]);
        Assert.Equal(RateStatus.Multiple, result.Status);
        Assert.Equal([-0.89838, 0.10516], result.Roots.Select(root => Math.Round(root.Rate, 5)));
        Assert.Equal(RateProof.NorstromBothSides, InternalRateOfReturn.Periodic([-100, 60, -10, 120]).Proof);
    }

    [Fact]
    public void MoneySeries_AddFlowsOfOneDateInDecimal()
    {
        LocalDate start = new(2024, 2, 29);
        CashFlowSeries flows = new(Currency.Cny, [new(start, Money.Cny(-100)), new(start.PlusYears(1), Money.Cny(0.1m)), new(start.PlusYears(1), Money.Cny(109.9m))]);
        Assert.True(InternalRateOfReturn.Of(flows).TryGetRate(out double rate));
        Assert.Equal(0.1, rate, 1e-14);
    }
}
