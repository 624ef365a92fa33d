using System.Globalization;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>What the cells of a table show: where a figure has no answer a dash, and its reason once in a note below the table.</summary>
internal sealed class CellNotes
{
    private readonly Language words;
    private readonly List<string> reasons = [];

    internal CellNotes(ReportTable table, Language words)
    {
        this.words = words;
        foreach (string reason in table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Reason).OfType<string>())
        {
            if (!reasons.Contains(reason))
            {
                reasons.Add(reason);
            }
        }
    }

    /// <summary>The note below the table; null where all figures have an answer.</summary>
    internal string? Note => reasons.Count == 0 ? null : words.Say("table.notes", ("notes", string.Join(
        words.Say("table.notes.between"), reasons.Select((reason, i) => words.Say("table.note", ("number", Number(i)), ("reason", reason))))));

    /// <summary>What a cell shows.</summary>
    internal string Shown(ReportCell cell) => cell.Reason is null ? cell.Text : words.Say("value.noted", ("number", Number(reasons.IndexOf(cell.Reason))));

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
