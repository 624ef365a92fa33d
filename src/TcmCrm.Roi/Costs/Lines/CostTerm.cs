using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Costs;

/// <summary>How long a recurring cost runs: open, a number of months, or until a date; never more than 100 years from its first date.</summary>
/// <remarks><c>default(CostTerm)</c> is <see cref="Open"/>.</remarks>
public readonly record struct CostTerm
{
    /// <summary>A hundred years: the longest term that can be stated, and the longest that one runs.</summary>
    internal const int MostMonths = 1_200;

    private CostTerm(int? months, LocalDate? until)
    {
        Months = months;
        Until = until;
    }

    /// <summary>As long as the case is looked at, at most 100 years from the first date.</summary>
    public static CostTerm Open => default;

    /// <summary>The months it runs, counted from its first date; null where it is not given in months.</summary>
    public int? Months { get; }

    /// <summary>The first date that it no longer runs on; null where it is not given as a date.</summary>
    public LocalDate? Until { get; }

    /// <summary>Whether it runs as long as the case is looked at.</summary>
    public bool IsOpen => Months is null && Until is null;

    /// <summary>A number of months from the first date on.</summary>
    /// <param name="months">1 to 1,200.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static CostTerm OfMonths(int months) => new(Check.InRange(months, 1, MostMonths), null);

    /// <summary>A number of years from the first date on.</summary>
    /// <param name="years">1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static CostTerm OfYears(int years) => new(12 * Check.InRange(years, 1, 100), null);

    /// <summary>Up to a date.</summary>
    /// <param name="until">
    /// The first date that the cost no longer runs on, 1900-01-01 to 2200-12-31. On or before its first date, nothing is paid; more than 100 years from
    /// there, it ends after 100 years.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static CostTerm To(LocalDate until) => new(null, LineRange.Date(until));

    /// <summary><c>Open</c>, the months, or the end date.</summary>
    public override string ToString() =>
        Months is { } months ? months.ToString(CultureInfo.InvariantCulture) + (months == 1 ? " month" : " months")
        : Until is { } until ? "until " + until.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)
        : "Open";

    /// <summary>The first date after it, counted from a first date; null where it is open.</summary>
    internal LocalDate? EndFrom(LocalDate first) => Months is { } months ? first.PlusMonths(months) : Until;

    /// <summary>The most anniversaries of the first date that the term holds.</summary>
    internal int Anniversaries(CostStart from)
    {
        int months = Months is { } stated ? stated
            : Until is { } until && from.Date?.PlusMonths(from.Months) is { } first ? (12 * (until.Year - first.Year)) + until.Month - first.Month + 1
            : MostMonths;
        return (Math.Min(Math.Max(months, 1), MostMonths) - 1) / 12;
    }
}
