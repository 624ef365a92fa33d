using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>
/// What the forecast holds after the review's month, by calendar month from the next one on: what comes net before the end of the longest period, what comes
/// after it, and what the plan has more. A month that holds the end has a part of each.
/// </summary>
internal sealed class ComingMonths
{
    internal ComingMonths(IEnumerable<LineOutlook> lines, ReviewMonths months, LocalDate end)
    {
        int count = months.Count - months.AsOf - 1;
        Before = new decimal[count];
        After = new decimal[count];
        Gap = new decimal[count];
        foreach (LineOutlook line in lines)
        {
            line.AddComing(Before, After, end);
            if (line is BenefitOutlook { Factor: < 1 } benefit)
            {
                decimal missing = 1 - Math.Max(0, benefit.Factor);
                benefit.AddPlanned(Gap, missing, end);
            }
        }
    }

    /// <summary>Benefit less cost before the end of the longest period.</summary>
    internal decimal[] Before { get; }

    /// <summary>Benefit less cost on that day and later, as far as the extension reaches.</summary>
    internal decimal[] After { get; }

    /// <summary>Before that end: how far the benefit forecast lies below the plan, line by line, where it does; at the timing that was reached.</summary>
    internal decimal[] Gap { get; }
}
