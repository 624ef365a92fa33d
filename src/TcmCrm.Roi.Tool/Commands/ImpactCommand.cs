using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Impacts;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;
using DocumentForm = TcmCrm.Roi.Json.Reading.DocumentForm;
using ImpactWriter = TcmCrm.Roi.Json.Results.ImpactWriter;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi impact SERIES.csv --go-live MONTH</c>: what changed at go-live, how sure that is, and whether it is the CRM.</summary>
internal sealed partial class ImpactCommand(Language language)
{
    private readonly Argument<string> file = new("SERIES")
    {
        Description = language.Say("help.impact.series"),
    };

    private readonly Option<string?> goLive = new("--go-live")
    {
        Description = language.Say("help.impact.goLive"),
        HelpName = "MONTH",
    };

    private readonly Option<bool> plan = new("--plan") { Description = language.Say("help.impact.plan") };

    private readonly Option<string?> answers = new("--answers")
    {
        Description = language.Say("help.impact.answers"),
        HelpName = "nps|csat",
    };

    private readonly Option<int?> retention = new("--retention")
    {
        Description = language.Say("help.impact.retention"),
        HelpName = "MONTHS",
    };

    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = language.Say("help.impact.asOf"),
        HelpName = "DATE",
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

    private readonly PromiseOption promise = new(language);

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

