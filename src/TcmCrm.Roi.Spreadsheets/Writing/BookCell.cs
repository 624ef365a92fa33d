using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>One written cell: a text, a number, or a formula with the value that it has now.</summary>
internal readonly struct BookCell
{
    private BookCell(string? text, string? number, string? formula, CellStyle style)
    {
        Text = text;
        Number = number;
        Formula = formula;
        Style = style;
    }

    /// <summary>A text, or the cached text of a formula.</summary>
    internal string? Text { get; }

    /// <summary>A number as the part writes it, or the cached number of a formula.</summary>
    internal string? Number { get; }

    /// <summary>A formula without the sign of equality.</summary>
    internal string? Formula { get; }

    internal CellStyle Style { get; }

    internal bool IsEmpty => Text is null && Number is null && Formula is null && Style == CellStyle.Plain;

    internal static BookCell Of(string text, CellStyle style = CellStyle.Plain) => new(text, null, null, style);

    internal static BookCell Of(decimal number, CellStyle style = CellStyle.Plain) => new(null, number.ToString(CultureInfo.InvariantCulture), null, style);

    internal static BookCell Of(double number, CellStyle style = CellStyle.Plain) => new(null, Written(number), null, style);

    internal static BookCell Empty(CellStyle style) => new(null, null, null, style);

    internal static BookCell Computed(string formula, double value, CellStyle style) => new(null, Written(value), formula, style);

    internal static BookCell Computed(string formula, decimal value, CellStyle style) => new(null, value.ToString(CultureInfo.InvariantCulture), formula, style);

    internal static BookCell Computed(string formula, string value, CellStyle style) => new(value, null, formula, style);

    /// <summary>A formula with the number that another cell has now.</summary>
    internal static BookCell Linked(string formula, BookCell shown) => new(null, shown.Number, formula, shown.Style);

    /// <summary>The fewest of 15 or 17 digits that are the number: the same on every runtime.</summary>
    private static string Written(double number)
    {
        string text = number.ToString("G15", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(number) ? text : number.ToString("G17", CultureInfo.InvariantCulture);
    }
}
