using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Review;

/// <summary>What is known of one line before anything is computed from it: its plan, and its observations up to the review's month.</summary>
internal sealed class LineRecord
{
    private readonly ReviewMonths _months;
    private readonly decimal _minorUnit;

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

    internal MonthlyShare? Adoption { get; set; }

    internal MonthlyShare? Seats { get; private set; }

    internal List<Actual>? Retention { get; private set; }

    internal int VerifiedThrough { get; private set; } = -1;

    /// <summary>Whether a month to date is as planned, to the minor unit: such a month counts with the plan's own amount, however it was rounded.</summary>
    internal bool IsAsPlannedIn(int month) => IsSame(Amounts[month], Plan.Exact(month));

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
    internal decimal RealizedIn(int month, decimal plan) => IsSame(Amounts[month], plan) ? plan : Amounts[month];

    internal void Add(int month, Actual row)
    {
        switch (row.Kind)
        {
            case ActualKind.Cost or ActualKind.Benefit or ActualKind.UnplannedCost:
                AddMoney(month, row);
                break;
            case ActualKind.Adoption:
                (Adoption ??= new MonthlyShare(_months.AsOf + 1)).Set(month, row);
                break;
            case ActualKind.Seats:
                (Seats ??= new MonthlyShare(_months.AsOf + 1)).Set(month, row);
                break;
            case ActualKind.Retention:
                (Retention ??= []).Add(row);
                break;
            case ActualKind.Verified:
                VerifiedThrough = Math.Max(VerifiedThrough, month);
                break;
        }
    }

    private bool IsSame(decimal amount, decimal plan) => Math.Abs(amount - plan) < _minorUnit;

    private void AddMoney(int month, Actual row)
    {
        Amounts[month] += row.Amount;
        MeasuredMonths += HasRow[month] ? 0 : 1;
        HasRow[month] = true;
        HasUnits &= row.Quantity is not null || row.Amount == 0;
        Units += row.Quantity ?? 0;
        if (row.Planned is { } planned)
        {
            PlannedUnits += planned;
            PlanOfPlannedUnits += Plan.In(month);
        }
    }
}
