using TcmCrm.Roi.Json.Schema;

namespace TcmCrm.Roi.Json;

/// <summary>The JSON Schemas (draft 7) of all documents that this library reads and writes; <c>tcm-roi schema NAME</c> prints them, and the package holds them as files.</summary>
/// <remarks>
/// Each has an <c>$id</c>, a name and no address, and says of each member what it means and in which unit it is. Schemas of answers do so in English and Chinese; their objects of
/// figures are open for figures that a host or a later version adds. docs/documents.md lists them.
/// </remarks>
public static class DocumentSchema
{
    // One list: the names, the files, the options of the command line.
    private static readonly (string Name, Func<string> Text)[] All =
    [
        ("case", () => CaseDocument.Schema()),
        ("result", AnswerSchema.Result),
        ("review", AnswerSchema.Review),
        ("impact", AnswerSchema.Impact),
        ("trend", AnswerSchema.Trend),
        ("simulation", AnswerSchema.Simulation),
        ("comparison", AnswerSchema.Comparison),
        ("portfolio", AnswerSchema.Portfolio),
        ("tenant", CaseSchema.Tenant),
        ("returns", AnswerSchema.Returns),
        ("actuals", AnswerSchema.Actuals),
        ("series", AnswerSchema.Series),
        ("register", AnswerSchema.Register),
        ("tracker-state", AnswerSchema.TrackerState),
    ];

    /// <summary>Gets the names of the documents, such as <c>case</c>, <c>result</c> and <c>review</c>; the file of one is <c>NAME.schema.json</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.AsReadOnly(Array.ConvertAll(All, one => one.Name));

    /// <summary>The schema of a document.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The schema as indented JSON, with <c>\n</c> at the end of each line; the bytes of the published file.</returns>
    /// <remarks>Of cases with kinds of a host's own: <see cref="CaseDocument.Schema"/>.</remarks>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">There is no document of this name; the message lists the names.</exception>
    public static string Of(string name)
    {
        int place = Array.FindIndex(All, one => one.Name == (name ?? throw new ArgumentNullException(nameof(name))));
        return place >= 0 ? All[place].Text() : throw new ArgumentException($"There is no document '{name}'; allowed: {string.Join(", ", Names)}.", nameof(name));
    }
}
