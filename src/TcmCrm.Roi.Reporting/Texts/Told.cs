using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Texts;

/// <summary>Messages and sentences whose arguments are texts: what was read from a file or an option, and numbers that a report has formatted itself.</summary>
internal static class Told
{
    /// <summary>A message with text arguments.</summary>
    internal static Message As(string id, params (string Name, string Text)[] texts) =>
        new(id, [.. texts.Select(text => MessageArgument.Text(text.Name, text.Text))]);

    /// <summary>What an exception of the library says in the reader's language; its own text is English and goes nowhere.</summary>
    internal static Message Said(Exception exception) => Message.Of(exception) ?? As("values.unsaid");

    /// <summary>What is the same in every language: a name, a number, a path.</summary>
    internal static Message Finished(string text) => As("text.finished", ("text", text));

    /// <summary>A list of names that stand in a file or on the command line, as an argument.</summary>
    internal static MessageArgument Names(string name, IEnumerable<string> items) => MessageArgument.Parts(name, items.Select(Finished));

    /// <summary>The same, each name in quotation marks.</summary>
    internal static MessageArgument Quoted(string name, IEnumerable<string> items) =>
        MessageArgument.Parts(name, items.Select(item => As("text.quoted", ("text", item))));

    internal static string Say(this Language language, string id, params (string Name, string Text)[] texts) => language.Say(As(id, texts));
}
