namespace TcmCrm.Roi.Spreadsheets;

/// <summary>
/// The trace of an Excel that has read dates in an order that is not theirs: 05/01/2025 of a day-month file became a date of May, 13/01/2025 could be none and stayed a text. All dates of the column
/// then have a day of at most 12, and all texts a part above 12 in one place.
/// </summary>
internal sealed class TurnedDates
{
    private const int Months = 12;

    private int _firstIsDay;
    private int _secondIsDay;
    private bool _isOther;
    private DateParts _date;

    /// <summary>The order of the texts that were left; null where the column does not show the trace.</summary>
    internal DateOrder? Order => _isOther || _date.Form != DateForm.Day || (_firstIsDay > 0) == (_secondIsDay > 0) ? null
        : _firstIsDay > 0 ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;

    internal void Learn(in DateParts parts)
    {
        switch (parts.Form)
        {
            case DateForm.Day:
                _isOther |= parts.C > Months;
                _date = parts.B != parts.C || _date.Form != DateForm.Day ? parts : _date;
                break;
            case DateForm.TwoAndYear or DateForm.Three:
                bool firstIsDay = parts.A is > Months and <= 31 && parts.B is >= 1 and <= Months;
                bool secondIsDay = parts.B is > Months and <= 31 && parts.A is >= 1 and <= Months;
                _firstIsDay += firstIsDay ? 1 : 0;
                _secondIsDay += secondIsDay ? 1 : 0;
                _isOther |= !firstIsDay && !secondIsDay;
                break;
        }
    }

    /// <summary>What is asked of a text that was left.</summary>
    internal Message Asked(string shown, DateOrder order) => Said.As(
        "datesTurned", ("value", shown), ("date", Iso(_date.A, _date.B, _date.C)), ("turned", Iso(_date.A, _date.C, _date.B)), ("order", order == DateOrder.DayMonthYear ? "dmy" : "mdy"));

    private static string Iso(int year, int month, int day) => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", year, month, day);
}
