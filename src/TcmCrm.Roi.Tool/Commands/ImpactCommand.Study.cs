using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;
using ImpactWriter = TcmCrm.Roi.Json.Results.ImpactWriter;

namespace TcmCrm.Roi.Tool.Commands;

/// <content>The study that the options and the table describe.</content>
internal sealed partial class ImpactCommand
{
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
            if (VerdictsOf(text).Length == 0)
            {
                context.Problems.AddOption(gate.Name, Told.As(
                    "option.verdictGate", ("value", text), ("verdicts", string.Join(", ", Enum.GetValues<ImpactVerdictKind>().Select(ImpactWriter.WordOf)))));
            }
        }

        string[] gates = [.. (context.Value(gate) ?? []).Where(text => VerdictsOf(text).Length > 0)];
        if (gates.Length > 1 && gates.Select(VerdictsOf).Aggregate((one, other) => [.. one.Intersect(other)]).Length == 0)
        {
            context.Problems.AddOption(gate.Name, Told.As("option.verdictGates", ("gates", string.Join(' ', gates)), ("one", "verdict=" + string.Join(',', gates.Select(text => text["verdict=".Length..])))));
        }

        if (context.Value(goLive) is { } monthText ? !MonthText.TryParse(monthText, out _) : !context.Value(plan) && context.Value(answers) is null)
        {
            context.Problems.AddOption(goLive.Name, context.Value(goLive) is { } wrong ? MonthText.NotAMonth(wrong) : Told.As("option.goLiveMissing"));
        }

        if (context.Value(plan) && context.Value(promise.Option) is null)
        {
            context.Problems.AddOption(promise.Option.Name, Told.As("option.planPromise"));
        }

        if (context.Value(plan) && context.Value(gate) is { Length: > 0 })
        {
            context.Problems.AddOption(gate.Name, Told.As("option.planGate"));
        }

        if (context.Value(transition) is < 0 or > 24)
        {
            context.Problems.AddOption(transition.Name, Told.As("option.transition", ("value", Text(context.Value(transition)))));
        }

        promise.Check(context);
        if (!(context.Value(confidence) is >= 0.5 and <= 0.999))
        {
            context.Problems.AddOption(confidence.Name, Told.As("option.confidence", ("value", Text(context.Value(confidence)))));
        }
    }

    private ImpactStudy? Describe(CommandContext context, StudyReading data, KpiSeries series)
    {
        if (context.Problems.Any)
        {
            return null;
        }

        // Before go-live it is the month after the last one; a plan may also be made from the months before another one.
        YearMonth last = context.Value(plan) ? data.End.PlusMonths(1) : data.End;
        YearMonth month = MonthText.TryParse(context.Value(goLive) ?? string.Empty, out YearMonth given) ? given : last;
        if (month <= data.Start || month > last)
        {
            context.Problems.AddOption(
                goLive.Name, new Message("option.goLive", MessageArgument.Month("month", month), MessageArgument.Month("from", data.Start), MessageArgument.Month("to", last)));
            return null;
        }

        bool isLog = context.Value(log) == "on";
        if (isLog)
        {
            CheckAboveZero(context, data, series);
        }

        ImpactStudy study = (month > data.End ? ImpactStudy.Planned(series) : new ImpactStudy(series, month))
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
        return promise.Read(context) is { } improvement ? study.WithPromise(improvement) : study;
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
