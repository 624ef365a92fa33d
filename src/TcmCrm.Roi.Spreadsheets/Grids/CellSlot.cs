namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A cell: which characters of the grid it is, and what the file says of it.</summary>
internal struct CellSlot
{
    internal int Start;
    internal int Length;
    internal CellKind Kind;

    /// <summary>The power of ten that the number format shows beside the number: 4 where it writes 万 behind it.</summary>
    internal sbyte Power;
}
