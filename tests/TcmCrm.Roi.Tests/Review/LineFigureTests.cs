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
        record.Take(0, Rows.Cost("x", First, 50, 1, 3));
        Parts(record, timing: -50, volume: -16.67m, price: 16.67m);
    }

    [Fact]
    public void Units_CountOnlyWhereEveryAmountHasThem()
    {
        LineRecord zero = Units(12, 10, 90);
        zero.Take(1, Rows.Cost("x", First, 0));
        Parts(zero, timing: 0, volume: 60, price: -90);
        LineRecord some = Units(12, 10, 90);
        some.Take(1, Rows.Cost("x", First, 40));
        some.Take(2, Rows.Cost("x", First, 5, 1));
        Parts(some, timing: 0, volume: 0, price: 15);
        Parts(Units(12, 0, 90), timing: 0, volume: 0, price: -30);

        // Units without a plan in their months have no planned price.
        LineRecord early = Record(FlowSide.Cost, [0, 100], [null, null]);
        early.Take(0, Rows.Cost("x", First, 90, 9, 10));
        Parts(early, timing: -10, volume: 0, price: 0);
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
        record = Record(FlowSide.Benefit, [100, 200, 400, 400], [100, null, 300, 400]);
        record.Add(1, Actual.Adoption(First, 40, 100, 0.8m));
        record.Add(2, Actual.Adoption(First, 40, 100, 0.8m));
        Parts(record, timing: 0, volume: -200, price: -100);
    }

    [Fact]
    public void WithoutUnitsAndAdoption_AllIsPriceOrTiming()
    {
        Parts(Record(FlowSide.Benefit, [100, 100, 100], [80, 90, 100]), timing: 0, volume: 0, price: -30);
        Parts(Record(FlowSide.Benefit, [100, 100, 100, 100], [null, null, 70, 70]), timing: -200, volume: 0, price: -60, late: 2);

        // A single row covers from the planned start.
        Parts(Record(FlowSide.Benefit, [100, 100, 100], [null, null, 70]), timing: 0, volume: 0, price: -230);
        Parts(Record(FlowSide.Benefit, [100, 100, 100], [null, null, null]), timing: -300, volume: 0, price: 0, late: 3);
        Parts(Record(FlowSide.Cost, [0, 100, 100], [100, 100, 100]), timing: 0, volume: 0, price: 100, late: 0);

        // Units that brought nothing are measured as nothing.
        LineRecord nothing = Record(FlowSide.Benefit, [100, 100, 100], [null, null, null]);
        nothing.Take(2, Rows.Benefit("x", First, 0, 5, 10));
        Parts(nothing, timing: 0, volume: -250, price: -50);
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
        Assert.Equal(90, share.At(3)!.Number);
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
            record.Take(month, Rows.Cost("x", First, amount, units, planned));
        }

        return record;
    }

    private static void Parts(LineRecord record, decimal timing, decimal volume, decimal price, int late = 0)
    {
        int asOf = record.Amounts.Length - 1;
        BenefitMeasurement? measured = record.IsCost ? null : BenefitMeasurement.Of(record, asOf, ReviewPolicy.Default, new LineScratch(0.95));
        LineVariance variance = measured is null
            ? LineShift.OfCost(record, CostSettlement.Of(record, 0, asOf, new LineScratch(0.95)), asOf, Currency.Cny)
            : LineShift.OfBenefit(record, measured, asOf, Currency.Cny, ReviewPolicy.Default);
        Assert.Equal(late, measured?.MonthsLate ?? late);
        Assert.Equal(
            (Money.Cny(timing), Money.Cny(volume), Money.Cny(price)), (variance.Timing, variance.VolumeAndAdoption, variance.PriceAndRate));
        Assert.Equal(Money.Cny(record.Amounts.Sum()), variance.Actual);
        Assert.Equal(Money.Cny(timing + volume + price), variance.Total);
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
                record.Take(month, side == FlowSide.Cost ? Rows.Cost("x", First, amount) : Rows.Benefit("x", First, amount));
            }
        }

        return record;
    }
}
