using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

/// <summary>The KPI series of a review, and which KPIs and benefits have a recorded baseline.</summary>
internal sealed class KpiObservations
{
    internal static readonly KpiObservations None = new([], []);

    private readonly HashSet<string> _baselines;

    private KpiObservations(KpiSeries[] series, HashSet<string> baselines)
    {
        Series = Array.AsReadOnly(series);
        _baselines = baselines;
    }

    internal IReadOnlyList<KpiSeries> Series { get; }

    internal bool HasBaseline(string subject) => _baselines.Contains(subject);

    /// <summary>Collects KPI rows and baselines; ids by ordinal order, so that the order of the rows says nothing.</summary>
    internal static KpiObservations Of(List<Actual> rows, ReviewSettings settings, YearMonth asOf)
    {
        if (rows.Count == 0)
        {
            return None;
        }

        var byId = new SortedDictionary<string, List<KpiObservation>>(StringComparer.Ordinal);
        var baselines = new HashSet<string>(StringComparer.Ordinal);
        foreach (Actual row in rows)
        {
            if (row.Month.CompareTo(asOf) > 0)
            {
                continue;
            }

            if (row.Kind == ActualKind.Baseline)
            {
                baselines.Add(row.Line);
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

        return new KpiObservations([.. byId.Select(pair => Build(pair.Key, pair.Value, settings))], baselines);
    }

    internal static bool TryFindDefinition(string id, ReviewSettings settings, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KpiDefinition? definition)
    {
        definition = settings.Kpis.FirstOrDefault(kpi => kpi.Id == id);
        return definition is not null || KpiCatalogue.TryFind(id, out definition);
    }

    private static KpiSeries Build(string id, List<KpiObservation> observations, ReviewSettings settings)
    {
        if (!TryFindDefinition(id, settings, out KpiDefinition? definition))
        {
            throw new ArgumentException($"The KPI '{id}' is not in the catalogue and not in the settings; allowed: an id of KpiCatalogue or of ReviewSettings.Kpis.", nameof(id));
        }

        return KpiSeries.FromObservations(definition, observations.OrderBy(observation => observation.Month));
    }
}
