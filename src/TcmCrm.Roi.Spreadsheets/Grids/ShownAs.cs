namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the number format of a cell of a workbook shows beside the number.</summary>
internal readonly struct ShownAs(CellKind kind, sbyte power = 0, byte currency = 0, sbyte scale = 0)
{
    /// <summary>ISO codes of the currencies that formats show; the first place is none.</summary>
    internal static readonly string?[] Currencies = [null, "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "KRW", "TWD", "SGD", "AUD", "CAD", "CHF"];

    internal CellKind Kind { get; } = kind;

    internal sbyte Power { get; } = power;

    internal byte Currency { get; } = currency;

    /// <summary>The power of ten by which what is shown is smaller than the number.</summary>
    internal sbyte Scale { get; } = scale;
}
