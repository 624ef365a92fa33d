using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi;

/// <summary>A positive or zero amount on a date: what a plain cost or benefit line is made of.</summary>
/// <remarks><c>default(DatedAmount)</c> is zero in no currency on 1 January of the year 1.</remarks>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public readonly record struct DatedAmount
{
    /// <summary>An amount on a date.</summary>
    /// <param name="date">The date of the flow.</param>
    /// <param name="amount">0 or more; the side that it stands on (cost or benefit) gives it its sign.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative, or the date is not of the ISO calendar.</exception>
    public DatedAmount(LocalDate date, Money amount)
    {
        Check.NotNegative(amount.Amount, nameof(amount));
        Date = Check.Iso(date);
        Amount = amount;
    }

    /// <summary>The date of the flow.</summary>
    public LocalDate Date { get; }

    /// <summary>The amount, 0 or more.</summary>
    public Money Amount { get; }

    /// <summary>The invariant text, for example <c>2025-03-01 CNY 100</c>.</summary>
    public override string ToString() => Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) + " " + Amount;
}
