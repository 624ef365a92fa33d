using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>What is computed of one line: how late it is, the parts of its variance, the part of its plan that it realises and how far that may lie off.</summary>
public class LineFigureTests
{
    private static readonly YearMonth First = new(2024, 7);

    /// <summary>The months of the bills that were planned and booked, up to the sixteenth month, and how late they are.</summary>
    public static TheoryData<int[], int[], int> Bills => new()
    {
        { [0, 12], [0, 13], 0 },
        { [0, 1, 2], [1, 2, 3], 1 },
        { [0, 3, 6], [0, 4, 8], 1 },
        { [0, 3, 6], [0, 5, 9], 2 },
        { [0, 3, 6], [0, 5, 7], 1 },
        { [0, 15], [2, 15], 0 },
        { [2, 5], [1, 5], 0 },
        { [0, 4], [2, 3], -1 },
        { [0, 4], [1, 2], 1 },
        { [3, 4], [1, 2], -2 },

        // One more or less is still matched in order; two are another rhythm, and only the start counts.
        { [0, 6], [3], 3 },
        { [0, 4], [2, 6, 10], 2 },
        { [0, 4], [2, 3, 10], -1 },
        { [1, 2, 3, 4], [1], 0 },
        { [0, 1, 2, 3], [2], 2 },
        { [3, 4], [1, 5, 6, 7], -2 },

        // Nothing was booked: the months from the planned start on, both included. Nothing was planned yet, or at all.
        { [2], [], 14 },
        { [15], [], 1 },
        { [16], [], 0 },
        { [], [], 0 },
        { [], [4], 0 },
        { [18], [3], -15 },
    };

    [Theory]
    [MemberData(nameof(Bills))]
    public void ACost_IsAsLateAsTheMiddleOfItsBills(int[] planned, int[] booked, int late)
    {
        decimal[] plan = new decimal[20];
        decimal?[] actual = new decimal?[16];
        Array.ForEach(planned, month => plan[month] = 100);
        Array.ForEach(booked, month => actual[month] = 90);
        Assert.Equal(late, LineShift.MonthsLate(Record(FlowSide.Cost, plan, actual), booked.Length == 0 ? -1 : booked[0], 15));
    }

    [Fact]
    public void ABenefit_IsAsLateAsItsStart()
    {
        LineRecord record = Record(FlowSide.Benefit, [0, 5, 5, 5, 5, 5], [null, null, null, 5, 5, 5]);
        Assert.Equal(2, LineShift.MonthsLate(record, 3, 5));
        Assert.Equal(-1, LineShift.MonthsLate(record, 0, 5));
        Assert.Equal(5, LineShift.MonthsLate(record, -1, 5));

        // A month that was measured as nothing later on is no delay.
        Assert.Equal(0, LineShift.MonthsLate(Record(FlowSide.Benefit, [5, 5, 5, 5], [5, null, 5, 5]), 0, 3));
    }

    [Fact]
    public void Units_SplitVolumeFromPrice()
    {
        // 12 units in place of 10 in each of three months, a unit planned at 10 and paid at 7.5: (36 - 30) x 10 and 36 x -2.5.
        Parts(Units(12, 10, 90), timing: 0, volume: 60, price: -90);

        // A third of what was planned is -66.666..., rounded to the fen.
        Parts(Units(1, 3, 90), timing: 0, volume: -200, price: 170);
        LineRecord record = Record(FlowSide.Cost, [100], [null]);
        record.Add(0, Actual.Cost("x", First, 50, 1, 3));
        Parts(record, timing: 0, volume: -66.67m, price: 16.67m);
    }

