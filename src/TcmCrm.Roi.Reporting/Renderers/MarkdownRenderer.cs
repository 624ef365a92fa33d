using System.Text;

namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>GitHub-flavoured Markdown; every text of the report is escaped, so a case's names cannot become markup.</summary>
internal static class MarkdownRenderer
{
    internal static void Write(Report report, TextWriter output)
    {
        output.WriteLine($"# {Escape(report.Title)}");
        foreach (ReportSection section in report.Sections)
        {
            output.WriteLine();
            output.WriteLine($"## {Escape(section.Heading)}");
            foreach (ReportBlock block in section.Blocks)
            {
                output.WriteLine();
                switch (block)
                {
                    case ReportParagraph paragraph:
                        output.WriteLine(Escape(paragraph.Text));
                        break;
                    case ReportList list:
                        foreach (string item in list.Items)
                        {
                            output.WriteLine($"- {Escape(item)}");
                        }

                        break;
                    case ReportTable table:
                        WriteTable(table, new CellNotes(table, report.Words), output);
                        break;
                }
            }
        }
    }

    private static void WriteTable(ReportTable table, CellNotes notes, TextWriter output)
    {
        if (table.Caption.Length > 0)
        {
            output.WriteLine($"**{Escape(table.Caption)}**");
            output.WriteLine();
        }

        output.WriteLine(Line(table.Columns.Select(c => Escape(c.Header))));
        output.WriteLine(Line(table.Columns.Select(c => c.IsNumber ? "---:" : "---")));
        foreach (ReportRow row in table.Rows)
        {
            output.WriteLine(Line(row.Cells.Select(c => row.IsTotal && c.Text.Length > 0 ? $"**{Escape(notes.Shown(c))}**" : Escape(notes.Shown(c)))));
        }

        if (notes.Note is { } note)
        {
            output.WriteLine();
            output.WriteLine(Escape(note));
        }
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            // '-', '+', '#' and "1." are markup only at the start of a line.
            bool atStart = i == 0 && (c is '+' or '#' or '=' || (c == '-' && text.Length > 1 && text[1] is ' ' or '-'));
            if (atStart || c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '&' or '$')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
