using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime;

namespace TcmCrm.Roi.Tool.Csv;

/// <summary>
/// A monthly series file: a header with <c>month</c> and one or more columns of numbers, one line a month in any order. Known layouts are
/// <c>month,value[,control]</c>, <c>month,numerator,denominator</c> and <c>month,promoters,passives,detractors</c>; which columns a command uses is up to it.
/// An empty cell is a gap. UTF-8; the delimiter is a comma, semicolon or tab, whichever the header uses.
/// </summary>
internal sealed class SeriesCsv
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["月份"] = "month", ["月"] = "month", ["值"] = "value", ["数值"] = "value", ["对照"] = "control", ["对照组"] = "control",
        ["分子"] = "numerator", ["分母"] = "denominator", ["推荐者"] = "promoters", ["被动者"] = "passives", ["贬损者"] = "detractors",
    };

    private readonly Dictionary<string, double?[]> columns;
    private readonly Dictionary<YearMonth, long> lines;

    private SeriesCsv(string name, YearMonth start, YearMonth end, List<string> names, Dictionary<string, double?[]> columns, Dictionary<YearMonth, long> lines)
    {
        Name = name;
        Start = start;
        End = end;
        Columns = names;
        this.columns = columns;
        this.lines = lines;
    }

    /// <summary>The file as problems name it.</summary>
    internal string Name { get; }

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
    internal static SeriesCsv? Read(Stream stream, string name, ProblemList problems)
    {
        string text;
        try
        {
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            problems.Add(name, null, "", "is not UTF-8 text");
            return null;
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
            MissingFieldFound = null,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        if (!parser.Read() || parser.Record is not { } header)
        {
            problems.Add(name, null, "", "is empty; expected a header such as month,value");
            return null;
        }

        List<string>? names = Header(header, name, problems);
        return names is null ? null : Body(parser, names, name, problems);
    }

    private static List<string>? Header(string[] header, string name, ProblemList problems)
    {
        var names = new List<string>();
        foreach (string cell in header)
        {
            string column = Canonical(cell);
            if (column.Length == 0)
            {
                problems.Add(name, 1, $"column {names.Count + 1}", "has no name in the header");
                return null;
            }

            if (names.Contains(column, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(name, 1, $"column {column}", "comes twice in the header");
                return null;
            }

            names.Add(column);
        }

        if (!names.Contains("month", StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(name, 1, "header", $"has no column month; found {string.Join(", ", header)}");
            return null;
        }

        if (names.Count < 2)
        {
            problems.Add(name, 1, "header", "has no column beside month; expected for example month,value");
            return null;
        }

        return names;
    }

    private static SeriesCsv? Body(CsvParser parser, List<string> names, string name, ProblemList problems)
    {
        int monthColumn = names.FindIndex(n => n.Equals("month", StringComparison.OrdinalIgnoreCase));
        var rows = new Dictionary<YearMonth, double?[]>();
        var lines = new Dictionary<YearMonth, long>();
        while (parser.Read())
        {
            string[] record = parser.Record!;
            long line = parser.RawRow;
            if (record.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (record.Length > names.Count)
            {
                problems.Add(name, line, "", $"has {record.Length} cells, the header has {names.Count}");
                continue;
            }

            string monthText = monthColumn < record.Length ? record[monthColumn] : "";
            if (!MonthText.TryParse(monthText, out YearMonth month))
            {
                problems.Add(name, line, "month", $"'{monthText}' is not a month; write 2025-03");
                continue;
            }

            if (lines.TryGetValue(month, out long earlier))
            {
                problems.Add(name, line, "month", $"{MonthText.Of(month)} comes twice, first on line {earlier}");
                continue;
            }

            lines.Add(month, line);
            rows.Add(month, Cells(record, names, monthColumn, name, line, problems));
        }

        if (rows.Count == 0)
        {
            problems.Add(name, null, "", "has no line with a month");
            return null;
        }

        YearMonth start = rows.Keys.Min();
        YearMonth end = rows.Keys.Max();
        int count = ((end.Year - start.Year) * 12) + end.Month - start.Month + 1;
        if (count > 2400)
        {
            problems.Add(name, null, "month", $"runs from {MonthText.Of(start)} to {MonthText.Of(end)}, {count} months; allowed: 2400");
            return null;
        }

        var columns = new Dictionary<string, double?[]>(StringComparer.OrdinalIgnoreCase);
        for (int c = 0; c < names.Count; c++)
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

            columns.Add(names[c], values);
        }

        return new SeriesCsv(name, start, end, [.. names.Where((_, i) => i != monthColumn)], columns, lines);
    }

    private static double?[] Cells(string[] record, List<string> names, int monthColumn, string name, long line, ProblemList problems)
    {
        var cells = new double?[names.Count];
        for (int c = 0; c < record.Length; c++)
        {
            string cell = record[c];
            if (c == monthColumn || cell.Length == 0)
            {
                continue;
            }

            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            {
                problems.Add(name, line, $"column {names[c]}", $"'{cell}' is not a number; write it without thousands separators, with a point, and leave a missing value empty");
                continue;
            }

            cells[c] = value;
        }

        return cells;
    }

    private static string Canonical(string name)
    {
        string trimmed = name.Trim();
        return Aliases.TryGetValue(trimmed, out string? known) ? known : trimmed;
    }

    private static string DelimiterOf(string text)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string header = end < 0 ? text : text[..end];
        return header.Contains(',', StringComparison.Ordinal) ? "," : header.Contains('\t', StringComparison.Ordinal) ? "\t"
            : header.Contains(';', StringComparison.Ordinal) ? ";" : ",";
    }
}
