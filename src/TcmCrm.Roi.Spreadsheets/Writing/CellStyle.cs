namespace TcmCrm.Roi.Spreadsheets;

/// <summary>How a written cell looks. The order is that of the cell formats in <see cref="BookStyles"/>.</summary>
internal enum CellStyle
{
    Plain,
    Title,
    Heading,
    Path,
    Note,
    Text,
    Input,
    InputPercent,
    InputDate,
    Wan,
    Money,
    Percent,
    Rate,
    Factor,
    Date,
    Months,
    Number,
    WanTotal,
    Fixed,
    FixedPercent,
    FixedMonths,
    FixedNumber,
    InputNumber,

    /// <summary>What is wrong, in red.</summary>
    Alarm,
}
