namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the file says of a cell. In CSV every cell is a text.</summary>
internal enum CellKind : byte
{
    Text,

    /// <summary>A number of a workbook, without thousands separators and with a point.</summary>
    Number,

    /// <summary>A number of a workbook that is shown in per cent: 0.25 as 25 %.</summary>
    Percent,

    /// <summary>A number of a workbook that is shown as a date.</summary>
    Date,

    /// <summary>A number of a workbook that is shown as a time of day or a duration, in days.</summary>
    Duration,

    Boolean,

    /// <summary>An error of Excel, such as #DIV/0!.</summary>
    Error,

    /// <summary>A formula whose value the file does not hold.</summary>
    Formula,

    /// <summary>A text that is longer than a cell may be; it is cut.</summary>
    TooLong,
}
