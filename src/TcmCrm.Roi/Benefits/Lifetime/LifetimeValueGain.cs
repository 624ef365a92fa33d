using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>What better retention is worth: the difference of two discounted lifetime values at equal tenure; equal where all amounts are.</summary>
public sealed class LifetimeValueGain : IEquatable<LifetimeValueGain>
{
    internal LifetimeValueGain(Message? reason, Currency currency, int periods)
        : this(Money.Zero(currency), Money.Zero(currency), 0, periods, null)
    {
        Reason = reason;
    }

    internal LifetimeValueGain(Money before, Money after, int customers, int periods, Money? halfWidth)
    {
        Before = before;
        After = after;
        Periods = periods;
        Gain = (after - before) * customers;
        HasInterval = halfWidth is not null;
        Money reach = (halfWidth ?? Money.Zero(before.Currency)) * customers;
        Lower = Gain - reach;
        Upper = Gain + reach;
    }

    /// <summary>Whether there is an answer; otherwise the amounts are zero and <see cref="Reason"/> says why.</summary>
    public bool HasAnswer => Reason is null;

    /// <summary>Why there is no answer (<c>tooFewCustomers</c>, <c>tooFewEvents</c>, <c>tenureNotObserved</c>); null where there is one.</summary>
    public Message? Reason { get; }

    /// <summary>The discounted margin of one customer over the periods, on the curve before.</summary>
    public Money Before { get; }

    /// <summary>The discounted margin of one customer over the periods, on the curve after.</summary>
    public Money After { get; }

    /// <summary>The difference, times the customers: the benefit. Negative when retention got worse. Not rounded.</summary>
    public Money Gain { get; }

    /// <summary>Whether the limits come from the data; a difference of two fitted models has none.</summary>
    public bool HasInterval { get; }

    /// <summary>Lower limit of <see cref="Gain"/> at the curves' confidence level; the gain itself when there is no interval.</summary>
    public Money Lower { get; }

    /// <summary>Upper limit of <see cref="Gain"/> at the curves' confidence level; the gain itself when there is no interval.</summary>
    public Money Upper { get; }

    /// <summary>The tenure, in periods, up to which both are counted.</summary>
    public int Periods { get; }

    /// <inheritdoc/>
    public bool Equals(LifetimeValueGain? other) =>
        other is not null
        && (Reason, Before, After, Gain, HasInterval, Lower, Upper, Periods).Equals((other.Reason, other.Before, other.After, other.Gain, other.HasInterval, other.Lower, other.Upper, other.Periods));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LifetimeValueGain);

    /// <inheritdoc/>
    public override int GetHashCode() => (Gain.GetHashCode() * 397) ^ Periods;

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => HasAnswer
        ? string.Format(CultureInfo.InvariantCulture, "gain {0} [{1}, {2}] over {3} periods", Gain, Lower, Upper, Periods)
        : Reason!.ToString();
}
