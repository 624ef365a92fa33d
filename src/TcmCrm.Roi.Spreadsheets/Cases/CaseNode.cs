using System.Text.Json;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A piece of the document that is read from cells, with the place that it came from.</summary>
internal sealed class CaseNode
{
    private CaseNode(CasePlace place, JsonValueKind kind, string? text)
    {
        Place = place;
        Kind = kind;
        Text = text;
    }

    internal CasePlace Place { get; }

    internal JsonValueKind Kind { get; }

    internal string? Text { get; }

    internal List<(string Name, CaseNode Node)> Members { get; } = [];

    internal List<CaseNode> Elements { get; } = [];

    internal static CaseNode Object(CasePlace place) => new(place, JsonValueKind.Object, null);

    internal static CaseNode List(CasePlace place) => new(place, JsonValueKind.Array, null);

    internal static CaseNode Value(CasePlace place, JsonValueKind kind, string text) => new(place, kind, text);

    internal CaseNode? Find(string name) => Members.Find(member => member.Name == name).Node;

    /// <summary>Puts a value at a path, with the objects that lead there.</summary>
    internal void Put(string path, CaseNode node)
    {
        int point = path.IndexOf('.');
        if (point < 0)
        {
            Members.Add((path, node));
            return;
        }

        string name = path.Substring(0, point);
        CaseNode? inner = Members.Find(member => member.Name == name && member.Node.Kind == JsonValueKind.Object).Node;
        if (inner is null)
        {
            inner = Object(node.Place);
            Members.Add((name, inner));
        }

        inner.Put(path.Substring(point + 1), node);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach ((string name, CaseNode node) in Members)
                {
                    writer.WritePropertyName(name);
                    node.Write(writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (CaseNode element in Elements)
                {
                    element.Write(writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Text!);
                break;
            case JsonValueKind.True:
            case JsonValueKind.False:
                writer.WriteBooleanValue(Kind == JsonValueKind.True);
                break;
            default:
                writer.WriteStringValue(Text);
                break;
        }
    }

    /// <summary>The node that a path of the document leads to, or the last on the way that there is.</summary>
    internal CaseNode Follow(string path)
    {
        CaseNode node = this;
        foreach (string step in path.Split(['.', '[', ']', '\'', '"'], StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            CaseNode? next = node.Kind == JsonValueKind.Array
                ? (WorkbookReader.TryWhole(step, out int index) && index < node.Elements.Count ? node.Elements[index] : null)
                : node.Find(step);
            if (next is null)
            {
                break;
            }

            node = next;
        }

        return node;
    }
}
