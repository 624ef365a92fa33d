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

    /// <summary>Writes a comparison as an indented UTF-8 document to a stream that is not to be waited for, such as the body of an answer: Kestrel refuses what writes at once.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="cancellation">Ends the writing; asked before the document is made and with each block. What went out before stays.</param>
    /// <remarks>The document is made in memory, whole, in blocks of 16 KB, and goes out block by block: nobody waits within it. Where memory counts, write to a stream at once.</remarks>
    /// <returns>Done when the last block is passed on.</returns>
    /// <exception cref="ArgumentNullException">The comparison or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static Task WriteAsync(ComparisonResult result, Stream stream, CancellationToken cancellation = default) => DocumentForm.ToAsync(stream, Writing(result), cancellation);

    private static Action<Utf8JsonWriter> Writing(ComparisonResult result)
    {
        _ = result ?? throw new ArgumentNullException(nameof(result));
        return writer => new ComparisonWriter(writer).Write(result);
    }
}
