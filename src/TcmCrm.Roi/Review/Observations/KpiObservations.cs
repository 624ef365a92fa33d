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
    internal static KpiObservations Of(List<Actual> actuals, IReadOnlyList<KpiDefinition> kpis, YearMonth asOf)
    {
        if (actuals.Count == 0)
        {
            return None;
        }

        var byId = new SortedDictionary<string, List<KpiObservation>>(StringComparer.Ordinal);
        var baselines = new Dictionary<string, (YearMonth Month, decimal Value)>(StringComparer.Ordinal);
        foreach (Actual row in actuals)
        {
            if (row.Month.CompareTo(asOf) > 0)
            {
                continue;
            }

            if (row.Kind == ActualKind.Baseline)
            {
                AddBaseline(baselines, row);
                continue;
            }

            if (!byId.TryGetValue(row.Line, out List<KpiObservation>? list))
            {
                byId.Add(row.Line, list = []);
            }

            list.Add(row.Denominator is { } denominator
                ? KpiObservation.OfParts(row.Month, (double)row.Amount, (double)denominator)
                : KpiObservation.OfValue(row.Month, (double)row.Amount));
        }

        return new KpiObservations([.. byId.Select(pair => Build(pair.Key, pair.Value, kpis, nameof(actuals)))], baselines);
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

    private static KpiSeries Build(string id, List<KpiObservation> observations, IReadOnlyList<KpiDefinition> kpis, string argument)
    {
        if (!TryFindDefinition(id, kpis, out KpiDefinition? definition))
        {
            throw new ArgumentException($"The KPI '{id}' is not in the catalogue and not in the settings; allowed: an id of KpiCatalogue or of ReviewSettings.Kpis.", argument);
        }

        return KpiSeries.FromObservations(definition, observations.OrderBy(observation => observation.Month));
    }
}
