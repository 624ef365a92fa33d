using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Review;

/// <summary>What is known of one line before anything is computed from it: its plan, and its observations up to the review's month.</summary>
internal sealed class LineRecord
{
    private readonly ReviewMonths _months;
    private readonly decimal _minorUnit;
    private decimal[]? _units;
    private Actual?[]? _first;

    internal LineRecord(LineId id, string name, FlowSide side, LinePlan plan, ReviewMonths months, Currency currency)
    {
        Id = id;
        Name = name;
        Side = side;
        Plan = plan;
        _months = months;
        _minorUnit = new decimal(1, 0, 0, false, (byte)currency.MinorUnitDigits);
        Amounts = new decimal[months.AsOf + 1];
        HasRow = new bool[months.AsOf + 1];
    }

    internal LineId Id { get; }

    internal string Name { get; }

    internal FlowSide Side { get; }

    internal LinePlan Plan { get; }

    internal CostItem? Cost { get; init; }

    internal BenefitItem? Benefit { get; init; }

    internal bool IsCost => Side == FlowSide.Cost;

    /// <summary>Whether its bills are agreed amounts; not so usage and the time of one's own people, which the plan estimates.</summary>
    internal bool IsAgreed => Cost is { } cost && cost.Category != CostCategory.Time && cost.Basis is not (UsageCost or LearningTimeCost or ProductivityDipCost);

    internal bool IsUnplanned => Cost is null && Benefit is null;

    /// <summary>Money booked or measured by month; 0 where there is no row.</summary>
    internal decimal[] Amounts { get; }

    /// <summary>Whether there is an observation of money, by month.</summary>
    internal bool[] HasRow { get; }

    /// <summary>Months to date with at least one of them.</summary>
    internal int MeasuredMonths { get; private set; }

    /// <summary>Units counted to date, and whether every amount to date has them.</summary>
    internal decimal Units { get; private set; }

    internal bool HasUnits { get; private set; } = true;

    /// <summary>Units planned in the months that say so, and the plan of those months: together the planned money a unit.</summary>
    internal decimal PlannedUnits { get; private set; }

    internal decimal PlanOfPlannedUnits { get; private set; }

    /// <summary>Credit notes by month, 0 or less; null where there is none.</summary>
    internal decimal[]? Credits { get; private set; }

    /// <summary>
    /// Bookings that read as credits and have a positive amount, by month; null where there is none. They count as cost, for the sign may be right, and pay no bill,
    /// for it may be wrong.
    /// </summary>
    internal decimal[]? UnsignedCredits { get; private set; }

    /// <summary>What negative bookings have that is no credit by what else is booked, by month, 0 or more: it counts nowhere. Null where there is none.</summary>
    internal decimal[]? Withheld { get; private set; }

    /// <summary>Bookings that name their document: month, document, amount. Null where none does.</summary>
    internal List<(int Month, string Document, decimal Amount)>? Documents { get; private set; }

    /// <summary>Every booking of a cost: month, row, amount in the currency of the case. Null where there is none.</summary>
    internal List<(int Month, Actual Row, decimal Amount)>? Bookings { get; private set; }

    /// <summary>Bookings that were taken back and the negative ones that did, together, by month: no bills and no credits. Null where there is none.</summary>
    internal decimal[]? Reversed { get; private set; }

    /// <summary>What was taken back.</summary>
    internal decimal TakenBack { get; private set; }

    /// <summary>The first month that the rows of a month cover, where one says so; null where none does.</summary>
    internal int?[]? From { get; private set; }

    /// <summary>What conversion added to rows of a benefit that are not in its own currency, by month; null where there is none.</summary>
    internal decimal[]? ByConversion { get; private set; }

    /// <summary>Rows that are there twice, almost twice, or as running totals; null where there is none.</summary>
    internal QuestionedRows? Questioned { get; private set; }

    /// <summary>Money of before the start of the case that belongs to no bill of it: no part of any figure.</summary>
    internal decimal Sunk { get; private set; }

    /// <summary>From this day on nothing of the line comes any more, because the last contract has ended; null where it goes on.</summary>
    internal LocalDate? Until { get; set; }

    /// <summary>From this day on no contract is known that the benefit could rest on; null where there is one.</summary>
    internal LocalDate? UnsureFrom { get; set; }

    /// <summary>Cost that was booked after the end of the case: it pays what was owed then, and the rest is no part of any figure.</summary>
    internal decimal BookedAfterEnd { get; set; }

    internal MonthlyShare? Adoption { get; set; }

    internal MonthlyShare? Seats { get; private set; }

    internal List<RetentionActual>? Retention { get; private set; }

    internal int VerifiedThrough { get; private set; } = -1;

