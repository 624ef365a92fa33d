using System.Globalization;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>The tables of a report one below the other, for a spreadsheet: numbers as numbers, each as it is printed but without separators and signs of units.</summary>
internal static class CsvRenderer
{
    private const string End = "\r\n";

    internal static void Write(Report report, TextWriter output)
    {
        bool isFirst = true;
        foreach (ReportSection section in report.Sections)
        {
            foreach (ReportTable table in section.Blocks.OfType<ReportTable>())
            {
                output.Write(isFirst ? string.Empty : End);
                isFirst = false;
                Line(output, table.Caption.Length == 0 || table.Caption == section.Heading ? [section.Heading] : [section.Heading, table.Caption]);
                Line(output, table.Columns.Select(column => column.Header));
                foreach (ReportRow row in table.Rows)
                {
                    output.Write(string.Join(",", row.Cells.Select(Cell)));
                    output.Write(End);
                }
            }
        }
    }

    private static void Line(TextWriter output, IEnumerable<string> texts)
    {
        output.Write(string.Join(",", texts.Select(CsvText.Cell)));
        output.Write(End);
    }

    private static string Cell(ReportCell cell) => cell switch
    {
        { Date: { } date } => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        { Value: { } value } => Plain(value, cell.Unit == ReportUnit.Ratio ? cell.Decimals + 2 : cell.Decimals, cell.Unit),
        _ => CsvText.Cell(cell.Text),
    };

    /// <summary>An amount has its own decimals already; others have those that are printed.</summary>
    private static string Plain(decimal value, int decimals, ReportUnit unit) =>
        (unit == ReportUnit.Money ? value : decimal.Round(value, Math.Min(decimals, 28), MidpointRounding.AwayFromZero)).ToString("0.############################", CultureInfo.InvariantCulture);
}
