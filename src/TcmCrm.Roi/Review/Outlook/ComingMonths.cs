using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>What the forecast holds after the review's month, by calendar month from the next one on: costs, benefits, and what the plan has more.</summary>
internal sealed class ComingMonths
{
    internal ComingMonths(IEnumerable<LineOutlook> lines, ReviewMonths months)
    {
        int count = months.Count - months.AsOf - 1;
        Cost = new decimal[count];
        Benefit = new decimal[count];
        Gap = new decimal[count];
        foreach (LineOutlook line in lines)
        {
            decimal[] side = line.Line.IsCost ? Cost : Benefit;
            for (int i = 0; i < line.Rows.Count; i++)
            {
                LineFlow flow = line.Rows[i];
                int month = months.IndexOf(flow.Date) - months.AsOf - 1;
                if (month >= 0)
                {
                    side[month] += flow.Amount;
                }
            }

            decimal missing = line.Line.IsCost ? 0 : Math.Max(0, 1 - line.Factor);
            if (missing > 0)
            {
                line.AddComing(Gap, missing, months);
            }
        }
    }

    internal decimal[] Cost { get; }

    internal decimal[] Benefit { get; }

    /// <summary>How far the benefit forecast lies below the plan, line by line, where it does; at the timing that was reached.</summary>
    internal decimal[] Gap { get; }
}
