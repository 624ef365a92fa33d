namespace TcmCrm.Roi.Kpis;

/// <summary>The KPIs of one ledger of orders.</summary>
internal sealed class SalesKpis(
    SalesLedger ledger,
    string segment,
    int from,
    int through,
    KpiBuilderOptions options,
    IReadOnlyDictionary<string, (int Since, bool IsTarget)> customers,
    StockLedger stock,
    List<KpiSeries> series,
    List<Message>? notes)
{
    /// <summary>Without a customer file a customer is new who did not buy in the year before.</summary>
    private const int Lookback = 12;

    private readonly int first = ledger.FirstMonth;
    private readonly int count = Math.Max(0, through - ledger.FirstMonth + 1);

    /// <summary>The first month that is complete.</summary>
    private readonly int begin = Math.Max(0, from - ledger.FirstMonth);

    internal void Build(SortedDictionary<int, long>? complaints)
    {
        if (count <= begin)
        {
            return;
        }

        ledger.CoverTo(through);

        Values(KpiCatalog.SalesRevenue, month => (double)month.Revenue);
        Values(KpiCatalog.Orders, month => month.Orders);
        ValuesWhereAll(KpiCatalog.GrossMargin, month => month.WithMargin, month => (double)month.Margin);
        PartsWhereAll(KpiCatalog.GrossMarginRate, month => month.WithMargin, month => (double)month.Margin, month => (double)month.Revenue);
        PartsWhereAll(KpiCatalog.RebateRatio, month => month.WithRebate, month => (double)month.Rebate, month => (double)month.Revenue);
        PartsWhereAll(KpiCatalog.MemberSalesShare, month => month.WithMember, month => (double)month.MemberRevenue, month => (double)month.Revenue);
        Parts(KpiCatalog.AverageDealSize, month => (double)month.Revenue, month => month.Orders);
        if (Enumerable.Range(0, count).Any(i => ledger.At(i).Returns > 0))
        {
            Parts(KpiCatalog.ReturnRate, month => (double)month.Returns, month => (double)(month.Revenue + month.Returns));
        }

        Growth();
        Missing(KpiCatalog.SellThroughSkuRate, month => month.WithSku);
        Parts(KpiCatalog.SellThroughSkuRate, i => IsWhole(i, month => month.WithSku) ? ledger.SkusIn(first + i) : null, i => stock.Carried(segment, first + i));
        Customers();
        if (complaints is not null && complaints.Count > 0)
        {
            // Nobody knows whether there were no complaints before the first and after the last, or no records.
            int earliest = complaints.Keys.First();
            int latest = complaints.Keys.Last();
            Parts(
                KpiCatalog.ComplaintRate,
                i => first + i < earliest || first + i > latest ? null : complaints.TryGetValue(first + i, out long found) ? found : 0,
                i => ledger.At(i).Orders);
        }
    }

    /// <summary>Sales of a month over those of the same month a year before, less one: 终端销量增长率, by quantity.</summary>
    private void Growth()
    {
        var growth = new double?[count];
        for (int i = 12; i < count; i++)
        {
            SalesLedger.MonthSums now = ledger.At(i);
            SalesLedger.MonthSums before = ledger.At(i - 12);
            bool known = i - 12 >= begin && now.WithQuantity == now.Lines && before.Lines > 0 && before.WithQuantity == before.Lines && before.Quantity > 0;
            growth[i] = known ? (double)(now.Quantity / before.Quantity) - 1 : null;
        }

        KpiBuilder.AddValues(series, KpiCatalog.TerminalSalesGrowth, segment, first, growth);
    }

    /// <summary>All that is counted over customers: one walk over each customer's months of purchase.</summary>
    private void Customers()
    {
        var active = new double[count];
        var lost = new double[count];
        var newcomers = new double[count];
        var buyers = new double[count];
        var again = new double[count];
        var crossed = new double[count];
        var covered = new double[count];
        bool hasLines = false;
        int buyersSeen = 0;
        int undated = 0;
        foreach (KeyValuePair<string, int> customer in ledger.Customers)
        {
            SalesLedger.ReadOnlyPurchases purchases = ledger.Of(customer.Value);
            if (purchases.Count == 0)
            {
                continue;
            }

            bool listed = customers.TryGetValue(customer.Key, out (int Since, bool IsTarget) known);
            buyersSeen++;
            undated += listed && known.Since >= 0 ? 0 : 1;
            int born = listed && known.Since >= 0 && known.Since < first ? known.Since : purchases[0].Month;
            if (born >= first && born - first < count)
            {
                newcomers[born - first]++;
            }

            int reach = Math.Min(count, purchases[purchases.Count - 1].Month - first + Math.Max(options.ActiveMonths, options.WindowMonths) + 1);
            int latest = -1;
            int from = 0;
            int next = 0;
            int orders = 0;
            bool wasActive = false;
            for (int i = purchases[0].Month - first; i < reach; i++)
            {
                int month = first + i;
                while (next < purchases.Count && purchases[next].Month <= month)
                {
                    orders += purchases[next].Orders;
                    latest = purchases[next].Month;
                    next++;
                }

                while (from < next && purchases[from].Month <= month - options.WindowMonths)
                {
                    orders -= purchases[from].Orders;
                    from++;
                }

                bool isActive = month - latest < options.ActiveMonths;
                active[i] += isActive ? 1 : 0;
                lost[i] += wasActive && !isActive ? 1 : 0;
                covered[i] += isActive && listed && known.IsTarget && known.Since <= month ? 1 : 0;
                wasActive = isActive;
                if (from < next)
                {
                    buyers[i]++;
                    again[i] += orders >= 2 ? 1 : 0;
                    ulong lines = 0;
                    for (int p = from; p < next; p++)
                    {
                        lines |= purchases[p].ProductLines;
                    }

                    hasLines |= lines != 0;
                    crossed[i] += (lines & (lines - 1)) != 0 ? 1 : 0;
                }
            }
        }

        int activeFrom = begin + options.ActiveMonths - 1;
        int windowFrom = begin + options.WindowMonths - 1;
        bool sinceKnown = customers.Count > 0 && undated == 0;
        int newFrom = begin + (sinceKnown ? 0 : Lookback);
        if (!sinceKnown && notes is not null)
        {
            NoteNewCustomers(notes, newFrom, buyersSeen, undated);
        }

        KpiBuilder.AddValues(series, KpiCatalog.NewCustomers, segment, first, From(newFrom, i => newcomers[i]));
        KpiBuilder.AddValues(series, KpiCatalog.ActiveCustomers, segment, first, From(activeFrom, i => active[i]));
        Parts(KpiCatalog.Arpu, i => i >= activeFrom ? (double)ledger.At(i).Revenue : null, i => active[i]);
        Parts(KpiCatalog.RetentionRate, i => i > activeFrom ? active[i - 1] - lost[i] : null, i => active[i - 1]);
        Parts(KpiCatalog.ChurnRate, i => i > activeFrom ? lost[i] : null, i => active[i - 1]);
        Parts(KpiCatalog.RepurchaseRate, i => i >= windowFrom ? again[i] : null, i => buyers[i]);
        if (hasLines)
        {
            Parts(KpiCatalog.CrossSellRate, i => i >= windowFrom ? crossed[i] : null, i => buyers[i]);
        }

        if (segment.Length == 0 && customers.Values.Any(customer => customer.IsTarget))
        {
            int[] targets = [.. customers.Values.Where(customer => customer.IsTarget).Select(customer => customer.Since)];
            Parts(KpiCatalog.TerminalCoverage, i => i >= activeFrom ? covered[i] : null, i => targets.Count(since => since <= first + i));
        }
    }

    private void NoteNewCustomers(List<Message> told, int newFrom, int buyers, int undated)
    {
        List<MessageArgument> arguments = [MessageArgument.Number("undated", undated), MessageArgument.Number("buyers", buyers)];
        if (newFrom < count)
        {
            arguments.Add(MessageArgument.Month("month", KpiBuilder.MonthAt(first + newFrom)));
        }

        told.Add(new Message((newFrom < count ? "kpiNewCustomersFrom" : "kpiNewCustomersNone") + (customers.Count > 0 ? ".undated" : string.Empty), [.. arguments]));
    }

    private double?[] From(int begin, Func<int, double?> value)
    {
        var values = new double?[count];
        for (int i = begin; i < count; i++)
        {
            values[i] = value(i);
        }

        return values;
    }

    /// <summary>A month without an order, between others that have some, has sold nothing.</summary>
    private void Values(KpiDefinition kpi, Func<SalesLedger.MonthSums, double> value) =>
        KpiBuilder.AddValues(series, kpi, segment, first, From(begin, i => value(ledger.At(i))));

    private void ValuesWhereAll(KpiDefinition kpi, Func<SalesLedger.MonthSums, long> known, Func<SalesLedger.MonthSums, double> value)
    {
        Missing(kpi, known);
        KpiBuilder.AddValues(series, kpi, segment, first, From(begin, i => IsWhole(i, known) ? value(ledger.At(i)) : null));
    }

    private void PartsWhereAll(
        KpiDefinition kpi, Func<SalesLedger.MonthSums, long> known, Func<SalesLedger.MonthSums, double> above, Func<SalesLedger.MonthSums, double> below)
    {
        Missing(kpi, known);
        Parts(kpi, i => IsWhole(i, known) ? above(ledger.At(i)) : null, i => below(ledger.At(i)));
    }

    private void Parts(KpiDefinition kpi, Func<SalesLedger.MonthSums, double> above, Func<SalesLedger.MonthSums, double> below) =>
        Parts(kpi, i => ledger.At(i).HasOrders ? above(ledger.At(i)) : null, i => below(ledger.At(i)));

    private void Parts(KpiDefinition kpi, Func<int, double?> above, Func<int, double> below)
    {
        var numerators = new double?[count];
        var denominators = new double?[count];
        for (int i = begin; i < count; i++)
        {
            // A month whose returns exceed its sales, or with parts outside the range of the KPI, has no ratio.
            if (above(i) is { } numerator && below(i) is var denominator && denominator > 0 && kpi.IsInRange(numerator / denominator * kpi.PartsScale))
            {
                numerators[i] = numerator;
                denominators[i] = denominator;
            }
        }

        KpiBuilder.AddParts(series, kpi, segment, first, numerators, denominators);
    }

    /// <summary>Whether all lines of a month have what a KPI needs; a month without lines lacks nothing where others have it.</summary>
    private bool IsWhole(int index, Func<SalesLedger.MonthSums, long> known) =>
        known(ledger.At(index)) == ledger.At(index).Lines && (ledger.At(index).HasOrders || Enumerable.Range(begin, count - begin).Any(i => known(ledger.At(i)) > 0));

    private void Missing(KpiDefinition kpi, Func<SalesLedger.MonthSums, long> known)
    {
        int partly = Enumerable.Range(begin, count - begin).Count(i => known(ledger.At(i)) > 0 && !IsWhole(i, known));
        if (partly > 0)
        {
            notes?.Add(new Message("kpiPartsMissing", MessageArgument.Part("kpi", kpi.NameMessage), MessageArgument.Number("months", partly)));
        }
    }
}
