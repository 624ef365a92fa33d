using System.CommandLine;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Trends;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;
using TcmCrm.Roi.Tool.Trends;
using DocumentForm = TcmCrm.Roi.Json.Reading.DocumentForm;
using TrendWriter = TcmCrm.Roi.Json.Results.TrendWriter;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi trend SERIES.csv</c>: trend, alarms, forecast to target and state of KPI series.</summary>
internal static class TrendCommand
{
    internal static Command Create(Language language)
    {
        var file = new Argument<string>("SERIES")
        {
            Description = language.Say("help.trend.series"),
        };
        var kpi = new Option<string[]>("--kpi") { Description = language.Say("help.trend.kpi"), HelpName = "ID" };
        var target = new Option<string[]>("--target")
        {
            Description = language.Say("help.trend.target"),
            HelpName = "[ID=]VALUE@MONTH",
        };
        var baseline = new Option<string?>("--baseline")
        {
            Description = language.Say("help.trend.baseline"),
            HelpName = "FROM..TO",
        };
        Option<string> rules = Choice("--rules", language.Say("help.trend.rules"), "default", "nhs", "western-electric");
        Option<string> chart = Choice("--chart", language.Say("help.trend.chart"), "adjusted", "values", "seasonal", "seasonal-log");
        Option<string> direction = Choice("--direction", language.Say("help.trend.direction"), "up", "down");
        var screen = new Option<bool>("--screen-outliers") { Description = language.Say("help.trend.screenOutliers") };
        var command = new Command("trend", language.Say("help.trend")) { file, kpi, target, baseline, rules, chart, direction, screen };
        var tables = new TableOptions(language, withKpis: true);
        tables.AddTo(command);
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Html], context =>
            {
                IReadOnlyList<KpiSeries> series = TableInput.Read(
                    context, context.Value(file), stream => SeriesTable.Read(stream, tables.Read(context)), reading => (reading.Problems, reading.Notes))?.Series ?? [];

                // A wrong option is told in the same run as what is wrong with the file, where the file lets one see it.
                bool fileIsRight = !context.Problems.Any;
                KpiBaseline window = TrendOptions.Baseline(context.Value(baseline), context.Problems);
                IReadOnlyList<TrendTarget> targets = TrendOptions.Targets(context.Value(target) ?? [], tables.Kpis(context), context.Problems);
                if (fileIsRight)
                {
                    series = TrendOptions.Select(series, context.Value(kpi) ?? [], tables.Kpis(context), context.Problems);
                    TrendOptions.CheckTargets(targets, series, context.Problems);
                }

                context.Problems.ThrowIfAny();
                KpiAssessmentOptions options = KpiAssessmentOptions.Default
                    .WithBaseline(window)
                    .WithRules(context.Value(rules) switch { "nhs" => AlarmRuleSet.Nhs, "western-electric" => AlarmRuleSet.WesternElectric, _ => AlarmRuleSet.Default })
                    .WithChart(
                        context.Value(chart) switch { "seasonal" => ChartBasis.SeasonalResiduals, "seasonal-log" => ChartBasis.SeasonalLogs, "values" => ChartBasis.Values, _ => ChartBasis.Adjusted },
                        context.Value(screen));
                bool directionGiven = context.Arguments.GetResult(direction) is { Implicit: false };
                KpiDirection? given = !directionGiven ? null : context.Value(direction) == "down" ? KpiDirection.LowerIsBetter : KpiDirection.HigherIsBetter;
                TrendResult[] results = [.. series.Select(one => TrendAssessment.Of(one, options, targets, given, tables.Kpis(context).Contains(one.Definition)))];
                if (context.Format == OutputFormat.Json)
                {
                    context.WriteDocument(stream => DocumentForm.To(
                        stream, writer => TrendWriter.Write(writer, results.Select(result => (result.Assessment, result.Warnings)), MessageWriting.Words)));
                }
                else
                {
                    context.Write(ProvenanceSection.Add(TrendReport.Of(results, context.Language), context.ReportOptions.Inputs));
                }

                return ExitCode.Done;
            });
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', values),
            DefaultValueFactory = _ => values[0],
        };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
