using System.CommandLine;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tool.Csv;
using TcmCrm.Roi.Tool.Trends;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi trend SERIES.csv</c>: trend, alarms, forecast to target and state of KPI series.</summary>
internal static class TrendCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("SERIES")
        {
            Description = "CSV with kpi,month,value or kpi,month,numerator,denominator, and perhaps segment; - for standard input.",
        };
        var kpi = new Option<string[]>("--kpi") { Description = "Only this KPI; may be given several times.", HelpName = "ID" };
        var target = new Option<string[]>("--target")
        {
            Description = "Value to reach by the end of a month, such as 0.9@2026-12; with several KPIs WinRate=0.9@2026-12.",
            HelpName = "[ID=]VALUE@MONTH",
        };
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Months that the control limits are computed from, such as 2024-01..2024-12. Default: the first 24 months with values, before that the first 12.",
            HelpName = "FROM..TO",
        };
        Option<string> rules = Choice("--rules", "Alarm rules.", "default", "nhs", "western-electric");
        Option<string> chart = Choice("--chart", "What the control chart is drawn of.", "values", "seasonal", "seasonal-log");
        Option<string> direction = Choice("--direction", "Better direction of KPIs that are not in the catalogue, and of Ces.", "up", "down");
        var screen = new Option<bool>("--screen-outliers") { Description = "Leave moving ranges beyond their own limit out of the baseline." };
        return new Command("trend", "Trend, alarms and forecast to target of KPI series.") { file, kpi, target, baseline, rules, chart, direction, screen }
            .Runs([OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown], context =>
            {
                IReadOnlyList<KpiSeries> series;
                string path = context.Value(file);
                using (Stream stream = InputFile.Open(context, path))
                {
                    series = LongSeriesCsv.Read(stream, InputFile.NameOf(path), context.Problems);
                }

                // A wrong option is told in the same run as what is wrong with the file, where the file lets one see it.
                bool fileIsRight = !context.Problems.Any;
                KpiBaseline window = TrendOptions.Baseline(context.Value(baseline), context.Problems);
                IReadOnlyList<TrendTarget> targets = TrendOptions.Targets(context.Value(target) ?? [], context.Problems);
                if (fileIsRight)
                {
                    series = TrendOptions.Select(series, context.Value(kpi) ?? [], context.Problems);
                    TrendOptions.CheckTargets(targets, series, context.Problems);
                }

                context.Problems.ThrowIfAny();
                KpiAssessmentOptions options = KpiAssessmentOptions.Default
                    .WithBaseline(window)
                    .WithRules(context.Value(rules) switch { "nhs" => AlarmRuleSet.Nhs, "western-electric" => AlarmRuleSet.WesternElectric, _ => AlarmRuleSet.Default })
                    .WithChart(
                        context.Value(chart) switch { "seasonal" => ChartBasis.SeasonalResiduals, "seasonal-log" => ChartBasis.SeasonalLogs, _ => ChartBasis.Values },
                        context.Value(screen));
                bool directionGiven = context.Arguments.GetResult(direction) is { Implicit: false };
                KpiDirection? given = !directionGiven ? null : context.Value(direction) == "down" ? KpiDirection.LowerIsBetter : KpiDirection.HigherIsBetter;
                TrendResult[] results = [.. series.Select(one => TrendResult.Of(one, options, targets, given))];
                if (context.Format == OutputFormat.Json)
                {
                    TrendJson.Write(results, context.Output);
                }
                else
                {
                    context.Write(TrendReport.Of(results, context.Language));
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
