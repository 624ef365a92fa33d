using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Messages whole, so that another machine says them in any language: not as documents have them, which hold words and rounded amounts.</summary>
internal static class MessageLine
{
    private const int MostDepth = 32;

    public static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject();
        writer.WriteString("id", message.Id);
        writer.WriteStartArray("arguments");
        foreach (MessageArgument argument in message.Arguments)
        {
            WriteArgument(writer, argument);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <exception cref="FormatException">It is no message.</exception>
    public static Message Read(JsonElement element, int depth = 0) => depth > MostDepth ? throw new FormatException() : new(
        element.GetProperty("id").GetString()!, [.. element.GetProperty("arguments").EnumerateArray().Select(argument => ReadArgument(argument, depth))]);

    private static void WriteArgument(Utf8JsonWriter writer, MessageArgument argument)
    {
        writer.WriteStartObject();
        writer.WriteString("name", argument.Name);
        writer.WriteString("kind", Message.CamelCase(argument.Kind.ToString()));
        switch (argument.Value)
        {
            case Money money:
                writer.WriteNumber("value", money.Amount);
                writer.WriteString("currency", money.Currency.Code);
                break;
            case decimal number:
                writer.WriteNumber("value", number);
                writer.WriteNumber("decimals", argument.Decimals);
                break;
            case LocalDate date:
                writer.WriteString("value", date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
                break;
            case YearMonth month:
                writer.WriteString("value", month.ToString("uuuu-MM", CultureInfo.InvariantCulture));
                break;
            case LineId line:
                writer.WriteString("value", line.Text);
                writer.WriteString("shown", argument.Shown);
                break;
            case Message message:
                writer.WritePropertyName("value");
                Write(writer, message);
                break;
            case IReadOnlyList<Message> messages:
                writer.WriteStartArray("value");
                foreach (Message message in messages)
                {
                    Write(writer, message);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteString("value", (string)argument.Value);
                break;
        }

        writer.WriteEndObject();
    }

    private static MessageArgument ReadArgument(JsonElement element, int depth)
    {
        string name = element.GetProperty("name").GetString()!;
        JsonElement value = element.GetProperty("value");
        return element.GetProperty("kind").GetString() switch
        {
            "money" => MessageArgument.Money(name, new Money(value.GetDecimal(), CurrencyOf(element.GetProperty("currency").GetString()!))),
            "ratio" => MessageArgument.RatioOf(name, value.GetDecimal(), element.GetProperty("decimals").GetInt32()),
            "number" => MessageArgument.Number(name, value.GetDecimal(), element.GetProperty("decimals").GetInt32()),
            "date" => MessageArgument.Date(name, DateOf(value.GetString()!)),
            "month" => MessageArgument.Month(name, MonthOf(value.GetString()!)),
            "period" => MessageArgument.Period(name, value.GetString()!),
            "line" => MessageArgument.Line(name, value.GetString() is { Length: > 0 } id ? new LineId(id) : LineId.None, element.GetProperty("shown").GetString()!),
            "text" => MessageArgument.Text(name, value.GetString()!),
            "message" => MessageArgument.Part(name, Read(value, depth + 1)),
            "messages" => MessageArgument.Parts(name, [.. value.EnumerateArray().Select(part => Read(part, depth + 1))]),
            _ => throw new FormatException(),
        };
    }

    private static Currency CurrencyOf(string code) =>
        Currency.TryOf(code, out Currency currency) || code == Currency.None.Code ? currency : throw new FormatException();

    private static LocalDate DateOf(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static YearMonth MonthOf(string text) => NodaTime.Text.YearMonthPattern.Iso.Parse(text).GetValueOrThrow();
}
