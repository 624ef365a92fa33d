namespace TcmCrm.Roi.Review;

/// <summary>Which bills of a cost line are paid by what was booked, what is still owed of them, and at which price the bills come (docs/review.md, "Costs are owed when due").</summary>
/// <remarks>
/// A bill is what the plan has in one month. Bookings are taken in order. Each goes to the bill of its month, at the lag by which the line's bills come; where
/// there is none, to a bill within one billing interval whose amount it has within 2 %, then to an open bill before it. A booking well above its bill that
/// has open bills beside it pays for them too, where their sum explains it better. What a booking has more than its bill then pays open rests of
/// earlier bills: by running amount. What is left is an overspend that came once.
/// </remarks>
internal sealed class CostSettlement
{
    /// <summary>Amounts this near to each other are the same bill.</summary>
    private const decimal Same = 0.02m;

    /// <summary>A booking explains several bills only where it comes this near to their sum: half more, or a third less.</summary>
    private const decimal FurthestPrice = 1.5m;

    private const int Year = 12;
    private const int LongestLag = 3;
    private const int Fewest = 3;
    private const int RecentMonths = 4;
    private const int OftenEnough = 3;

    /// <summary>So many agreed bills below plan are a price even where their amounts differ a little; not below two thirds, where they may be parts.</summary>
    private const int ManyBills = 6;

    /// <summary>As much as seats move from bill to bill; parts of bills lie further apart.</summary>
    private const decimal Alike = 0.15m;

    /// <summary>Below this an agreed bill is clearly below its plan.</summary>
    private const decimal Clear = 0.9m;

    private readonly Bill[] _bills;
    private readonly bool _isAgreed;

    private CostSettlement(Bill[] bills, bool isAgreed = false) => (_bills, _isAgreed) = (bills, isAgreed);

    /// <summary>What the line's bills cost in place of 1 in the plan: the median of the matched bills of the last twelve months.</summary>
    internal decimal PriceRatio { get; private set; } = 1;

    /// <summary>How many bills the ratio rests on.</summary>
    internal int Matched { get; private set; }

    /// <summary>The sum of squares of the ratios of those bills about the price ratio.</summary>
    internal double Squares { get; private set; }

    /// <summary>What is due and not booked.</summary>
    internal decimal Accrued { get; private set; }

    /// <summary>What the plan has for it.</summary>
    internal decimal OpenPlan { get; private set; }

    /// <summary>What the plan has for bills after the review's month that are booked already.</summary>
    internal decimal PrepaidPlan { get; private set; }

    /// <summary>What was booked for them.</summary>
    internal decimal Prepaid { get; private set; }

    /// <summary>How many bills are due and not booked, or not in full.</summary>
    internal int OpenBills { get; private set; }

    /// <summary>The month of the oldest of them; -1 where there is none.</summary>
    internal int FirstOpen { get; private set; } = -1;

    /// <summary>
    /// Agreed bills that were booked at less than two thirds of their plan, at one amount and so often that it is taken for the price: how many, what they have less
    /// than their plan, and the month of the first. They may be parts all the same.
    /// </summary>
    internal (int Bills, decimal Amount, int Month) Lower { get; private set; } = (0, 0, -1);

    /// <summary>Months by which the bills of the line usually come after they are due.</summary>
    internal int UsualDelay { get; private set; }

    /// <summary>The largest bill that is due: what may be booked more or less than planned while only the timing differs.</summary>
    internal decimal LargestBill { get; private set; }

    /// <summary>What comes in each further month outside the bills, because it came in three of the last four; 0 where it did not.</summary>
    internal decimal RecurringPerMonth { get; private set; }

    /// <summary>The first of the four months in which it came; -1 where it did not.</summary>
    internal int RecurringSince { get; private set; } = -1;

    /// <summary>The months between two of them where it comes at a rhythm of its own; 1 where it came in three of the last four months.</summary>
    internal int RecurringGap { get; private set; } = 1;

    /// <summary>What came in those months.</summary>
    internal decimal RecurringToDate { get; private set; }

    /// <summary>Of a credit of the plan: what is due for a month and did not come, and since when; -1 where nothing is missing.</summary>
    internal decimal NotReceived { get; private set; }

    internal int FirstNotReceived { get; private set; } = -1;

    /// <summary>What is owed of the bill of a month, as a share of what the plan has in it; 0 where nothing is.</summary>
    internal decimal OwedShareOf(int month)
    {
        int place = Find(_bills, month);
        return place < 0 || _bills[place].Owed == 0 ? 0 : _bills[place].Owed / _bills[place].Plan;
    }

