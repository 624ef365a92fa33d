namespace TcmCrm.Roi.Review;

/// <summary>Costs and benefits by calendar month: realised up to the review's month, forecast after it, and what the plan has more.</summary>
internal sealed class ExpectedFlows
{
    internal ExpectedFlows(IReadOnlyList<ReviewLine> lines, ReviewMonths months, int asOf)
    {
        Cost = new decimal[months.Count];
        Benefit = new decimal[months.Count];
        PlannedCost = new decimal[months.Count];
        PlannedBenefit = new decimal[months.Count];
        Gap = new decimal[months.Count];
        foreach (ReviewLine line in lines)
        {
            decimal[] expected = line.Side == LineSide.Cost ? Cost : Benefit;
            decimal[] planned = line.Side == LineSide.Cost ? PlannedCost : PlannedBenefit;
            bool isOverdue = !line.HasStarted && line.MonthsLate > 0;
            int late = isOverdue ? 0 : line.MonthsLate;
            decimal factor = !isOverdue ? line.Realisation.Factor : line.Side == LineSide.Cost ? 1 : 0;
            for (int month = 0; month < months.Count; month++)
            {
                planned[month] += line.Plan.In(month);
                if (month <= asOf)
                {
                    expected[month] += line.Record.Amounts[month];
                    continue;
                }

                decimal moved = line.Plan.In(month - late);
                expected[month] += moved * factor;
                if (line.Side == LineSide.Benefit)
                {
                    Gap[month] += moved * Math.Max(0, 1 - factor);
                }
            }

            if (isOverdue && line.Side == LineSide.Cost && asOf + 1 < months.Count)
            {
                expected[asOf + 1] += line.Plan.Through(asOf);
            }
        }
    }

    internal decimal[] Cost { get; }

    internal decimal[] Benefit { get; }

    internal decimal[] PlannedCost { get; }

    internal decimal[] PlannedBenefit { get; }

    /// <summary>How far the benefit forecast lies below the plan, line by line, where it does; at the timing that was reached.</summary>
    internal decimal[] Gap { get; }

    /// <summary>One line's forecast of a month after the review's.</summary>
    internal static decimal CostOf(ReviewLine line, int month) => line.HasStarted || line.MonthsLate == 0
        ? line.Plan.In(month - line.MonthsLate) * line.Realisation.Factor
        : line.Plan.In(month);
}
