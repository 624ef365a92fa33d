namespace TcmCrm.Roi.Impact;

/// <summary>
/// The months that a design works on: those observed, less the transition months, each before or after, on the scale of the study. Months are
/// numbered by year * 12 + month - 1.
/// </summary>
internal sealed class StudySeries
{
    /// <param name="start">The month number of <paramref name="raw"/>[0].</param>
    /// <param name="raw">One value a month as observed, NaN at a gap.</param>
    /// <param name="goLive">The month number of go-live.</param>
    /// <param name="transition">How many months from go-live on are left out.</param>
    /// <param name="isLog">Whether the scale is logarithmic; all values are then above zero.</param>
    /// <param name="hasCalendar">False for event time, where month numbers say nothing about the season.</param>
    public StudySeries(int start, double[] raw, int goLive, int transition, bool isLog, bool hasCalendar)
    {
        GoLive = goLive;
        Transition = transition;
        IsLog = isLog;
        HasCalendar = hasCalendar;
        var months = new List<int>(raw.Length);
        var values = new List<double>(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            int month = start + i;
            if (!double.IsNaN(raw[i]) && (month < goLive || month >= goLive + transition))
            {
                months.Add(month);
                values.Add(raw[i]);
                Before += month < goLive ? 1 : 0;
            }
        }

        Months = [.. months];
        Raw = [.. values];
        Values = isLog ? Array.ConvertAll(Raw, Math.Log) : Raw;
    }

    /// <summary>The month number of each value, ascending.</summary>
    public int[] Months { get; }

    public double[] Raw { get; }

    /// <summary>On the scale of the study.</summary>
    public double[] Values { get; }

    /// <summary>How many of the months lie before go-live.</summary>
    public int Before { get; }

    public int After => Values.Length - Before;

    public int GoLive { get; }

    public int Transition { get; }

    public bool IsLog { get; }

    public bool HasCalendar { get; }

    /// <summary>The first month that counts as after.</summary>
    public int FirstAfter => GoLive + Transition;

    public double[] ValuesBefore => Slice(Values, 0, Before);

    public double[] ValuesAfter => Slice(Values, Before, After);

    public int[] MonthsBefore => Slice(Months, 0, Before);

    public int[] MonthsAfter => Slice(Months, Before, After);

    /// <summary>The months between the first and the last, transition apart, that have no value.</summary>
    public List<int> Gaps()
    {
        var gaps = new List<int>();
        for (int i = 1; i < Months.Length; i++)
        {
            for (int month = Months[i - 1] + 1; month < Months[i]; month++)
            {
                if (month < GoLive || month >= FirstAfter)
                {
                    gaps.Add(month);
                }
            }
        }

        return gaps;
    }

    private static T[] Slice<T>(T[] values, int from, int count)
    {
        var slice = new T[count];
        Array.Copy(values, from, slice, 0, count);
        return slice;
    }
}