    /// <summary>Whether the bill of a month after the review's is booked already.</summary>
    internal bool IsPrepaid(int month) => Find(_bills, month) is int place && place >= 0 && _bills[place].IsPaid;

    internal static CostSettlement Of(LineRecord record, int start, int asOf, LineScratch scratch, int end = int.MaxValue)
    {
        LinePlan plan = record.Plan;
        if (record.IsAsPlannedThrough(asOf))
        {
            return AsPlanned(plan, asOf);
        }

        if (plan.IsReversed)
        {
            return OfCredit(record, start, asOf);
        }

        decimal[]? notes = record.CreditNotes();
        decimal[] booked = Bookings(record, notes, asOf, scratch);
        var settlement = new CostSettlement(Bills(plan, Math.Min(plan.End, end)), record.IsAgreed);
        decimal[] left = settlement.Match(booked, asOf, scratch);
        for (int month = 0; month < Math.Min(start, asOf + 1); month++)
        {
            // What was booked before the start and is no bill of the case is spent, whatever becomes of the case.
            decimal sunk = left[month] + (notes?[month] ?? 0) + (record.UnsignedCredits?[month] ?? 0);
            if (sunk != 0)
            {
                record.Sink(month, sunk);
                left[month] = 0;
            }
        }

        settlement.PayAfterEnd(record);
        settlement.Close(left, start, asOf);
        return settlement;
    }

    private static CostSettlement AsPlanned(LinePlan plan, int asOf)
    {
        var settlement = new CostSettlement([]);
        for (int month = plan.Start; month < Math.Min(plan.End, asOf + 1); month++)
        {
            settlement.Matched += plan.Exact(month) != 0 && month > asOf - Year ? 1 : 0;
        }

        return settlement;
    }

    /// <summary>
    /// A rebate or another credit of the plan is a promise: only what came counts, and of what is to come the part of the promised money that came when it was
    /// due. One of the review's own month that has not come yet is held against no one.
    /// </summary>
    private static CostSettlement OfCredit(LineRecord record, int start, int asOf)
    {
        var settlement = new CostSettlement([]);
        decimal received = 0;
        for (int month = 0; month <= asOf; month++)
        {
            if (month < start && record.Amounts[month] != 0)
            {
                record.Sink(month, record.Amounts[month]);
            }

            received -= record.Amounts[month];
        }

        decimal due = 0;
        LinePlan plan = record.Plan;
        int through = record.Amounts[asOf] == 0 ? asOf - 1 : asOf;
        for (int month = plan.Start; month < Math.Min(plan.End, through + 1); month++)
        {
            due -= plan.Exact(month);
            settlement.Matched += plan.Exact(month) != 0 ? 1 : 0;
            settlement.FirstNotReceived = settlement.FirstNotReceived < 0 && due - received > Same * due ? month : settlement.FirstNotReceived;
        }

        bool isMissing = due - received > Same * due;
        settlement.FirstNotReceived = isMissing ? settlement.FirstNotReceived : -1;
        settlement.NotReceived = isMissing ? due - Math.Max(0, received) : 0;
        settlement.PriceRatio = isMissing && due > 0 ? Math.Max(0, received) / due : 1;
        return settlement;
    }

    /// <summary>What was booked by month, without credits; the parts of one document in the month of its first.</summary>
    private static decimal[] Bookings(LineRecord record, decimal[]? notes, int asOf, LineScratch scratch)
    {
        decimal[] booked = scratch.Booked(asOf + 1);
        for (int month = 0; month <= asOf; month++)
        {
            booked[month] = record.Amounts[month] - (record.Credits?[month] ?? 0) - (record.UnsignedCredits?[month] ?? 0);
        }

        if (record.Documents is { } documents)
        {
            foreach (IGrouping<string, (int Month, string Document, decimal Amount)> parts in documents.GroupBy(part => part.Document, StringComparer.Ordinal))
            {
                int first = parts.Min(part => part.Month);
                decimal sum = 0;
                foreach ((int month, string _, decimal amount) in parts)
                {
                    booked[month] -= amount;
                    sum += amount;
                }

                booked[first] += Math.Max(0, sum);
            }
        }

        // A booking that was taken back and put right in the same month was never two bills.
        for (int month = 0; notes is { } credits && month <= asOf; month++)
        {
            decimal bill = record.Plan.Exact(month);
            if (credits[month] < 0 && bill > 0 && !IsSame(booked[month], bill) && IsSame(booked[month] + credits[month], bill))
            {
                booked[month] += credits[month];
            }
        }

        return booked;
    }

