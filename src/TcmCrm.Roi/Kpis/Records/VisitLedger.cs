namespace TcmCrm.Roi.Kpis;

/// <summary>Visits a month: effective ones, days of representatives, and the customers seen.</summary>
internal sealed class VisitLedger
{
    private readonly SortedDictionary<int, Month> months = [];

    internal IEnumerable<int> Months => months.Keys;

    internal void Add(in KpiVisit visit, string customer, int month)
    {
        if (!months.TryGetValue(month, out Month? sums))
        {
            months.Add(month, sums = new Month());
        }

        sums.Effective += visit.IsEffective ? 1 : 0;
        sums.Days.TryGetValue(visit.Representative, out uint days);
        sums.Days[visit.Representative] = days | (1U << visit.Date.Day);
        sums.Visited.Add(customer);
        if (visit.HasStock is { } stock)
        {
            // The latest answer of the month counts, and of one day the one that saw stock.
            if (!sums.Stock.TryGetValue(customer, out (int Day, bool Has) known) || visit.Date.Day > known.Day || (visit.Date.Day == known.Day && stock))
            {
                sums.Stock[customer] = (visit.Date.Day, stock);
            }
        }
    }

    internal void Build(int through, IReadOnlyDictionary<string, (int Since, bool IsTarget)> customers, List<KpiSeries> series, List<Message> notes)
    {
        KeyValuePair<int, Month>[] complete = [.. months.Where(pair => pair.Key <= through)];
        if (complete.Length == 0)
        {
            return;
        }

        series.Add(KpiSeries.FromObservations(KpiCatalog.EffectiveVisits, complete.Select(pair =>
            KpiObservation.OfParts(KpiBuilder.MonthAt(pair.Key), pair.Value.Effective, pair.Value.Days.Values.Sum(days => (double)SalesLedger.BitCount(days))))));
        KpiObservation[] stock =
        [
            .. complete.Where(pair => pair.Value.Stock.Count > 0).Select(pair =>
                KpiObservation.OfParts(KpiBuilder.MonthAt(pair.Key), pair.Value.Stock.Values.Count(seen => seen.Has), pair.Value.Stock.Count)),
        ];
        if (stock.Length > 0)
        {
            series.Add(KpiSeries.FromObservations(KpiCatalog.DistributionRate, stock));
        }

        if (!customers.Values.Any(customer => customer.IsTarget))
        {
            notes.Add(new Message("kpiNoTargets", MessageArgument.Part("kpi", KpiCatalog.VisitCoverage.NameMessage)));
            return;
        }

        // Between the first and the last visit a month without one is a month in which nobody was visited.
        int first = complete[0].Key;
        KpiObservation[] coverage =
        [
            .. Enumerable.Range(first, complete[complete.Length - 1].Key - first + 1)
                .Select(month => (Month: month, Targets: customers.Values.Count(customer => customer.IsTarget && customer.Since <= month)))
                .Where(planned => planned.Targets > 0)
                .Select(planned => KpiObservation.OfParts(KpiBuilder.MonthAt(planned.Month), VisitedIn(planned.Month), planned.Targets)),
        ];
        if (coverage.Length > 0)
        {
            series.Add(KpiSeries.FromObservations(KpiCatalog.VisitCoverage, coverage));
        }

        int VisitedIn(int month) => months.TryGetValue(month, out Month? sums)
            ? sums.Visited.Count(name => customers.TryGetValue(name, out (int Since, bool IsTarget) known) && known.IsTarget && known.Since <= month)
            : 0;
    }

    private sealed class Month
    {
        public int Effective { get; set; }

        public Dictionary<string, uint> Days { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, (int Day, bool Has)> Stock { get; } = new(StringComparer.Ordinal);
    }
}
