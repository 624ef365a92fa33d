using System.CommandLine;
using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tool.Csv;
using TcmCrm.Roi.Tool.Impacts;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi impact SERIES.csv --go-live MONTH</c>: what changed at go-live, how sure that is, and whether it is the CRM.</summary>
internal sealed class ImpactCommand
{
    private readonly Argument<string> file = new("SERIES")
    {
        Description = "CSV with month,value[,control...], month,numerator,denominator or month,promoters,passives,detractors; - for standard input.",
    };

    private readonly Option<string> goLive = new("--go-live")
    {
        Description = "The month of go-live, the first month after: 2025-03.",
        HelpName = "MONTH",
        Required = true,
    };

    private readonly Option<int> transition = new("--transition")
    {
        Description = "Months from go-live on that are left out, 0 to 24.",
        HelpName = "MONTHS",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<string[]> control = new("--control")
    {
        Description = "Column of a control series without the CRM; may be given more than once.",
        HelpName = "COLUMN",
    };

    private readonly Option<double?> promise = new("--promise")
    {
        Description = "The promised improvement, above 0: 0.08 is 8 % on the log scale, eight percentage points of a ratio; otherwise in the unit of the values.",
        HelpName = "IMPROVEMENT",
    };

    private readonly Option<string?> kind = new("--kind")
    {
        Description = "What the numbers are: level (amounts), ratio or score; by default told from the columns.",
        HelpName = "level|ratio|score",
    };

    private readonly Option<string> log = new("--log")
    {
        Description = "Logarithms, so that the effect is a relative change: auto (amounts that are all above 0), on, off.",
        HelpName = "auto|on|off",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string> season = new("--season")
    {
        Description = "How the season is taken out: auto, none, yoy (year-on-year pairs), dummies (calendar months).",
        HelpName = "auto|none|yoy|dummies",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string> better = new("--better")
    {
        Description = "Which direction is better: up or down.",
        HelpName = "up|down",
        DefaultValueFactory = _ => "up",
    };

    private readonly Option<double> confidence = new("--confidence")
    {
        Description = "Confidence level of the intervals, 0.5 to 0.999.",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => 0.95,
    };

    internal static Command Create() => new ImpactCommand().Build();

    private Command Build()
    {
        kind.AcceptOnlyFromAmong("level", "ratio", "score");
        log.AcceptOnlyFromAmong("auto", "on", "off");
        season.AcceptOnlyFromAmong("auto", "none", "yoy", "dummies");
        better.AcceptOnlyFromAmong("up", "down");
        return new Command("impact", "Before/after study of a KPI series, with or without a control series.")
        {
            file, goLive, transition, control, promise, kind, log, season, better, confidence,
        }.Runs([OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown], Run);
    }

    private int Run(CommandContext context)
    {
        CheckOptions(context);
        string path = context.Value(file);
        SeriesCsv? csv;
        using (Stream stream = InputFile.Open(context, path))
        {
            csv = SeriesCsv.Read(stream, InputFile.NameOf(path), context.Problems);
        }

        StudyColumns? data = csv is null ? null : StudyColumns.From(
            csv,
            context.Value(kind) is { } name ? Enum.Parse<SeriesKind>(name, ignoreCase: true) : null,
            context.Value(control) ?? [],
            context.Value(better) == "down",
            context.Problems);
        ImpactStudy? study = data is null ? null : Describe(context, csv!, data);
        context.Problems.ThrowIfAny();

        ImpactResult result = ImpactAnalysis.Run(study!);
        ImpactEstimate? survey = Impacts.SurveyChange.Of(data!, study!);
        if (context.Format == OutputFormat.Json)
        {
            ImpactJson.Write(result, survey, context.Output);
        }
        else
        {
            context.Write(ImpactReport.Create(result, survey, context.Language));
        }

        return ExitCode.Done;
    }

    private void CheckOptions(CommandContext context)
    {
        if (!MonthText.TryParse(context.Value(goLive)!, out _))
        {
            context.Problems.AddOption(goLive.Name, $"'{context.Value(goLive)}' is not a month; write 2025-03");
        }

        if (context.Value(transition) is < 0 or > 24)
        {
            context.Problems.AddOption(transition.Name, Text("is {0}; allowed: 0 to 24", context.Value(transition)));
        }

        if (context.Value(promise) is { } improvement && !(improvement > 0 && double.IsFinite(improvement)))
        {
            context.Problems.AddOption(promise.Name, Text("is {0}; allowed: above 0 (the size of the improvement, also with --better down)", improvement));
        }

        if (!(context.Value(confidence) is >= 0.5 and <= 0.999))
        {
            context.Problems.AddOption(confidence.Name, Text("is {0}; allowed: 0.5 to 0.999", context.Value(confidence)));
        }
    }

    private ImpactStudy? Describe(CommandContext context, SeriesCsv csv, StudyColumns data)
    {
        if (context.Problems.Any || !MonthText.TryParse(context.Value(goLive)!, out YearMonth month))
        {
            return null;
        }

        if (month <= csv.Start || month > csv.End)
        {
            context.Problems.AddOption(
                goLive.Name, $"{MonthText.Of(month)} is outside the series; allowed: after {MonthText.Of(csv.Start)} and up to {MonthText.Of(csv.End)}");
            return null;
        }

        bool isLog = context.Value(log) == "on";
        if (isLog)
        {
            CheckAboveZero(context, csv, data);
        }

        ImpactStudy study = new ImpactStudy(data.Series, month)
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
            });
        return context.Value(promise) is { } improvement ? study.WithPromise(improvement) : study;
    }

    private static void CheckAboveZero(CommandContext context, SeriesCsv csv, StudyColumns data)
    {
        foreach (KpiSeries series in data.Controls.Prepend(data.Series))
        {
            for (int i = 0; i < series.Count; i++)
            {
                if (series.TryGetValue(i, out double value) && !(value > 0))
                {
                    string column = series.Segment.Length > 0 ? series.Segment : csv.Has("value") ? "value" : csv.Columns[0];
                    context.Problems.Add(
                        csv.Name, csv.LineOf(series.MonthAt(i)), $"column {column}", Text("is {0}; with --log on every value has to be above 0", value));
                }
            }
        }
    }

    private static string Text(string format, object value) => string.Format(CultureInfo.InvariantCulture, format, value);
}
