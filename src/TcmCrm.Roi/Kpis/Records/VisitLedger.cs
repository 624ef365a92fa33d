namespace TcmCrm.Roi.Kpis;

/// <summary>Visits a month: effective ones, days of representatives, and the customers seen.</summary>
internal sealed class VisitLedger
{
    private readonly SortedDictionary<int, Month> months = [];

    internal void Add(in KpiVisit visit, int month)
    {
        if (!months.TryGetValue(month, out Month? sums))
        {
            months.Add(month, sums = new Month());
        }

        sums.Effective += visit.IsEffective ? 1 : 0;
        sums.Days.TryGetValue(visit.Representative, out uint days);
        sums.Days[visit.Representative] = days | (1U << visit.Date.Day);
        sums.Visited.Add(visit.Customer);
        if (visit.HasStock is { } stock)
        {
            // The latest answer of the month counts, and of one day the one that saw stock.
            if (!sums.Stock.TryGetValue(visit.Customer, out (int Day, bool Has) known) || visit.Date.Day > known.Day || (visit.Date.Day == known.Day && stock))
            {
                sums.Stock[visit.Customer] = (visit.Date.Day, stock);
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

        series.Add(KpiSeries.FromObservations(KpiCatalog.VisitCoverage, complete.Select(pair => KpiObservation.OfParts(
            KpiBuilder.MonthAt(pair.Key),
            pair.Value.Visited.Count(name => customers.TryGetValue(name, out (int Since, bool IsTarget) known) && known.IsTarget && known.Since <= pair.Key),
            customers.Values.Count(customer => customer.IsTarget && customer.Since <= pair.Key)))));
    }

    private sealed class Month
    {
        public int Effective { get; set; }

        public Dictionary<string, uint> Days { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, (int Day, bool Has)> Stock { get; } = new(StringComparer.Ordinal);
    }
}
