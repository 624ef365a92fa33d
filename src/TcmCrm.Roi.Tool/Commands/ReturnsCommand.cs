using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Tool.Flows;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi returns FLOWS</c>: figures of any number of cash-flow series, one line in, one line out.</summary>
internal sealed class ReturnsCommand
{
    private readonly Argument<string> file = new("FLOWS")
    {
        Description = "JSON lines {\"id\",\"amounts\":[...],\"dates\":[...],\"rate\",\"financeRate\",\"reinvestRate\",\"timing\",\"baseDate\",\"dayCount\"}, all but "
            + "amounts optional, or CSV with the columns id,date,amount; - for standard input. With dates: yearly rates and dated forms. Without: periodic forms.",
    };

    private readonly Option<string?> rate = RateOf("--rate", "Discount rate a year (with dates) or a period, for series without their own: 0.08 or 8%. Without one, npv and the discounted figures are not applicable.");
    private readonly Option<string?> financeRate = RateOf("--finance-rate", "Rate paid on outflows for the modified rate; the discount rate unless given.");
    private readonly Option<string?> reinvestRate = RateOf("--reinvest-rate", "Rate earned on inflows for the modified rate; the discount rate unless given.");

    private readonly Option<string> timing = new("--timing")
    {
        Description = "Where the first periodic flow stands for npv: startAtZero (textbooks) or endOfFirstPeriod (Excel's NPV). Paybacks count from the first flow.",
        HelpName = "startAtZero|endOfFirstPeriod",
        DefaultValueFactory = _ => "startAtZero",
    };

    private readonly Option<string?> baseDate = new("--base-date")
    {
        Description = "Date of valuation of dated series; the earliest flow unless given. Rates do not depend on it.",
        HelpName = "DATE",
    };

    private readonly Option<string> dayCount = new("--day-count")
    {
        Description = "How dates become years: actual365Fixed (Excel's XIRR and XNPV), anniversary, actualActualIsda, thirty360.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "actual365Fixed",
    };

    private readonly Option<string> input = new("--input")
    {
        Description = "Form of the input. auto: CSV when the file ends in .csv or starts with a header that has a column amount, else JSON lines.",
        HelpName = "auto|jsonl|csv",
        DefaultValueFactory = _ => "auto",
    };

    internal static Command Create() => new ReturnsCommand().Build();

    private static Option<string?> RateOf(string name, string description) => new(name) { Description = description, HelpName = "RATE" };

    private Command Build()
    {
        timing.AcceptOnlyFromAmong("startAtZero", "endOfFirstPeriod");
        dayCount.AcceptOnlyFromAmong("actual365Fixed", "anniversary", "actualActualIsda", "thirty360");
        input.AcceptOnlyFromAmong("auto", "jsonl", "csv");
        return new Command("returns", "NPV, all internal rates of return with proof, MIRR, payback and indexes of cash-flow series. A bad line gives a line with its error; the others are answered, and the exit code is 2.")
        {
            file, rate, financeRate, reinvestRate, timing, baseDate, dayCount, input,
        }.Runs([OutputFormat.Json, OutputFormat.Csv], Run);
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
                string message = item.Where.Length == 0 ? item.Error! : $"{item.Where}: {item.Error}";
                writer.WriteError(item, message);
                if (bad++ < ProblemList.PrintedAtMost)
                {
                    context.Host.Error.WriteLine(new Problem(InputFile.NameOf(path), item.Line, item.Where, item.Error!).ToString());
                }
            }

            if (showProgress && ++done % 1024 == 0 && watch.ElapsedMilliseconds > 500)
            {
                context.Host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done:N0} series"));
                watch.Restart();
            }
        }

        if (bad > ProblemList.PrintedAtMost)
        {
            context.Host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {bad - ProblemList.PrintedAtMost} more problems"));
        }

        // Not through the problem list: what was answered is to be kept, in a file of --output too.
        return bad == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private FlowDefaults Defaults(CommandContext context)
    {
        LocalDate? day = null;
        if (context.Value(baseDate) is { } text && !FlowNames.TryDate(text, out day))
        {
            context.Problems.AddOption(baseDate.Name, $"'{text}' is not a date such as 2025-03-01");
        }

        return new FlowDefaults(
            (double?)RateOption.Read(context, rate),
            (double?)RateOption.Read(context, financeRate),
            (double?)RateOption.Read(context, reinvestRate),
            FlowNames.Timing(context.Value(timing)!)!.Value,
            day,
            FlowNames.DayCount(context.Value(dayCount)!)!.Value);
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
