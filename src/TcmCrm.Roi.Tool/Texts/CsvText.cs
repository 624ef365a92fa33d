namespace TcmCrm.Roi.Tool.Texts;

/// <summary>A text of a user as a cell of CSV.</summary>
internal static class CsvText
{
    /// <summary>
    /// Quoted where it needs to be. A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe in front, which spreadsheets
    /// take for the mark of a text; a command of a build runner gets a space, as everywhere; control characters other than tabs and line ends are dropped.
    /// </summary>
    internal static string Cell(string text)
    {
        string plain = string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\r' or '\n' || System.Text.Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Control).Select(rune => rune.ToString()));
        plain = PlainText.NoCommand(plain);
        if (plain.TrimStart(' ') is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'), ..])
        {
            plain = "'" + plain;
        }

        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : '"' + plain.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
