using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the value of an argument of a message.</summary>
internal static class ArgumentWriter
{
    public static void Write(Utf8JsonWriter writer, MessageArgument argument)
    {
        switch (argument.Value)
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
                writer.WriteStringValue((string)argument.Value);
                break;
        }
    }

    /// <summary>The whole identifier: the code of a named value such as <c>CostCategory.software</c> alone would not say which.</summary>
    private static void WriteNested(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject();
        writer.WriteString("code", message.Id);
        MessageJson.WriteArguments(writer, message);
        writer.WriteEndObject();
    }
}
