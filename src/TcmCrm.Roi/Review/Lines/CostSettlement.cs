namespace TcmCrm.Roi.Review;

/// <summary>Which bills of a cost line are paid by what was booked, what is still owed of them, and at which price the bills come (docs/review.md, "Costs are owed when due").</summary>
/// <remarks>
/// A bill is what the plan has in one month, and <see cref="BillMatching"/> puts the bookings to them. What a booking has more than its bill then pays open rests of
/// earlier bills: by running amount. What is left is an overspend that came once, or <see cref="RecurringMoney"/>.
/// </remarks>
internal sealed class CostSettlement
{
    private const decimal Same = BillMatching.Same;
    private const decimal FurthestPrice = BillMatching.FurthestPrice;
    private const int Year = 12;
    private const int Fewest = 3;

    private readonly Bill[] _bills;
    private readonly bool _isAgreed;
    private EstimatedBills? _estimated;

    private CostSettlement(Bill[] bills, bool isAgreed = false) => (_bills, _isAgreed) = (bills, isAgreed);

    /// <summary>What the line's bills cost in place of 1 in the plan: the median of the matched bills of the last twelve months; of amounts that the plan estimates, their sum over its.</summary>
    internal decimal PriceRatio { get; private set; } = 1;

    /// <summary>The same of the bill of one month, where the months of a year differ.</summary>
    internal decimal PriceIn(int month) => _estimated?.RatioIn(month) ?? PriceRatio;

    internal bool HasSeasons => _estimated is { HasSeasons: true };

    /// <summary>By how much bills that follow each other widen what a sum of them leaves open, as a factor of its variance.</summary>
    internal double Dependence => _estimated?.Dependence ?? 1;

    /// <summary>The largest ratio of one booking.</summary>
    internal decimal HighestRatio { get; private set; }

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

    /// <summary>Bills that are due and not booked, or not in full: how many, what is owed of them, and the month of the oldest; -1 where there is none.</summary>
    internal (int Bills, decimal Amount, int Month) Open { get; private set; } = (0, 0, -1);

    /// <summary>
    /// Agreed bills that were booked three times and more at one amount below two thirds of their plan, and are no part of the others: how many, what is owed of them, and the month of the first. It may
    /// be a new price; the forecast counts the plan's until somebody agrees to it.
    /// </summary>
    internal (int Bills, decimal Amount, int Month) Lower { get; private set; } = (0, 0, -1);

    /// <summary>Months by which the bills of the line usually come after they are due.</summary>
    internal int UsualDelay { get; private set; }

    /// <summary>The largest bill that is due: what may be booked more or less than planned while only the timing differs.</summary>
    internal decimal LargestBill { get; private set; }

    /// <summary>What keeps coming outside the bills; null where nothing does.</summary>
    internal RecurringMoney? Recurring { get; private set; }

    /// <summary>Takes money outside the plan that keeps coming under several names.</summary>
    internal void Recur(RecurringMoney together) => Recurring = together;

    /// <summary>Of a credit of the plan: what is due for a month and did not come, and since when; -1 where nothing is missing.</summary>
    internal decimal NotReceived { get; private set; }

    internal int FirstNotReceived { get; private set; } = -1;

    /// <summary>What is owed of the bill of a month, as a share of what the plan has in it; 0 where nothing is.</summary>
    internal decimal OwedShareOf(int month)
    {
        int place = BillMatching.Find(_bills, month);
        return place < 0 || _bills[place].Owed == 0 ? 0 : _bills[place].Owed / _bills[place].Plan;
    }

    /// <summary>Whether the bill of a month after the review's is booked already.</summary>
    internal bool IsPrepaid(int month) => BillMatching.Find(_bills, month) is int place && place >= 0 && _bills[place].IsPaid;

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
        decimal[] booked = Bookings.ByMonth(record, notes, asOf, scratch);
        var settlement = new CostSettlement(BillMatching.Bills(plan, Math.Min(plan.End, end)), record.IsAgreed);
        BillParts.Gather(settlement._bills, booked);
        decimal[] left = scratch.Left(booked.Length);
        settlement.UsualDelay = BillMatching.Match(settlement._bills, booked, left, asOf, scratch.Ratios);
        settlement.Price(asOf, scratch.Ratios);
        settlement.Owe(asOf, scratch.Ratios);
        settlement.PayRests(left, scratch.Excess(left.Length), asOf);
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

    private void Price(int asOf, List<decimal> ratios)
    {
        if (!_isAgreed)
        {
            _estimated = EstimatedBills.Of(_bills, ratios);
            PriceRatio = _estimated.Ratio;
            Spread(ratios);
            return;
        }

        ratios.Clear();
        int since = asOf - Year;
        (decimal paid, decimal planned) = (0, 0);
        for (int pass = 0; pass < 2 && ratios.Count == 0; pass++, since = int.MinValue)
        {
            for (int i = 0; i < _bills.Length; i++)
            {
                // One booking for several bills says once what they cost.
                if (_bills[i].IsPaid && _bills[i].Month > since && !IsPaidWithBefore(i) && !(_bills[i].IsInParts && _bills[i].Ratio < 1))
                {
                    ratios.Add(_bills[i].Ratio);
                    paid += _bills[i].Paid;
                    planned += _bills[i].Plan;
                }
            }
        }

        decimal ratio = Medians.Of(ratios);
        // Instalments out of order are each far from their plan, and together no price.
        ratio = ratio > FurthestPrice ? Math.Min(ratio, paid / planned) : ratio;
        PriceRatio = ratios.Count == 0 || !AgreedPrice.IsIn(ratios, ratio) ? Math.Max(1, ratio) : ratio;
        PriceRatio = Math.Max(PriceRatio, NewPrice(asOf - Year));
        Spread(ratios);
    }

