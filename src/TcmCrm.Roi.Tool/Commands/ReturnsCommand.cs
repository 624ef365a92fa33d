using System.CommandLine;
using System.Diagnostics;
using NodaTime;
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

    internal static Command Create(Language language) => new ReturnsCommand(language).Build();

    private static Option<string?> RateOf(string name, string description) => new(name) { Description = description, HelpName = "RATE" };

    private Command Build()
    {
        timing.AcceptOnlyFromAmong("startAtZero", "endOfFirstPeriod");
        dayCount.AcceptOnlyFromAmong("actual365Fixed", "anniversary", "actualActualIsda", "thirty360");
        input.AcceptOnlyFromAmong("auto", "jsonl", "csv");
        return new Command("returns", language.Say("help.returns"))
        {
            file, rate, financeRate, reinvestRate, rateSelection, timing, baseDate, dayCount, input,
        }.Runs(language, [OutputFormat.Json, OutputFormat.Csv], Run);
    }

    private int Run(CommandContext context)
    {
        FlowDefaults defaults = Defaults(context);
        context.Problems.ThrowIfAny();
        string path = context.Value(file);
        using Stream stream = new BufferedStream(InputFile.Open(context, path), 1 << 16);
        using var writer = new FlowWriter(context.Output, context.Format == OutputFormat.Csv);
        writer.Start();
        long bad = 0;
        long done = 0;
        bool showProgress = !Console.IsErrorRedirected && (Console.IsOutputRedirected || context.Target.IsFile);
        var watch = Stopwatch.StartNew();
        foreach (FlowItem item in Items(context.Value(input)!, path, stream))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (item.Series is { } series)
            {
                writer.Write(new FlowFigures(series.Over(defaults)));
            }
            else
            {
                // Data do not change with the language: what stands among the answers is English.
                string text = English.Say(item.Error!);
                writer.WriteError(item, item.Where.Length == 0 ? text : $"{item.Where}: {text}");
                if (bad++ < ProblemList.PrintedAtMost)
                {
                    context.Host.Error.WriteLine(new Problem(InputFile.NameOf(path), item.Line, item.Where.Length == 0 ? null : Place.Of(item.Where), item.Error!).In(language));
                }
            }

            if (showProgress && ++done % 1024 == 0 && watch.ElapsedMilliseconds > 500)
            {
                context.Host.Error.Write("\r" + language.Say("run.progress", MessageArgument.Number("count", done)));
                watch.Restart();
            }
        }

        if (bad > ProblemList.PrintedAtMost)
        {
            context.Host.Error.WriteLine(ProblemList.More(bad - ProblemList.PrintedAtMost, language));
        }

        // Not through the problem list: what was answered is to be kept, in a file of --output too.
        return bad == 0 ? ExitCode.Done : ExitCode.BadInput;
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

    private static IEnumerable<FlowItem> Items(string form, string path, Stream stream)
    {
        if (form == "csv" || (form == "auto" && path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
        {
            return CsvFlows.Read(stream);
        }

        if (form == "jsonl")
        {
            return JsonFlows.Read(new LineReader(stream));
        }

        // The header decides; what was read ahead for it is read again.
        var start = new byte[1000];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        int end = start.AsSpan(0, length).IndexOf((byte)'\n');
        var whole = new PrefixedStream(start.AsMemory(0, length), stream);
        return CsvFlows.LooksLikeHeader(start.AsSpan(0, end < 0 ? length : end)) ? CsvFlows.Read(whole) : JsonFlows.Read(new LineReader(whole));
    }
}
