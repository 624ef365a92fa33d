namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Why a cell is no number.</summary>
internal enum NumberFault
{
    None,
    Empty,
    NotANumber,

    /// <summary>The comma can only be that of decimals: 12,5.</summary>
    DecimalComma,

    /// <summary>A value of Excel in place of one that it could not compute: #DIV/0!.</summary>
    Error,

    /// <summary>A dash alone, which accounting formats show for zero and people write for nothing.</summary>
    Dash,

    /// <summary>A triangle or an arrow beside a number, which accountants write for a minus and others for up or down.</summary>
    Triangle,
}
