using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What an input of the workbook may be: the range of its member of a case document, as a validation, as a check in a cell, and in words.</summary>
internal sealed class InputRange
{
    /// <summary>A bound that is not included, as validations know no such thing; the check beside the cell is exact.</summary>
    private const decimal Beyond = 0.000000001m;

    private readonly decimal _least;
    private readonly bool _isLeastExcluded;
    private readonly decimal _most;
    private readonly bool _isFraction;
    private readonly bool _isWhole;

    private InputRange(decimal least, bool isLeastExcluded, decimal most, bool isFraction, bool isWhole)
    {
        _least = least;
        _isLeastExcluded = isLeastExcluded;
        _most = most;
        _isFraction = isFraction;
        _isWhole = isWhole;
    }

    /// <summary>The cell of another input that this one is not above, with what it is called; null for none.</summary>
    internal (string Cell, string Label)? NotAbove { get; init; }

    /// <summary>The range of a field; each number of a case has one.</summary>
    internal static InputRange Of(CaseField field, (string Cell, string Label)? notAbove = null) =>
        new(Limit(field.Minimum), field.MinimumIsExcluded, Limit(field.Maximum), field.IsFraction, field.IsWhole) { NotAbove = notAbove };

    /// <summary>The range in words.</summary>
    internal string Say(BookBasis basis) => basis.Language.Say(
        _isLeastExcluded ? "book.range.above" : _isWhole ? "book.range.whole" : "book.range.between", MessageArgument.Text("least", Shown(_least)), MessageArgument.Text("most", NotAbove?.Label ?? Shown(_most)));

    internal ListChoice Choice(BookBasis basis, string cell) => new(cell)
    {
        Least = Text(_isLeastExcluded ? _least + Beyond : _least), Most = NotAbove?.Cell ?? Text(_most), IsWhole = _isWhole,
        ErrorTitle = basis.Say("book.range.title"), Error = Say(basis),
    };

    /// <summary>Whether a cell holds what it may, as a formula.</summary>
    internal string Check(string cell) =>
        $"IF(ISNUMBER({cell}),AND({cell}{(_isLeastExcluded ? ">" : ">=")}{Text(_least)},{cell}<={Text(_most)}{(_isWhole ? $",INT({cell})={cell}" : string.Empty)}"
        + $"{(NotAbove is { } other ? $",{cell}<={other.Cell}" : string.Empty)}),FALSE)";

    private static decimal Limit(string? text) => decimal.Parse(text!, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private string Shown(decimal number) => _isFraction
        ? (number * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"
        : number.ToString("#,##0.######", CultureInfo.InvariantCulture);
}
