using System.Globalization;
using System.Text;

namespace TcmCrm.Roi.Reporting.Texts;

/// <summary>A text of a user as a cell of CSV.</summary>
internal static class CsvText
{
    private static readonly char[] FormulaMarks = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    /// <summary>
    /// Quoted where it needs to be. A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe in front, which spreadsheets
    /// take for the mark of a text; a command of a build runner gets a space, as everywhere; control characters other than tabs and line ends are dropped.
    /// </summary>
    internal static string Cell(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            // Every control character is one code unit.
            if (c is '\t' or '\r' or '\n' || char.GetUnicodeCategory(c) != UnicodeCategory.Control)
            {
                kept.Append(c);
            }
        }

        string plain = kept.ToString();
        plain = PlainText.NoCommand(plain);
        if (plain.TrimStart(' ') is { Length: > 0 } begun && Array.IndexOf(FormulaMarks, begun[0]) >= 0)
        {
            plain = "'" + plain;
        }

        return plain.IndexOfAny(Quoted) < 0 ? plain : '"' + plain.Replace("\"", "\"\"") + '"';
    }
}
