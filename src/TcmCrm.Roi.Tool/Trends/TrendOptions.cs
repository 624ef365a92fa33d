using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tool.Csv;

namespace TcmCrm.Roi.Tool.Trends;

/// <summary>Reads the options of <c>tcm-roi trend</c>.</summary>
internal static class TrendOptions
{
    internal static KpiBaseline Baseline(string? text, ProblemList problems)
    {
        if (text is null)
        {
            return KpiBaseline.Automatic;
        }

        string[] ends = text.Split("..");
        if (ends.Length != 2 || !MonthText.TryParse(ends[0], out YearMonth from) || !MonthText.TryParse(ends[1], out YearMonth to))
        {
            problems.AddOption("--baseline", $"'{text}' is not a range of months; write 2024-01..2024-12");
            return KpiBaseline.Automatic;
        }

        if (to < from)
        {
            problems.AddOption("--baseline", $"'{text}' ends before it begins");
            return KpiBaseline.Automatic;
        }

        return KpiBaseline.Months(from, to);
    }

    internal static IReadOnlyList<TrendTarget> Targets(IReadOnlyList<string> texts, ProblemList problems)
    {
        var targets = new List<TrendTarget>();
        foreach (string text in texts)
        {
            int equals = text.LastIndexOf('=');
            string[] ends = text[(equals + 1)..].Split('@');
            if (ends.Length != 2
                || !double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value)
                || !MonthText.TryParse(ends[1], out YearMonth month))
            {
                problems.AddOption("--target", $"'{text}' is not a target; write VALUE@MONTH such as 0.9@2026-12, or WinRate=0.9@2026-12");
                continue;
            }

            string kpi = equals < 0 ? "" : LongSeriesCsv.Definition(text[..equals].Trim()).Id;
            if (targets.Exists(other => other.Kpi == kpi))
            {
                problems.AddOption("--target", $"'{text}' is a second target of {(kpi.Length == 0 ? "the same series" : kpi)}");
                continue;
            }

            targets.Add(new TrendTarget(kpi, new KpiTarget(value, month)));
        }

        return targets;
    }

    internal static IReadOnlyList<KpiSeries> Select(IReadOnlyList<KpiSeries> series, IReadOnlyList<string> ids, ProblemList problems)
    {
        if (ids.Count == 0)
        {
            return series;
        }

        string[] wanted = [.. ids.Select(id => LongSeriesCsv.Definition(id).Id)];
        foreach (string id in wanted)
        {
            if (!series.Any(one => one.Definition.Id == id))
            {
                problems.AddOption("--kpi", $"'{id}' is not in the file; it has {Ids(series)}");
            }
        }

        return [.. series.Where(one => wanted.Contains(one.Definition.Id))];
    }

    internal static void CheckTargets(IReadOnlyList<TrendTarget> targets, IReadOnlyList<KpiSeries> series, ProblemList problems)
    {
        foreach (TrendTarget target in targets)
        {
            if (target.Kpi.Length > 0 && !series.Any(one => one.Definition.Id == target.Kpi))
            {
                problems.AddOption("--target", $"'{target.Kpi}' is not among the series; there are {Ids(series)}");
            }

            if (target.Kpi.Length == 0 && series.Select(one => one.Definition.Id).Distinct().Count() > 1)
            {
                problems.AddOption("--target", $"'{target.Target}' does not say of which KPI; write ID={target.Target} with one of {Ids(series)}, or choose one by --kpi");
            }
        }
    }

    private static string Ids(IReadOnlyList<KpiSeries> series) => string.Join(", ", series.Select(one => one.Definition.Id).Distinct());
}
