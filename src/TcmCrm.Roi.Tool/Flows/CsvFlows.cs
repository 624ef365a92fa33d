using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>
/// Series as rows of id, date and amount with a header line; without a date column they are periodic. The rows of one series stand together, so
/// that a file of any size is read in the memory of its longest series.
/// </summary>
internal static class CsvFlows
{
    // Identifiers that are remembered to find rows that stand apart from their series: eight bytes each.
    private const int Remembered = 1_000_000;

    internal static bool LooksLikeHeader(ReadOnlySpan<byte> line)
    {
        string text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, 1000)]);
        return !text.TrimStart().StartsWith('{') && text.Split(',').Any(cell => Name(cell) == "amount");
    }

    internal static IEnumerable<FlowItem> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MaxFieldSize = 10_000,
            ShouldSkipRecord = null,
            IgnoreBlankLines = true,
        };
        using var csv = new CsvParser(reader, configuration);
        if (!Next(csv, out Message? broken))
        {
            if (broken is not null)
            {
                yield return new FlowItem(1, null, "", broken);
            }

            yield break;
        }

        string[] header = [.. csv.Record!.Select(Name)];
        int id = Array.IndexOf(header, "id");
        int date = Array.IndexOf(header, "date");
        int amount = Array.IndexOf(header, "amount");
        if (id < 0 || amount < 0)
        {
            yield return new FlowItem(1, null, "header", Told.As("flows.noColumn", ("column", id < 0 ? "id" : "amount")));
            yield break;
        }

        var closed = new HashSet<ulong>();
        string? current = null;
        long first = 0;
        FlowItem? failure = null;
        var amounts = new List<double>();
        var dates = new List<LocalDate>();
        while (true)
        {
            bool more = Next(csv, out broken);
            string[] row = more ? csv.Record! : [];
            long line = more ? csv.RawRow : 0;
            string? key = more ? Cell(row, id) : null;
            if (current is not null && (!more || key != current))
            {
                yield return failure ?? Series(current, first, amounts, date < 0 ? null : dates);
                if (closed.Count < Remembered)
                {
                    closed.Add(Hash(current));
                }

                amounts.Clear();
                dates.Clear();
                failure = null;
            }

            if (!more)
            {
                break;
            }

            if (key != current)
            {
                first = line;
                current = key;
                if (closed.Contains(Hash(key!)))
                {
                    failure = Wrong(key!, line, "id", Told.As("flows.apart", ("id", key!)));
                }
            }

            if (failure is null)
            {
                failure = Add(row, key!, line, amount, date, amounts, dates);
            }
        }

        if (broken is not null)
        {
            yield return new FlowItem(csv.RawRow, null, "", broken);
        }
    }

    private static FlowItem? Add(string[] row, string key, long line, int amount, int date, List<double> amounts, List<LocalDate> dates)
    {
        string text = Cell(row, amount);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            return Wrong(key, line, "amount", Told.As("flows.notFinite", ("value", text)));
        }

        amounts.Add(value);
        if (date < 0)
        {
            return null;
        }

        text = Cell(row, date);
        if (!FlowFields.TryDate(text, out LocalDate? day))
        {
            return Wrong(key, line, "date", Told.As("flows.notDate", ("value", text)));
        }

        dates.Add(day.Value);
        return null;
    }

    private static FlowItem Series(string key, long line, List<double> amounts, List<LocalDate>? dates)
    {
        string id = JsonText(key);
        return new FlowItem(line, new FlowLine { Id = id, Amounts = [.. amounts], Dates = dates is null ? null : [.. dates] }, Id: id);
    }

    private static FlowItem Wrong(string key, long line, string where, Message error) => new(line, null, where, error, JsonText(key));

    private static bool Next(CsvParser csv, out Message? broken)
    {
        broken = null;
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException)
        {
            broken = new Message("flows.notCsv");
            return false;
        }
    }

    private static string Cell(string[] row, int column) => column < row.Length ? row[column].Trim() : "";

    private static string Name(string cell) => cell.Trim('\uFEFF', ' ', '\t', '"', '\r').ToLowerInvariant();

    private static string JsonText(string text) => "\"" + JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    /// <summary>FNV-1a on the characters, 64 bits.</summary>
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
