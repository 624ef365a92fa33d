using System.Text;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>
/// Tables for a terminal or a text file. Nothing is cut: text wraps, a table that is too wide for a terminal has its columns of text wrapped and then its columns folded into
/// tables one below the other, each with the first column. In a file or pipe every row is one line.
/// </summary>
internal static class TextRenderer
{
    private const string Bold = "\u001b[1m";
    private const string Heading = "\u001b[1;36m";
    private const string Plain = "\u001b[0m";

    internal static void Write(Report report, TextWriter output, ReportTextOptions options)
    {
        var lines = new List<string>();
        Add(lines, report.Title, options, Bold);
        foreach (ReportSection section in report.Sections)
        {
            lines.Add(string.Empty);
            Add(lines, section.Heading, options, Heading);
            foreach (ReportBlock block in section.Blocks)
            {
                switch (block)
                {
                    case ReportParagraph paragraph:
                        Add(lines, paragraph.Text, options);
                        break;
                    case ReportList list:
                        foreach (string item in list.Items)
                        {
                            Add(lines, "- " + item, options);
                        }

                        break;
                    case ReportTable table:
                        if (table.Caption.Length > 0)
                        {
                            Add(lines, table.Caption, options);
                        }

                        AddTable(lines, table, new CellNotes(table, report.Words), options);
                        break;
                }
            }
        }

        bool wasBlank = false;
        foreach (string line in lines.Take(lines.FindLastIndex(line => line.Length > 0) + 1))
        {
            if (line.Length > 0 || !wasBlank)
            {
                output.WriteLine(line);
            }

            wasBlank = line.Length == 0;
        }
    }

    private static void Add(List<string> lines, string text, ReportTextOptions options, string style = "")
    {
        foreach (string line in options.Width is { } width ? LineBreaks.Of(text, width) : [text.TrimEnd(' ')])
        {
            lines.Add(Styled(line, style, options));
        }
    }

    private static string Styled(string line, string style, ReportTextOptions options) => options.IsColored && style.Length > 0 && line.Length > 0 ? style + line + Plain : line;

    private static void AddTable(List<string> lines, ReportTable table, CellNotes notes, ReportTextOptions options)
    {
        foreach ((int Column, int Width)[] part in TextColumns.Of(table, notes.Shown, options.Width))
        {
            lines.Add(string.Empty);
            AddRow(lines, part, table, column => table.Columns[column].Header, Bold, options);
            lines.Add(new string('─', part.Sum(column => column.Width + TextColumns.Gap) + 1));
            foreach (ReportRow row in table.Rows)
            {
                AddRow(lines, part, table, column => notes.Shown(row.Cells[column]), row.IsTotal ? Bold : string.Empty, options);
            }
        }

        if (notes.Note is { } note)
        {
            Add(lines, note, options);
        }

        lines.Add(string.Empty);
    }

    private static void AddRow(List<string> lines, (int Column, int Width)[] part, ReportTable table, Func<int, string> text, string style, ReportTextOptions options)
    {
        List<string>[] cells = [.. part.Select(column => LineBreaks.Of(text(column.Column), column.Width))];
        for (int i = 0; i < cells.Max(cell => cell.Count); i++)
        {
            var line = new StringBuilder();
            for (int c = 0; c < part.Length; c++)
            {
                string piece = i < cells[c].Count ? cells[c][i] : string.Empty;
                string space = new(' ', part[c].Width - CellWidth.Of(piece));
                line.Append(c == 0 ? TextColumns.Margin : TextColumns.Between)
                    .Append(table.Columns[part[c].Column].IsNumber ? space + piece : piece + space);
            }

            lines.Add(Styled(line.ToString().TrimEnd(' '), style, options));
        }
    }
}
