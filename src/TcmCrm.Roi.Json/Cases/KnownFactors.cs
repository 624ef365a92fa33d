using System.Text.Json;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>What drivers, correlations and scenarios may refer to: ids and tags of lines, read by their own text, so that a line that is wrong elsewhere counts too.</summary>
internal sealed class KnownFactors
{
    private readonly List<string> lines = [];
    private readonly List<string> tags = [];
    private readonly List<string> drivers = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> lineIds = new(StringComparer.Ordinal);

    public static KnownFactors Of(in ObjectReader document, ReadContext context)
    {
        var known = new KnownFactors();
        known.AddLines(context.Tree, document.NodeOf(CaseShape.Costs));
        known.AddLines(context.Tree, document.NodeOf(CaseShape.Benefits));
        return known;
    }

    public bool CheckLine(ReadContext context, int node, string id)
    {
        if (lineIds.Contains(id))
        {
            return true;
        }

        context.UnknownReference(node, "document.inconsistent.line", id, lines);
        return false;
    }

    public bool CheckTag(ReadContext context, int node, string tag)
    {
        if (tags.Contains(tag))
        {
            return true;
        }

        context.UnknownReference(node, "document.inconsistent.tag", tag, tags);
        return false;
    }

    public bool CheckFactor(ReadContext context, int node, string id)
    {
        if (ids.Contains(id))
        {
            return true;
        }

        context.UnknownReference(node, "document.inconsistent.factor", id, [.. lines, .. drivers]);
        return false;
    }

    /// <summary>Makes the id of a driver known; false when a line or another driver has it.</summary>
    public bool AddDriver(string id)
    {
        drivers.Add(id);
        return ids.Add(id);
    }

    private void AddLines(DocumentTree tree, int list)
    {
        if (list == 0 || tree.Kind(list) != JsonTokenType.StartArray)
        {
            return;
        }

        for (int line = list + 1; line < tree[list].Next; line = tree[line].Next)
        {
            if (tree.Kind(line) == JsonTokenType.StartObject)
            {
                AddLine(tree, line);
            }
        }
    }

    private void AddLine(DocumentTree tree, int line)
    {
        if ((Text(tree, tree.Find(line, "id"u8)) ?? Text(tree, tree.Find(line, "name"u8))) is { } id && ids.Add(id))
        {
            lines.Add(id);
            lineIds.Add(id);
        }

        int list = tree.Find(line, "tags"u8);
        if (list == 0 || tree.Kind(list) != JsonTokenType.StartArray)
        {
            return;
        }

        for (int node = list + 1; node < tree[list].Next; node = tree[node].Next)
        {
            if (Text(tree, node) is { } tag && !tags.Contains(tag))
            {
                tags.Add(tag);
            }
        }
    }

    private static string? Text(DocumentTree tree, int node) => node != 0 && tree.Kind(node) == JsonTokenType.String ? tree.String(node) : null;
}
