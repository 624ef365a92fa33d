namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What may stand in a cell of a case workbook.</summary>
internal enum CaseFieldKind
{
    Text,
    Number,
    Flag,
    Date,
    Word,

    /// <summary>A date or one of some words.</summary>
    DateOrWord,

    /// <summary>A number or a text, as the field beside it asks.</summary>
    Any,
}

/// <summary>One column of a case workbook (or one row of its first sheet): a member of the document by its path from the object of the row.</summary>
internal sealed class CaseField(string path, CaseFieldKind kind)
{
    private readonly List<string> _words = [];
    private readonly List<string> _kinds = [];

    /// <summary>The path, with points: <c>profile.rampMonths</c>.</summary>
    internal string Path { get; } = path;

    internal CaseFieldKind Kind { get; } = kind;

    internal IReadOnlyList<string> Words => _words;

    /// <summary>The kinds of lines that have it; none where every row may.</summary>
    internal IReadOnlyList<string> Kinds => _kinds;

    /// <summary>Whether the cell holds a list, divided by semicolons.</summary>
    internal bool IsList { get; init; }

    internal bool IsFraction { get; init; }

    /// <summary>Whether a number is a whole one.</summary>
    internal bool IsWhole { get; init; }

    internal bool IsRequired { get; init; }

    /// <summary>Whether the member is an object once another member of it stands in its row: what stands here is then this member of it.</summary>
    internal string? ObjectMember { get; init; }

    internal string Meaning { get; init; } = string.Empty;

    internal string? Minimum { get; init; }

    internal bool MinimumIsExcluded { get; init; }

    internal string? Maximum { get; init; }

    internal void AddWords(IEnumerable<string> words) => _words.AddRange(words.Where(word => !_words.Contains(word)).ToArray());

    internal void AddKind(string kind)
    {
        if (!_kinds.Contains(kind))
        {
            _kinds.Add(kind);
        }
    }
}
