using System.CommandLine;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Tests;

public class ShellTests
{
    private static readonly Language English = ToolLanguage.Of("en");

    [Fact]
    public void NoCommand_IsBadInput()
    {
        ToolRun run = ToolRun.Of(Echo());
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.StartsWith("command line: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void UnknownOptionsAndValues_AreAllReportedOneALine()
    {
        ToolRun run = ToolRun.Of(Echo(), "echo", "--lang", "fr", "--format", "pdf");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.All(run.ErrorLines, line => Assert.StartsWith("command line: ", line, StringComparison.Ordinal));
        Assert.Contains("'fr'", run.Error, StringComparison.Ordinal);
        Assert.Contains("'pdf'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void HelpAndVersion_Succeed()
    {
        Assert.Equal(ExitCode.Done, ToolRun.Of(Echo(), "--version").Exit);
        ToolRun help = ToolRun.Of(Echo(), "--help");
        Assert.Equal(ExitCode.Done, help.Exit);
        Assert.Contains("echo", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ProblemsOfTheBody_ArePrintedWithTheirPlaceAndNothingIsWritten()
    {
        using var directory = new TemporaryDirectory();
        Command command = new Command("bad").Runs(English, [OutputFormat.Table], context =>
        {
            context.Output.WriteLine("half a result");
            context.Problems.Add(Place.Of("case.json"), 12, Place.Of("$.costs[0].amount"), Told.Finished("is -1, must be 0 or more"));
            context.Problems.Add(Place.Of("case.json"), null, null, Told.Finished("a\nb\u001b[31m"));
            return ExitCode.Done;
        });
        ToolRun run = ToolRun.Of(command, "bad", "--output", directory.PathOf("out.txt"));
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Equal(["case.json(12): $.costs[0].amount: is -1, must be 0 or more", "case.json: a b[31m"], run.ErrorLines);
        Assert.Empty(directory.FileNames);
    }

    [Fact]
    public void ManyProblems_AreCounted()
    {
        Command command = new Command("bad").Runs(English, [OutputFormat.Table], context =>
        {
            for (int i = 0; i < 1234; i++)
            {
                context.Problems.Add(Place.Of("f"), i, null, Told.Finished("x"));
            }

            return ExitCode.Done;
        });
        ToolRun run = ToolRun.Of(command, "bad");
        Assert.Equal(ProblemList.PrintedAtMost + 1, run.ErrorLines.Length);
        Assert.Equal("... and 234 more problems", run.ErrorLines[^1]);
    }

    [Fact]
    public void UnexpectedException_IsOneLineWithoutAStackTrace()
    {
        Command command = new Command("fail").Runs(English, [OutputFormat.Table], _ => throw new InvalidOperationException("first\nsecond"));
        ToolRun run = ToolRun.Of(command, "fail");
        Assert.Equal(ExitCode.InternalError, run.Exit);
        Assert.Single(run.ErrorLines);
        Assert.Contains("first second", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_Is130()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Command command = new Command("long").Runs(English, [OutputFormat.Table], context =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            return ExitCode.Done;
        });
        Assert.Equal(ExitCode.Interrupted, ToolRun.Of(command, cancellation.Token, "long").Exit);
    }

    [Fact]
    public void Output_DoesNotOverwriteWithoutForce()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.Write("out.md", "mine");
        ToolRun refused = ToolRun.Of(Echo(), "echo", "--output", path);
        Assert.Equal(ExitCode.BadInput, refused.Exit);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(path));

        ToolRun forced = ToolRun.Of(Echo(), "echo", "--output", path, "--force", "--format", "markdown", "--lang", "zh");
        Assert.Equal(ExitCode.Done, forced.Exit);
        Assert.Empty(forced.Output);
        byte[] written = File.ReadAllBytes(path);
        Assert.Equal((byte)'#', written[0]);
        Assert.Contains("仁和堂", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(["out.md"], directory.FileNames);
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing/out.txt")]
    public void OutputThatCannotBeWritten_IsBadInput(string name)
    {
        using var directory = new TemporaryDirectory();
        ToolRun run = ToolRun.Of(Echo(), "echo", "--output", directory.PathOf(name));
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.StartsWith("command line: --output: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignCulture_DoesNotChangeHowNumbersAreRead()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            var rate = new Option<decimal>("--rate");
            Command command = new Command("rate") { rate }.Runs(English, [OutputFormat.Table], context =>
            {
                context.Output.Write(context.Value(rate) == 0.08m);
                return ExitCode.Done;
            });
            Assert.Equal("True", ToolRun.Of(command, "rate", "--rate", "0.08").Output);
            Assert.Equal("de-DE", System.Globalization.CultureInfo.CurrentCulture.Name);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    private static Command Echo() => new Command("echo").Runs(English, [OutputFormat.Table, OutputFormat.Markdown], context =>
    {
        var report = new Report(context.Language.Tag == "zh" ? "仁和堂" : "Renhetang", context.Language);
        ReportSection section = report.AddSection("S");
        section.AddTable("T", ReportColumn.Text("a"), ReportColumn.Number("b")).AddRow("x", "1");
        context.Write(report);
        return ExitCode.Done;
    });
}
