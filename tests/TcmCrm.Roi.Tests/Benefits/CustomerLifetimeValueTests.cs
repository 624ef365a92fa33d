using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Benefits;

public class CustomerLifetimeValueTests
{
    private static readonly RetentionModel Model = new(1, 4);

    /// <summary>A hundred customers, 40 of them lost at tenure 1, the others watched to 12.</summary>
    private static SurvivalCurve Curve(double level = 0.95) => SurvivalCurve.Estimate(
        [.. Enumerable.Range(0, 100).Select(i => i < 40 ? 1.0 : 12.0)], [.. Enumerable.Range(0, 100).Select(i => i < 40)], level);

    [Fact]
    public void Value_NamesWhatIsOutside()
    {
        Refused.Null("model", () => CustomerLifetimeValue.Of(null!, Money.Cny(1), 0.1, 2));
        Refused.OutOfRange("periods", "0", "from 1 to 1200", () => CustomerLifetimeValue.Of(Model, Money.Cny(1), 0.1, 0));
        Refused.OutOfRange("periods", "1201", "from 1 to 1200", () => CustomerLifetimeValue.Of(Model, Money.Cny(1), 0.1, 1201));
        Refused.OutOfRange("ratePerPeriod", "-1", "above -1 (-100 %)", () => CustomerLifetimeValue.Of(Model, Money.Cny(1), -1, 2));
        Refused.OutOfRange("ratePerPeriod", "NaN", "a finite number", () => CustomerLifetimeValue.Of(Model, Money.Cny(1), double.NaN, 2));
    }

    [Fact]
    public void Value_OverTheShortestAndTheLongestTenure()
    {
        // One period: the margin itself at its start; S(1) / 1.25 = 0.8 / 1.25 at its end.
        Assert.Equal(Money.Cny(100), CustomerLifetimeValue.Of(Model, Money.Cny(100), 0.25, 1));
        Assert.Equal(64, (double)CustomerLifetimeValue.Of(Model, Money.Cny(100), 0.25, 1, isCountedAtEnd: true).Amount, 1e-12);

        // With alpha 3 and beta 1, S(t) = 6 / ((t + 1) (t + 2) (t + 3)); the sum from 0 to 1,199 is 3 (1/2 - 1 / (1,201 x 1,202)).
        decimal longest = CustomerLifetimeValue.Of(new RetentionModel(3, 1), Money.Cny(1), 0, 1200).Amount;
        Assert.Equal(3 * (0.5 - 1 / (1201.0 * 1202)), (double)longest, 1e-12);
    }

    [Fact]
    public void Value_AtANegativeRate_Compounds() =>
        // At -50 % the second period counts double: 1 + 0.8 x 2.
        Assert.Equal(2.6, (double)CustomerLifetimeValue.Of(Model, Money.Cny(1), -0.5, 2).Amount, 1e-12);

    [Fact]
    public void GainOfCurves_NamesWhatIsWrong()
    {
        SurvivalCurve curve = Curve();
        Refused.Null("before", () => CustomerLifetimeValue.Gain(null!, curve, new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0.1, Periods = 2, Customers = 1 }));
        Refused.Null("after", () => CustomerLifetimeValue.Gain(curve, null!, new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0.1, Periods = 2, Customers = 1 }));
        Refused.OutOfRange("customers", "-1", "0 or more", () => CustomerLifetimeValue.Gain(curve, curve, new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0.1, Periods = 2, Customers = -1 }));
        Refused.Argument("after", "has the confidence level 0.9; allowed: that of the other, 0.95.", () => CustomerLifetimeValue.Gain(curve, Curve(0.9), new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0.1, Periods = 2, Customers = 1 }));
        Refused.OutOfRange("customers", "-1", "0 or more", () => CustomerLifetimeValue.GainOfModels(Model, Model, new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0.1, Periods = 2, Customers = -1 }));
    }

    [Fact]
    public void ARateThatMakesTheValueBeyondAnyAmount_IsRefused()
    {
        Refused.OutOfRange("ratePerPeriod", "ratePerPeriod is -0.99; allowed: what comes", () => CustomerLifetimeValue.Of(Model, Money.Cny(1), -0.99, 1200));
        Refused.OutOfRange("ratePerPeriod", "at most 1e18", () => CustomerLifetimeValue.GainOfModels(Model, Model, new() { MarginPerPeriod = Money.Cny(0), RatePerPeriod = -0.99, Periods = 1200, Customers = 1 }));
        Refused.OutOfRange("ratePerPeriod", "at most 1e18", () => CustomerLifetimeValue.Of(Model, Money.Cny(1e15m), -0.5, 12));
        Refused.OutOfRange("marginPerPeriod", "1000000000000001", "from -1000000000000000 to 1000000000000000", () => CustomerLifetimeValue.Of(Model, Money.Cny(1e15m + 1), 0, 12));
        LifetimeValueGain most = CustomerLifetimeValue.GainOfModels(new RetentionModel(9, 1), new RetentionModel(1, 9), new() { MarginPerPeriod = Money.Cny(1e15m), RatePerPeriod = 0, Periods = 900, Customers = int.MaxValue });
        Assert.True(most.Gain.Amount > 1e24m);
    }

    [Fact]
    public void Gains_AreEqualByEveryAmount()
    {
        LifetimeValueGain Gain(double rate = 0.01, int periods = 2, decimal margin = 100, int customers = 3) =>
            CustomerLifetimeValue.GainOfModels(Model, new RetentionModel(1, 9), new() { MarginPerPeriod = Money.Cny(margin), RatePerPeriod = rate, Periods = periods, Customers = customers });
        EqualityLaw.Holds(Gain(), Gain(), Gain(rate: 0.02), Gain(periods: 3), Gain(margin: 101), Gain(customers: 4));
    }

    [Fact]
    public void Gain_OfNobody_IsZeroWithAnAnswer()
    {
        LifetimeValueGain none = CustomerLifetimeValue.Gain(Curve(), Curve(), new() { MarginPerPeriod = Money.Cny(1), RatePerPeriod = 0, Periods = 2, Customers = 0 });
        Assert.Equal((true, true, 2), (none.HasAnswer, none.HasInterval, none.Periods));
        Assert.Equal((0m, 0m, 0m), (none.Gain.Amount, none.Lower.Amount, none.Upper.Amount));
        Assert.Equal(1.6, (double)none.Before.Amount, 1e-12);
    }

    [Fact]
    public void Gain_SaysItsAmountsOrWhyThereAreNone()
    {
        // Two periods without discount: 100 x (1 + 0.8) and 100 x (1 + 0.9), for ten customers.
        LifetimeValueGain gain = CustomerLifetimeValue.GainOfModels(Model, new RetentionModel(1, 9), new() { MarginPerPeriod = Money.Cny(100), RatePerPeriod = 0, Periods = 2, Customers = 10 });
        Assert.True(gain.HasAnswer);
        Assert.Equal("gain CNY 100.0 [CNY 100.0, CNY 100.0] over 2 periods", gain.ToString());

        LifetimeValueGain unknown = CustomerLifetimeValue.Gain(Curve(), Curve(), new() { MarginPerPeriod = Money.Usd(100), RatePerPeriod = 0, Periods = 14, Customers = 10 });
        Assert.Equal((false, false, 14), (unknown.HasAnswer, unknown.HasInterval, unknown.Periods));
        Assert.Equal((Money.Usd(0), Money.Usd(0), Money.Usd(0)), (unknown.Before, unknown.After, unknown.Gain));
        Assert.Equal("tenureNotObserved(period: 13)", unknown.ToString());
    }
}
