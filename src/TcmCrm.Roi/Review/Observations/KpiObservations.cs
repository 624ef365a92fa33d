using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

/// <summary>The KPI series of a review, and which KPIs and benefits have a recorded baseline.</summary>
internal sealed class KpiObservations
{
    internal static readonly KpiObservations None = new([], []);

    private readonly Dictionary<string, (YearMonth Month, decimal Value)> _baselines;

    private KpiObservations(KpiSeries[] series, Dictionary<string, (YearMonth Month, decimal Value)> baselines)
    {
        Series = Array.AsReadOnly(series);
        _baselines = baselines;
    }

    internal IReadOnlyList<KpiSeries> Series { get; }

    /// <summary>The ids that are neither in the catalogue nor in the settings, in their order.</summary>
    internal IReadOnlyList<string> Unknown { get; private init; } = [];

    internal bool HasBaseline(string subject) => _baselines.ContainsKey(subject);

    /// <summary>The baseline of the latest month it was recorded for, a ratio where it has a denominator; null where there is none.</summary>
    internal decimal? BaselineOf(string subject) => _baselines.TryGetValue(subject, out (YearMonth Month, decimal Value) baseline) ? baseline.Value : null;

    /// <summary>Collects KPI rows and baselines; ids by ordinal order, so that the order of the rows says nothing.</summary>
    internal static KpiObservations Of(Actuals actuals, IReadOnlyList<KpiDefinition> kpis, YearMonth asOf)
    {
        SortedDictionary<string, List<Actual>>? byId = null;
        Dictionary<string, (YearMonth Month, decimal Value)>? baselines = null;
        foreach (Actual row in actuals.Rows)
        {
            if (row.Kind is not (ActualKind.Kpi or ActualKind.Baseline) || row.Month.CompareTo(asOf) > 0)
            {
                continue;
            }

            if (row.Kind == ActualKind.Baseline)
            {
                AddBaseline(baselines ??= new(StringComparer.Ordinal), row);
                continue;
            }

            byId ??= new(StringComparer.Ordinal);
            if (!byId.TryGetValue(row.Line, out List<Actual>? list))
            {
                byId.Add(row.Line, list = []);
            }

            list.Add(row);
        }

        return byId is null && baselines is null
            ? None
            : new KpiObservations(byId is null ? [] : [.. byId.Select(pair => Build(pair.Key, pair.Value, kpis))], baselines ?? None._baselines)
            {
                Unknown = byId is null ? [] : [.. byId.Keys.Where(id => !TryFindDefinition(id, kpis, out _))],
            };
    }

    internal static bool TryFindDefinition(string id, IReadOnlyList<KpiDefinition> kpis, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KpiDefinition? definition)
    {
        definition = kpis.FirstOrDefault(kpi => kpi.Id == id);
        return definition is not null || KpiCatalog.TryFind(id, out definition);
    }

    private static void AddBaseline(Dictionary<string, (YearMonth Month, decimal Value)> baselines, Actual row)
    {
        if (!baselines.TryGetValue(row.Line, out (YearMonth Month, decimal Value) known) || row.Month.CompareTo(known.Month) > 0)
        {
            baselines[row.Line] = (row.Month, row.Ratio);
        }
    }

    /// <summary>A KPI that nobody defined: neither direction is known to be better, so that no rule judges it.</summary>
    private static KpiDefinition OfHost(string id, List<Actual> rows)
    {
        KpiAggregation rule = rows.TrueForAll(row => row.Whole is not null) ? KpiAggregation.RatioOfSums : KpiAggregation.Mean;
        return new KpiDefinition(id, KpiUnit.Number, KpiDirection.Neutral, rule, rule == KpiAggregation.Mean ? KpiAggregation.Recompute : rule);
    }

    private static KpiSeries Build(string id, List<Actual> rows, IReadOnlyList<KpiDefinition> kpis)
    {
        if (!TryFindDefinition(id, kpis, out KpiDefinition? definition))
        {
            definition = OfHost(id, rows);
        }

        return KpiSeries.FromObservations(definition, rows.Select(row => row.Whole is { } denominator
            ? KpiObservation.OfParts(row.Month, (double)row.Number, (double)denominator)
            : KpiObservation.OfValue(row.Month, (double)row.Number)));
    }
}
