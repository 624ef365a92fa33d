using NodaTime;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>A cell: what is printed, and for a number the value, its unit and where it comes from.</summary>
public sealed class ReportCell
{
    internal ReportCell(string text)
    {
        Text = PlainText.OneLine(text);
    }

    /// <summary>What is printed, in the language of the report; may be empty.</summary>
    public string Text { get; }

    /// <summary>What the value is; <see cref="ReportUnit.Text"/> where there is none.</summary>
    public ReportUnit Unit { get; internal init; }

    /// <summary>
    /// The number: an amount of money in the currency's own unit, as printed, so that parts sum to their total; a ratio as a fraction (0.08 is 8 %), months, and other numbers
    /// unrounded. Null for a text, for a figure without an answer, and for one beyond the range of decimal.
    /// </summary>
    public decimal? Value { get; internal init; }

    /// <summary>Why a figure has no answer; null where it has one. <see cref="Text"/> says it whole; a table of text, Markdown or HTML shows a dash with a note below.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The date; null where the cell shows none.</summary>
    public LocalDate? Date { get; internal init; }

    /// <summary>The decimals of the printed number, of a ratio those of its per cent.</summary>
    public int Decimals { get; internal init; }

    /// <summary>The measure or the cell of the projection that it shows; null where it shows neither.</summary>
    public ReportSource? Source { get; internal init; }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <summary>A cell of text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ReportCell(string text) => new(text);
}
