using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Benefits;

public class LifetimeGainTests
{
    [Fact]
    public void LifetimeGain_OfModels_IsTheDifferenceOfTheirValues()
    {
        var before = new RetentionModel(1, 4);
        var after = new RetentionModel(1, 9);
        LifetimeValueGain gain = CustomerLifetimeValue.GainOfModels(before, after, new() { MarginPerPeriod = Money.Cny(100), RatePerPeriod = 0.01, Periods = 2, Customers = 10 });

        // Start of period: 1 + S(1) / 1.01, with S(1) = 0.8 and 0.9.
        Assert.Equal(100 * (1 + 0.8 / 1.01), (double)gain.Before.Amount, 1e-9);
        Assert.Equal(10 * 100 * 0.1 / 1.01, (double)gain.Gain.Amount, 1e-9);
        Assert.False(gain.HasInterval);
        Money end = CustomerLifetimeValue.Of(before, Money.Cny(100), 0, 2, isCountedAtEnd: true);
        Assert.Equal(100 * (0.8 + 0.8 * 5 / 6), (double)end.Amount, 1e-9);
    }

    [Fact]
    public void LifetimeGain_OfCurves_HasGreenwoodsInterval()
    {
        SurvivalCurve before = Curve(100, 40);
        SurvivalCurve after = Curve(100, 20);
        LifetimeValueGain gain = CustomerLifetimeValue.Gain(before, after, new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0, Periods = 2, Customers = 1 });

        // One weight on S(1) = 0.6 and 0.8: the variance is p (1 - p) / n in each group.
        Assert.Equal(0.2, (double)gain.Gain.Amount, 1e-12);
        double reach = 1.959963984540054 * Math.Sqrt(0.6 * 0.4 / 100 + 0.8 * 0.2 / 100);
        Assert.Equal(0.2 - reach, (double)gain.Lower.Amount, 1e-12);
        Assert.Equal(0.2 + reach, (double)gain.Upper.Amount, 1e-12);
    }

    [Fact]
    public void LifetimeGain_WithoutGround_SaysWhy()
    {
        SurvivalCurve enough = Curve(100, 40);
        Assert.Equal("tooFewCustomers", Reason(Curve(19, 8), enough, 2));
        Assert.Null(Reason(Curve(20, 5), enough, 2));
        Assert.Equal("tooFewEvents", Reason(enough, Curve(100, 4), 2));
        Assert.Null(Reason(enough, enough, 13));
        Assert.Equal("tenureNotObserved", Reason(enough, enough, 14));

        static string? Reason(SurvivalCurve a, SurvivalCurve b, int periods) =>
            CustomerLifetimeValue.Gain(a, b, new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0.01, Periods = periods, Customers = 1 }).Reason?.Code;
    }

    /// <summary>So many customers, some lost at tenure 1, the others watched to 12.</summary>
    private static SurvivalCurve Curve(int customers, int lost) => SurvivalCurve.Estimate(
        [.. Enumerable.Range(0, customers).Select(i => i < lost ? 1.0 : 12.0)], [.. Enumerable.Range(0, customers).Select(i => i < lost)]);
}
