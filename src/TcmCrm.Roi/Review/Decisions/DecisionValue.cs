using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>What one decision is worth from the end of the review's month on. What is spent already is in none of them.</summary>
/// <remarks>
/// Present values at the end of the review's month, each month's money at the month's end, at the discount rate of the case (without one, undiscounted).
/// All of them count the same window: up to the end of the longest evaluation period. The limits carry over what the forecast of that period leaves open.
/// </remarks>
public sealed class DecisionValue
{
    internal DecisionValue(DecisionKind kind, Figure<Money> value, Money below, Money above, LocalDate effectiveFrom, Message message)
    {
        Kind = kind;
        Value = value;
        Lower = value.Select(money => money - below);
        Upper = value.Select(money => money + above);
        EffectiveFrom = effectiveFrom;
        Message = message;
    }

    /// <summary>The decision.</summary>
    public DecisionKind Kind { get; }

    /// <summary>Its value from here on, or why there is none.</summary>
    public Figure<Money> Value { get; }

    /// <summary>Lower limit of the value.</summary>
    public Figure<Money> Lower { get; }

    /// <summary>Upper limit of the value.</summary>
    public Figure<Money> Upper { get; }

    /// <summary>The value less that of <see cref="DecisionKind.Continue"/>: what the decision is worth; or why there is no value.</summary>
    public Figure<Money> DifferenceToContinue { get; internal init; }

    /// <summary>What it brings after the window, discounted as the value is: of an extension its months, of an exit what contracts still bind; else nothing.</summary>
    public Money Beyond { get; internal init; }

    /// <summary>Whether it is the one to take: of at most one decision, and of none where it is too close to call.</summary>
    public bool IsRecommended { get; internal set; }

    /// <summary>The day from which on it makes a difference: the renewal for renegotiation and exit, the end of the longest period for an extension.</summary>
    public LocalDate EffectiveFrom { get; }

    /// <summary>What is assumed.</summary>
    public Message Message { get; }

    /// <summary>Decision and value, invariant.</summary>
    public override string ToString() => $"{Kind}: {Value} [{Lower}, {Upper}]";
}
