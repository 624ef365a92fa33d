using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A column that a table may have: what programs call it, and the headers that people write over it. Immutable; it is the handle to its cells in a <see cref="TableRow"/>.</summary>
public sealed class TableColumn
{
    /// <summary>A column.</summary>
    /// <param name="id">What programs call it, for example <c>amount</c>; a header of this name is the column too.</param>
    /// <param name="names">Other headers that mean it, in any language. Upper and lower case, blanks, full-width forms and a unit in brackets do not matter.</param>
    /// <exception cref="ArgumentNullException">The id, the names or one of them is null.</exception>
    /// <exception cref="ArgumentException">The id or a name is blank.</exception>
    public TableColumn(string id, params string[] names)
    {
        Id = NotBlank(id, nameof(id));
        Names = new ReadOnlyCollection<string>([.. (names ?? throw new ArgumentNullException(nameof(names))).Select(name => NotBlank(name, nameof(names)))]);
    }

    /// <summary>Gets what programs call it.</summary>
    public string Id { get; }

    /// <summary>Gets the headers that mean it besides the id, the usual Chinese one first.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets whether a table without the column is a problem; false by default.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets whether a unit row of the table, such as 单位：万元, holds for its numbers; false by default, as for counts.</summary>
    public bool IsMoney { get; init; }

    /// <summary>Gets whether its numbers are of several kinds, so that one may be in per cent and another not; false by default, where that is a problem.</summary>
    public bool HasSeveralKinds { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private static string NotBlank(string? text, string name) => text is null ? throw new ArgumentNullException(name)
        : string.IsNullOrWhiteSpace(text) ? throw new ArgumentException("The text must not be blank.", name) : text;
}
