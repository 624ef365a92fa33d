using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>A document as a flat list of nodes in reading order, each with its place in the text: what the binders walk over.</summary>
internal sealed class DocumentTree(SourceText text, DocumentTree.Node[] nodes, int count)
{
    private const int LongestSnippet = 60;

    public SourceText Text { get; } = text;

    public int Count { get; } = count;

    public ref readonly Node this[int index] => ref nodes[index];

    /// <summary>Gives the list of nodes to the next document; nobody may ask for a node after that.</summary>
    public void Release() => System.Buffers.ArrayPool<Node>.Shared.Return(Interlocked.Exchange(ref nodes, []));

    public JsonTokenType Kind(int index) => nodes[index].Kind;

    /// <summary>The bytes of a string between its quotes, or of a number.</summary>
    public ReadOnlySpan<byte> Raw(int index)
    {
        ref readonly Node n = ref nodes[index];
        int quotes = n.Kind == JsonTokenType.String ? 1 : 0;
        return new ReadOnlySpan<byte>(Text.Bytes, n.Start + quotes, n.Length - (2 * quotes));
    }

    /// <summary>The text of a string with its escapes resolved; null when they are not valid Unicode (a lone surrogate).</summary>
    public string? String(int index)
    {
        ref readonly Node n = ref nodes[index];
        return n.IsEscaped ? JsonEscapes.Resolve(Raw(index)) : Text.Read(n.Start + 1, n.Length - 2);
    }

    /// <summary>The name of a property with its escapes resolved.</summary>
    public string Name(int index)
    {
        ref readonly Node n = ref nodes[index];
        string raw = Text.Read(n.NameStart, n.NameLength);
        return n.NameIsEscaped ? JsonEscapes.Resolve(new ReadOnlySpan<byte>(Text.Bytes, n.NameStart, n.NameLength)) ?? raw : raw;
    }

    public ReadOnlySpan<byte> RawName(int index) => new(Text.Bytes, nodes[index].NameStart, nodes[index].NameLength);

    /// <summary>The property of an object by its name, 0 when it has none; the first where it is there twice.</summary>
    public int Find(int index, ReadOnlySpan<byte> name)
    {
        for (int child = index + 1; child < nodes[index].Next; child = nodes[child].Next)
        {
            if (RawName(child).SequenceEqual(name) || (nodes[child].NameIsEscaped && System.Text.Encoding.UTF8.GetBytes(Name(child)).AsSpan().SequenceEqual(name)))
            {
                return child;
            }
        }

        return 0;
    }

    /// <summary>How many elements a list, or properties an object, holds.</summary>
    public int ChildCount(int index)
    {
        int found = 0;
        for (int child = index + 1; child < nodes[index].Next; child = nodes[child].Next)
        {
            found++;
        }

        return found;
    }

    /// <summary>What stands at a node, on one line, shortened, and without control characters.</summary>
    public string Snippet(int index)
    {
        ref readonly Node n = ref nodes[index];
        int length = n.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray ? Math.Min(n.Length, LongestSnippet * 4) : n.Length;
        return Snippet(Text.Read(n.Start, Math.Min(length, LongestSnippet * 4)));
    }

    public static string Snippet(string found) => OneLine(found, LongestSnippet);

    /// <summary>A text on one line, without control characters, cut at a length.</summary>
    public static string OneLine(string found, int longest = 400)
    {
        var shown = new StringBuilder();
        bool space = false;
        foreach (char c in found)
        {
            bool blank = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!blank || !space)
            {
                shown.Append(blank ? ' ' : c);
            }

            space = blank;
            if (shown.Length >= longest)
            {
                if (char.IsHighSurrogate(shown[shown.Length - 1]))
                {
                    shown.Length--;
                }

                return shown.Append('…').ToString();
            }
        }

        return shown.ToString();
    }

    public string PathOf(int index)
    {
        var steps = new Stack<string>();
        for (int at = index; at > 0; at = nodes[at].Parent)
        {
            int parent = nodes[at].Parent;
            steps.Push(nodes[parent].Kind == JsonTokenType.StartArray
                ? "[" + PositionOf(at, parent).ToString(CultureInfo.InvariantCulture) + "]"
                : Step(Name(at)));
        }

        return "$" + string.Concat(steps);
    }

    /// <summary>One step of a path: <c>.name</c>, or <c>['a name']</c> when the name is not a plain word.</summary>
    public static string Step(string name)
    {
        bool plain = name.Length > 0 && name.Length <= LongestSnippet && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
        return plain ? "." + name : "['" + Snippet(name).Replace("'", "\\'") + "']";
    }

    private int PositionOf(int index, int parent)
    {
        int position = 0;
        for (int child = parent + 1; child != index; child = nodes[child].Next)
        {
            position++;
        }

        return position;
    }

    /// <summary>One value. Offsets are into the bytes of the text; <see cref="Next"/> is the node after this one and all it holds.</summary>
    internal struct Node
    {
        public JsonTokenType Kind;
        public bool IsEscaped;
        public bool NameIsEscaped;

        /// <summary>The value has been reported while the text was split into tokens, and stands for nothing.</summary>
        public bool IsReported;
        public int Start;
        public int Length;
        public int NameStart;
        public int NameLength;
        public int Next;
        public int Parent;
    }
}
