using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Months of a table whose year is likely mistyped.</summary>
internal sealed class MistypedYears(Table table)
{
    private readonly HashSet<(YearMonth Month, long? Line)> _far = [];

    /// <summary>Asks for months whose year is likely mistyped, each cell once whatever the number of its series.</summary>
    internal bool AreIn(MonthSpan months)
    {
        IReadOnlyList<YearMonth> far = months.FarMonths();
        foreach (YearMonth month in far)
        {
            TableColumn? across = table.Across.FirstOrDefault(column => table.MonthOf(column) == month);
            long? line = across is null ? months.LineOf(month) : table.HeaderLine;
            if (_far.Add((month, line)))
            {
                YearMonth near = months.Start == far[0] ? months.FirstAfter(far[far.Count - 1]) : months.LastBefore(far[0]);
                table.Report(
                    new Message("table.monthFar", MessageArgument.Month("month", month), MessageArgument.Month("near", near)),
                    across ?? (table.Has(KnownColumns.Month) ? KnownColumns.Month : null), line);
            }
        }

        return far.Count > 0;
    }
}
