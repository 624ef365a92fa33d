using System.Text;
using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json;

/// <summary>Writes the document of a comparison: what <c>tcm-roi compare --format json</c> prints.</summary>
/// <remarks>Amounts as planned are decimal text in the minor unit; probabilities and regret are numbers, rounded to two digits of their standard error. Doing nothing has the name null.</remarks>
public static class ComparisonDocument
{
    /// <summary>The version of the document's form.</summary>
    public const string SchemaVersion = ComparisonWriter.Version;

    /// <summary>Writes a comparison as text.</summary>
    /// <param name="result">The comparison.</param>
    /// <returns>Indented JSON, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The comparison is null.</exception>
    public static string Write(ComparisonResult result)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DocumentForm.Indented))
        {
            new ComparisonWriter(writer).Write(result ?? throw new ArgumentNullException(nameof(result)));
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