    [Fact]
    public void Units_CountOnlyWhereEveryAmountHasThem()
    {
        LineRecord zero = Units(12, 10, 90);
        zero.Add(1, Actual.Cost("x", First, 0));
        Parts(zero, timing: 0, volume: 60, price: -90);
        LineRecord some = Units(12, 10, 90);
        some.Add(1, Actual.Cost("x", First, 40));
        some.Add(2, Actual.Cost("x", First, 5, 1));
        Parts(some, timing: 0, volume: 0, price: 15);
        Parts(Units(12, 0, 90), timing: 0, volume: 0, price: -30);

        // Units without a plan in their months have no planned price.
        LineRecord early = Record(FlowSide.Cost, [0, 100], [null, null]);
        early.Add(0, Actual.Cost("x", First, 90, 9, 10));
        Parts(early, timing: 0, volume: 0, price: -10);
    }

    [Fact]
    public void Adoption_SplitsUseFromYieldInTheMonthsWithBoth()
    {
        // Planned from the first month, measured from the second: late by one. Adoption of half the plan in two of the measured months: -50 and -100.
        LineRecord record = Record(FlowSide.Benefit, [100, 200, 300, 400], [null, 60, 150, 200]);
        record.Add(0, Actual.Adoption(First, 40, 100, 0.8m));
        record.Add(1, Actual.Adoption(First, 40, 100, 0.8m));
        record.Add(2, Actual.Adoption(First, 40, 100, 0.8m));
        Parts(record, timing: -400, volume: -150, price: -40, late: 1);

        // A month without a measurement, and one without adoption.
        record = Record(FlowSide.Benefit, [100, 200, 400], [100, null, 300]);
        record.Add(1, Actual.Adoption(First, 40, 100, 0.8m));
        record.Add(2, Actual.Adoption(First, 40, 100, 0.8m));
        Parts(record, timing: 0, volume: -200, price: -100);
    }

    [Fact]
    public void WithoutUnitsAndAdoption_AllIsPriceOrTiming()
    {
        Parts(Record(FlowSide.Benefit, [100, 100, 100], [80, 90, 100]), timing: 0, volume: 0, price: -30);
        Parts(Record(FlowSide.Benefit, [100, 100, 100], [null, null, 70]), timing: -200, volume: 0, price: -30, late: 2);
        Parts(Record(FlowSide.Benefit, [100, 100, 100], [null, null, null]), timing: -300, volume: 0, price: 0, late: 3);
        Parts(Record(FlowSide.Cost, [0, 100, 100], [100, 100, 100]), timing: 0, volume: 0, price: 100, late: 0);

        // Units that brought nothing are no start.
        LineRecord nothing = Record(FlowSide.Benefit, [100, 100, 100], [null, null, null]);
        nothing.Add(2, Actual.Benefit("x", First, 0, 5, 10));
        Parts(nothing, timing: -300, volume: 0, price: 0, late: 3);
    }

    [Fact]
    public void Realisation_IsActualOverPlanInTheMonthsThatCount()
    {
        // Of a benefit the months that were measured, of a cost every month since its first.
        decimal[] plan = [100, 100, 100, 100, 100];
        Assert.Equal((3, 0.6m), Realized(Record(FlowSide.Benefit, plan, [null, 60, null, 70, 50]), 1, 0));
        Assert.Equal((4, 0.45m), Realized(Record(FlowSide.Cost, plan, [null, 60, null, 70, 50]), 1, 0));

        // At the actual timing: the second month has the plan of the first.
        Assert.Equal((4, 0.7m), Realized(Record(FlowSide.Benefit, [20, 40, 60, 80, 999], [null, 14, 28, 42, 56]), 1, 1));

        // Months without a plan beside them count their money and are not counted as months.
        Assert.Equal((2, 0.5m), Realized(Record(FlowSide.Cost, [0, 100, 100, 0, 0], [10, 40, 40, 10, 0]), 0, 0));
        Assert.Equal((0, 1m), Realized(Record(FlowSide.Benefit, plan, [null, null, null, null, null]), -1, 0));
        Assert.Equal((0, 1m), Realized(Record(FlowSide.Cost, [0, 0, 0], [5, 5, 5]), 0, 0));
        Assert.Equal((0, 1m), Realized(new LineRecord(new LineId("x"), "x", FlowSide.Cost, PlanOf(plan, 5), Months(5, 5), Currency.Cny), 0, 0));
    }

