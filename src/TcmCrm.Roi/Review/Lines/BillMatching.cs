namespace TcmCrm.Roi.Review;

/// <summary>Puts the bookings of a cost line to its bills (docs/review.md, "Costs are owed when due").</summary>
/// <remarks>
/// Bookings are taken in order. Each goes to the bill of its month, at the lag by which the line's bills come; where
/// there is none, to a bill within one billing interval whose amount it has within 2 %, then to an open bill before it. A booking well above its bill that
/// has open bills beside it pays for them too, where their sum explains it better.
/// </remarks>
internal sealed class BillMatching
{
    /// <summary>A booking explains several bills only where it comes this near to their sum: half more, or a third less.</summary>
    internal const decimal FurthestPrice = 1.5m;

    /// <summary>Amounts this near to each other are the same bill.</summary>
    internal const decimal Same = 0.02m;

    private const int Year = 12;
    private const int LongestLag = 3;
    private const decimal LikeOne = 1.5m;
    private const decimal LikeAll = 1.25m;
    private const int Fewest = 3;

    private readonly Bill[] _bills;
    private readonly int _asOf;

    private BillMatching(Bill[] bills, int asOf) => (_bills, _asOf) = (bills, asOf);

    /// <summary>Months by which the bills of the line usually come after they are due.</summary>
    private int UsualDelay { get; set; }

    /// <summary>Puts every booking to its bill, and says by how many months the bills of the line usually come after they are due.</summary>
    /// <param name="bills">The bills, in order.</param>
    /// <param name="booked">What was booked, by month.</param>
    /// <param name="left">Takes what belongs to no bill, by month.</param>
    /// <param name="asOf">The review's month.</param>
    /// <param name="ratios">A list to work with.</param>
    internal static int Match(Bill[] bills, decimal[] booked, decimal[] left, int asOf, List<decimal> ratios)
    {
        var matching = new BillMatching(bills, asOf);
        matching.Match(booked, left, ratios);
        return matching.UsualDelay;
    }

    internal static Bill[] Bills(LinePlan plan, int end)
    {
        int count = 0;
        for (int month = plan.Start; month < end; month++)
        {
            count += plan.Exact(month) > 0 ? 1 : 0;
        }

        var bills = new Bill[count];
        count = 0;
        for (int month = plan.Start; month < end; month++)
        {
            if (plan.Exact(month) is > 0 and var amount)
            {
                bills[count++] = new Bill { Month = month, Plan = amount };
            }
        }

        return bills;
    }

    internal static bool IsSame(decimal one, decimal other) => Math.Abs(one - other) <= Same * Math.Abs(other);

