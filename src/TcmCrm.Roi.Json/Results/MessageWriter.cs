using System.Globalization;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes messages in the one form that all documents have; <see cref="MessageJson"/> describes it.</summary>
internal static class MessageWriter
{
    public static void WriteMessages(this Utf8JsonWriter writer, string name, IEnumerable<Message> messages, DocumentWords? words = null)
    {
        writer.WriteStartArray(name);
        foreach (Message message in messages)
        {
            writer.WriteMessage(message, words);
        }

        writer.WriteEndArray();
    }

    /// <summary>Each under its whole identifier: which term it is of stands behind the code.</summary>
    public static void WriteTerms(this Utf8JsonWriter writer, string name, IEnumerable<Message> terms, DocumentWords? words = null)
    {
        writer.WriteStartArray(name);
        foreach (Message term in terms)
        {
            writer.WriteMessage(term, term.Id, words);
        }

        writer.WriteEndArray();
    }

    public static void WriteMessage(this Utf8JsonWriter writer, Message message, DocumentWords? words = null) => writer.WriteMessage(message, message.Code, words);

    private static void WriteMessage(this Utf8JsonWriter writer, Message message, string code, DocumentWords? words)
    {
        writer.WriteStartObject();
        writer.WriteString("code", code);
        writer.WriteWords(message, "english", "chinese", words);
        writer.WriteStartArray("subjects");
        foreach (string subject in message.Subjects)
        {
            writer.WriteStringValue(subject);
        }

        writer.WriteEndArray();
        writer.WriteArguments(message);
        writer.WriteEndObject();
    }

    public static void WriteWords(this Utf8JsonWriter writer, Message message, string englishName, string chineseName, DocumentWords? words = null)
    {
        words ??= DocumentWords.OfPackages;
        writer.WriteString(englishName, words.English.Say(message));
        writer.WriteString(chineseName, words.Chinese.Say(message));
    }

    public static void WriteArguments(this Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject("arguments");
        foreach (MessageArgument argument in message.Arguments)
        {
            writer.WritePropertyName(argument.Name);
            WriteValue(writer, argument.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case Money money:
                int digits = money.Currency.MinorUnitDigits;
                writer.WriteStartObject();
                writer.WriteMoney("amount", Printed.Total(money.Amount, digits), digits);
                writer.WriteString("currency", money.Currency.Code);
                writer.WriteEndObject();
                break;
            case decimal number:
                writer.WriteNumberValue(FigureWriting.Trimmed(number));
                break;
            case LocalDate date:
                writer.WriteStringValue(date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
                break;
            case YearMonth month:
                writer.WriteStringValue(month.ToString("uuuu-MM", CultureInfo.InvariantCulture));
                break;
            case LineId line:
                writer.WriteStringValue(line.Text);
                break;
            case Message message:
                WriteNested(writer, message);
                break;
            case IReadOnlyList<Message> messages:
                writer.WriteStartArray();
                foreach (Message message in messages)
                {
                    WriteNested(writer, message);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }

    /// <summary>The whole identifier: the code of a named value such as <c>CostCategory.software</c> alone would not say which.</summary>
    private static void WriteNested(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject();
        writer.WriteString("code", message.Id);
        writer.WriteArguments(message);
        writer.WriteEndObject();
    }
}