    [Fact]
    public void Realisation_LooksAtTheWindowAndFurtherBackOnlyWithoutAPlanInIt()
    {
        var policy = new ReviewPolicy { WindowMonths = 3 };
        Assert.Equal((3, 0.8m), Realized(Record(FlowSide.Cost, [100, 100, 100, 100, 100], [10, 10, 80, 90, 70]), 0, 0, policy));
        Assert.Equal((2, 0.6m), Realized(Record(FlowSide.Cost, [100, 100, 0, 0, 0], [50, 70, 0, 0, 0]), 0, 0, policy));
    }

    [Fact]
    public void TheSpread_OfFourEvenMonths_IsStudentsT()
    {
        // Deviations -0.1, 0.1, 0, 0: s2 = 0.02 / 3, no dependence, n* = 4; t(0.975, 3) = 3.182446. Two months of 100 to come:
        // t s sqrt(200^2 / 4 + 2 x 100^2).
        LineRealization realisation = Of(Record(FlowSide.Cost, [100, 100, 100, 100], [90, 110, 100, 100]), 0);
        Assert.True(realisation.HasSpread);
        Assert.Equal(3.182446 * Math.Sqrt(0.02 / 3) * Math.Sqrt((40_000 / 4.0) + 20_000), realisation.Reach(200, 20_000), 1e-4);
        Assert.Equal(0, realisation.Reach(0, 0));
    }

    [Fact]
    public void TheSpread_WeighsTheMonthsByTheirPlan()
    {
        // Plan 100, 100, 200; deviations 0.1, -0.1, 0: s2 = 0.01, t(0.975, 2) = 4.302653; sum(w^2) / sum(w)^2 = 60,000 / 160,000.
        LineRealization realisation = Of(Record(FlowSide.Cost, [100, 100, 200], [110, 90, 200]), 0);
        Assert.Equal(4.302653 * 0.1 * Math.Sqrt((0.375 * 40_000) + 20_000), realisation.Reach(200, 20_000), 1e-4);
    }

    [Fact]
    public void TheSpread_GrowsWithTheDependenceOfTheMonths()
    {
        // Signs of deviations of 0.1: the products of neighbours sum to -1 of 10, lag -0.1; rho = -0.1 + (1 - 0.4) / 10 + 1 / 10 = 0.06.
        int[] signs = [1, 1, -1, -1, 1, 1, -1, -1, 1, -1];
        LineRealization some = Of(Record(FlowSide.Cost, [.. signs.Select(_ => 100m)], [.. signs.Select(sign => (decimal?)(100 + (10 * sign)))]), 0);
        double effective = 10 * 0.94 / 1.06;
        double expected = StudentT.Quantile(0.975, effective - 1) * Math.Sqrt(0.1 / 9)
            * Math.Sqrt((0.1 * 10 / effective * 40_000) + (1.06 / 0.94 * 20_000));
        Assert.Equal(expected, some.Reach(200, 20_000), 1e-9);

        // Two above and two below: rho = 0.25 + 2 / 4 + 1 / 4 = 1, held at 0.9; n* = 4 x 0.1 / 1.9 is held at 2, t(0.975, 1) = 12.70620.
        LineRealization strong = Of(Record(FlowSide.Cost, [100, 100, 100, 100], [110, 110, 90, 90]), 0);
        Assert.Equal(12.70620 * Math.Sqrt(0.04 / 3) * Math.Sqrt((0.5 * 40_000) + (19 * 20_000)), strong.Reach(200, 20_000), 1e-3);
    }

    [Fact]
    public void TheSpread_LeavesOutMonthsWithoutPlanAndWithoutMeasurement()
    {
        LineRecord gaps = Record(FlowSide.Benefit, [100, 100, 0, 100, 100, 100], [90, 110, 0, null, 100, 100]);
        Assert.Equal(
            Of(Record(FlowSide.Benefit, [100, 100, 100, 100], [90, 110, 100, 100]), 0).Reach(200, 20_000), Of(gaps, 0).Reach(200, 20_000), 1e-12);
        Assert.False(Of(Record(FlowSide.Benefit, [100, 100], [90, 110]), 0).HasSpread);
        Assert.True(Of(Record(FlowSide.Benefit, [100, 100, 100], [100, 100, 100]), 0).HasSpread);
        Assert.Equal(0, Of(Record(FlowSide.Benefit, [100, 100, 100], [80, 80, 80]), 0).Reach(200, 20_000));
    }

