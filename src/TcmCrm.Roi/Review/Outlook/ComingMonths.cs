using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>What the forecast holds after the review's month by calendar month: costs, benefits, and what the plan has more.</summary>
internal sealed class ComingMonths
{
    internal ComingMonths(IEnumerable<LineOutlook> lines, ReviewMonths months)
    {
        Cost = new decimal[months.Count];
        Benefit = new decimal[months.Count];
        Gap = new decimal[months.Count];
        foreach (LineOutlook line in lines)
        {
            decimal[] side = line.Line.IsCost ? Cost : Benefit;
            for (int i = 0; i < line.Rows.Count; i++)
            {
                LineFlow flow = line.Rows[i];
                int month = months.IndexOf(flow.Date);
                side[month] += month > months.AsOf ? flow.Amount : 0;
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
