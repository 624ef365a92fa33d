using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Problems;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>Series as JSON, one object a line, or one list of objects.</summary>
internal static class JsonFlows
{
    private const string Known = "id, amounts, dates, rate, financeRate, reinvestRate, timing, baseDate, dayCount";

    internal static IEnumerable<FlowItem> Read(Stream stream)
    {
        var start = new byte[256];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start.AsMemory(0, length), stream);
        ReadOnlySpan<byte> text = start.AsSpan(0, length);
        text = (text.StartsWith("\uFEFF"u8) ? text[3..] : text).TrimStart(" \t\r\n"u8);
        return text.StartsWith("["u8) ? Items(new ArrayReader(whole)) : Lines(new LineReader(whole));
    }

    private static IEnumerable<FlowItem> Items(ArrayReader items)
    {
        while (items.TryRead(out ReadOnlyMemory<byte> item))
        {
            yield return items.IsTooLong ? TooLong(items.Number) : Parse(item, items.Number);
        }

        if (!items.IsClosed || items.HasMore)
        {
            yield return new FlowItem(items.Number, null, "$", new Message(items.IsClosed ? "flows.behind" : "flows.unclosed"));
        }
    }

    private static IEnumerable<FlowItem> Lines(LineReader lines)
    {
        while (lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            if (lines.IsBinary)
            {
                yield return new FlowItem(lines.Number, null, "$", new Message("flows.binary"));
                yield break;
            }

            if (lines.IsTooLong)
            {
                yield return TooLong(lines.Number);
            }
            else if (!IsBlank(line.Span))
            {
                yield return Parse(line, lines.Number);
            }
        }
    }

    private static Message Allowed(JsonElement value, string allowed) => new("flows.allowed", MessageArgument.Text("value", Shown(value)), Words(allowed));

    private static MessageArgument Words(string words) => MessageArgument.Parts("allowed", words.Split(", ").Select(word => Told.As("flows.word", ("word", word))));

    private static FlowItem TooLong(long number) => new(number, null, Error: new Message("flows.lineTooLong", MessageArgument.Number("size", LineReader.LongestLine >> 20)));

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    private static FlowItem Parse(ReadOnlyMemory<byte> line, long number)
    {
        string? id = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Wrong("$", "flows.notObject", document.RootElement);
            }

            FlowLine series = Series(document.RootElement, number, ref id);
            return new FlowItem(number, series, Id: id);
        }
        catch (ProblemException e)
        {
            return new FlowItem(number, null, e.Where, e.What, id);
        }
        catch (JsonException e)
        {
            return new FlowItem(number, null, "$", Told.As("flows.notJson", ("byte", (e.BytePositionInLine ?? 0).ToString(CultureInfo.InvariantCulture))));
        }
        catch (InvalidOperationException)
        {
            return new FlowItem(number, null, "$", Told.As("flows.notUtf8"), id);
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
            // Half a character (\ud842 alone) is no text: it throws here, and not where the id is written.
            _ = given.ValueKind == JsonValueKind.String ? given.GetString() : null;
            id = given.GetRawText();
        }

        foreach (JsonProperty property in root.EnumerateObject())
        {
            string where = "$." + property.Name;
            if (!seen.Add(property.Name))
            {
                throw new ProblemException(Told.As("flows.twice"), where);
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
                    throw Wrong(where, "flows.notTextOrNumber", value);
                case "amounts":
                    amounts = Amounts(value, where);
                    break;
                case "dates":
                    dates = [.. Items(value, where).Select((item, i) => Date(item, $"{where}[{i}]"))];
                    break;
                case "rate":
                    rate = Rate(value, where);
                    break;
                case "financeRate":
                    finance = Rate(value, where);
                    break;
                case "reinvestRate":
                    reinvest = Rate(value, where);
                    break;
                case "timing":
                    timing = FlowFields.Timing(Text(value, where))
                        ?? throw new ProblemException(Allowed(value, FlowFields.Timings), where);
                    break;
                case "baseDate":
                    baseDate = Date(value, where);
                    break;
                case "dayCount":
                    dayCount = FlowFields.DayCount(Text(value, where))
                        ?? throw new ProblemException(Allowed(value, FlowFields.DayCounts), where);
                    break;
                default:
                    throw new ProblemException(new Message("flows.unknown", Words(Known)), where);
            }
        }

        if (amounts is null)
        {
            throw new ProblemException(Told.As("flows.missing"), "$.amounts");
        }

        if (dates is not null && dates.Length != amounts.Length)
        {
            throw new ProblemException(
                Told.As("flows.counts", ("dates", dates.Length.ToString(CultureInfo.InvariantCulture)), ("amounts", amounts.Length.ToString(CultureInfo.InvariantCulture))), "$.dates");
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
        : throw Wrong(where, "flows.notList", value);

    /// <summary>Amounts as numbers, or as texts such as our own documents write money: <c>CNY 1,000.00</c>, of one currency.</summary>
    private static double[] Amounts(JsonElement value, string where)
    {
        string? currency = null;
        double Amount(JsonElement item, string place)
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return item.ValueKind == JsonValueKind.Number ? Number(item, place) : throw Wrong(place, "flows.notNumberText", item);
            }

            if (!CellText.TryParseNumber(item.GetString(), out decimal amount, out string? stated))
            {
                throw Wrong(place, "flows.notNumberText", item);
            }

            if (stated is not null && stated != (currency ??= stated))
            {
                throw Wrong(place, "flows.currencies", item, MessageArgument.Text("currency", currency));
            }

            return (double)amount;
        }

        return [.. Items(value, where).Select((item, i) => Amount(item, $"{where}[{i}]"))];
    }

    private static double Number(JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Wrong(where, "flows.notNumber", value);

    /// <summary>A rate as a fraction, up to 1 as for the options: above it stands a per cent without its sign.</summary>
    private static double Rate(JsonElement value, string where)
    {
        double rate = Number(value, where);
        return rate <= 1 ? rate : throw new ProblemException(
            Told.As(
                "flows.rateAboveOne",
                ("value", value.GetRawText()),
                ("percent", (rate * 100).ToString(CultureInfo.InvariantCulture)),
                ("rate", rate.ToString(CultureInfo.InvariantCulture)),
                ("fraction", ((decimal)Math.Min(rate, 1e20) / 100).ToString(CultureInfo.InvariantCulture))),
            where);
    }

    private static string Text(JsonElement value, string where) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw Wrong(where, "flows.notText", value);

    private static LocalDate Date(JsonElement value, string where) => FlowFields.TryDate(Text(value, where), out LocalDate? iso) ? iso.Value
        : CellText.TryParseDate(Text(value, where), out LocalDate date) ? date
        : throw Wrong(where, "flows.notDateText", value);

    private static ProblemException Wrong(string where, string id, JsonElement value, params MessageArgument[] more) => new(
        new Message(id, [MessageArgument.Part("value", Told.As(value.ValueKind == JsonValueKind.String ? "flows.text" : "text.finished", ("text", Shown(value)))), .. more]), where);

    private static string Shown(JsonElement value)
    {
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var shown = new StringBuilder(text, 0, Math.Min(text.Length, 60), 64);
        return text.Length > 60 ? shown.Append("...").ToString() : shown.ToString();
    }
}
