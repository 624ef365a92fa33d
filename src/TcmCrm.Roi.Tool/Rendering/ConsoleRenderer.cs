using Spectre.Console;
using Spectre.Console.Rendering;

namespace TcmCrm.Roi.Tool.Rendering;

/// <summary>
/// Tables for a terminal. Colour only where there is one that understands it (and NO_COLOR is not set); text is never cut: a table wider than the terminal
/// keeps its numbers on one line and lets the terminal wrap. In a file or pipe every row is one line.
/// </summary>
internal static class ConsoleRenderer
{
    // Wider than any sensible row, so that nothing wraps in a file.
    private const int NoTerminalWidth = 4000;

    /// <param name="report">What to write.</param>
    /// <param name="output">Where.</param>
    /// <param name="terminalWidth">Cells of the terminal; null for a file or a pipe: then no colour and no wrapping.</param>
    internal static void Write(Report report, TextWriter output, int? terminalWidth)
    {
        bool isColoured = terminalWidth is not null && !OperatingSystem.IsWindows()
            && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        var drawn = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(drawn),
        });
        console.Profile.Width = terminalWidth ?? NoTerminalWidth;
        console.Profile.Capabilities.Unicode = true;
        Draw(report, console);
        bool wasBlank = false;
        foreach (string line in drawn.ToString().TrimEnd('\n', ' ').Split('\n'))
        {
            string text = line.TrimEnd(' ', '\r');
            if (text.Length > 0 || !wasBlank)
            {
                output.WriteLine(text);
            }

            wasBlank = text.Length == 0;
        }
    }

    private static void Draw(Report report, IAnsiConsole console)
    {
        WriteText(console, report.Title, Style.Plain.Decoration(Decoration.Bold));
        foreach (ReportSection section in report.Sections)
        {
            console.WriteLine();
            WriteText(console, section.Heading, new Style(Color.Teal, decoration: Decoration.Bold));
            foreach (ReportBlock block in section.Blocks)
            {
                switch (block)
                {
                    case ReportParagraph paragraph:
                        WriteText(console, paragraph.Text, Style.Plain);
                        break;
                    case ReportList list:
                        foreach (string item in list.Items)
                        {
                            WriteText(console, "- " + item, Style.Plain);
                        }

                        break;
                    case ReportTable table:
                        WriteTable(console, table);
                        break;
                }
            }
        }
    }

    private static void WriteText(IAnsiConsole console, string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }

    private static void WriteTable(IAnsiConsole console, ReportTable table)
    {
        if (table.Caption.Length > 0)
        {
            WriteText(console, table.Caption, Style.Plain);
        }

        var drawn = new Table { Border = new HeaderLineBorder() };
        foreach (ReportColumn column in table.Columns)
        {
            drawn.AddColumn(new TableColumn(new Text(column.Header, new Style(decoration: Decoration.Bold)))
            {
                Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                NoWrap = column.IsNumber,
            });
        }

        foreach (ReportRow row in table.Rows)
        {
            Style style = row.IsTotal ? new Style(decoration: Decoration.Bold) : Style.Plain;
            drawn.Rows.Add(row.Cells.Select(IRenderable (cell) => new Text(cell, style)));
        }

        int width = console.Profile.Width;
        int needed = ((IRenderable)drawn).Measure(RenderOptions.Create(console, console.Profile.Capabilities), NoTerminalWidth).Min;
        console.Profile.Width = Math.Max(width, needed);
        console.Write(drawn);
        console.Profile.Width = width;
    }
}
