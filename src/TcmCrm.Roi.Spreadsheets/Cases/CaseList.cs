namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A list of the document whose elements are rows: <c>costs</c>, <c>seatPlan</c> of a line, <c>on</c> of a driver.</summary>
internal sealed class CaseList(string path, string owner)
{
    private readonly List<CaseField> _fields = [];

    /// <summary>The path of the list from the object that has it.</summary>
    internal string Path { get; } = path;

    /// <summary>Where that object is a row itself: <c>lines</c>, <c>drivers</c>; empty for the case.</summary>
    internal string Owner { get; } = owner;

    internal IReadOnlyList<CaseField> Fields => _fields;

    /// <summary>Where a row may be a plain value in place of an object, the path of its column.</summary>
    internal string? PlainPath { get; init; }

    internal CaseField Field(string path, CaseFieldKind kind, Func<CaseField> make)
    {
        CaseField? known = _fields.Find(field => field.Path == path);
        if (known is null)
        {
            known = make();
            _fields.Add(known);
        }
        else if (known.Kind != kind)
        {
            throw new InvalidOperationException($"The schema states '{path}' of '{Path}' in two ways.");
        }

        return known;
    }

    internal CaseField? Find(string path) => _fields.Find(field => field.Path == path);
}
