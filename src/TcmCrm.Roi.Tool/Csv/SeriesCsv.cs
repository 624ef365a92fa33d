using NodaTime;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Csv;

/// <summary>
/// A monthly series file: a header with <c>month</c> and one or more columns of numbers, one line a month in any order. Known layouts are
/// <c>month,value[,control]</c>, <c>month,numerator,denominator</c> and <c>month,promoters,passives,detractors</c>; which columns a command uses is up to it.
/// An empty cell is a gap. UTF-8; the delimiter is a comma, semicolon or tab, whichever the header uses.
/// </summary>
internal sealed class SeriesCsv
{
    private const int MonthsAtMost = 2400;

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["月份"] = "month", ["月"] = "month", ["值"] = "value", ["数值"] = "value", ["对照"] = "control", ["对照组"] = "control",
        ["分子"] = "numerator", ["分母"] = "denominator", ["推荐者"] = "promoters", ["被动者"] = "passives", ["贬损者"] = "detractors",
    };

    private readonly Dictionary<string, double?[]> columns;
    private readonly Dictionary<YearMonth, long> lines;

    private SeriesCsv(Message name, YearMonth start, YearMonth end, List<string> names, Dictionary<string, double?[]> columns, Dictionary<YearMonth, long> lines)
    {
        Name = name;
        Start = start;
        End = end;
        Columns = names;
        this.columns = columns;
        this.lines = lines;
    }

    /// <summary>The file as problems name it.</summary>
    internal Message Name { get; }

    /// <summary>The earliest month.</summary>
    internal YearMonth Start { get; }

    /// <summary>The latest month, inclusive.</summary>
    internal YearMonth End { get; }

    /// <summary>The columns beside the month, in the order of the file; Chinese names of known columns are translated.</summary>
    internal IReadOnlyList<string> Columns { get; }

    /// <summary>Whether there is a column; upper and lower case are the same.</summary>
    internal bool Has(string column) => columns.ContainsKey(Canonical(column));

    /// <summary>The values of a column from <see cref="Start"/> to <see cref="End"/>, one a calendar month; null where the cell is empty or the month is missing.</summary>
    internal IReadOnlyList<double?> Values(string column) => columns[Canonical(column)];

    /// <summary>The line of a month in the file, from 1; null when the month is not in the file.</summary>
    internal long? LineOf(YearMonth month) => lines.TryGetValue(month, out long line) ? line : null;

    /// <summary>Reads a file. Everything that is wrong is added to <paramref name="problems"/>; the result is null when the file gives no series at all.</summary>
    internal static SeriesCsv? Read(Stream stream, Message name, ProblemList problems)
    {
        CsvTable? table = CsvTable.Read(stream, name, "month,value", Aliases, problems);
        if (table is null)
        {
            return null;
        }

        int monthColumn = table.IndexOf("month");
        if (monthColumn < 0)
        {
            problems.Add(name, 1, Place.Header, new Message("csv.noColumnMonth", Told.Names("columns", table.Columns)));
            return null;
        }

        if (table.Columns.Count < 2)
        {
            problems.Add(name, 1, Place.Header, Told.As("csv.onlyMonth"));
            return null;
        }

        return Body(table, monthColumn, problems);
    }

    private static SeriesCsv? Body(CsvTable table, int monthColumn, ProblemList problems)
    {
        Message name = table.Name;
        var rows = new Dictionary<YearMonth, double?[]>();
        var lines = new Dictionary<YearMonth, long>();
        foreach ((long Line, string[] Cells) row in table.Rows)
        {
            string monthText = row.Cells[monthColumn];
            if (!MonthText.TryParse(monthText, out YearMonth month))
            {
                problems.Add(name, row.Line, Place.Of("month"), MonthText.NotAMonth(monthText));
                continue;
            }

            if (lines.TryGetValue(month, out long earlier))
            {
                problems.Add(name, row.Line, Place.Of("month"), new Message("csv.monthTwice", MessageArgument.Month("month", month), MonthText.Line(earlier)));
                continue;
            }

            lines.Add(month, row.Line);
            rows.Add(month, [.. table.Columns.Select((_, column) => column == monthColumn ? null : table.Number(row, column, problems))]);
        }

        if (rows.Count == 0)
        {
            problems.Add(name, null, null, Told.As("csv.noMonths"));
            return null;
        }

        YearMonth start = rows.Keys.Min();
        YearMonth end = rows.Keys.Max();
        int count = ((end.Year - start.Year) * 12) + end.Month - start.Month + 1;
        if (count > MonthsAtMost)
        {
            problems.Add(name, null, Place.Of("month"), new Message("csv.tooLong", MonthText.Span(start, end, count, MonthsAtMost)));
            return null;
        }

        var columns = new Dictionary<string, double?[]>(StringComparer.OrdinalIgnoreCase);
        for (int c = 0; c < table.Columns.Count; c++)
        {
            if (c == monthColumn)
            {
                continue;
            }

            var values = new double?[count];
            for (int i = 0; i < count; i++)
            {
                values[i] = rows.TryGetValue(start.PlusMonths(i), out double?[]? row) ? row[c] : null;
            }

            columns.Add(table.Columns[c], values);
        }

        return new SeriesCsv(name, start, end, [.. table.Columns.Where((_, i) => i != monthColumn)], columns, lines);
    }

    private static string Canonical(string name)
    {
        string trimmed = name.Trim();
        return Aliases.TryGetValue(trimmed, out string? known) ? known : trimmed;
    }
}
