using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.CashFlows;

/// <summary>An amount on a date: negative when paid, positive when received.</summary>
/// <remarks><c>default(CashFlow)</c> is zero in no currency on 1 January of the year 1.</remarks>
public readonly record struct CashFlow
{
    /// <summary>A flow.</summary>
    /// <param name="date">When it is paid or received.</param>
    /// <param name="amount">Negative when paid, positive when received.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the ISO calendar.</exception>
    public CashFlow(LocalDate date, Money amount)
    {
        Date = Check.Iso(date);
        Amount = amount;
    }

    /// <summary>When it is paid or received.</summary>
    public LocalDate Date { get; }

    /// <summary>Negative when paid, positive when received.</summary>
    public Money Amount { get; }

    /// <summary>The invariant text, for example <c>2025-03-01 CNY -100</c>.</summary>
    public override string ToString() => Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) + " " + Amount;
}
