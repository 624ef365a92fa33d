using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Csv;

/// <summary>
/// The lines of a CSV file under its header, with their numbers. UTF-8; the delimiter is a comma, semicolon or tab, whichever the header uses;
/// blank lines are passed over. What the cells mean is up to the reader of the layout.
/// </summary>
internal sealed class CsvTable
{
    private CsvTable(Message name, string[] columns, List<(long Line, string[] Cells)> rows)
    {
        Name = name;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The file as problems name it.</summary>
    internal Message Name { get; }

    /// <summary>The names of the columns, each once, in the order of the file.</summary>
    internal IReadOnlyList<string> Columns { get; }

    /// <summary>The lines below the header, each with its number from 1 and one cell for each column (empty where the line is short).</summary>
    internal IReadOnlyList<(long Line, string[] Cells)> Rows { get; }

    internal int IndexOf(string column) => Array.FindIndex((string[])Columns, name => name.Equals(column, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a file; what is wrong with its form is added to <paramref name="problems"/>. Null when there is no usable header.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">The file as problems name it.</param>
    /// <param name="example">A header to show where there is none.</param>
    /// <param name="aliases">Other names of columns, such as Chinese ones.</param>
    /// <param name="problems">Takes the problems.</param>
    internal static CsvTable? Read(Stream stream, Message name, string example, IReadOnlyDictionary<string, string> aliases, ProblemList problems)
    {
        string text;
        try
        {
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            problems.Add(name, null, null, Told.As("csv.notUtf8"));
            return null;
        }

        bool badQuotes = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => badQuotes = true,
            MissingFieldFound = null,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        if (!parser.Read() || parser.Record is not { } header)
        {
            problems.Add(name, null, null, Told.As("csv.empty", ("header", example)));
            return null;
        }

        string[]? columns = Header(header, aliases, name, problems);
        if (columns is null)
        {
            return null;
        }

        var rows = new List<(long Line, string[] Cells)>();
        long line = parser.RawRow + 1;
        for (; parser.Read(); line = parser.RawRow + 1)
        {
            string[] record = parser.Record!;
            long last = parser.RawRow;
            if (badQuotes)
            {
                problems.Add(name, line, null, Told.As("csv.quote"));
                badQuotes = false;
            }
            else if (record.Length > columns.Length)
            {
                problems.Add(name, last, null, Cells(record.Length, columns.Length));
            }
            else if (!record.All(string.IsNullOrWhiteSpace))
            {
                string[] cells = [.. record, .. Enumerable.Repeat("", columns.Length - record.Length)];
                rows.Add((last, cells));
            }
        }

        return new CsvTable(name, columns, rows);
    }

    /// <summary>The number in a cell; null, and perhaps a problem, when there is none.</summary>
    internal double? Number((long Line, string[] Cells) row, int column, ProblemList problems)
    {
        string cell = row.Cells[column];
        if (cell.Length == 0)
        {
            return null;
        }

        bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        if (isNumber && IsInRange(value))
        {
            return value;
        }

        problems.Add(Name, row.Line, Place.Column(Columns[column]), Told.As(isNumber ? "csv.outOfRange" : "csv.notNumber", ("value", cell)));
        return null;
    }

    /// <summary>Whether a value and its powers, which statistics take, are numbers: 0, or from 1e-60 to 1e60 in size.</summary>
    internal static bool IsInRange(double value) => value == 0 || Math.Abs(value) is >= 1e-60 and <= 1e60;

    /// <summary>A line has more cells than the header.</summary>
    internal static Message Cells(int cells, int columns) => new("csv.cells", MessageArgument.Number("cells", cells), MessageArgument.Number("columns", columns));

    private static string[]? Header(string[] header, IReadOnlyDictionary<string, string> aliases, Message name, ProblemList problems)
    {
        var names = new List<string>();
        foreach (string cell in header)
        {
            string trimmed = cell.Trim();
            string column = aliases.TryGetValue(trimmed, out string? known) ? known : trimmed;
            if (column.Length == 0)
            {
                problems.Add(name, 1, Place.Column((names.Count + 1).ToString(CultureInfo.InvariantCulture)), Told.As("csv.columnUnnamed"));
                return null;
            }

            if (names.Contains(column, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(name, 1, Place.Column(column), Told.As("csv.columnTwice"));
                return null;
            }

            names.Add(column);
        }

        return [.. names];
    }

    private static string DelimiterOf(string text)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string header = end < 0 ? text : text[..end];
        return header.Contains(',', StringComparison.Ordinal) ? "," : header.Contains('\t', StringComparison.Ordinal) ? "\t"
            : header.Contains(';', StringComparison.Ordinal) ? ";" : ",";
    }
}
