namespace TcmCrm.Roi.Spreadsheets;

/// <summary>In which order the parts of a date stand where the date itself does not show it, such as <c>03/04/2025</c>, <c>25-03-04</c> or <c>Mar-25</c>.</summary>
/// <remarks>Dates that begin with a year of four digits need no order. Without one, an ambiguous column is a problem unless other rows of it settle the order.</remarks>
public enum DateOrder
{
    /// <summary>Year, month, day: <c>25-03-04</c> is 4 March 2025, <c>25-Mar</c> is March 2025.</summary>
    YearMonthDay,

    /// <summary>Day, month, year: <c>03/04/2025</c> is 3 April 2025, <c>Mar-25</c> is March 2025.</summary>
    DayMonthYear,

    /// <summary>Month, day, year: <c>03/04/2025</c> is 4 March 2025, <c>Mar-25</c> is March 2025.</summary>
    MonthDayYear,
}
