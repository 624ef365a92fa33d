namespace TcmCrm.Roi.Impact;

/// <summary>Whether the months before and after hold the same part of the Spring Festival.</summary>
internal static class FestivalGuard
{
    /// <summary>What a month with the whole festival loses on the log scale: Chinese imports 2000 to 2013 (METHODS C0). A yardstick, not a correction.</summary>
    internal const double Coefficient = -0.186;

    /// <summary>0.03 of a festival a month is half a log point by the yardstick.</summary>
    private const double Limit = 0.03;

    /// <summary>A warning for designs that do not take the season out; null when the two sides are balanced.</summary>
    public static Message? Check(StudySeries series)
    {
        if (!series.HasCalendar || series.Before == 0 || series.After == 0)
        {
            return null;
        }

        double before = 0.0;
        double after = 0.0;
        for (int i = 0; i < series.Months.Length; i++)
        {
            double share = SeasonPlan.FestivalShare(series.Months[i]);
            before += i < series.Before ? share : 0.0;
            after += i < series.Before ? 0.0 : share;
        }

        before /= series.Before;
        after /= series.After;
        return Math.Abs(after - before) > Limit ? ImpactWarnings.FestivalUnbalanced(before, after, series.IsLog ? 100 * Coefficient * (after - before) : null) : null;
    }
}
