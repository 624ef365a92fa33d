using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The values of one KPI and segment, as they are met in a table.</summary>
internal sealed class SeriesGroup(KpiDefinition definition, string name, string segment, long line)
{
    internal KpiDefinition Definition { get; } = definition;

    internal string Segment { get; } = segment;

    internal long Line { get; } = line;

    /// <summary>What the file calls it.</summary>
    internal string Name { get; } = name;

    internal string Title { get; } = segment.Length == 0 ? name : name + " / " + segment;

    internal MonthSpan Months { get; } = new();

    internal UnitState Units { get; } = new();

    internal List<(YearMonth Month, double? First, double? Second)> Values { get; } = [];

    internal bool HasValue { get; private set; }

    /// <summary>Whether its values are numerators and denominators although the table has no such columns.</summary>
    internal bool HasParts { get; init; }

    /// <summary>Whether its name is one of those of a column.</summary>
    internal bool Is(TableColumn role) => role.Names.Prepend(role.Id).Any(known => HeaderText.Key(known) == HeaderText.Key(HeaderText.Split(Name).Name));

    /// <summary>Takes promoters less detractors over all answers, of three series of counts.</summary>
    internal void AddScores(Table table, SeriesGroup[] counts)
    {
        var months = new SortedDictionary<int, double?[]>();
        for (int i = 0; i < counts.Length; i++)
        {
            foreach ((YearMonth month, double? count, double? _) in counts[i].Values)
            {
                int key = (month.Year * 12) + month.Month - 1;
                if (!months.TryGetValue(key, out double?[]? row))
                {
                    months.Add(key, row = new double?[3]);
                }

                row[i] = count;
                if (count is { } known && !(known >= 0 && known == Math.Floor(known)))
                {
                    table.Report(Said.As("notCount", ("value", known.ToString(System.Globalization.CultureInfo.InvariantCulture))), null, counts[i].Months.LineOf(month));
                }
            }
        }

        foreach (KeyValuePair<int, double?[]> row in months)
        {
            var month = new YearMonth(row.Key / 12, (row.Key % 12) + 1);
            long line = counts.Select(count => count.Months.LineOf(month)).First(known => known is not null)!.Value;
            bool hasAll = Array.TrueForAll(row.Value, value => value is not null);
            if (!hasAll && Array.Exists(row.Value, value => value > 0))
            {
                table.Report(Said.As("countMissing"), null, line);
            }

            Months.TryAdd(month, line);
            double? all = hasAll ? row.Value[0] + row.Value[1] + row.Value[2] : null;
            Values.Add((month, all > 0 ? row.Value[0] - row.Value[2] : null, all > 0 ? all : null));
            HasValue |= all > 0;
        }

        table.AddNote(new Message("table.scoreOfCounts"));
    }

    internal void Add(Table table, YearMonth month, double? first, double? second, TableRow row, TableColumn column)
    {
        if (!Months.TryAdd(month, row.Line))
        {
            table.Report(
                new Message("table.monthOfSeriesTwice", MessageArgument.Month("month", month), MessageArgument.Text("series", Title), Said.Line(Months.LineOf(month)!.Value)),
                table.Has(KnownColumns.Month) ? KnownColumns.Month : column, row.Line);
            return;
        }

        if (first is { } value && !SeriesBuilder.IsInRange(value))
        {
            row.Report(column, Said.As("outOfRange", ("value", row.Text(column) ?? string.Empty)));
        }
        else if (ValueOf(first, second) is { } known && (known < Definition.Minimum - 1e-9 || known > Definition.Maximum + 1e-9))
        {
            row.Report(column, Said.KpiOutOfRange(Definition, row.Text(column) ?? string.Empty));
        }

        HasValue |= first is not null;
        Values.Add((month, first, second));
    }

    private double? ValueOf(double? first, double? second) => second is null ? first : second > 0 ? Definition.PartsScale * first / second : null;
}
