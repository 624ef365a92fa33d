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

        return byId is null && baselines is null ? None : new KpiObservations(byId is null ? [] : [.. byId.Select(pair => Build(pair.Key, pair.Value, kpis, nameof(actuals)))], baselines ?? None._baselines);
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

    private static KpiSeries Build(string id, List<Actual> rows, IReadOnlyList<KpiDefinition> kpis, string argument)
    {
        if (!TryFindDefinition(id, kpis, out KpiDefinition? definition))
        {
            throw Check.Wrong(
                $"The KPI '{id}' is not in the catalogue and not in the settings; allowed: an id of KpiCatalogue or of ReviewSettings.Kpis.", argument, "argument.unknownKpi", MessageArgument.Text("kpi", id));
        }

        return KpiSeries.FromObservations(definition, rows.Select(row => row.Denominator is { } denominator
            ? KpiObservation.OfParts(row.Month, (double)row.Amount, (double)denominator)
            : KpiObservation.OfValue(row.Month, (double)row.Amount)));
    }
}
