using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Tells of series that are summed up from the beginning of each year, by their name or by how they run.</summary>
internal static class RunningTotals
{
    private const int MonthsAtLeast = 8;

    /// <summary>Notes that a series of a table of KPIs is a running total.</summary>
    internal static void Tell(Table table, string name, KpiSeries series, long line)
    {
        Func<int, double?> at = i => series.TryGetValue(i, out double value) ? value : null;
        if (!series.HasParts)
        {
            TellZeros(table, name, at, series.Count, line);
        }

        if (KnownColumns.IsRunningTotal(name))
        {
            table.AddNoteOf(name, Said.As("runningTotal.note"), line);
        }
        else if (!series.HasParts && series.Definition.Unit is KpiUnit.Money or KpiUnit.Number && Runs(at, series.Count, series.Start.Month))
        {
            table.AddNoteOf(name, new Message("table.looksCumulative", Said.Text("series", name)), line);
        }
    }

    /// <summary>Notes that the values of a study are a running total, where their name does not say so; what the name says is asked where the column is chosen.</summary>
    internal static void Tell(Table table, StudyColumn? column, double?[]? values, MonthSpan months)
    {
        if (column is not null && values is not null)
        {
            TellZeros(table, column.Name, i => values[i], values.Length, column.Rows[0].Line);
        }

        if (column is not null && values is not null && !KnownColumns.IsRunningTotal(column.Name) && Runs(i => values[i], values.Length, months.Start.Month))
        {
            table.AddNote(new Message("table.looksCumulative", Said.Text("series", column.Name)), null, column.Rows[0].Line);
        }
    }

    /// <summary>Notes zeros at the end of a series that had none before: months that are still to come, as often as nothing.</summary>
    private static void TellZeros(Table table, string name, Func<int, double?> at, int count, long line)
    {
        int zeros = 0;
        int others = 0;
        for (int i = count - 1; i >= 0; i--)
        {
            double? value = at(i);
            bool isZero = value is { } known && known == 0;
            if (isZero && others > 0)
            {
                return;
            }

            zeros += isZero ? 1 : 0;
            others += value is not null && !isZero ? 1 : 0;
        }

        if (zeros > 0 && others >= MonthsAtLeast)
        {
            table.AddNoteOf(name, new Message("table.zerosAtEnd", Said.Count("months", zeros)), line);
        }
    }

    /// <summary>Whether every year grows from month to month, and every January falls below half of the December before it.</summary>
    private static bool Runs(Func<int, double?> at, int count, int firstMonth)
    {
        int turns = 0;
        int steps = 0;
        for (int i = 1; i < count; i++)
        {
            if (at(i) is not { } now || at(i - 1) is not { } before)
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
