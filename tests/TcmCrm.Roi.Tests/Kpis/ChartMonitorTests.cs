using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class ChartMonitorTests
{
    // Centre 0, sigma 1, limits +- 2.66 x 1.128379 = +- 3.0015.
    private static readonly ControlLimits Unit = new(0, 1.128379, 24);

    [Fact]
    public void Cusum_AlarmsBeyondFiveAndNotAtFive()
    {
        var monitor = new ChartMonitor(Unit, AlarmRuleSet.Default);
        Assert.Equal((AlarmRule.None, AlarmSide.None), monitor.Next(3, inBaseline: false));
        Assert.Equal((2.5, 0.0), (monitor.High, monitor.Low));
        Assert.Equal((AlarmRule.None, AlarmSide.None), monitor.Next(3, inBaseline: false));
        Assert.Equal((5.0, 0.0), (monitor.High, monitor.Low));
        Assert.Equal((AlarmRule.Cusum, AlarmSide.Above), monitor.Next(0.75, inBaseline: false));
        Assert.Equal((5.25, 0.0), (monitor.High, monitor.Low));
        Assert.Equal((AlarmRule.None, AlarmSide.None), monitor.Next(-3, inBaseline: false));
        Assert.Equal((1.75, 2.5), (monitor.High, monitor.Low));
        Assert.Equal((AlarmRule.None, AlarmSide.None), monitor.Next(-3, inBaseline: false));
        Assert.Equal((0.0, 5.0), (monitor.High, monitor.Low));
        Assert.Equal((AlarmRule.Cusum, AlarmSide.Below), monitor.Next(-0.75, inBaseline: false));
        Assert.Equal((0.0, 5.25), (monitor.High, monitor.Low));
    }

    [Theory]
    [InlineData(-13.25, 5.75, "Above")]
    [InlineData(-13.5, 6.0, "Above")]
    [InlineData(-13.75, 6.25, "Below")]
    public void CusumsBeyondFiveOnBothSides_AlarmOnTheSideOfTheLarger(double fall, double low, string side)
    {
        var monitor = new ChartMonitor(Unit, AlarmRuleSet.Default);
        Assert.Equal((AlarmRule.OutsideLimits, AlarmSide.Below), monitor.Next(fall, inBaseline: false));
        Assert.Equal((AlarmRule.OutsideLimits, AlarmSide.Above), monitor.Next(6.5, inBaseline: false));
        Assert.Equal((6.0, low), (monitor.High, monitor.Low));
        Assert.Equal((AlarmRule.Cusum, Enum.Parse<AlarmSide>(side)), monitor.Next(0, inBaseline: false));
    }

    [Fact]
    public void Cusum_OfABaselineWithoutVariation_StaysAtZero()
    {
        var monitor = new ChartMonitor(new ControlLimits(5, 0, 24), AlarmRuleSet.Default);
        Assert.Equal((AlarmRule.None, AlarmSide.None), monitor.Next(5, inBaseline: false));
        Assert.Equal((AlarmRule.OutsideLimits, AlarmSide.Above), monitor.Next(5.1, inBaseline: false));
        Assert.Equal((AlarmRule.OutsideLimits, AlarmSide.Below), monitor.Next(4.9, inBaseline: false));
        Assert.Equal((0.0, 0.0), (monitor.High, monitor.Low));
    }

    [Fact]
    public void Cusum_StartsAfterTheBaseline()
    {
        var monitor = new ChartMonitor(Unit, AlarmRuleSet.Default);
        monitor.Next(3, inBaseline: true);
        Assert.Equal((0.0, 0.0), (monitor.High, monitor.Low));
    }

    [Fact]
    public void Limits_AreInsideThemselves()
    {
        var monitor = new ChartMonitor(Unit, AlarmRuleSet.WesternElectric);
        Assert.Equal(AlarmRule.None, monitor.Next(Unit.Upper, inBaseline: false).Rule);
        Assert.Equal(AlarmRule.None, monitor.Next(Unit.Lower, inBaseline: false).Rule);
        Assert.Equal((AlarmRule.OutsideLimits, AlarmSide.Above), monitor.Next(Unit.Upper + 1e-9, inBaseline: false));
        Assert.Equal((AlarmRule.OutsideLimits, AlarmSide.Below), monitor.Next(Unit.Lower - 1e-9, inBaseline: false));
    }

    public static TheoryData<string, AlarmRuleSet, double[], AlarmRule, string> Patterns
    {
        get
        {
            // One and two sigma are a third and two thirds of the way to the limit; at them is not beyond them.
            double one = Unit.Upper / 3;
            double two = Unit.Upper * 2 / 3;
            const AlarmRuleSet nhs = AlarmRuleSet.Nhs;
            const AlarmRuleSet western = AlarmRuleSet.WesternElectric;
            return new TheoryData<string, AlarmRuleSet, double[], AlarmRule, string>
            {
                { "six rising steps", nhs, [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6], AlarmRule.TrendOfSeven, "Above" },
                { "five rising steps", nhs, [1, 1.1, 1.2, 1.3, 1.4, 1.5], AlarmRule.None, "None" },
                { "six falling steps", nhs, [0.6, 0.5, 0.4, 0.3, 0.2, 0.1, -0.1], AlarmRule.TrendOfSeven, "Below" },
                { "five falling steps from below zero", nhs, [-0.1, -0.2, -0.3, -0.4, -0.5, -0.6], AlarmRule.None, "None" },
                { "equal values among falling ones", nhs, [0.6, 0.5, 0.4, 0.4, 0.3, 0.2, -0.1], AlarmRule.None, "None" },
                { "equal values among rising ones", nhs, [-0.6, -0.5, -0.4, -0.4, -0.3, -0.2, 0.1], AlarmRule.None, "None" },
                { "equal values", nhs, [0, 0, 0, 0, 0, 0, 0, 0], AlarmRule.None, "None" },
                { "six rising steps after equal values", nhs, [-0.5, -0.5, -0.4, -0.3, -0.2, -0.1, 0.1, 0.2], AlarmRule.TrendOfSeven, "Above" },
                { "rising after falling", nhs, [0.1, -0.6, -0.5, -0.4, -0.3, -0.2, 0.1], AlarmRule.None, "None" },
                { "seven above", nhs, [1, 0.5, 1, 0.5, 1, 0.5, 1], AlarmRule.SevenOnOneSide, "Above" },
                { "seven below", nhs, [-1, -0.5, -1, -0.5, -1, -0.5, -1], AlarmRule.SevenOnOneSide, "Below" },
                { "six above", nhs, [1, 0.5, 1, 0.5, 1, 0.5], AlarmRule.None, "None" },
                { "seven with one at the centre", nhs, [1, 0.5, 1, 0, 1, 0.5, 1], AlarmRule.None, "None" },
                { "seven that end at the centre", nhs, [-1, -0.5, -1, -0.5, -1, -0.5, 0], AlarmRule.None, "None" },
                { "two of three near the limit", nhs, [0.1, 2.5, 2.4], AlarmRule.TwoOfThree, "Above" },
                { "two near, the third on the other side", nhs, [-0.1, 2.5, 2.4], AlarmRule.None, "None" },
                { "two near and one outside", nhs, [3.5, 0.1, 2.4], AlarmRule.None, "None" },
                { "eight above", western, [0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5], AlarmRule.EightOnOneSide, "Above" },
                { "seven above in Western Electric", western, [0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9], AlarmRule.None, "None" },
                { "eight that end at the centre", western, [0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0], AlarmRule.None, "None" },
                { "eight at the centre", western, [0, 0, 0, 0, 0, 0, 0, 0], AlarmRule.None, "None" },
                { "two of three beyond two sigma", western, [-0.1, -2.5, -2.4], AlarmRule.TwoOfThree, "Below" },
                { "two of two", western, [-2.5, -2.4], AlarmRule.None, "None" },
                { "two of three at two sigma", western, [0.1, two, two], AlarmRule.None, "None" },
                { "two of three just beyond two sigma", western, [0.1, two + 1e-9, two + 1e-9], AlarmRule.TwoOfThree, "Above" },
                { "two of three whose last is within", western, [2.5, 2.4, 0.1], AlarmRule.None, "None" },
                { "four of five beyond one sigma", western, [-0.1, 1.5, 1.5, 1.5, 1.5], AlarmRule.FourOfFive, "Above" },
                { "four of four", western, [1.5, 1.5, 1.5, 1.5], AlarmRule.None, "None" },
                { "four of five at one sigma", western, [-0.1, one, one, one, one], AlarmRule.None, "None" },
                { "four of five just beyond one sigma", western, [-0.1, one + 1e-9, one + 1e-9, one + 1e-9, one + 1e-9], AlarmRule.FourOfFive, "Above" },
                { "four of five below", western, [-1.5, -1.5, 0.1, -1.5, -1.5], AlarmRule.FourOfFive, "Below" },
                { "three of five", western, [-1.5, 0.2, 0.1, -1.5, -1.5], AlarmRule.None, "None" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Pattern_MarksThePointThatCompletesIt(string name, AlarmRuleSet rules, double[] values, AlarmRule rule, string side)
    {
        Assert.NotEmpty(name);
        var monitor = new ChartMonitor(Unit, rules);
        (AlarmRule Rule, AlarmSide Side) last = default;
        foreach (double value in values)
        {
            last = monitor.Next(value, inBaseline: true);
        }

        Assert.Equal((rule, side), (last.Rule, last.Side.ToString()));
    }

    [Fact]
    public void NhsMarks_OfATrend_CoverAllOfItsPoints()
    {
        // Down to the seventh point and up again: the turning point belongs to the later trend.
        double[] values = [70, 60, 50, 40, 30, 20, 10, 20.5, 30.5, 40.5, 50.5, 60.5, 70.5];
        (AlarmRule Rule, AlarmSide Side)[] flags = NhsMarks.Of(values, new ControlLimits(40, 100, 24));
        Assert.All(flags, flag => Assert.Equal(AlarmRule.TrendOfSeven, flag.Rule));
        Assert.Equal([.. Enumerable.Repeat(AlarmSide.Below, 6), .. Enumerable.Repeat(AlarmSide.Above, 7)], flags.Select(flag => flag.Side));
        double[] falling = [.. values[..7], 30];
        flags = NhsMarks.Of(falling, new ControlLimits(40, 100, 24));
        Assert.Equal([.. Enumerable.Repeat((AlarmRule.TrendOfSeven, AlarmSide.Below), 7), (AlarmRule.None, AlarmSide.None)], flags);
    }

    [Fact]
    public void NhsMarks_AtALimitOrAtTwoThirdsOfTheWay_AreNotGiven()
    {
        double two = Unit.Upper * 2 / 3;
        double[] values = [Unit.Upper, 0, Unit.Lower, 0, two, 0.1, two, 0, -two, -0.1, -two];
        (AlarmRule Rule, AlarmSide Side)[] flags = NhsMarks.Of(values, Unit);
        Assert.All(flags, flag => Assert.Equal((AlarmRule.None, AlarmSide.None), flag));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= 1 + 1e-9;
        }

        flags = NhsMarks.Of(values, Unit);
        Assert.Equal(
            "OutsideLimits Above|None None|OutsideLimits Below|None None|TwoOfThree Above|None None|TwoOfThree Above|None None|TwoOfThree Below|None None|TwoOfThree Below",
            string.Join('|', flags.Select(flag => flag.Rule + " " + flag.Side)));
    }
}