    private void Spread(List<decimal> ratios)
    {
        Matched = ratios.Count;
        foreach (decimal one in ratios)
        {
            HighestRatio = _isAgreed && one > FurthestPrice * PriceRatio ? HighestRatio : Math.Max(HighestRatio, one);
            if (_isAgreed && one < PriceRatio / FurthestPrice)
            {
                // A payment in part is no price.
                continue;
            }

            double off = (double)(one - PriceRatio);
            Squares += off * off;
        }
    }

    /// <summary>Of agreed bills, the one ratio of the last two where it is above their plan: a price that rose, and no overspend that came once. 0 where they do not say so.</summary>
    private decimal NewPrice(int since)
    {
        (decimal last, int count) = (0, 0);
        for (int i = _bills.Length - 1; i >= 0 && _isAgreed; i--)
        {
            if (!_bills[i].IsPaid || IsPaidWithBefore(i))
            {
                continue;
            }

            if (_bills[i].Month <= since || _bills[i].Ratio <= 1 + Same || _bills[i].Ratio > FurthestPrice || (count > 0 && !BillMatching.IsSame(_bills[i].Ratio, last)))
            {
                return 0;
            }

            last = count == 0 ? _bills[i].Ratio : last;
            if (++count > 1)
            {
                return last;
            }
        }

        return 0;
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
                _bills[i].Price = PriceIn(_bills[i].Month);
                _bills[i].Owed = _bills[i].Price * _bills[i].Plan;
                continue;
            }

            if (!_isAgreed && Matched >= Fewest)
            {
                // What was used is what was billed, unless one bill alone is far below all others.
                OweRest(i, _bills[i].IsInParts ? PriceIn(_bills[i].Month) : 0);
                continue;
            }

            near.Clear();
            int reach = _bills[i].IsGathered ? Year : Fewest;
            for (int j = Math.Max(0, i - reach); j <= Math.Min(_bills.Length - 1, i + reach); j++)
            {
                if (_bills[j].IsPaid && !IsPaidWithBefore(j) && !(_bills[j].IsInParts && _bills[j].Ratio < 1))
                {
                    near.Add(_bills[j].Ratio);
                }
            }

            decimal price = Medians.Of(near);
            price = near.Count < Fewest ? 1 : Math.Min(1, AgreedPrice.IsIn(near, price) ? price : PriceRatio);
            bool isAlike = _isAgreed && !_bills[i].IsInParts && AgreedPrice.CountNear(near, _bills[i].Ratio, Same) >= Fewest;
            if (isAlike && _bills[i].Ratio < price && _bills[i].Ratio * FurthestPrice >= 1)
            {
                price = _bills[i].Ratio;
            }

            _bills[i].IsLower = OweRest(i, price) && isAlike && _bills[i].Ratio >= AgreedPrice.Least;
        }
    }

    /// <summary>Whether a bill was paid in part, at a price; what is missing to it is owed.</summary>
    private bool OweRest(int bill, decimal price)
    {
        if (_bills[bill].Ratio >= (1 - Same) * price)
        {
            return false;
        }

        _bills[bill].Price = price;
        _bills[bill].Owed = (price - _bills[bill].Ratio) * _bills[bill].Plan;
        return true;
    }

    /// <summary>What a booking has more than its bill pays what is owed of earlier bills, and of the next ones where these have no booking of their own.</summary>
    private void PayRests(decimal[] left, decimal[] excess, int asOf)
    {
        foreach (Bill bill in _bills)
        {
            decimal due = PriceIn(bill.Month) * bill.Plan;
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

            int next = excess[month] > 0 && pool > 0 ? BillMatching.NextAfter(_bills, month) : _bills.Length;
            for (; next < _bills.Length && pool > 0 && _bills[next].Month <= asOf && !_bills[next].IsPaid; next++)
            {
                Pay(next, ref pool);
            }

            // Of estimated bills a peak is no money outside of them.
            left[month] = _isAgreed ? pool : Math.Min(pool, left[month]);
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
                Lower = bill.IsLower ? With(Lower, bill) : Lower;
                Open = bill.IsLower ? Open : With(Open, bill);
            }
        }

        Recurring = RecurringMoney.Of(left, start, asOf);

        static (int Bills, decimal Amount, int Month) With((int Bills, decimal Amount, int Month) all, in Bill bill) =>
            (all.Bills + 1, all.Amount + bill.Owed, all.Bills == 0 ? bill.Month : all.Month);
    }
}
