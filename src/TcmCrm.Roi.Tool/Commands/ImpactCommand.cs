using System.CommandLine;
using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi impact SERIES.csv --go-live MONTH</c>: what changed at go-live, how sure that is, and whether it is the CRM.</summary>
internal sealed class ImpactCommand(Language language)
{
    private readonly Argument<string> file = new("SERIES")
    {
        Description = language.Say("help.impact.series"),
    };

    private readonly Option<string> goLive = new("--go-live")
    {
        Description = language.Say("help.impact.goLive"),
        HelpName = "MONTH",
        Required = true,
    };

    private readonly Option<int> transition = new("--transition")
    {
        Description = language.Say("help.impact.transition"),
        HelpName = "MONTHS",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<string[]> control = new("--control")
    {
        Description = language.Say("help.impact.control"),
        HelpName = "COLUMN",
    };

    private readonly Option<string?> valueColumn = ColumnOf("--value", language.Say("help.impact.value"));
    private readonly Option<string?> numerator = ColumnOf("--numerator", language.Say("help.impact.numerator"));
    private readonly Option<string?> denominator = ColumnOf("--denominator", language.Say("help.impact.denominator"));

    private readonly Option<double?> promise = new("--promise")
    {
        Description = language.Say("help.impact.promise"),
        HelpName = "IMPROVEMENT",
    };

    private readonly Option<string?> kind = new("--kind")
    {
        Description = language.Say("help.impact.kind"),
        HelpName = "level|ratio|score",
    };

    private readonly Option<string> log = new("--log")
    {
        Description = language.Say("help.impact.log"),
        HelpName = "auto|on|off",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string> season = new("--season")
    {
        Description = language.Say("help.impact.season"),
        HelpName = "auto|none|yoy|dummies",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string?> better = new("--better")
    {
        Description = language.Say("help.impact.better"),
        HelpName = "up|down",
    };

    private readonly Option<double> confidence = new("--confidence")
    {
        Description = language.Say("help.impact.confidence"),
        HelpName = "LEVEL",
        DefaultValueFactory = _ => 0.95,
    };

    private readonly TableOptions tables = new(language);

    private readonly Option<string?> growth = new("--growth")
    {
        Description = language.Say("help.impact.growth"),
        HelpName = "5%+-2%",
    };

    private readonly Option<string> calendar = new("--calendar")
    {
        Description = language.Say("help.impact.calendar"),
        HelpName = "china|none",
        DefaultValueFactory = _ => "china",
    };

    private readonly Option<string[]> other = new("--event")
    {
        Description = language.Say("help.impact.event"),
        HelpName = "MONTH",
    };

    private readonly Option<string[]> gate = new("--gate")
    {
        Description = language.Say("help.impact.gate"),
        HelpName = "verdict=VERDICT",
    };

    internal static Command Create(Language language) => new ImpactCommand(language).Build();

    private static Option<string?> ColumnOf(string name, string description) => new(name) { Description = description, HelpName = "COLUMN" };

    private Command Build()
    {
        kind.AcceptOnlyFromAmong("level", "ratio", "score");
        log.AcceptOnlyFromAmong("auto", "on", "off");
        season.AcceptOnlyFromAmong("auto", "none", "yoy", "dummies");
        better.AcceptOnlyFromAmong("up", "down");
        calendar.AcceptOnlyFromAmong("china", "none");
        var command = new Command("impact", language.Say("help.impact"))
        {
            file, goLive, transition, control, valueColumn, numerator, denominator, growth, promise, kind, log, season, calendar, other, better, confidence, gate,
        };
        tables.AddTo(command);
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown], Run);
    }

    private int Run(CommandContext context)
    {
        CheckOptions(context);
        StudyReading? data = ReadSeries(context);
        ImpactStudy? study = data?.Series is { } series ? Describe(context, data, series) : null;
        context.Problems.ThrowIfAny();

        ImpactResult result = ImpactAnalysis.Run(study!);
        ImpactEstimate? survey = AnswersChange.Of(data!, study!);
        if (context.Format == OutputFormat.Json)
        {
            ImpactJson.Write(result, survey, context.Output);
        }
        else
        {
            context.Write(ImpactReport.Create(result, survey, context.Language));
        }

        return Judge(context, ImpactJson.ChosenOf(result, survey)?.Verdict ?? ImpactVerdictKind.Inconclusive);
    }

    /// <summary>Every gate asks for one verdict; the exit code is 1 where one of them is not it.</summary>
    private int Judge(CommandContext context, ImpactVerdictKind verdict)
    {
        int exit = ExitCode.Done;
        foreach (string text in context.Value(gate) ?? [])
        {
            ImpactVerdictKind required = VerdictOf(text)!.Value;
            bool isPassed = verdict == required;
            string line = context.Language.Say("gate.verdict", ("actual", context.Language.NameOf(verdict)), ("required", context.Language.NameOf(required)));
            context.Host.Error.WriteLine(context.Language.Say(isPassed ? "gate.passed" : "gate.failed", ("what", line)));
            exit = isPassed ? exit : ExitCode.GateFailed;
        }

        return exit;
    }

    private static ImpactVerdictKind? VerdictOf(string gate)
    {
        const string prefix = "verdict=";
        return gate.StartsWith(prefix, StringComparison.Ordinal)
            ? Enum.GetValues<ImpactVerdictKind>().Where(kind => ImpactJson.WordOf(kind) == gate[prefix.Length..]).Select(kind => (ImpactVerdictKind?)kind).FirstOrDefault()
            : null;
    }

    private YearMonth[] Events(CommandContext context, StudyReading data, YearMonth month)
    {
        var events = new List<YearMonth>();
        foreach (string text in context.Value(other) ?? [])
        {
            if (!MonthText.TryParse(text, out YearMonth at))
            {
                context.Problems.AddOption(other.Name, MonthText.NotAMonth(text));
            }
            else if (at <= data.Start || at > data.End || at == month)
            {
                context.Problems.AddOption(
                    other.Name,
                    new Message("option.event", MessageArgument.Month("month", at), MessageArgument.Month("from", data.Start), MessageArgument.Month("to", data.End)));
            }
            else
            {
                events.Add(at);
            }
        }

        return [.. events];
    }

    private StudyReading? ReadSeries(CommandContext context)
    {
        string path = context.Value(file);
        return TableInput.Read(
            context,
            path,
            stream => StudyTable.Read(
                stream,
                new StudyTableOptions
                {
                    // The series is called as its file is; one from standard input by its kind.
                    Name = path == InputFile.StandardInput || string.IsNullOrWhiteSpace(Path.GetFileNameWithoutExtension(path)) ? null : Path.GetFileNameWithoutExtension(path),
                    Kind = context.Value(kind) is { } name ? Enum.Parse<SeriesKind>(name, ignoreCase: true) : null,
                    LowerIsBetter = context.Value(better) is { } direction ? direction == "down" : null,
                    Value = context.Value(valueColumn),
                    Numerator = context.Value(numerator),
                    Denominator = context.Value(denominator),
                    Controls = context.Value(control) ?? [],
                },
                tables.Read(context)),
            reading => (reading.Problems, reading.Notes));
    }

    private void CheckOptions(CommandContext context)
    {
        if (context.Value(growth) is { } stated && !GrowthText.TryParse(stated, out _, out _))
        {
            context.Problems.AddOption(growth.Name, Told.As("option.growth", ("value", stated)));
        }

        foreach (string text in context.Value(gate) ?? [])
        {
            if (VerdictOf(text) is null)
            {
                context.Problems.AddOption(gate.Name, Told.As(
                    "option.verdictGate", ("value", text), ("verdicts", string.Join(", ", Enum.GetValues<ImpactVerdictKind>().Select(ImpactJson.WordOf)))));
            }
        }

        if (!MonthText.TryParse(context.Value(goLive)!, out _))
        {
            context.Problems.AddOption(goLive.Name, MonthText.NotAMonth(context.Value(goLive)!));
        }

        if (context.Value(transition) is < 0 or > 24)
        {
            context.Problems.AddOption(transition.Name, Told.As("option.transition", ("value", Text(context.Value(transition)))));
        }

        if (context.Value(promise) is { } improvement && !(improvement > 0 && double.IsFinite(improvement)))
        {
            context.Problems.AddOption(promise.Name, Told.As("option.promise", ("value", Text(improvement))));
        }

        if (!(context.Value(confidence) is >= 0.5 and <= 0.999))
        {
            context.Problems.AddOption(confidence.Name, Told.As("option.confidence", ("value", Text(context.Value(confidence)))));
        }
    }

    private ImpactStudy? Describe(CommandContext context, StudyReading data, KpiSeries series)
    {
        if (context.Problems.Any || !MonthText.TryParse(context.Value(goLive)!, out YearMonth month))
        {
            return null;
        }

        if (month <= data.Start || month > data.End)
        {
            context.Problems.AddOption(
                goLive.Name, new Message("option.goLive", MessageArgument.Month("month", month), MessageArgument.Month("from", data.Start), MessageArgument.Month("to", data.End)));
            return null;
        }

        bool isLog = context.Value(log) == "on";
        if (isLog)
        {
            CheckAboveZero(context, data, series);
        }

        ImpactStudy study = new ImpactStudy(series, month)
            .WithTransition(context.Value(transition))
            .WithControls([.. data.Controls])
            .WithConfidenceLevel(context.Value(confidence))
            .WithScale(isLog ? EffectScale.Log : context.Value(log) == "off" ? EffectScale.Linear : EffectScale.Auto)
            .WithSeason(context.Value(season) switch
            {
                "none" => SeasonTreatment.None,
                "yoy" => SeasonTreatment.YearOnYear,
                "dummies" => SeasonTreatment.MonthDummies,
                _ => SeasonTreatment.Auto,
            }, context.Value(calendar) == "none" ? SpringFestivalTreatment.None : SpringFestivalTreatment.Auto);
        if (context.Value(growth) is { } stated && GrowthText.TryParse(stated, out double yearly, out double halfWidth))
        {
            study = study.WithKnownGrowth(yearly, halfWidth);
        }

        YearMonth[] events = Events(context, data, month);
        study = context.Problems.Any ? study : study.WithOtherEvents(events);
        return context.Value(promise) is { } improvement ? study.WithPromise(improvement) : study;
    }

    private void CheckAboveZero(CommandContext context, StudyReading data, KpiSeries given)
    {
        foreach (KpiSeries series in data.Controls.Prepend(given))
        {
            for (int i = 0; i < series.Count; i++)
            {
                if (series.TryGetValue(i, out double value) && !(value > 0))
                {
                    string column = series.Segment.Length > 0 ? series.Segment : data.Header;
                    context.Problems.Add(
                        InputFile.NameOf(context.Value(file)), data.LineOf(series.MonthAt(i)), Place.Column(column), Told.As("option.logNeedsPositive", ("value", Text(value))));
                }
            }
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
