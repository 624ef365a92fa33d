using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>Series as JSON lines, one object a line.</summary>
internal static class JsonFlows
{
    private const string Known = "id, amounts, dates, rate, financeRate, reinvestRate, timing, baseDate, dayCount";

    internal static IEnumerable<FlowItem> Read(LineReader lines)
    {
        while (lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            if (lines.IsTooLong)
            {
                yield return new FlowItem(lines.Number, null, Error: $"the line is longer than {LineReader.LongestLine >> 20} MB");
            }
            else if (!IsBlank(line.Span))
            {
                yield return Parse(line, lines.Number);
            }
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    private static FlowItem Parse(ReadOnlyMemory<byte> line, long number)
    {
        string? id = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FlowException("$", $"is {Shown(document.RootElement)}; expected an object with \"amounts\"");
            }

            FlowLine series = Series(document.RootElement, number, ref id);
            return new FlowItem(number, series, Id: id);
        }
        catch (FlowException e)
        {
            return new FlowItem(number, null, e.Where, e.Message, id);
        }
        catch (JsonException e)
        {
            // Its message ends with a path and a line of its own, which would be those of this one line.
            string text = e.Message.Split(" LineNumber:")[0].TrimEnd('.');
            return new FlowItem(number, null, "$", $"is not valid JSON: {text} (byte {(e.BytePositionInLine ?? 0).ToString(CultureInfo.InvariantCulture)})");
        }
        catch (InvalidOperationException)
        {
            return new FlowItem(number, null, "$", "holds text that is not valid UTF-8", id);
        }
    }

    private static FlowLine Series(JsonElement root, long number, ref string? id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        double[]? amounts = null;
        LocalDate[]? dates = null;
        double? rate = null;
        double? finance = null;
        double? reinvest = null;
        PeriodicTiming? timing = null;
        LocalDate? baseDate = null;
        DayCount? dayCount = null;

        // First, so that a line with a problem can still be told by its identifier.
        if (root.TryGetProperty("id", out JsonElement given) && given.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            id = given.GetRawText();
        }

        foreach (JsonProperty property in root.EnumerateObject())
        {
            string where = "$." + property.Name;
            if (!seen.Add(property.Name))
            {
                throw new FlowException(where, "is given twice");
            }

            JsonElement value = property.Value;
            if (value.ValueKind == JsonValueKind.Null && property.Name != "amounts" && Known.Split(", ").Contains(property.Name))
            {
                continue;
            }

            switch (property.Name)
            {
                case "id" when value.ValueKind is JsonValueKind.String or JsonValueKind.Number:
                    break;
                case "id":
                    throw new FlowException(where, $"is {Shown(value)}; expected a text or a number");
                case "amounts":
                    amounts = [.. Items(value, where).Select((item, i) => Number(item, $"{where}[{i}]"))];
                    break;
                case "dates":
                    dates = [.. Items(value, where).Select((item, i) => Date(item, $"{where}[{i}]"))];
                    break;
                case "rate":
                    rate = Number(value, where);
                    break;
                case "financeRate":
                    finance = Number(value, where);
                    break;
                case "reinvestRate":
                    reinvest = Number(value, where);
                    break;
                case "timing":
                    timing = FlowNames.Timing(Text(value, where))
                        ?? throw new FlowException(where, $"is {Shown(value)}; allowed: {FlowNames.Timings}");
                    break;
                case "baseDate":
                    baseDate = Date(value, where);
                    break;
                case "dayCount":
                    dayCount = FlowNames.DayCount(Text(value, where))
                        ?? throw new FlowException(where, $"is {Shown(value)}; allowed: {FlowNames.DayCounts}");
                    break;
                default:
                    throw new FlowException(where, $"is not known; allowed: {Known}");
            }
        }

        if (amounts is null)
        {
            throw new FlowException("$.amounts", "is missing");
        }

        if (dates is not null && dates.Length != amounts.Length)
        {
            throw new FlowException("$.dates", string.Create(
                CultureInfo.InvariantCulture, $"has {dates.Length} dates for {amounts.Length} amounts; each amount needs one"));
        }

        return new FlowLine
        {
            Id = id ?? number.ToString(CultureInfo.InvariantCulture),
            Amounts = amounts,
            Dates = dates,
            Rate = rate,
            FinanceRate = finance,
            ReinvestRate = reinvest,
            Timing = timing,
            BaseDate = baseDate,
            DayCount = dayCount,
        };
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement value, string where) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray()
        : throw new FlowException(where, $"is {Shown(value)}; expected a list");

    private static double Number(JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new FlowException(where, $"is {Shown(value)}; expected a finite number");

    private static string Text(JsonElement value, string where) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new FlowException(where, $"is {Shown(value)}; expected a text");

    private static LocalDate Date(JsonElement value, string where) => FlowNames.TryDate(Text(value, where), out LocalDate? date)
        ? date.Value
        : throw new FlowException(where, $"is {Shown(value)}; expected a date such as \"2025-03-01\"");

    private static string Shown(JsonElement value)
    {
        string text = value.GetRawText();
        var shown = new StringBuilder(text, 0, Math.Min(text.Length, 60), 64);
        return text.Length > 60 ? shown.Append("...").ToString() : shown.ToString();
    }
}