    /// <summary>Whether a month to date is as planned, to the minor unit: such a month counts with the plan's own amount, however it was rounded.</summary>
    internal bool IsAsPlannedIn(int month) => IsAsPlannedIn(month, Amounts[month]);

    /// <summary>
    /// Whether an amount is what the plan has in a month: the same to the minor unit, or exactly as the running sums of the plan round it, which
    /// lies a whole minor unit off where a sum of costs and credits turns from above nothing to below.
    /// </summary>
    internal bool IsAsPlannedIn(int month, decimal amount) => IsSame(amount, Plan.Exact(month), month) || (amount != 0 && month >= 0 && amount == Plan.In(month));

    /// <summary>Whether every month up to and with one is as planned.</summary>
    internal bool IsAsPlannedThrough(int last)
    {
        for (int month = 0; month <= last; month++)
        {
            if (!IsAsPlannedIn(month))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What was booked or measured in a month, held against a plan: the plan's own amount where they are the same to the minor unit.</summary>
    internal decimal RealizedIn(int month, decimal plan) => IsSame(Amounts[month], plan, month) ? plan : Amounts[month];

    /// <summary>Credit notes by month, those with a document of their own included; null where there is none.</summary>
    internal decimal[]? CreditNotes()
    {
        decimal[]? notes = (decimal[]?)Credits?.Clone();
        foreach (IGrouping<string, (int Month, string Document, decimal Amount)> parts in Documents?.GroupBy(part => part.Document, StringComparer.Ordinal) ?? [])
        {
            if (IsOfSeveralBills(parts))
            {
                foreach ((int month, string _, decimal amount) in parts)
                {
                    (notes ??= new decimal[Amounts.Length])[month] += Math.Min(0, amount);
                }
            }
            else if (parts.Sum(part => part.Amount) is < 0 and var credit)
            {
                (notes ??= new decimal[Amounts.Length])[parts.Min(part => part.Month)] += credit;
            }
        }

        for (int month = 0; notes is not null && Withheld is not null && month < notes.Length; month++)
        {
            notes[month] += Withheld[month];
        }

        return notes;
    }

    /// <summary>
    /// Whether the bookings with one number are bills of several months, as those with the number of their contract are: two or more come to two thirds at least of the bill of their
    /// month. Else they are parts of one bill.
    /// </summary>
    internal bool IsOfSeveralBills(IEnumerable<(int Month, string Document, decimal Amount)> parts)
    {
        int bills = 0;
        foreach (IGrouping<int, (int Month, string Document, decimal Amount)> month in parts.Where(part => part.Amount > 0).GroupBy(part => part.Month))
        {
            decimal bill = Plan.Exact(month.Key);
            bills += bill > 0 && BillMatching.FurthestPrice * month.Sum(part => part.Amount) >= bill ? 1 : 0;
        }

        return bills > 1;
    }

    /// <summary>Adds money, in the currency of the case.</summary>
    /// <param name="month">The month.</param>
    /// <param name="row">The observation.</param>
    /// <param name="amount">Its amount in the currency of the case.</param>
    /// <param name="first">The first month that it covers; null where it does not say.</param>
    /// <param name="isRepeat">Whether the same row was there before: a cost counts all the same, a benefit does not.</param>
    /// <param name="unit">What the minor unit of the row's currency comes to in that of the case; 0 where it is the same currency.</param>
    internal void AddMoney(int month, Actual row, decimal amount, int? first = null, bool isRepeat = false, decimal unit = 0)
    {
        if (isRepeat)
        {
            Question().AddRepeated(month, amount);
            if (!IsCost)
            {
                return;
            }
        }

        Amounts[month] += amount;
        if (unit != 0)
        {
            (_units ??= new decimal[Amounts.Length])[month] += unit;
        }

        if (Benefit is { } benefit && row.Cash.Currency != benefit.Currency)
        {
            (ByConversion ??= new decimal[Amounts.Length])[month] += amount - row.Cash.Amount;
        }

        MeasuredMonths += HasRow[month] ? 0 : 1;
        HasRow[month] = true;
        HasUnits &= row.Units is not null || amount == 0;
        Units += row.Units ?? 0;
        if (row.Plan is { } planned)
        {
            PlannedUnits += planned;
            PlanOfPlannedUnits += Plan.In(month);
        }

        if (IsCost)
        {
            (Bookings ??= []).Add((month, row, amount));
        }

        if (IsCost && amount > 0 && (Plan.IsReversed || row.ReadsAsCredit || row.ReadsAsVoid))
        {
            (UnsignedCredits ??= new decimal[Amounts.Length])[month] += amount;
        }
        else if (IsCost && row.PaperKey is { } document)
        {
            (Documents ??= []).Add((month, document, amount));
        }
        else if (IsCost && amount < 0)
        {
            (Credits ??= new decimal[Amounts.Length])[month] += amount;
        }

        if (first is { } from)
        {
            From ??= new int?[Amounts.Length];
            From[month] = Math.Min(From[month] ?? from, from);
        }
    }

    /// <summary>Where rows are noted that count nowhere until they are verified.</summary>
    internal QuestionedRows Question() => Questioned ??= new();

    /// <summary>Remembers the first measurement of a month.</summary>
    /// <returns>The one that was there before; null where this is the first.</returns>
    internal Actual? TakeFirst(int month, Actual row)
    {
        _first ??= new Actual?[Amounts.Length];
        if (_first[month] is { } first)
        {
            return first;
        }

        _first[month] = row;
        return null;
    }

    /// <summary>Takes back a measurement that another of its month has almost. Its month keeps the other, and months come in order.</summary>
    internal void Withdraw(int month, Actual row, decimal amount)
    {
        Amounts[month] -= amount;
        Units -= row.Units ?? 0;
        if (row.Plan is { } planned)
        {
            PlannedUnits -= planned;
            PlanOfPlannedUnits -= Plan.In(month);
        }

        if (ByConversion is not null && Benefit is { } benefit && row.Cash.Currency != benefit.Currency)
        {
            ByConversion[month] -= amount - row.Cash.Amount;
        }
    }

    /// <summary>Of rows that are running totals counts what each adds to the one before since the same month.</summary>
    /// <param name="rows">Their months.</param>
    /// <param name="since">The first month of each total.</param>
    internal void TakeIncrements(int[] rows, int[] since)
    {
        decimal told = 0;
        HasUnits = false;
        for (int i = rows.Length - 1; i > 0; i--)
        {
            if (since[i] == since[i - 1])
            {
                told += Amounts[rows[i - 1]];
                Amounts[rows[i]] -= Amounts[rows[i - 1]];
                if (ByConversion is not null)
                {
                    ByConversion[rows[i]] -= ByConversion[rows[i - 1]];
                }
            }
        }

        Question().SetTotals(rows.Length, told, rows[0]);
    }

    /// <summary>Takes bookings and the one that took them back out of bills and credits.</summary>
    internal void TakeBack(List<(int Month, Actual Row, decimal Amount)> bookings, (int Month, Actual Row, decimal Amount) note)
    {
        Reversed ??= new decimal[Amounts.Length];
        TakenBack -= note.Amount;
        foreach ((int month, Actual row, decimal amount) in bookings.Append(note))
        {
            Reversed[month] += amount;
            if (row.PaperKey is { } document)
            {
                Documents!.Remove((month, document, amount));
            }
            else if (amount < 0)
            {
                Credits![month] -= amount;
            }
        }
    }

    /// <summary>Takes what negative bookings have too much out of every figure.</summary>
    internal void Withhold(decimal[] withheld)
    {
        Withheld = withheld;
        for (int month = 0; month < withheld.Length; month++)
        {
            Amounts[month] += withheld[month];
        }
    }

    /// <summary>Money of before the start of the case, which counts nowhere.</summary>
    internal void AddSunk(decimal amount) => Sunk += amount;

    /// <summary>Takes money of a month out of every figure.</summary>
    internal void Sink(int month, decimal amount)
    {
        Sunk += amount;
        Amounts[month] -= amount;
        if (Amounts[month] == 0 && HasRow[month])
        {
            HasRow[month] = false;
            MeasuredMonths--;
        }
    }

    /// <summary>Counts in the last month what paid bills after the end of the case.</summary>
    internal void TakeAfterEnd(decimal amount)
    {
        int last = Amounts.Length - 1;
        Amounts[last] += amount;
        MeasuredMonths += HasRow[last] ? 0 : 1;
        HasRow[last] = true;
    }

    internal void Add(int month, Actual row)
    {
        switch (row.Kind)
        {
            case ActualKind.Adoption:
                (Adoption ??= new MonthlyShare(_months.AsOf + 1)).Set(month, row);
                break;
            case ActualKind.Seats:
                (Seats ??= new MonthlyShare(_months.AsOf + 1)).Set(month, row);
                break;
            case ActualKind.Retention:
                (Retention ??= []).Add((RetentionActual)row);
                break;
            case ActualKind.Verified:
                VerifiedThrough = Math.Max(VerifiedThrough, month);
                break;
        }
    }

    /// <summary>To the minor unit of the case, and of the currency that was booked where that is larger.</summary>
    private bool IsSame(decimal amount, decimal plan, int month) =>
        Math.Abs(amount - plan) < (_units is null || month < 0 ? _minorUnit : Math.Max(_minorUnit, _units[month]));
}