    /// <summary>The place of the bill of a month; -1 where the month has none.</summary>
    internal static int Find(Bill[] bills, int month)
    {
        (int low, int high) = (0, bills.Length - 1);
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (bills[middle].Month == month)
            {
                return middle;
            }

            (low, high) = bills[middle].Month < month ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private void Match(decimal[] booked, decimal[] left, List<decimal> ratios)
    {
        int lag = Lag(booked, ratios);
        UsualDelay = lag;
        for (int month = 0; month < booked.Length; month++)
        {
            if (booked[month] <= 0)
            {
                continue;
            }

            int bill = BillFor(month, booked[month], lag);
            if (bill < 0)
            {
                left[month] += booked[month];
            }
            else
            {
                _bills[bill].Paid = booked[month];
                _bills[bill].BookedIn = month;
                _bills[bill].IsPaid = true;
            }
        }

        Gather(ratios);
    }

    /// <summary>
    /// The lag, 0 to 3 months and no more than the first booking has, at which most bookings meet a bill and fewest bills stay without one. Bookings that have one
    /// price in common, and a likely one, count twice: of a plan with large and small bills the small ones are not paid by parts of the large.
    /// </summary>
    private int Lag(decimal[] booked, List<decimal> ratios)
    {
        (int best, int bestLag) = (int.MinValue, 0);
        int first = Array.FindIndex(booked, amount => amount > 0);
        int most = _bills.Length == 0 ? 0 : Math.Min(LongestLag, first - _bills[0].Month);
        (decimal nearest, int allBefore) = (LikeAll, -1);
        for (int lag = 0; first >= 0 && lag <= most; lag++)
        {
            decimal apart = FromAllBefore(booked[first], first - lag);
            (nearest, allBefore) = apart < nearest ? (apart, lag) : (nearest, allBefore);
        }

        if (allBefore >= 0)
        {
            return allBefore;
        }

        for (int lag = 0; lag <= Math.Max(0, most); lag++)
        {
            int score = 0;
            ratios.Clear();
            foreach (Bill bill in _bills)
            {
                int month = bill.Month + lag;
                bool isMet = month >= 0 && month <= _asOf && booked[month] > 0;
                score += month > _asOf ? 0 : isMet ? 1 : -1;
                if (isMet)
                {
                    ratios.Add(booked[month] / bill.Plan);
                }
            }

            decimal price = Medians.Of(ratios);
            if (price > 0 && Apart(price, 1) <= FurthestPrice)
            {
                foreach (decimal ratio in ratios)
                {
                    score += IsSame(ratio, price) ? 1 : 0;
                }
            }

            (best, bestLag) = score > best ? (score, lag) : (best, bestLag);
        }

        return bestLag;
    }

    /// <summary>
    /// How far a first booking lies from the sum of the bills up to a month: a half-year or a year that was paid when it was over, and nothing in advance. The largest number where they are fewer than
    /// two, or one of them alone may be what was paid.
    /// </summary>
    private decimal FromAllBefore(decimal amount, int month)
    {
        (decimal sum, decimal largest, int count) = (0, 0, 0);
        for (; count < _bills.Length && _bills[count].Month <= month; count++)
        {
            sum += _bills[count].Plan;
            largest = Math.Max(largest, _bills[count].Plan);
        }

        return count > 1 && amount > LikeOne * largest ? Apart(amount, sum) : decimal.MaxValue;
    }

    private int BillFor(int month, decimal amount, int lag)
    {
        int own = Find(_bills, month - lag);
        own = own >= 0 && _bills[own].IsPaid ? -1 : own;
        if (own >= 0 && IsSame(amount, _bills[own].Plan))
        {
            return own;
        }

        (int nearest, int distance) = (-1, int.MaxValue);
        (int before, int longLate) = (-1, -1);
        for (int i = 0; i < _bills.Length; i++)
        {
            if (_bills[i].IsPaid)
            {
                continue;
            }

            int apart = Math.Abs(month - lag - _bills[i].Month);
            if (apart < distance && apart <= Interval(i) && IsSame(amount, _bills[i].Plan))
            {
                (nearest, distance) = (i, apart);
            }

            longLate = longLate < 0 && _bills[i].Month < month && IsSame(amount, _bills[i].Plan) ? i : longLate;
            before = _bills[i].Month <= month && _bills[i].Month <= _asOf ? i : before;
        }

        // A bill that is due already is passed over for a later one only where its amount is out of all likeness.
        if (nearest >= 0 && (own < 0 || _bills[nearest].Month < _bills[own].Month || (_bills[nearest].Month <= month && Apart(amount, _bills[own].Plan) > FurthestPrice)))
        {
            return nearest;
        }

        // One of several instalments keeps its amount, however late it comes.
        if (nearest < 0 && longLate >= 0 && (own < 0 || Apart(amount, _bills[own].Plan) > FurthestPrice))
        {
            return longLate;
        }

        if (own >= 0 || before >= 0)
        {
            int bill = own >= 0 ? own : before;
            return amount > FurthestPrice * _bills[bill].Plan && LargerBefore(month, amount) is >= 0 and var larger ? larger : bill;
        }

        // A part of the next bill that was paid before it was due; more than the bill is another matter.
        int next = NextAfter(_bills, month);
        return next < _bills.Length && !_bills[next].IsPaid && _bills[next].Month - month <= 1 && amount < _bills[next].Plan ? next : -1;
    }

    /// <summary>The oldest open bill up to a month that is larger than what was booked: a part of it was paid, rather than another one many times over. -1 where there is none.</summary>
    private int LargerBefore(int month, decimal amount) => Array.FindIndex(_bills, bill => !bill.IsPaid && bill.Month <= month && bill.Plan > amount);

    /// <summary>The place of the first bill after a month; their number where there is none.</summary>
    internal static int NextAfter(Bill[] bills, int month)
    {
        int next = 0;
        while (next < bills.Length && bills[next].Month <= month)
        {
            next++;
        }

        return next;
    }

    /// <summary>The months between a bill and its nearest neighbour; a year where it is the only one.</summary>
    private int Interval(int bill)
    {
        int before = bill > 0 ? _bills[bill].Month - _bills[bill - 1].Month : int.MaxValue;
        int after = bill < _bills.Length - 1 ? _bills[bill + 1].Month - _bills[bill].Month : int.MaxValue;
        int interval = Math.Min(before, after);
        return interval == int.MaxValue ? Year : interval;
    }

    /// <summary>A booking far above its bill pays for the open bills before it, or after it, where that explains its amount better.</summary>
    private void Gather(List<decimal> near)
    {
        near.Clear();
        (int paid, int due) = (0, 0);
        foreach (Bill bill in _bills)
        {
            paid += bill.IsPaid ? 1 : 0;
            due += bill.Month <= _asOf ? 1 : 0;
        }

        // Where nearly every bill has a booking of its own, what the bookings have is the price, however far it lies from the plan's.
        bool isOneForOne = paid >= Fewest && 3 * paid >= 2 * due;
        for (int i = 0; i < _bills.Length; i++)
        {
            if (_bills[i].IsPaid)
            {
                _bills[i].Ratio = _bills[i].Paid / _bills[i].Plan;
                if (isOneForOne || (_bills[i].Ratio < FurthestPrice && _bills[i].Ratio > 1 / FurthestPrice))
                {
                    near.Add(_bills[i].Ratio);
                }
            }
        }

        decimal usual = Medians.Of(near);
        int usualCount = 0;
        for (int i = 0; i < _bills.Length; i++)
        {
            if (!_bills[i].IsPaid || _bills[i].IsGathered || _bills[i].Ratio <= 1.25m * usual)
            {
                continue;
            }

            (int first, int last) = Stretch(i, usual, near.Count == 0, usualCount);
            if (first == i && last == i)
            {
                continue;
            }

            decimal sum = 0;
            int count = 0;
            for (int j = first; j <= last; j++)
            {
                sum += IsWith(i, j) ? _bills[j].Plan : 0;
                count += IsWith(i, j) ? 1 : 0;
            }

            decimal ratio = _bills[i].Paid / sum;
            int bookedIn = _bills[i].BookedIn;
            for (int j = first; j <= last; j++)
            {
                if (!IsWith(i, j))
                {
                    continue;
                }

                _bills[j].Paid = _bills[j].Plan * ratio;
                _bills[j].Ratio = ratio;
                _bills[j].IsPaid = true;
                _bills[j].IsGathered = true;
                _bills[j].BookedIn = bookedIn;
            }

            if (count <= last - first)
            {
                continue; // A bill behind one that is paid was caught up with, which is no rhythm.
            }

            // Once is a bill that was caught up with; twice is the rhythm of the line.
            bool isRhythm = near.Count == 0 || usualCount == count;
            usualCount = count;
            UsualDelay = isRhythm ? Math.Max(UsualDelay, bookedIn - _bills[first].Month) : UsualDelay;
        }
    }

    /// <summary>Whether a booking for one bill pays another: those between that are paid already are passed over.</summary>
    private bool IsWith(int own, int other) => other == own || !_bills[other].IsPaid;

    /// <summary>The bills that a booking pays for: its own with so many before or after it that their sum comes nearest to it.</summary>
    private (int First, int Last) Stretch(int own, decimal usual, bool isFirst, int usualCount)
    {
        decimal paid = _bills[own].Paid;
        (int First, int Last) best = (own, own);
        decimal apart = Apart(paid, _bills[own].Plan * usual);
        decimal sum = _bills[own].Plan;
        bool isPastPaid = false;
        for (int i = own - 1; i >= 0; i--)
        {
            if (_bills[i].IsPaid)
            {
                isPastPaid = true;
                continue;
            }

            // Behind a bill that is paid an open one is meant only where the amount says so.
            sum += _bills[i].Plan;
            bool isMeant = !isPastPaid || IsSame(paid, sum * usual);
            (best, apart) = isMeant && Apart(paid, sum * usual) < apart ? ((i, own), Apart(paid, sum * usual)) : (best, apart);
        }

        sum = _bills[own].Plan;
        for (int i = own + 1; i < _bills.Length && !_bills[i].IsPaid; i++)
        {
            sum += _bills[i].Plan;

            // That bills were paid before they are due takes a line that is paid so; else it is an overspend.
            bool isAllowed = _bills[i].Month <= _asOf || i - own + 1 == usualCount || (isFirst && IsSame(paid, sum * usual));
            (best, apart) = isAllowed && Apart(paid, sum * usual) < apart ? ((own, i), Apart(paid, sum * usual)) : (best, apart);
        }

        return apart <= FurthestPrice ? best : (own, own);
    }

    /// <summary>How far two amounts lie apart: the larger over the smaller.</summary>
    private static decimal Apart(decimal one, decimal other) => one > other ? one / other : other / one;
}
