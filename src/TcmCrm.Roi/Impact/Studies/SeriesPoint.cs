namespace TcmCrm.Roi.Impact;

/// <summary>One row of a regression: a month, or January and February of a year as one.</summary>
internal readonly struct SeriesPoint
{
    public SeriesPoint(int clock, double time, int season, double festival, bool isAfter, int firstIndex, int months)
    {
        Clock = clock;
        Time = time;
        Season = season;
        Festival = festival;
        IsAfter = isAfter;
        FirstIndex = firstIndex;
        Months = months;
    }

    /// <summary>The place in the sequence that the autocorrelation runs along.</summary>
    public int Clock { get; }

    /// <summary>The month number that the trend runs along; the middle of two months that are one.</summary>
    public double Time { get; }

    /// <summary>The calendar month, 0 to 11.</summary>
    public int Season { get; }

    public double Festival { get; }

    public bool IsAfter { get; }

    /// <summary>The index of its first month in the series.</summary>
    public int FirstIndex { get; }

    public int Months { get; }

    /// <summary>The points of a list of month numbers. Where January and February are merged, one without the other is left out.</summary>
    public static SeriesPoint[] Of(int[] months, int firstAfter, SeasonPlan plan)
    {
        var points = new List<SeriesPoint>(months.Length);
        for (int i = 0; i < months.Length; i++)
        {
            int month = months[i];
            int calendarMonth = month % 12;
            bool isAfter = month >= firstAfter;
            if (!plan.MergesFestivalMonths || calendarMonth > 1)
            {
                int clock = plan.MergesFestivalMonths ? (month / 12 * 11) + calendarMonth - 1 : month;
                double festival = plan.HasFestivalRegressor ? SeasonPlan.CenteredFestivalShare(month) : 0.0;
                points.Add(new SeriesPoint(clock, month, calendarMonth, festival, isAfter, i, 1));
            }
            else if (calendarMonth == 0 && i + 1 < months.Length && months[i + 1] == month + 1 && isAfter == month + 1 >= firstAfter)
            {
                points.Add(new SeriesPoint(month / 12 * 11, month + 0.5, 0, 0.0, isAfter, i, 2));
                i++;
            }
        }

        return [.. points];
    }

    /// <summary>The value of each point on the scale of the study: of two months the mean as observed.</summary>
    public static double[] ValuesOf(SeriesPoint[] points, StudySeries series)
    {
        var values = new double[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            int at = points[i].FirstIndex;
            double mean = points[i].Months == 1 ? series.Raw[at] : 0.5 * (series.Raw[at] + series.Raw[at + 1]);
            values[i] = points[i].Months == 1 ? series.Values[at] : series.IsLog ? Math.Log(mean) : mean;
        }

        return values;
    }
}
