using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>The calendar months of a review, counted from the first that holds a plan or an actual.</summary>
internal sealed class ReviewMonths
{
    private readonly int _base;

    internal ReviewMonths(YearMonth first, YearMonth asOf, YearMonth last, YearMonth? asked = null)
    {
        _base = Absolute(first);
        AsOf = IndexOf(asOf);
        Asked = IndexOf(asked ?? asOf);
        Count = Math.Max(IndexOf(last), AsOf) + 1;
    }

    /// <summary>The index of the last month that counts as past.</summary>
    internal int AsOf { get; }

    /// <summary>The index of the month that was asked for: later than that where the case has ended before it.</summary>
    internal int Asked { get; }

    internal int Count { get; }

    /// <summary>The first day after that month.</summary>
    internal LocalDate FirstAfter => MonthAt(AsOf + 1).OnDayOfMonth(1);

    internal int IndexOf(YearMonth month) => Absolute(month) - _base;

    internal int IndexOf(LocalDate date) => (12 * date.Year) + date.Month - 1 - _base;

    internal YearMonth MonthAt(int index) => new((_base + index) / 12, ((_base + index) % 12) + 1);

    private static int Absolute(YearMonth month) => (12 * month.Year) + month.Month - 1;
}