    private readonly TableOptions tables = new(language, withKpis: true);

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
        answers.AcceptOnlyFromAmong("nps", "csat");
        log.AcceptOnlyFromAmong("auto", "on", "off");
        season.AcceptOnlyFromAmong("auto", "none", "yoy", "dummies");
        better.AcceptOnlyFromAmong("up", "down");
        calendar.AcceptOnlyFromAmong("china", "none");
        var command = new Command("impact", language.Say("help.impact"))
        {
            file, goLive, plan, answers, retention, asOf, transition, control, valueColumn, numerator, denominator, growth, promise.Option, kind, log, season, calendar, other, better, confidence, gate,
        };
        tables.AddTo(command);
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Html], Run);
    }

    private int Run(CommandContext context)
    {
        CheckOptions(context);
        if (context.Value(answers) is { } asked)
        {
            return Answers(context, asked);
        }

        if (context.Value(retention) is { } months)
        {
            return Retention(context, months);
        }

        StudyReading? data = ReadSeries(context);
        if (data is { Segments.Count: > 0 })
        {
            return Segments(context, data);
        }

        ImpactStudy? study = data?.Series is { } series ? Describe(context, data, series) : null;
        context.Problems.ThrowIfAny();
        return context.Value(plan) ? Plan(context, study!) : Study(context, data!, study!);
    }

    private int Answers(CommandContext context, string asked)
    {
        bool isScore = asked == "nps";
        var answered = Records(context).ReadAnswers(isScore ? 0 : 1, isScore ? 10 : 5);
        context.Problems.ThrowIfAny();
        SurveyChangeOptions options = Options(context);
        return Tell(context, new TwoSides(
            asked,
            isScore ? SurveyComparison.Recommendation(answered!.Value.Before, answered.Value.After, options) : SurveyComparison.Satisfaction(answered!.Value.Before, answered.Value.After, 4, options)));
    }

    private int Retention(CommandContext context, int months)
    {
        LocalDate? given = null;
        if (context.Value(asOf) is { } text)
        {
            ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(text);
            given = day.Success ? day.Value : null;
            if (given is null)
            {
                context.Problems.AddOption(asOf.Name, Told.As("option.notDate", ("value", text)));
            }
        }

        if (months is < 1 or > 120)
        {
            context.Problems.AddOption(retention.Name, Told.As("option.retention", ("value", Text(months))));
        }

        var customers = Records(context).ReadCustomers();
        if (given is null && customers is { IsLastFarAhead: true } list)
        {
            context.Problems.AddOption(asOf.Name, new Message("option.asOfNeeded", MessageArgument.Date("last", list.Last)));
        }

        context.Problems.ThrowIfAny();
        LocalDate last = given is { } known && known < customers!.Value.Last ? known : given ?? customers!.Value.Last;
        YearMonth month = GoLiveOf(context)!.Value;
        return Tell(context, new TwoSides(RetentionComparison.Of(customers!.Value.List, month.OnDayOfMonth(1), months, last, Options(context))));
    }

    private int Tell(CommandContext context, TwoSides sides)
    {
        promise.Fit(context, sides.Change?.Unit);
        if (context.Format == OutputFormat.Json)
        {
            TwoSidesJson.Write(sides, context.Output);
        }
        else
        {
            context.Write(ProvenanceSection.Add(sides.Create(context.Language), context.ReportOptions.Inputs));
        }

        return Judge(context, sides.Verdict);
    }

    private RawRecords Records(CommandContext context) => new(context, context.Value(file), GoLiveOf(context), context.Value(transition));

    private YearMonth? GoLiveOf(CommandContext context) => MonthText.TryParse(context.Value(goLive) ?? string.Empty, out YearMonth month) ? month : null;

    private SurveyChangeOptions Options(CommandContext context) => new() { Promise = promise.Read(context), ConfidenceLevel = context.Value(confidence) };

    private int Segments(CommandContext context, StudyReading data)
    {
        if (context.Value(plan))
        {
            context.Problems.AddOption(plan.Name, Told.As("option.planSegments"));
        }

        ImpactStudy?[] studies = [.. data.Segments.Select(segment => Describe(context, segment, segment.Series!))];
        context.Problems.ThrowIfAny();
        SegmentedImpact result = SegmentedImpact.Run([.. studies.OfType<ImpactStudy>()], cancellation: context.Cancellation);
        promise.Fit(context, result.Segments.Select(one => one.Result).Append(result.Total).FirstOrDefault(one => one is { HasAnswer: true })?.Chosen.Unit);
        if (context.Format == OutputFormat.Json)
        {
            SegmentsJson.Write(result, context.Output);
        }
        else
        {
            context.Write(RoiReport.Of(result, context.ReportOptions));
        }

        return Judge(context, result.TotalVerdict);
    }

    private int Plan(CommandContext context, ImpactStudy study)
    {
        ImpactPlan planned = ImpactAnalysis.Plan(study);
        promise.Fit(context, planned.Unit);
        if (context.Format == OutputFormat.Json)
        {
            PlanJson.Write(planned, context.Output);
        }
        else
        {
            context.Write(RoiReport.Of(planned, context.ReportOptions));
        }

        return ExitCode.Done;
    }

    private int Study(CommandContext context, StudyReading data, ImpactStudy study)
    {
        ImpactResult result = ImpactAnalysis.Run(study, context.Cancellation);
        ImpactEstimate? survey = AnswersChange.Of(data, study);
        promise.Fit(context, result.HasAnswer ? result.Chosen.Unit : null);
        if (context.Format == OutputFormat.Json)
        {
            context.WriteDocument(stream => DocumentForm.To(
                stream, writer => ImpactWriter.Write(writer, result, ImpactChoice.Ranked(result, survey), ImpactChoice.ChosenOf(result, survey), MessageWriting.Words)));
        }
        else
        {
            context.Write(ProvenanceSection.Add(ImpactReport.Create(result, survey, context.Language), context.ReportOptions.Inputs));
        }

        return Judge(context, ImpactChoice.ChosenOf(result, survey)?.Verdict ?? ImpactVerdictKind.Inconclusive);
    }

    /// <summary>Every gate asks for a verdict, or one of several; the exit code is 1 where one of them does not have it.</summary>
    private int Judge(CommandContext context, ImpactVerdictKind verdict)
    {
        int exit = ExitCode.Done;
        foreach (string text in context.Value(gate) ?? [])
        {
            ImpactVerdictKind[] required = VerdictsOf(text);
            bool isPassed = required.Contains(verdict);
            string line = context.Language.Say(
                "gate.verdict", ("actual", context.Language.NameOf(verdict)), ("required", string.Join(context.Language.Say("gate.verdict.or"), required.Select(context.Language.NameOf))));
            context.Host.Error.WriteLine(context.Language.Say(isPassed ? "gate.passed" : "gate.failed", ("what", line)));
            exit = isPassed ? exit : ExitCode.GateFailed;
        }

        return exit;
    }

    /// <summary>The verdicts of a gate such as <c>verdict=realised,partlyRealised</c>; none where it is not one.</summary>
    private static ImpactVerdictKind[] VerdictsOf(string gate)
    {
        const string prefix = "verdict=";
        if (!gate.StartsWith(prefix, StringComparison.Ordinal))
        {
            return [];
        }

        string[] words = gate[prefix.Length..].Split(',', StringSplitOptions.TrimEntries);
        ImpactVerdictKind[] verdicts = [.. Enum.GetValues<ImpactVerdictKind>().Where(kind => words.Contains(ImpactWriter.WordOf(kind)))];
        return words.All(word => verdicts.Any(verdict => ImpactWriter.WordOf(verdict) == word)) ? verdicts : [];
    }
}
