namespace TcmCrm.Roi.Kpis;

/// <summary>What was carried in each month, of the whole and of each segment.</summary>
internal sealed class StockLedger
{
    private readonly Dictionary<(string Segment, int Month), HashSet<string>> carried = [];
    private readonly SortedDictionary<(string Segment, int Month), (decimal Near, decimal All, bool IsWhole)> values = [];

    internal void Add(in KpiStock stock, string segment, int month, int nearMonths)
    {
        One(stock, string.Empty, month, nearMonths);
        if (segment.Length > 0)
        {
            One(stock, segment, month, nearMonths);
        }
    }

    /// <summary>How many products with their sizes a month carried; 0 where it has no stock list.</summary>
    internal int Carried(string segment, int month) => carried.TryGetValue((segment, month), out HashSet<string>? skus) ? skus.Count : 0;

    /// <summary>近效期占比: of the months whose lines all have a value and the months left.</summary>
    internal void Build(int through, List<KpiSeries> series)
    {
        foreach (IGrouping<string, KeyValuePair<(string Segment, int Month), (decimal Near, decimal All, bool IsWhole)>> segment in values.GroupBy(pair => pair.Key.Segment))
        {
            KpiObservation[] near =
            [
                .. segment.Where(pair => pair.Key.Month <= through && pair.Value.IsWhole && pair.Value.All > 0)
                    .Select(pair => KpiObservation.OfParts(KpiBuilder.MonthAt(pair.Key.Month), (double)pair.Value.Near, (double)pair.Value.All)),
            ];
            if (near.Length > 0)
            {
                series.Add(KpiSeries.FromObservations(KpiCatalog.NearExpiryShare, near, segment.Key));
            }
        }
    }

    private void One(in KpiStock stock, string segment, int month, int nearMonths)
    {
        if (!carried.TryGetValue((segment, month), out HashSet<string>? skus))
        {
            carried.Add((segment, month), skus = new HashSet<string>(StringComparer.Ordinal));
        }

        skus.Add(stock.Sku);
        bool isFirst = !values.TryGetValue((segment, month), out (decimal Near, decimal All, bool IsWhole) known);
        decimal value = stock.Value ?? 0;
        values[(segment, month)] = (
            known.Near + (stock.MonthsLeft <= nearMonths ? value : 0), known.All + value, (isFirst || known.IsWhole) && stock.Value is not null && stock.MonthsLeft is not null);
    }
}
