using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Tells of series that are summed up from the beginning of each year, by their name or by how they run.</summary>
internal static class RunningTotals
{
    private const int MonthsAtLeast = 8;

    /// <summary>Notes that a series of a table of KPIs is a running total.</summary>
    internal static void Tell(Table table, string name, KpiSeries series, long line)
    {
        if (KnownColumns.IsRunningTotal(name))
        {
            table.AddNoteOf(name, Said.As("runningTotal.note"), line);
        }
        else if (!series.HasParts && series.Definition.Unit is KpiUnit.Money or KpiUnit.Number && Runs([.. Enumerable.Range(0, series.Count).Select(i => series.TryGetValue(i, out double value) ? value : (double?)null)], series.Start.Month))
        {
            table.AddNoteOf(name, new Message("table.looksCumulative", Said.Text("series", name)), line);
        }
    }

    /// <summary>Notes that the values of a study are a running total, where their name does not say so; what the name says is asked where the column is chosen.</summary>
    internal static void Tell(Table table, StudyColumn? column, double?[]? values, MonthSpan months)
    {
        if (column is not null && values is not null && !KnownColumns.IsRunningTotal(column.Name) && Runs(values, months.Start.Month))
        {
            table.AddNote(new Message("table.looksCumulative", Said.Text("series", column.Name)), null, column.Rows[0].Line);
        }
    }

    /// <summary>Whether every year grows from month to month, and every January falls below half of the December before it.</summary>
    private static bool Runs(double?[] values, int firstMonth)
    {
        int turns = 0;
        int steps = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] is not { } now || values[i - 1] is not { } before)
            {
                continue;
            }

            bool isTurn = (firstMonth + i) % 12 == 1;
            if (isTurn ? now >= before / 2 : now <= before)
            {
                return false;
            }

            _ = isTurn ? turns++ : steps++;
        }

        return turns > 0 && steps >= MonthsAtLeast;
    }
}
