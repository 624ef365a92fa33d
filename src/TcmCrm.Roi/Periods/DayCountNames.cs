namespace TcmCrm.Roi.Periods;

/// <summary>Display names of <see cref="DayCount"/>.</summary>
public static class DayCountNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="dayCount">The day count.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this DayCount dayCount) => Names(dayCount).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="dayCount">The day count.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this DayCount dayCount) => Names(dayCount).English;

    private static (string Chinese, string English) Names(DayCount dayCount) => dayCount switch
    {
        DayCount.Anniversary => ("周年法(整年加余日)", "Anniversary (whole years, then days)"),
        DayCount.Actual365Fixed => ("实际天数/365", "Actual/365 (Fixed)"),
        DayCount.ActualActualIsda => ("实际/实际 (ISDA)", "Actual/Actual (ISDA)"),
        DayCount.Thirty360 => ("30/360", "30/360"),
        _ => throw Check.OutOfRange(nameof(dayCount), dayCount, "a named day count"),
    };
}
