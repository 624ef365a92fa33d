using TcmCrm.Roi.Simulations;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Actuals damaged at random, the short form of the simulation <c>damage</c>: a damage hardly ever flatters, and then a finding says so.</summary>
public class DamageTests
{
    private const ulong Seed = 20261129;

    [Fact]
    public void DamagedActuals_DoNotFlatter()
    {
        DamagedActuals.Outcome[] all = [.. Enumerable.Range(0, 2_000).Select(number => DamagedActuals.Try(Seed, number))];
        DamagedActuals.Outcome[] above = [.. all.Where(outcome => outcome.Excess > DamagedActuals.Most)];
        Assert.InRange(above.Length, 0, all.Length * 2 / 100);
        Assert.All(above, outcome => Assert.True(outcome.IsFound));

        // The damage is done: most of it moves the forecast.
        Assert.True(all.Count(outcome => outcome.Excess != 0 || outcome.IsRefused) > all.Length / 2);
    }

    /// <summary>A benefit that rises late and in equal steps to its plan is no running total, once a month or two at the plan show it.</summary>
    [Fact]
    public void ALateRamp_IsNoRunningTotal()
    {
        Assert.Equal(0, new[] { 0.05, 0.15, 0.3 }.Sum(noise => ForecastSimulation.Cell("late ramp", noise, 12, 200).Totals));
    }

    /// <summary>The forecast simulation, a tenth of its series in its hardest cells: 95 % intervals that hold 90 %, of a decline 80 %.</summary>
    [Theory]
    [InlineData("steady 70 %", 0.15, 12, 0.9)]
    [InlineData("steady 110 %", 0.3, 6, 0.9)]
    [InlineData("decline of 2 points a month", 0.15, 12, 0.8)]
    [InlineData("season", 0.3, 18, 0.9)]
    [InlineData("measured by the quarter", 0.3, 12, 0.9)]
    [InlineData("late ramp", 0.05, 12, 0.9)]
    public void Intervals_HoldWhatTheySay(string kind, double noise, int months, double least)
    {
        (double coverage, double bias, _) = ForecastSimulation.Cell(kind, noise, months, 100);
        Assert.True(coverage >= least, $"{coverage}");
        Assert.True(bias <= (least < 0.9 ? 0.1 : 0.05), $"{bias}");
    }
}
