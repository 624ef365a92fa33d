namespace TcmCrm.Roi.Benefits;

/// <summary>What a gain of lifetime value is counted by; see <see cref="CustomerLifetimeValue.Gain"/>, which checks it.</summary>
public sealed class LifetimeValueTerms
{
    /// <summary>Contribution margin (not revenue) of one customer in one period, -1e15 to 1e15; with its currency.</summary>
    public Money MarginPerPeriod { get; init; }

    /// <summary>Discount rate per period as a fraction, above -1, and such that a value is at most 1e18; a yearly rate r is (1 + r)^(1/12) - 1 a month. 0 by default.</summary>
    public double RatePerPeriod { get; init; }

    /// <summary>The tenure up to which margin is counted, 1 to 1,200 periods; curves must reach it. 12 by default.</summary>
    public int Periods { get; init; } = 12;

    /// <summary>How many customers the gain is for, 0 or more; 1 by default.</summary>
    public int Customers { get; init; } = 1;

    /// <summary>Whether the margin of a period is counted at its end, from the customers that have stayed through it: t = 1, 2, ..., n. By default it is counted at the start, from the
    /// customers that are there then: t = 0, 1, ..., n - 1, the first undiscounted (Fader and Hardie).</summary>
    public bool IsCountedAtEnd { get; init; }
}
