using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>
/// When a case is looked at again: every month in the first half year after go-live, every three months after, and on the last day to give notice before
/// each contract renewal.
/// </summary>
internal sealed class ReviewCalendar
{
    private const int MonthlyReviews = 6;
    private const int LaterStep = 3;

    private readonly ContractTerms[] _contracts;

    /// <summary>The calendar of a case.</summary>
    /// <param name="goLive">The first day of use.</param>
    /// <param name="contracts">The contracts whose renewals are reviewed; may be empty.</param>
    /// <exception cref="ArgumentNullException">The list or a contract is null.</exception>
    public ReviewCalendar(LocalDate goLive, IEnumerable<ContractTerms>? contracts = null)
    {
        GoLive = goLive;
        _contracts = contracts is null ? [] : [.. contracts];
        foreach (ContractTerms contract in _contracts)
        {
            Check.NotNull(contract, nameof(contracts));
        }
    }

    /// <summary>The first day of use.</summary>
    public LocalDate GoLive { get; }

    /// <summary>The contracts whose renewals are reviewed.</summary>
    public IReadOnlyList<ContractTerms> Contracts => Array.AsReadOnly(_contracts);

    /// <summary>The first review after a date. There is always one.</summary>
    /// <param name="date">The day of the last review, or today.</param>
    /// <returns>The date, later than <paramref name="date"/>.</returns>
    public LocalDate NextAfter(LocalDate date)
    {
        int months = 1;
        if (date >= GoLive)
        {
            // Count from go-live: month 1 to 6, then 9, 12, ...
            months = Math.Max(1, (12 * (date.Year - GoLive.Year)) + date.Month - GoLive.Month);
            months = months > MonthlyReviews ? months - (months % LaterStep) : months;
        }

        while (GoLive.PlusMonths(months) <= date)
        {
            months += months < MonthlyReviews ? 1 : LaterStep;
        }

        LocalDate next = GoLive.PlusMonths(months);
        foreach (ContractTerms contract in _contracts)
        {
            LocalDate notice = contract.LastNotice(contract.RenewalOpenOn(date.PlusDays(1)));
            next = notice < next && notice > date ? notice : next;
        }

        return next;
    }

    /// <summary>The reviews after one date and up to another, in order.</summary>
    /// <param name="after">Excluded.</param>
    /// <param name="upTo">Included.</param>
    public IReadOnlyList<LocalDate> Between(LocalDate after, LocalDate upTo)
    {
        var dates = new List<LocalDate>();
        for (LocalDate next = NextAfter(after); next <= upTo; next = NextAfter(next))
        {
            dates.Add(next);
        }

        return dates.AsReadOnly();
    }
}