    [Fact]
    public void TheSpread_RisesWithTheTrend()
    {
        // Half of the plan with deviations -0.05, 0.05, 0, 0; adoption of 0.5 of the target in three months and 1 of late, over 0.625 in the mean: 1.6.
        LineRecord record = Record(FlowSide.Benefit, [100, 100, 100, 100], [45, 55, 50, 50]);
        int[] active = [40, 40, 40, 80];
        for (int month = 0; month < 4; month++)
        {
            record.Add(month, Actual.Adoption(First, active[month], 100));
        }

        LineRealization realisation = LineRealization.Of(record, 0, 0, 3, new ReviewPolicy { RecentMonths = 1 });
        Assert.Equal(0.8m, realisation.Factor);
        Assert.Equal(1.6 * 3.182446 * Math.Sqrt(0.005 / 3) * Math.Sqrt((40_000 / 4.0) + 20_000), realisation.Reach(200, 20_000), 1e-4);
    }

    /// <summary>The part of the plan, adoption by month of the target of 80 of 100, and the trend that lifts the coming months.</summary>
    [Theory]
    [InlineData(0.5, new[] { 40, 40, 40, 40, 40, 70 }, 50.0 / 45)] // Of late (40 + 40 + 70) / 3 over 270 / 6.
    [InlineData(0.5, new[] { 20, 20, 20, 80, 80, 80 }, 1.6)]
    [InlineData(0.8, new[] { 20, 20, 20, 80, 80, 80 }, 1.25)] // No further than to the plan.
    [InlineData(1.2, new[] { 20, 20, 20, 80, 80, 80 }, 1)]
    [InlineData(1.2, new[] { 80, 80, 80, 40, 40, 40 }, 2.0 / 3)]
    [InlineData(0, new[] { 20, 20, 20, 80, 80, 80 }, 1)]
    [InlineData(-0.5, new[] { 20, 20, 20, 80, 80, 80 }, 1)]
    [InlineData(0.5, new[] { 0, 0, 0, 0, 0, 0 }, 1)]
    [InlineData(0.5, new int[0], 1)]
    public void RisingAdoption_LiftsTheComingMonthsUpToThePlan(double part, int[] active, double trend)
    {
        decimal[] plan = [100, 100, 100, 100, 100, 100];
        decimal?[] actual = [.. plan.Select(amount => (decimal?)(amount * (decimal)part))];
        LineRecord record = Record(FlowSide.Benefit, plan, actual);
        LineRecord cost = Record(FlowSide.Cost, plan, actual);
        for (int k = 0; k < active.Length; k++)
        {
            record.Add(k, Actual.Adoption(First, active[k], 100));
            cost.Add(k, Actual.Adoption(First, active[k], 100));
        }

        LineRealization realisation = LineRealization.Of(record, 0, 0, 5, ReviewPolicy.Default);
        Assert.Equal(trend, (double)realisation.AdoptionTrend, 1e-9);
        Assert.Equal(trend * part, (double)realisation.Factor, 1e-9);
        Assert.Equal(1, LineRealization.Of(cost, 0, 0, 5, ReviewPolicy.Default).AdoptionTrend);
    }

