namespace TcmCrm.Roi.Review;

/// <summary>Money outside the bills that keeps coming: in three of the last four months, or at a rhythm of its own, which three bookings show, and two a year apart.</summary>
/// <param name="perMonth">What comes in each further month.</param>
/// <param name="toDate">What came in those months.</param>
/// <param name="since">The first of them.</param>
/// <param name="gap">The months between two of them where it comes at a rhythm of its own; 1 where it came in three of the last four months.</param>
internal sealed class RecurringMoney(decimal perMonth, decimal toDate, int since, int gap)
{
    private const int Year = 12;
    private const int RecentMonths = 4;
    private const int OftenEnough = 3;

    internal decimal PerMonth { get; } = perMonth;

    internal decimal ToDate { get; } = toDate;

    internal int Since { get; } = since;

    internal int Gap { get; } = gap;

    /// <summary>Whether it came in three of the last four months only with money under other names.</summary>
    internal bool IsTogether { get; private set; }

    /// <summary>Money outside the plan that keeps coming under other names each time: in three of the last four months all of it together, without what keeps coming under one name.</summary>
    /// <param name="lines">The lines of the review.</param>
    /// <param name="start">The month of the start of the case.</param>
    /// <param name="asOf">The review's month.</param>
    internal static void Join(ReviewLine[] lines, int start, int asOf)
    {
        ReviewLine[] others = Array.FindAll(lines, line => line.IsUnplanned && line.Settlement!.Recurring is null);
        int earliest = Math.Max(Math.Max(0, start), asOf - RecentMonths + 1);
        int[] months = [.. Enumerable.Range(earliest, Math.Max(0, asOf - earliest + 1)).Where(month => others.Sum(line => line.Record.Amounts[month]) > 0)];
        if (others.Length < 2 || months.Length < OftenEnough)
        {
            return;
        }

        foreach (ReviewLine line in others)
        {
            decimal sum = 0;
            for (int month = months[0]; month <= asOf; month++)
            {
                sum += line.Record.Amounts[month];
            }

            if (sum > 0)
            {
                line.Settlement!.Recur(new RecurringMoney(sum / (asOf - months[0] + 1), sum, months[0], 1) { IsTogether = true });
            }
        }
    }

    /// <summary>What keeps coming of money that belongs to no bill; null where nothing does.</summary>
    /// <param name="left">That money, by month.</param>
    /// <param name="start">The month of the start of the case.</param>
    /// <param name="asOf">The review's month.</param>
    internal static RecurringMoney? Of(decimal[] left, int start, int asOf)
    {
        int count = 0;
        int first = -1;
        decimal sum = 0;
        for (int month = Math.Max(Math.Max(0, start), asOf - RecentMonths + 1); month <= asOf; month++)
        {
            if (left[month] > 0)
            {
                count++;
                sum += left[month];
                first = first < 0 ? month : first;
            }
        }

        return count >= OftenEnough ? new RecurringMoney(sum / (asOf - first + 1), sum, first, 1) : AtRhythm(left, start, asOf);
    }

    /// <summary>Money that came three times at one spacing of two months to a year, or twice a year apart, in like amounts, and is not overdue, comes again.</summary>
    private static RecurringMoney? AtRhythm(decimal[] left, int start, int asOf)
    {
        (int last, int gap, int count, decimal sum) = (-1, 0, 0, 0);
        (decimal least, decimal most) = (decimal.MaxValue, 0);
        for (int month = asOf; month >= Math.Max(0, start); month--)
        {
            if (left[month] <= 0)
            {
                continue;
            }

            if (last >= 0 && count > 1 && last - month != gap)
            {
                break;
            }

            if (last < 0 ? asOf - month >= Year : count == 1 && (last - month > Year || asOf - last >= last - month))
            {
                return null;
            }

            gap = last < 0 ? 0 : last - month;
            last = month;
            sum += left[month];
            (least, most) = (Math.Min(least, left[month]), Math.Max(most, left[month]));
            count++;
        }

        return count >= (gap == Year ? OftenEnough - 1 : OftenEnough) && gap > 1 && most <= BillMatching.FurthestPrice * least ? new RecurringMoney(sum / (count * gap), sum, last, gap) : null;
    }
}
