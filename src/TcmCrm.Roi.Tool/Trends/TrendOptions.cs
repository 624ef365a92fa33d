using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Texts;

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
            problems.AddOption("--baseline", Told.As("option.notMonths", ("value", text)));
            return KpiBaseline.Automatic;
        }

        if (to < from)
        {
            problems.AddOption("--baseline", Told.As("option.endsBefore", ("value", text)));
            return KpiBaseline.Automatic;
        }

        return KpiBaseline.Months(from, to);
    }

    internal static IReadOnlyList<TrendTarget> Targets(IReadOnlyList<string> texts, IReadOnlyList<KpiDefinition> kpis, ProblemList problems)
    {
        var targets = new List<TrendTarget>();
        foreach (string text in texts)
        {
            int equals = text.LastIndexOf('=');
            string[] ends = text[(equals + 1)..].Split('@');
            if (ends.Length != 2
                || !TryParseValue(ends[0], out double value) || !IsInRange(value)
                || !MonthText.TryParse(ends[1], out YearMonth month))
            {
                problems.AddOption("--target", Told.As("option.notTarget", ("value", text)));
                continue;
            }

            string kpi = equals < 0 ? "" : DefinitionIdOf(text[..equals], kpis);
            if (targets.Exists(other => other.Kpi == kpi))
            {
                problems.AddOption("--target", kpi.Length == 0
                    ? Told.As("option.secondTarget.same", ("value", text))
                    : Told.As("option.secondTarget", ("value", text), ("kpi", kpi)));
                continue;
            }

            targets.Add(new TrendTarget(kpi, new KpiTarget(value, month), text) { IsPercent = IsPercent(ends[0]) });
        }

        return targets;
    }

    internal static IReadOnlyList<KpiSeries> Select(IReadOnlyList<KpiSeries> series, IReadOnlyList<string> ids, IReadOnlyList<KpiDefinition> kpis, ProblemList problems)
    {
        if (ids.Count == 0)
        {
            return series;
        }

        string[] wanted = [.. ids.Select(id => DefinitionIdOf(id, kpis))];
        foreach (string id in wanted)
        {
            if (!series.Any(one => one.Definition.Id == id))
            {
                problems.AddOption("--kpi", series.Count == 0
                    ? new Message("option.kpiNotInFile.none", NameOf("value", id))
                    : new Message("option.kpiNotInFile", NameOf("value", id), Ids(series)));
            }
        }

        return [.. series.Where(one => wanted.Contains(one.Definition.Id))];
    }

    internal static void CheckTargets(IReadOnlyList<TrendTarget> targets, IReadOnlyList<KpiSeries> series, ProblemList problems)
    {
        foreach (TrendTarget target in targets)
        {
            KpiDefinition? kpi = series.FirstOrDefault(one => target.Kpi.Length == 0 || one.Definition.Id == target.Kpi)?.Definition;
            if (kpi is not null && kpi.Unit != KpiUnit.Ratio && target.IsPercent)
            {
                problems.AddOption("--target", new Message("option.targetPercent", MessageArgument.Text("value", target.Text), MessageArgument.Part("kpi", kpi.NameMessage)));
                continue;
            }

            if (kpi is not null && (target.Target.Value < kpi.Minimum || target.Target.Value > kpi.Maximum))
            {
                problems.AddOption("--target", KpiRange.Problem(kpi, target.Text));
                continue;
            }

            if (target.Kpi.Length > 0 && !series.Any(one => one.Definition.Id == target.Kpi))
            {
                problems.AddOption("--target", new Message("option.targetUnknown", NameOf("value", target.Kpi), Ids(series)));
            }

            if (target.Kpi.Length == 0 && series.Select(one => one.Definition.Id).Distinct().Count() > 1)
            {
                problems.AddOption("--target", new Message("option.targetOfWhich", MessageArgument.Text("value", target.Target.ToString()), Ids(series)));
            }
        }
    }

    /// <summary>A number as people write it: 0.45, 45%, 120万, 1,200.</summary>
    private static bool TryParseValue(string text, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        bool isNumber = CellText.TryParseNumber(text, out decimal number, out _);
        value = (double)number;
        return isNumber;
    }

    private static bool IsPercent(string text) => text.TrimEnd().EndsWith('%') || text.TrimEnd().EndsWith('％');

    /// <summary>What statistics can take: 0, or from 1e-60 to 1e60 in size.</summary>
    private static bool IsInRange(double value) => value == 0 || Math.Abs(value) is >= 1e-60 and <= 1e60;

    private static string DefinitionIdOf(string name, IReadOnlyList<KpiDefinition> kpis) => string.IsNullOrWhiteSpace(name) ? "" : SeriesTable.DefinitionOf(name, kpis).Id;

    private static MessageArgument Ids(IReadOnlyList<KpiSeries> series) => MessageArgument.Parts("ids", series.Select(one => one.Definition.Id).Distinct().Select(Called));

    /// <summary>A KPI as the reader's language calls it, which the options take as well as its id.</summary>
    private static MessageArgument NameOf(string argument, string id) => MessageArgument.Part(argument, Called(id));

    private static Message Called(string id) => KpiCatalog.TryFind(id, out KpiDefinition? known) ? known!.NameMessage : Told.Finished(id);
}
