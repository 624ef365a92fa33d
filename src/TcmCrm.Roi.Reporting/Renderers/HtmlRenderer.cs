using TcmCrm.Roi.Reporting.Drawing;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>
/// One file that stands alone: no script, no font, no picture from elsewhere, and a policy that forbids them. Every text of the report is escaped. The markup holds nothing that
/// changes from run to run, so the same report gives the same bytes.
/// </summary>
internal sealed class HtmlRenderer
{
    private readonly TextWriter output;
    private readonly Report report;
    private readonly string data;
    private int names;

    private HtmlRenderer(Report report, TextWriter output)
    {
        this.report = report;
        this.output = output;
        data = report.Words.Say("html.chartData");
    }

    internal static void Write(Report report, TextWriter output) => new HtmlRenderer(report, output).Write();

    private void Write()
    {
        string title = Markup.Text(report.Title);
        Line($"<!DOCTYPE html>\n<html lang=\"{Markup.Text(report.Language)}\">\n<head>\n<meta charset=\"utf-8\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">");
        Line($"<title>{title}</title>\n<style>\n{PageStyle.Screen}@page{{@top-left{{content:{Markup.Style(report.Title)}}}}}\n</style>\n</head>\n<body>");
        Line($"<header><h1>{title}</h1></header>\n<main>");
        bool isFirst = true;
        foreach (ReportSection section in report.Sections)
        {
            Section(section, isFirst);
            isFirst = false;
        }

        Line("</main>");
        string producer = report.Words.Say("html.producer", ("version", Producer.Version));
        Line($"<footer><p>{Markup.Text(producer)}</p></footer>\n</body>\n</html>");
    }

    private void Section(ReportSection section, bool isFirst)
    {
        string name = $"s{++names}";
        Line($"<section aria-labelledby=\"{name}\"{(isFirst ? " class=\"first\"" : string.Empty)}>\n<h2 id=\"{name}\">{Markup.Text(section.Heading)}</h2>");
        for (int i = 0; i < section.Blocks.Count; i++)
        {
            switch (section.Blocks[i])
            {
                case ReportParagraph paragraph:
                    Line($"<p>{Markup.Text(paragraph.Text)}</p>");
                    break;
                case ReportList list:
                    Line("<ul>");
                    foreach (string item in list.Items)
                    {
                        Line($"<li>{Markup.Text(item)}</li>");
                    }

                    Line("</ul>");
                    break;
                case ReportTable table:
                    Table(table, table.Caption.Length > 0 ? table.Caption : section.Heading, isCaptionShown: table.Caption.Length > 0);
                    break;
                case ReportChart chart:
                    // Charts that follow each other stand side by side where there is room.
                    Line("<div class=\"charts\">");
                    for (; i < section.Blocks.Count && section.Blocks[i] is ReportChart next; i++)
                    {
                        Chart(next);
                    }

                    i--;
                    Line("</div>");
                    break;
            }
        }

        Line("</section>");
    }

    private void Chart(ReportChart chart)
    {
        Line($"<figure>\n<figcaption><strong>{Markup.Text(chart.Title)}</strong><br>{Markup.Text(chart.Description)}</figcaption>");
        Line(SvgRenderer.Element(chart, $"c{++names}"));
        Line($"<details><summary>{Markup.Text(data)}</summary>");
        Table(chart.Table, chart.Title, isCaptionShown: true);
        Line("</details>\n</figure>");
    }

    private void Table(ReportTable table, string caption, bool isCaptionShown)
    {
        string name = Markup.Text(caption);
        var notes = new CellNotes(table, report.Words);

        // A region that scrolls by the keyboard too.
        Line($"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{name} ({++names})\">\n<table>\n<caption{(isCaptionShown ? string.Empty : " class=\"hidden\"")}>{name}</caption>\n<thead><tr>");
        foreach (ReportColumn column in table.Columns)
        {
            string style = column.IsNumber ? " class=\"n\"" : string.Empty;
            Line(column.Header.Length == 0 ? $"<td{style}></td>" : $"<th scope=\"col\"{style}>{Markup.Text(column.Header)}</th>");
        }

        Line("</tr></thead>\n<tbody>");
        foreach (ReportRow row in table.Rows)
        {
            output.Write(row.IsTotal ? "<tr class=\"total\">" : "<tr>");
            for (int i = 0; i < row.Cells.Count; i++)
            {
                bool isHead = i == 0 && row.Cells[0].Text.Length > 0;
                string style = table.Columns[i].IsNumber ? row.Cells[i].Value switch { null => " class=\"n\"", < 0 => " class=\"n v minus\"", _ => " class=\"n v\"" } : string.Empty;
                output.Write(isHead ? $"<th scope=\"row\"{style}>{Markup.Text(row.Cells[i].Text)}</th>" : $"<td{style}>{Markup.Text(notes.Shown(row.Cells[i]))}</td>");
            }

            Line("</tr>");
        }

        Line("</tbody>\n</table>\n</div>");
        if (notes.Note is { } note)
        {
            Line($"<p class=\"note\">{Markup.Text(note)}</p>");
        }
    }

    private void Line(string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
