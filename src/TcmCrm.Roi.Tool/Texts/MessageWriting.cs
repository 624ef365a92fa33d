using System.Text.Json;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Texts;

/// <summary>Messages in the JSON of the tool, in the form of the documents of the library, with the words of the tool among theirs.</summary>
internal static class MessageWriting
{
    private static readonly Language English = ToolLanguage.Of("en");
    private static readonly Language Chinese = ToolLanguage.Of("zh");

    /// <summary>The words of the tool for parts of documents that the library writes.</summary>
    internal static DocumentWords Words { get; } = DocumentWords.Of(English, Chinese);

    internal static void WriteMessages(this Utf8JsonWriter writer, string name, IEnumerable<Message> messages)
    {
        writer.WriteStartArray(name);
        foreach (Message message in messages)
        {
            writer.WriteMessage(message);
        }

        writer.WriteEndArray();
    }

    internal static void WriteMessage(this Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject();
        writer.WriteString("code", message.Code);
        writer.WriteString("english", English.Say(message));
        writer.WriteString("chinese", Chinese.Say(message));
        writer.WriteStartArray("subjects");
        foreach (string subject in message.Subjects)
        {
            writer.WriteStringValue(subject);
        }

        writer.WriteEndArray();
        MessageJson.WriteArguments(writer, message);
        writer.WriteEndObject();
    }

    /// <summary>Sentences as one text, a line each.</summary>
    internal static string Text(IEnumerable<Message> sentences, string tag) => string.Join('\n', sentences.Select((tag == "zh" ? Chinese : English).Say));
}
