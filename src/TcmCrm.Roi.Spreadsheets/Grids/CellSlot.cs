namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A cell: which characters of the grid it is, and what the file says of it.</summary>
internal struct CellSlot
{
    internal int Start;
    internal int Length;
    internal CellKind Kind;

    /// <summary>The power of ten that the number format shows beside the number: 4 where it writes 万 behind it.</summary>
    /// <remarks>Below zero where a sign for per cent or per mille is written behind the number as a text, so that 25 shows as 25 %.</remarks>
    internal sbyte Power;

    /// <summary>The power of ten that the number format divides the number by where it shows it: 4 for 0!.0, and 3 for #,##0,.</summary>
    internal sbyte Scale;

    /// <summary>The currency that the number format shows, as a place in <see cref="ShownAs.Currencies"/>; 0 for none.</summary>
    internal byte Currency;
}
