using System.CommandLine;
using System.Diagnostics;
using NodaTime;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Flows;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi returns FLOWS</c>: figures of any number of cash-flow series, one line in, one line out.</summary>
internal sealed class ReturnsCommand(Language language)
{
    private static readonly Language English = ToolLanguage.Of("en");

    private readonly Argument<string> file = new("FLOWS")
    {
        Description = language.Say("help.returns.flows"),
    };

    private readonly Option<string?> rate = RateOf("--rate", language.Say("help.returns.rate"));
    private readonly Option<string?> financeRate = RateOf("--finance-rate", language.Say("help.returns.financeRate"));
    private readonly Option<string?> reinvestRate = RateOf("--reinvest-rate", language.Say("help.returns.reinvestRate"));

    private readonly Option<string?> rateSelection = RateSelectionOption.Create(language);

    private readonly Option<string> timing = new("--timing")
    {
        Description = language.Say("help.returns.timing"),
        HelpName = "startAtZero|endOfFirstPeriod",
        DefaultValueFactory = _ => "startAtZero",
    };

    private readonly Option<string?> baseDate = new("--base-date")
    {
        Description = language.Say("help.returns.baseDate"),
        HelpName = "DATE",
    };

    private readonly Option<string> dayCount = new("--day-count")
    {
        Description = language.Say("help.returns.dayCount"),
        HelpName = "NAME",
        DefaultValueFactory = _ => "actual365Fixed",
    };

    private readonly Option<string> input = new("--input")
    {
        Description = language.Say("help.returns.input"),
        HelpName = "auto|jsonl|csv",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> bom = new("--bom")
    {
        Description = language.Say("help.returns.bom"),
        DefaultValueFactory = _ => OperatingSystem.IsWindows(),
    };

    private readonly TableOptions tables = new(language);

    internal static Command Create(Language language) => new ReturnsCommand(language).Build();

    private static Option<string?> RateOf(string name, string description) => new(name) { Description = description, HelpName = "RATE" };

    private Command Build()
    {
        timing.AcceptOnlyFromAmong("startAtZero", "endOfFirstPeriod");
        dayCount.AcceptOnlyFromAmong("actual365Fixed", "anniversary", "actualActualIsda", "thirty360");
        input.AcceptOnlyFromAmong("auto", "jsonl", "csv");
        var command = new Command("returns", language.Say("help.returns"))
        {
            file, rate, financeRate, reinvestRate, rateSelection, timing, baseDate, dayCount, input, bom,
        };
        tables.AddTo(command);
        return command.Runs(language, [OutputFormat.Json, OutputFormat.Csv], Run);
    }

    private int Run(CommandContext context)
    {
        FlowDefaults defaults = Defaults(context);
        context.Problems.ThrowIfAny();
        string path = context.Value(file);
        using Stream bytes = new BufferedStream(InputFile.Open(context, path), 1 << 16);
        using Stream stream = Text(context.Value(input)!, path, bytes);
        CashFlowReading? table = null;
        bool isJson = IsJson(context.Value(input)!, path, stream, out Stream whole);
        if (!isJson)
        {
            table = Table(context, path, whole);
        }

        using var writer = new FlowWriter(context.Output, context.Format == OutputFormat.Csv, context.Value(bom));
        writer.Start();
        long bad = 0;
        long done = 0;
        bool showProgress = !Console.IsErrorRedirected && (Console.IsOutputRedirected || context.Target.IsFile);
        var watch = Stopwatch.StartNew();
        foreach (FlowItem item in table is null ? JsonFlows.Read(whole) : TableFlows.Of(table))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (FlowFigures.TryOf(item, defaults, out FlowFigures? figures) is not { } wrong)
            {
                writer.Write(figures!);
            }
            else
            {
                // Data do not change with the language: what stands among the answers is English.
                string text = English.Say(wrong);
                writer.WriteError(item, item.Where.Length == 0 ? text : $"{item.Where}: {text}");
                bool isToldAbove = table is not null && item.Series is null;
                if (bad++ < ProblemList.PrintedAtMost && !isToldAbove)
                {
                    context.Host.Error.WriteLine(new Problem(InputFile.NameOf(path), item.Line, item.Where is "" or "$" ? null : Place.Of(item.Where), wrong).In(language));
                }
            }

            if (showProgress && ++done % 1024 == 0 && watch.ElapsedMilliseconds > 500)
            {
                context.Host.Error.Write("\r" + language.Say("run.progress", MessageArgument.Number("count", done)));
                watch.Restart();
            }
        }

        if (table is null && bad > ProblemList.PrintedAtMost)
        {
            context.Host.Error.WriteLine(ProblemList.More(bad - ProblemList.PrintedAtMost, language));
        }

        // Not through the problem list: what was answered is to be kept, in a file of --output too.
        return bad == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    /// <summary>The series of a table. One that cannot be trusted as a whole ends the run; what is wrong with single series is told, and the others have their figures.</summary>
    private CashFlowReading Table(CommandContext context, string path, Stream stream)
    {
        CashFlowReading table = CashFlowTable.Read(stream, tables.Read(context));
        Message name = InputFile.NameOf(path);
        if (table.Series.Count == 0)
        {
            TableInput.Tell(context, name, table.Problems, []);
            context.Problems.ThrowIfAny();
        }

        foreach (TableRemark problem in table.Problems)
        {
            context.Host.Error.WriteLine(new Problem(name, problem.Line, TableInput.PlaceOf(problem), problem.Sentence).In(language));
        }

        TableInput.Tell(context, name, [], table.Notes);
        return table;
    }

    private FlowDefaults Defaults(CommandContext context)
    {
        LocalDate? day = null;
        if (context.Value(baseDate) is { } text && !FlowFields.TryDate(text, out day))
        {
            context.Problems.AddOption(baseDate.Name, Told.As("flows.notDate", ("value", text)));
        }

        return new FlowDefaults(
            (double?)RateOption.Read(context, rate),
            (double?)RateOption.Read(context, financeRate),
            (double?)RateOption.Read(context, reinvestRate),
            FlowFields.Timing(context.Value(timing)!)!.Value,
            day,
            FlowFields.DayCount(context.Value(dayCount)!)!.Value,
            RateSelectionOption.Read(context, rateSelection));
    }

    /// <summary>What may be JSON in UTF-8; tables tell their encoding themselves.</summary>
    private static Stream Text(string form, string path, Stream stream) =>
        form == "csv" || (form == "auto" && (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)))
            ? stream : TextStream.AsUtf8(stream);

    /// <summary>Whether the file holds JSON: by what was asked for, or by its name or its beginning, which is read again.</summary>
    private static bool IsJson(string form, string path, Stream stream, out Stream whole)
    {
        var start = new byte[4096];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        whole = new PrefixedStream(start.AsMemory(0, length), stream);
        if (form != "auto")
        {
            return form == "jsonl";
        }

        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        ReadOnlySpan<byte> text = start.AsSpan(0, length);
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        text = text.TrimStart(" \t\r\n"u8);
        bool isJson = text.Length > 0 && text[0] is (byte)'{' or (byte)'[';
        return isJson || text.IndexOf("\n{"u8) >= 0 || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
    }
}
