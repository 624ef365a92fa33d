using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Impact;

/// <summary>What the regressions do about the season.</summary>
internal sealed class SeasonPlan
{
    private SeasonPlan(bool hasDummies, bool merges, bool hasRegressor)
    {
        HasDummies = hasDummies;
        MergesFestivalMonths = merges;
        HasFestivalRegressor = hasRegressor;
    }

    public static SeasonPlan None { get; } = new(false, false, false);

    public bool HasDummies { get; }

    public bool MergesFestivalMonths { get; }

    public bool HasFestivalRegressor { get; }

    /// <summary>Month dummies, with the festival as the study wants it.</summary>
    public static SeasonPlan Dummies(StudySeries series, SpringFestivalTreatment festival)
    {
        bool regressor = festival == SpringFestivalTreatment.Regressor || (festival == SpringFestivalTreatment.Auto && AllowsRegressor(series));
        return new SeasonPlan(true, !regressor && festival != SpringFestivalTreatment.None, regressor);
    }

    /// <summary>
    /// Whether the months before show the season: two years of them, gaps included, that hold three quarters at least of the calendar months that came after.
    /// The dummy of a calendar month that was never seen before takes up its months after: that costs them, and biases nothing.
    /// </summary>
    public static bool CoversSeason(StudySeries series) =>
        series.HasCalendar && SpanBefore(series) >= 24 && 4 * MonthsNotSeenBefore(series) <= series.After && 3 * series.Before >= 2 * SpanBefore(series);

    /// <summary>From the first month observed to go-live, gaps included.</summary>
    public static int SpanBefore(StudySeries series) => series.Before == 0 ? 0 : series.GoLive - series.Months[0];

    /// <summary>How many calendar months observed after go-live were never observed before it.</summary>
    public static int MonthsNotSeenBefore(StudySeries series)
    {
        int before = 0;
        int after = 0;
        for (int i = 0; i < series.Months.Length; i++)
        {
            int bit = 1 << (series.Months[i] % 12);
            if (i < series.Before)
            {
                before |= bit;
            }
            else
            {
                after |= bit;
            }
        }

        int count = 0;
        for (int missing = after & ~before; missing != 0; missing &= missing - 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>The share of festival days of a month number; 0 outside the table.</summary>
    public static double FestivalShare(int month)
    {
        int year = month / 12;
        return year is < SpringFestivalTableFrom or > SpringFestivalTableTo ? 0.0 : Periods.SpringFestival.ShareOfMonth(new YearMonth(year, (month % 12) + 1));
    }

    public static double CenteredFestivalShare(int month)
    {
        int year = month / 12;
        int calendarMonth = month % 12;
        return calendarMonth > 2 || year is < SpringFestivalTableFrom or > SpringFestivalTableTo ? 0.0 : FestivalShare(month) - Means[calendarMonth];
    }

    private const int SpringFestivalTableFrom = SpringFestival.FirstYear;
    private const int SpringFestivalTableTo = SpringFestival.LastYear;

    private static readonly double[] Means = [.. Enumerable.Range(1, 3).Select(m =>
        Periods.SpringFestival.ShareOfMonth(new YearMonth(2001, m)) - Periods.SpringFestival.CenteredShareOfMonth(new YearMonth(2001, m)))];

    /// <summary>36 months and three festivals, not all with the same share of the same month: otherwise the regressor is a month dummy.</summary>
    private static bool AllowsRegressor(StudySeries series)
    {
        int festivals = 0;
        var januaryShares = new HashSet<double>();
        for (int i = 1; i < series.Months.Length; i++)
        {
            if (series.Months[i] % 12 == 1 && series.Months[i - 1] == series.Months[i] - 1)
            {
                festivals++;
                januaryShares.Add(FestivalShare(series.Months[i - 1]));
            }
        }

        return series.Months.Length >= 36 && festivals >= 3 && januaryShares.Count >= 2;
    }
}
