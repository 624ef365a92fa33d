using System.Text.Json;
using TcmCrm.Roi.Json.Results;

namespace TcmCrm.Roi.Json;

/// <summary>Writes a message as every document of the library has it: its code, its words in English and Chinese, what it is about, and its arguments.</summary>
/// <remarks>
/// Arguments by name: money is <c>{"amount": "133400.00", "currency": "CNY"}</c> in the minor unit, a ratio or a number is a JSON number (0.6 is 60 %), a
/// date, a month or a length of time is ISO text, a line is its id, a text is itself, a message within is <c>{"code", "arguments"}</c> with its whole
/// identifier as code, and several are a list of those.
/// </remarks>
public static class MessageJson
{
    /// <summary>Writes one message as an object: <c>code</c>, <c>english</c>, <c>chinese</c>, <c>subjects</c>, <c>arguments</c>.</summary>
    /// <param name="writer">Where to; stands where a value is due.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(Utf8JsonWriter writer, Message message) => NotNull(writer, nameof(writer)).WriteMessage(NotNull(message, nameof(message)));

    /// <summary>Writes messages as a list under a name.</summary>
    /// <param name="writer">Where to; stands within an object.</param>
    /// <param name="name">The name of the property, for example <c>warnings</c>.</param>
    /// <param name="messages">The messages, in order.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<Message> messages) =>
        NotNull(writer, nameof(writer)).WriteMessages(NotNull(name, nameof(name)), NotNull(messages, nameof(messages)));

    /// <summary>Writes what a message says in both languages as two properties.</summary>
    /// <param name="writer">Where to; stands within an object.</param>
    /// <param name="message">The message.</param>
    /// <param name="englishName">The name of the English text.</param>
    /// <param name="chineseName">The name of the Chinese text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteWords(Utf8JsonWriter writer, Message message, string englishName, string chineseName) => NotNull(writer, nameof(writer)).WriteWords(
        NotNull(message, nameof(message)), NotNull(englishName, nameof(englishName)), NotNull(chineseName, nameof(chineseName)));

    /// <summary>Writes the arguments of a message as the property <c>arguments</c>, by name.</summary>
    /// <param name="writer">Where to; stands within an object.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteArguments(Utf8JsonWriter writer, Message message) => NotNull(writer, nameof(writer)).WriteArguments(NotNull(message, nameof(message)));

    private static T NotNull<T>(T value, string name)
        where T : class => value ?? throw new ArgumentNullException(name);
}
