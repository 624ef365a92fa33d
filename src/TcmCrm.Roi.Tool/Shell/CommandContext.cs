using System.CommandLine;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Problems;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>What the body of a command works with.</summary>
internal sealed class CommandContext
{
    private TextWriter? output;

    internal required ParseResult Arguments { get; init; }

    internal required ToolHost Host { get; init; }

    internal required ProblemList Problems { get; init; }

    internal required Language Language { get; init; }

    internal required OutputFormat Format { get; init; }

    /// <summary>Standard output or the file of <c>--output</c>; also for JSON and CSV, which a command writes by itself.</summary>
    internal required OutputTarget Target { get; init; }

    /// <summary>Whether <c>--force</c> was given, for files beside the output.</summary>
    internal required bool Overwrite { get; init; }

    internal TextWriter Output => output ??= Format == OutputFormat.Json ? new QuietJson(Target.Writer) : Target.Writer;

    internal CancellationToken Cancellation => Host.Cancellation;

    internal T? Value<T>(Option<T> option) => Arguments.GetValue(option);

    internal T Value<T>(Argument<T> argument) => Arguments.GetRequiredValue(argument);

    /// <summary>The options of a report that is in the language of the run and leaves the rest as it is.</summary>
    internal RoiReportOptions ReportOptions => new() { Language = Language, Inputs = Format == OutputFormat.Html ? Provenance.Of(Inputs) : [] };

    /// <summary>The files that were opened, in order.</summary>
    internal List<string> Inputs { get; } = [];

    /// <summary>The question of an evaluation, within the work that a document may ask for: an option must not ask for more.</summary>
    internal static EvaluationSettings Settings(CaseTerms overrides) => new() { Overrides = overrides, MaximumCells = DocumentReadOptions.Default.MaximumCells };

    /// <summary>Writes a JSON document while it grows, and the end of its last line.</summary>
    internal void WriteDocument(Action<Stream> write)
    {
        using (var stream = new Utf8Text(Output))
        {
            write(stream);
        }

        Output.Write('\n');
    }

    /// <summary>Writes the report as <c>--format</c> asks: as a table, as Markdown or as HTML.</summary>
    internal void Write(Report report)
    {
        if (Format == OutputFormat.Markdown)
        {
            report.ToMarkdown(Output);
            return;
        }

        if (Format == OutputFormat.Html)
        {
            report.ToHtml(Output);
            return;
        }

        int? width = Target.IsFile || Host.TerminalWidth is not { } cells ? null : Math.Max(LeastWidth, cells);
        report.ToText(Output, new ReportTextOptions { Width = width, IsColored = width is not null && Host.IsColored });
    }

    /// <summary>Writes the report as <see cref="Write(Report)"/> does, or as a workbook of one sheet whose name is said by the id.</summary>
    internal void Write(Report report, string sheet)
    {
        if (Format == OutputFormat.Xlsx)
        {
            ReportWorkbook.Write(report, Language.Say(new Message(sheet)), Target.Binary(Problems), Language);
            return;
        }

        Write(report);
    }

    /// <summary>A terminal that says it is narrower lets its lines wrap.</summary>
    private const int LeastWidth = 20;
}
