using System.Globalization;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Collects problems by byte offset while a document is read; lines and paths are worked out once, at the end, and only if there are any.</summary>
internal sealed class ProblemList(int maximum)
{
    private readonly List<Entry> entries = [];
    private List<DocumentProblem>? located;
    private int dropped;

    /// <summary>Gets whether a further problem is only counted.</summary>
    public bool IsFull => entries.Count >= maximum;

    public bool Any => entries.Count > 0 || located is not null;

    /// <summary>Records a problem at an offset; the path is that of the node, or of the document for node -1.</summary>
    public void Add(DocumentProblemKind kind, int offset, int node, Message message, string? value = null, string? suffix = null)
    {
        if (IsFull)
        {
            Drop();
            return;
        }

        entries.Add(new Entry(kind, offset, node, suffix, message, value));
    }

    /// <summary>Counts a problem that is not listed.</summary>
    public void Drop() => dropped++;

    /// <summary>Refuses the document as a whole: one problem, at its beginning.</summary>
    public void Refuse(SourceText? text, DocumentProblemKind kind, Message message)
    {
        Add(kind, text?.Start ?? 0, -1, message);
        Locate(text, null);
    }

    /// <summary>Turns offsets into lines and nodes into paths.</summary>
    public void Locate(SourceText? text, DocumentTree? tree)
    {
        // A stable order for problems at one place: as found.
        List<Entry> sorted = [.. entries.OrderBy(e => e.Offset)];
        located = new List<DocumentProblem>(sorted.Count + 1);
        int line = 1, column = 1, at = text?.Start ?? 0;
        foreach (Entry e in sorted)
        {
            for (; text is not null && at < e.Offset && at < text.End; at++)
            {
                byte b = text.Bytes[at];
                bool lineEnd = b == (byte)'\n' || (b == (byte)'\r' && !(at + 1 < text.End && text.Bytes[at + 1] == (byte)'\n'));
                if (lineEnd)
                {
                    line++;
                    column = 1;
                }
                else if ((b & 0xC0) != 0x80)
                {
                    column++;
                }
            }

            string path = tree is null || e.Node < 0 ? "$" : tree.PathOf(e.Node);
            located.Add(new DocumentProblem(e.Kind, line, column, path + e.Suffix, e.Message, e.Value));
        }

        if (dropped > 0)
        {
            located.Add(new DocumentProblem(
                DocumentProblemKind.LimitExceeded, line, column, "$",
                ProblemText.Of(
                    "document.limitExceeded.problems", ("count", dropped.ToString(CultureInfo.InvariantCulture)), ("most", maximum.ToString(CultureInfo.InvariantCulture))),
                null));
        }
    }

    public IReadOnlyList<DocumentProblem> ToList() => (located ?? []).AsReadOnly();

    private readonly struct Entry(
        DocumentProblemKind kind, int offset, int node, string? suffix, Message message, string? value)
    {
        public DocumentProblemKind Kind { get; } = kind;

        public int Offset { get; } = offset;

        public int Node { get; } = node;

        public string? Suffix { get; } = suffix;

        public Message Message { get; } = message;

        public string? Value { get; } = value;
    }
}
