using System.Text.Json;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>What the lines of a document are called: finds names and ids that two of them claim, and says where both stand.</summary>
internal sealed class LineNames(ReadContext context)
{
    private readonly Dictionary<string, Line> byId = new(StringComparer.Ordinal);

    /// <summary>Adds the lines of one list; each reads by its own text, so that a line that is wrong elsewhere counts too.</summary>
    public void Add(string list, in ElementNodes nodes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var own = new List<Line>();
        int index = 0;
        foreach (int node in nodes)
        {
            int position = index++;
            (int nameNode, string? name) = Text(node, "name"u8);
            (int idNode, string? id) = Text(node, "id"u8);
            if (name is null)
            {
                continue;
            }

            if (!names.Add(name))
            {
                string found = context.Tree.Snippet(nameNode);
                context.Report(
                    DocumentProblemKind.Duplicate, nameNode,
                    new Message("document.duplicate.name", MessageArgument.Part("found", ProblemText.Found(found)), MessageArgument.Text("list", list)), found);
            }
            else if (id is not null || idNode == 0)
            {
                var line = new Line(list, position, name, nameNode);
                if (Claim(id ?? name, id is null ? nameNode : idNode, line))
                {
                    own.Add(line);
                }
            }
        }

        // Whoever refers to a line of one side by id or by name must mean one line.
        foreach (Line line in own)
        {
            if (byId.TryGetValue(line.Name, out Line? other) && other.List == list && other.Name != line.Name)
            {
                Report("document.duplicate.nameIsId", line.NameNode, other);
            }
        }
    }

    private bool Claim(string id, int node, Line line)
    {
        if (byId.TryGetValue(id, out Line? other))
        {
            Report("document.duplicate.id", node, other);
            return false;
        }

        byId.Add(id, line);
        return true;
    }

    private void Report(string id, int node, Line other)
    {
        string found = context.Tree.Snippet(node);
        context.Report(
            DocumentProblemKind.Duplicate, node, new Message(id, MessageArgument.Part("found", ProblemText.Found(found)), MessageArgument.Text("other", other.Place)), found);
    }

    private (int Node, string? Text) Text(int line, ReadOnlySpan<byte> name)
    {
        int node = context.Tree.Kind(line) == JsonTokenType.StartObject ? context.Tree.Find(line, name) : 0;
        return (node, node != 0 && context.Tree.Kind(node) == JsonTokenType.String ? context.Tree.String(node) : null);
    }

    private sealed class Line(string list, int position, string name, int nameNode)
    {
        public string List { get; } = list;

        public string Place => FormattableString.Invariant($"$.{List}[{position}]");

        public string Name { get; } = name;

        public int NameNode { get; } = nameNode;
    }
}