    private static Bill[] Bills(LinePlan plan, int end)
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

    private static bool IsSame(decimal one, decimal other) => Math.Abs(one - other) <= Same * Math.Abs(other);

    /// <summary>The place of the bill of a month; -1 where the month has none.</summary>
    private static int Find(Bill[] bills, int month)
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

    /// <summary>Puts every booking to its bill.</summary>
    /// <returns>What belongs to none, by month.</returns>
    private decimal[] Match(decimal[] booked, int asOf, LineScratch scratch)
    {
        decimal[] left = scratch.Left(booked.Length);
        int lag = Lag(booked, asOf, scratch.Ratios);
        UsualDelay = lag;
        for (int month = 0; month < booked.Length; month++)
        {
            if (booked[month] <= 0)
            {
                continue;
            }

            int bill = BillFor(month, booked[month], lag, asOf);
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

        Gather(asOf, scratch.Ratios);
        Price(asOf, scratch.Ratios);
        Owe(asOf, scratch.Ratios);
        PayRests(left, scratch.Excess(left.Length), asOf);
        return left;
    }

    /// <summary>
    /// The lag, 0 to 3 months and no more than the first booking has, at which most bookings meet a bill and fewest bills stay without one. Bookings that have one
    /// price in common, and a likely one, count twice: of a plan with large and small bills the small ones are not paid by parts of the large.
    /// </summary>
    private int Lag(decimal[] booked, int asOf, List<decimal> ratios)
    {
        (int best, int bestLag) = (int.MinValue, 0);
        int most = _bills.Length == 0 ? 0 : Math.Min(LongestLag, Array.FindIndex(booked, amount => amount > 0) - _bills[0].Month);
        for (int lag = 0; lag <= Math.Max(0, most); lag++)
        {
            int score = 0;
            ratios.Clear();
            foreach (Bill bill in _bills)
            {
                int month = bill.Month + lag;
                bool isMet = month >= 0 && month <= asOf && booked[month] > 0;
                score += month > asOf ? 0 : isMet ? 1 : -1;
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

    private int BillFor(int month, decimal amount, int lag, int asOf)
    {
        int own = Find(_bills, month - lag);
        own = own >= 0 && _bills[own].IsPaid ? -1 : own;
        if (own >= 0 && IsSame(amount, _bills[own].Plan))
        {
            return own;
        }

        (int nearest, int distance) = (-1, int.MaxValue);
        int before = -1;
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

            before = _bills[i].Month <= month && _bills[i].Month <= asOf ? i : before;
        }

        // A bill that is due already is passed over for a later one only where its amount is out of all likeness.
        if (nearest >= 0 && (own < 0 || _bills[nearest].Month < _bills[own].Month || (_bills[nearest].Month <= month && Apart(amount, _bills[own].Plan) > FurthestPrice)))
        {
            return nearest;
        }

        if (own >= 0 || before >= 0)
        {
            return own >= 0 ? own : before;
        }

        // A part of the next bill that was paid before it was due; more than the bill is another matter.
        int next = NextAfter(month);
        return next < _bills.Length && !_bills[next].IsPaid && _bills[next].Month - month <= 1 && amount < _bills[next].Plan ? next : -1;
    }

    /// <summary>The place of the first bill after a month; their number where there is none.</summary>
    private int NextAfter(int month)
    {
        int next = 0;
        while (next < _bills.Length && _bills[next].Month <= month)
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
    private void Gather(int asOf, List<decimal> near)
    {
        near.Clear();
        for (int i = 0; i < _bills.Length; i++)
        {
            if (_bills[i].IsPaid)
            {
                _bills[i].Ratio = _bills[i].Paid / _bills[i].Plan;
                if (_bills[i].Ratio < FurthestPrice && _bills[i].Ratio > 1 / FurthestPrice)
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

            (int first, int last) = Stretch(i, usual, near.Count == 0, usualCount, asOf);
            if (first == i && last == i)
            {
                continue;
            }

            decimal sum = 0;
            for (int j = first; j <= last; j++)
            {
                sum += _bills[j].Plan;
            }

            decimal ratio = _bills[i].Paid / sum;
            int bookedIn = _bills[i].BookedIn;
            for (int j = first; j <= last; j++)
            {
                _bills[j].Paid = _bills[j].Plan * ratio;
                _bills[j].Ratio = ratio;
                _bills[j].IsPaid = true;
                _bills[j].IsGathered = true;
                _bills[j].BookedIn = bookedIn;
            }

            // Once is a bill that was caught up with; twice is the rhythm of the line.
            bool isRhythm = near.Count == 0 || usualCount == last - first + 1;
            usualCount = last - first + 1;
            UsualDelay = isRhythm ? Math.Max(UsualDelay, bookedIn - _bills[first].Month) : UsualDelay;
        }
    }

    /// <summary>The bills that a booking pays for: its own with so many before or after it that their sum comes nearest to it.</summary>
    private (int First, int Last) Stretch(int own, decimal usual, bool isFirst, int usualCount, int asOf)
    {
        decimal paid = _bills[own].Paid;
        (int First, int Last) best = (own, own);
        decimal apart = Apart(paid, _bills[own].Plan * usual);
        decimal sum = _bills[own].Plan;
        for (int i = own - 1; i >= 0 && !_bills[i].IsPaid; i--)
        {
            sum += _bills[i].Plan;
            (best, apart) = Apart(paid, sum * usual) < apart ? ((i, own), Apart(paid, sum * usual)) : (best, apart);
        }

        sum = _bills[own].Plan;
        for (int i = own + 1; i < _bills.Length && !_bills[i].IsPaid; i++)
        {
            sum += _bills[i].Plan;

            // That bills were paid before they are due takes a line that is paid so; else it is an overspend.
            bool isAllowed = _bills[i].Month <= asOf || i - own + 1 == usualCount || (isFirst && IsSame(paid, sum * usual));
            (best, apart) = isAllowed && Apart(paid, sum * usual) < apart ? ((own, i), Apart(paid, sum * usual)) : (best, apart);
        }

        return apart <= FurthestPrice ? best : (own, own);
    }

    /// <summary>How far two amounts lie apart: the larger over the smaller.</summary>
    private static decimal Apart(decimal one, decimal other) => one > other ? one / other : other / one;

    private void Price(int asOf, List<decimal> ratios)
    {
        ratios.Clear();
        int since = asOf - Year;
        for (int pass = 0; pass < 2 && ratios.Count == 0; pass++, since = int.MinValue)
        {
            for (int i = 0; i < _bills.Length; i++)
            {
                // One booking for several bills says once what they cost.
                if (_bills[i].IsPaid && _bills[i].Month > since && !IsPaidWithBefore(i))
                {
                    ratios.Add(_bills[i].Ratio);
                }
            }
        }

        decimal ratio = Medians.Of(ratios);

        PriceRatio = ratios.Count == 0 || !IsPrice(ratios, ratio) ? Math.Max(1, ratio) : ratio;
        Matched = ratios.Count;
        foreach (decimal one in ratios)
        {
            if (one < PriceRatio / FurthestPrice)
            {
                // A payment in part is no price.
                continue;
            }

            double off = (double)(one - PriceRatio);
            Squares += off * off;
        }
    }

    /// <summary>
    /// Whether bills say that their median is the price. One or two below plan are paid in part; that an agreed price fell takes three at one amount, or many that
    /// are no halves and lie close together.
    /// </summary>
    private bool IsPrice(List<decimal> ratios, decimal median) => median >= 1
        || (ratios.Count >= Fewest && (!_isAgreed || median >= Clear || CountNear(ratios, median, Same) >= Fewest
            || (ratios.Count >= ManyBills && median * FurthestPrice >= 1 && 4 * CountNear(ratios, median, Alike) >= 3 * ratios.Count)));

    private static int CountNear(List<decimal> ratios, decimal one, decimal within)
    {
        int count = 0;
        foreach (decimal ratio in ratios)
        {
            count += Math.Abs(ratio - one) <= within * one ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether one booking pays a bill and the one before it.</summary>
    private bool IsPaidWithBefore(int bill) =>
        bill > 0 && _bills[bill].IsGathered && _bills[bill - 1].IsGathered && _bills[bill].BookedIn == _bills[bill - 1].BookedIn;

    /// <summary>What is owed of each bill that is due: all of it at the price ratio, or what a payment in part left of it.</summary>
    private void Owe(int asOf, List<decimal> near)
    {
        for (int i = 0; i < _bills.Length && _bills[i].Month <= asOf; i++)
        {
            if (!_bills[i].IsPaid)
            {
                _bills[i].Price = PriceRatio;
                _bills[i].Owed = PriceRatio * _bills[i].Plan;
                continue;
            }

            near.Clear();
            int reach = _bills[i].IsGathered ? Year : Fewest;
            for (int j = Math.Max(0, i - reach); j <= Math.Min(_bills.Length - 1, i + reach); j++)
            {
                if (_bills[j].IsPaid && !IsPaidWithBefore(j))
                {
                    near.Add(_bills[j].Ratio);
                }
            }

            decimal price = Medians.Of(near);
            price = near.Count < Fewest ? 1 : Math.Min(1, IsPrice(near, price) ? price : PriceRatio);
            if (_isAgreed && _bills[i].Ratio < price && CountNear(near, _bills[i].Ratio, Same) >= Fewest)
            {
                price = _bills[i].Ratio;
            }

            if (_bills[i].Ratio < (1 - Same) * price)
            {
                _bills[i].Price = price;
                _bills[i].Owed = (price - _bills[i].Ratio) * _bills[i].Plan;
            }
            else if (_isAgreed && _bills[i].Ratio * FurthestPrice < 1)
            {
                Lower = (Lower.Bills + 1, Lower.Amount + ((1 - _bills[i].Ratio) * _bills[i].Plan), Lower.Bills == 0 ? _bills[i].Month : Lower.Month);
            }
        }
    }

    /// <summary>What a booking has more than its bill pays what is owed of earlier bills, and of the next ones where these have no booking of their own.</summary>
    private void PayRests(decimal[] left, decimal[] excess, int asOf)
    {
        foreach (Bill bill in _bills)
        {
            decimal due = PriceRatio * bill.Plan;
            if (bill.IsPaid && !bill.IsGathered && bill.Paid > (1 + Same) * due)
            {
                excess[bill.BookedIn] += bill.Paid - due;
            }
        }

        for (int month = 0; month <= asOf; month++)
        {
            decimal pool = left[month] + excess[month];
            for (int i = 0; i < _bills.Length && pool > 0 && _bills[i].Month <= month; i++)
            {
                Pay(i, ref pool);
            }

            int next = excess[month] > 0 && pool > 0 ? NextAfter(month) : _bills.Length;
            for (; next < _bills.Length && pool > 0 && _bills[next].Month <= asOf && !_bills[next].IsPaid; next++)
            {
                Pay(next, ref pool);
            }

            left[month] = pool;
        }
    }

    private void PayAfterEnd(LineRecord record)
    {
        decimal pool = record.BookedAfterEnd;
        for (int i = 0; i < _bills.Length && pool > 0; i++)
        {
            Pay(i, ref pool);
        }

        if (pool < record.BookedAfterEnd)
        {
            record.TakeAfterEnd(record.BookedAfterEnd - pool);
        }
    }

    private void Pay(int bill, ref decimal pool)
    {
        decimal paid = Math.Min(pool, _bills[bill].Owed);
        _bills[bill].Owed -= paid;
        pool -= paid;
    }

    private void Close(decimal[] left, int start, int asOf)
    {
        foreach (Bill bill in _bills)
        {
            if (bill.Month > asOf)
            {
                PrepaidPlan += bill.IsPaid ? bill.Plan : 0;
                Prepaid += bill.IsPaid ? bill.Paid : 0;
                continue;
            }

            LargestBill = Math.Max(LargestBill, bill.Plan);
            if (bill.Owed > 0)
            {
                Accrued += bill.Owed;
                OpenPlan += bill.Owed / bill.Price;
                OpenBills++;
                FirstOpen = FirstOpen < 0 ? bill.Month : FirstOpen;
            }
        }

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

        if (count >= OftenEnough)
        {
            RecurringPerMonth = sum / (asOf - first + 1);
            RecurringToDate = sum;
            RecurringSince = first;
        }
        else
        {
            FindRhythm(left, start, asOf);
        }
    }

    /// <summary>Money outside the bills that came three times at one spacing of two months to a year, in like amounts, and is not overdue, comes again.</summary>
    private void FindRhythm(decimal[] left, int start, int asOf)
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
                return;
            }

            gap = last < 0 ? 0 : last - month;
            last = month;
            sum += left[month];
            (least, most) = (Math.Min(least, left[month]), Math.Max(most, left[month]));
            count++;
        }

        if (count >= OftenEnough && gap > 1 && most <= FurthestPrice * least)
        {
            RecurringPerMonth = sum / (count * gap);
            RecurringToDate = sum;
            RecurringSince = last;
            RecurringGap = gap;
        }
    }

    /// <summary>What the plan has in one month, and what was booked for it.</summary>
    private struct Bill
    {
        internal int Month;
        internal decimal Plan;
        internal decimal Paid;
        internal decimal Ratio;
        internal decimal Owed;
        internal decimal Price;
        internal int BookedIn;
        internal bool IsPaid;
        internal bool IsGathered;
    }
}