    [Fact]
    public void AShare_IsHeldAgainstItsPlanOrTheTarget()
    {
        var share = new MonthlyShare(5);
        share.Set(0, Actual.Adoption(First, 50, 100, 0.4m));
        share.Set(1, Actual.Adoption(First, 60, 100));
        share.Set(3, Actual.Adoption(First, 90, 100));
        Share target = Share.Percent(80);
        decimal?[] expected = [1.25m, 0.75m, null, 1, null];
        for (int month = 0; month < 5; month++)
        {
            Assert.Equal(expected[month] is not null, share.TryGetRatio(month, target, out decimal ratio));
            Assert.Equal(expected[month] ?? 1, ratio);
        }

        Assert.Null(share.At(-1));
        Assert.Null(share.At(5));
        Assert.Equal(90, share.At(3)!.Amount);
        Mean(through: 4, most: 2, 0.875m, 0.75m);
        Mean(through: 9, most: 9, 1, 200m / 300);
        Mean(through: 3, most: 1, 1, 0.9m);
        Mean(through: 2, most: 1, 0.75m, 0.6m);
        Mean(through: 0, most: 3, 1.25m, 0.5m);
        Assert.False(share.TryGetMeanRatio(-1, 3, target, out decimal none));
        Assert.Equal((1, 0), (none, share.RecentShare(-1, 3)));
        Assert.False(new MonthlyShare(5).IsForAll);
        Assert.True(new MonthlyShare(5, isForAll: true).IsForAll);

        void Mean(int through, int most, decimal ratio, decimal recent)
        {
            Assert.True(share.TryGetMeanRatio(through, most, target, out decimal mean));
            Assert.Equal((ratio, recent), (mean, share.RecentShare(through, most)));
        }
    }

    private static LineRecord Units(decimal units, decimal planned, decimal amount)
    {
        LineRecord record = Record(FlowSide.Cost, [100, 100, 100], [null, null, null]);
        for (int month = 0; month < 3; month++)
        {
            record.Add(month, Actual.Cost("x", First, amount, units, planned));
        }

        return record;
    }

    private static void Parts(LineRecord record, decimal timing, decimal volume, decimal price, int late = 0)
    {
        int asOf = record.Amounts.Length - 1;
        LineVariance variance = LineShift.Variance(record, record.Amounts.Any(amount => amount != 0), late, asOf, Currency.Cny, ReviewPolicy.Default);
        Assert.Equal(
            (Money.Cny(timing), Money.Cny(volume), Money.Cny(price)), (variance.Timing, variance.VolumeAndAdoption, variance.PriceAndRate));
        Assert.Equal(Money.Cny(record.Amounts.Sum()), variance.Actual);
        Assert.Equal(Money.Cny(timing + volume + price), variance.Total);
    }

    private static LineRealization Of(LineRecord record, int first) => LineRealization.Of(record, first, 0, record.Amounts.Length - 1, ReviewPolicy.Default);

    private static (int Months, decimal Ratio) Realized(LineRecord record, int first, int late, ReviewPolicy? policy = null)
    {
        LineRealization realisation = LineRealization.Of(record, first, late, record.Amounts.Length - 1, policy ?? ReviewPolicy.Default);
        return (realisation.Months, realisation.Ratio);
    }

    private static ReviewMonths Months(int past, int all) => new(First, First.PlusMonths(past - 1), First.PlusMonths(all - 1));

    private static LinePlan PlanOf(decimal[] plan, int past) => new(
        [.. plan.Select((amount, month) => new LineFlow(month, FlowPlace.Start, First.PlusMonths(month).OnDayOfMonth(1), amount)).Where(flow => flow.Amount != 0)],
        Months(past, plan.Length),
        2);

    /// <summary>A line with its plan by month, and what was booked or measured in each; null where nothing was.</summary>
    private static LineRecord Record(FlowSide side, decimal[] plan, decimal?[] actual)
    {
        var record = new LineRecord(new LineId("x"), "x", side, PlanOf(plan, actual.Length), Months(actual.Length, plan.Length), Currency.Cny)
        {
            Cost = side == FlowSide.Cost ? EvenCase.Case.Costs[0] : null,
            Benefit = side == FlowSide.Benefit ? EvenCase.Case.Benefits[0] : null,
        };
        for (int month = 0; month < actual.Length; month++)
        {
            if (actual[month] is { } amount)
            {
                record.Add(month, side == FlowSide.Cost ? Actual.Cost("x", First, amount) : Actual.Benefit("x", First, amount));
            }
        }

        return record;
    }
}
