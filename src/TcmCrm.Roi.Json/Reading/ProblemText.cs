using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Makes the messages that problems are said by. What stands in a document, and limits, go in as text: as they would be written there.</summary>
internal static class ProblemText
{
    public static Message Of(string id, params (string Name, string Text)[] texts) =>
        new(id, [.. texts.Select(text => MessageArgument.Text(text.Name, text.Text))]);

    /// <summary>Words of the document format, which each language quotes and joins in its own way.</summary>
    public static MessageArgument Words(string name, IEnumerable<string> words) => MessageArgument.Parts(name, words.Select(word => Of("document.word", ("word", word))));

    public static Message OneOf(IReadOnlyList<string> words) => new(words.Count == 1 ? "document.allowed.word" : "document.allowed.words", Words("words", words));

    public static Message ObjectWith(IEnumerable<string> names) => new("document.allowed.object", Words("names", names));

    /// <summary>What stands at a node, or that it is an object or a list.</summary>
    public static Message Found(DocumentTree tree, int node) => tree.Kind(node) switch
    {
        JsonTokenType.StartObject => new Message("document.found.object"),
        JsonTokenType.StartArray => new Message("document.found.list"),
        _ => Found(tree.Snippet(node)),
    };

    /// <summary>A piece of the document; a text loses the quotes of JSON, since each language has its own.</summary>
    public static Message Found(string snippet) =>
        snippet.Length == 0 || snippet[0] != '"' ? Of("document.found.value", ("value", snippet))
        : snippet.Length > 1 && snippet[snippet.Length - 1] == '"' ? Of("document.found.text", ("value", snippet.Substring(1, snippet.Length - 2)))
        : Of("document.found.longText", ("value", snippet.Substring(1)));
}
