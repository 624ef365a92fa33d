namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What a text about time says of itself.</summary>
internal enum DateForm
{
    None,
    Empty,

    /// <summary>Year, month, day.</summary>
    Day,

    /// <summary>Year and month.</summary>
    Month,

    /// <summary>Days since the beginning of Excel's calendar.</summary>
    Serial,

    /// <summary>Two parts and a year of four digits behind them: 03/04/2025.</summary>
    TwoAndYear,

    /// <summary>Three parts of at most two digits: 25-03-04.</summary>
    Three,

    /// <summary>A month by its name between two numbers: 15-Mar-25.</summary>
    NameBetween,

    /// <summary>A month by its name and a number behind it: Mar-25.</summary>
    NameThenNumber,

    /// <summary>A number and a month by its name: 25-Mar.</summary>
    NumberThenName,

    /// <summary>Two parts of at most two digits: 25-03.</summary>
    Two,

    /// <summary>A month without a year: 3月.</summary>
    MonthOnly,

    /// <summary>A month and a day without a year: 3月15日.</summary>
    DayWithoutYear,

    /// <summary>A year alone: 2025年.</summary>
    YearOnly,

    /// <summary>A quarter, a half-year or a financial year.</summary>
    OtherPeriod,

    /// <summary>Several months together: 2024年1-2月, 1-3月, 2024年1～12月, 全年.</summary>
    SeveralMonths,

    /// <summary>A month that is said to be no actual one: 2024-12E, 2024年12月（预测）.</summary>
    Forecast,
}
