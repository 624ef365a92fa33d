using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The segments of a table of a study: each is a series of its own, and one that is the sum of the others is none.</summary>
internal static class StudySegments
{
    private static readonly HashSet<string> Totals = new(
        ["合计", "总计", "总和", "全部", "小计", "全国", "全公司", "全集团", "公司合计", "集团合计", "整体", "总体", "汇总", "total", "totals", "all", "sum", "subtotal", "overall"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The study of a table: of one series, or of several where a column of segments has several names in it.</summary>
    internal static StudyReading Build(Table table, StudyTableOptions options)
    {
        TableRow[] rows = [.. table.Rows];
        bool namesRows = table.Across.Count > 1 && (table.Has(KnownColumns.Kpi) || options.Value is not null || options.Numerator is not null || options.Controls.Count > 0);
        // Numbers under 门店 or 渠道 are a series, such as a control, and name no segment.
        if (!table.Has(KnownColumns.Segment) || table.IsNumeric(KnownColumns.Segment) || namesRows)
        {
            return new StudyBuilder(table, options, rows).Build();
        }

        var groups = new List<IGrouping<string, TableRow>>();
        foreach (IGrouping<string, TableRow> group in rows.GroupBy(row => row.Text(KnownColumns.Segment)?.Trim() ?? string.Empty))
        {
            if (Totals.Contains(group.Key))
            {
                TellTotal(table, group);
            }
            else if (group.Key.Length == 0)
            {
                group.First().Report(KnownColumns.Segment, Said.As("noSegment"));
            }
            else
            {
                groups.Add(group);
            }
        }

        if (groups.Count < 2)
        {
            return new StudyBuilder(table, options, groups.Count == 0 ? rows : [.. groups[0]]).Build();
        }

        StudyReading[] segments = [.. groups.Select(group => new StudyBuilder(table, options, [.. group], group.Key).Build())];
        if (table.Problems.Count == 0 && TotalAmong(segments) is { } total)
        {
            TellTotal(table, groups[total]);
            segments = [.. segments.Where((_, i) => i != total)];
        }

        var all = new MonthSpan();
        foreach (StudyReading reading in segments.Where(reading => reading.Series is not null))
        {
            all.TryAdd(reading.Start, 0);
            all.TryAdd(reading.End, 0);
        }

        return new StudyReading(table, all)
        {
            Kind = segments[0].Kind,
            Segments = table.Problems.Count > 0 ? [] : Array.AsReadOnly(segments),
            Header = segments[0].Header,
        };
    }

    private static void TellTotal(Table table, IGrouping<string, TableRow> group) => table.AddNote(Said.As("totalSegment", ("segment", group.Key)), KnownColumns.Segment, group.First().Line);

    /// <summary>Which of three or more segments is the sum of the others in each month, within what rounding leaves; null where none is.</summary>
    private static int? TotalAmong(StudyReading[] segments)
    {
        if (segments.Length < 3 || Array.Exists(segments, segment => segment.Series is null || segment.Kind == SeriesKind.Score || (segment.Kind == SeriesKind.Ratio && !segment.Series.HasParts)))
        {
            return null;
        }

        KpiSeries[] series = [.. segments.Select(segment => segment.Series!)];
        for (int i = 0; i < series.Length; i++)
        {
            if (IsSumOfOthers(series, i))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsSumOfOthers(KpiSeries[] series, int candidate)
    {
        int months = 0;
        foreach (NodaTime.YearMonth month in series[candidate].ObservedMonths)
        {
            double sum = 0;
            double own = 0;
            for (int i = 0; i < series.Length; i++)
            {
                if (!series[i].TryIndexOf(month, out int index) || !TryAmount(series[i], index, out double amount))
                {
                    return false;
                }

                own = i == candidate ? amount : own;
                sum += i == candidate ? 0 : amount;
            }

            months += own != 0 ? 1 : 0;
            if (Math.Abs(sum - own) > 0.002 * Math.Abs(own))
            {
                return false;
            }
        }

        return months >= 3;
    }

    private static bool TryAmount(KpiSeries series, int index, out double amount) => series.HasParts ? series.TryGetParts(index, out _, out amount) : series.TryGetValue(index, out amount);
}
