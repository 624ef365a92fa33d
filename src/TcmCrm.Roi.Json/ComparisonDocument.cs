using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json;

/// <summary>Writes the document of a comparison: what <c>tcm-roi compare --format json</c> prints.</summary>
/// <remarks>Amounts as planned are decimal text in the minor unit; probabilities and regret are numbers, rounded to two digits of their standard error. Doing nothing has the name null. There are no words in it: nothing depends on a language.</remarks>
public static class ComparisonDocument
{
    /// <summary>The version of the document's form.</summary>
    public const string SchemaVersion = ComparisonWriter.Version;

    /// <summary>Writes a comparison as an indented document.</summary>
    /// <param name="result">The comparison.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The comparison is null.</exception>
    public static string Write(ComparisonResult result) => DocumentForm.Text(Writing(result));

    /// <summary>Writes a comparison as an indented document to a stream, in UTF-8 without a byte order mark.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(ComparisonResult result, Stream stream) => DocumentForm.To(stream, Writing(result));

    /// <summary>Writes a comparison as an indented document to a buffer, in UTF-8 without a byte order mark.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(ComparisonResult result, IBufferWriter<byte> buffer) => DocumentForm.To(buffer, Writing(result));

    private static Action<Utf8JsonWriter> Writing(ComparisonResult result)
    {
        _ = result ?? throw new ArgumentNullException(nameof(result));
        return writer => new ComparisonWriter(writer).Write(result);
    }
}
