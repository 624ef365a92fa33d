using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Json;

/// <summary>Writes the document of a study: what <c>tcm-roi impact --format json</c> prints.</summary>
/// <remarks>Numbers are doubles in as few digits as give the same bits again; what does not exist is null. The document has no time stamp and does not depend on the language: messages carry both texts. docs/impact.md explains every member.</remarks>
public static class ImpactDocument
{
    /// <summary>The version of the document's form.</summary>
    public const string SchemaVersion = ImpactWriter.Version;

    /// <summary>Writes a study as an indented document, by <see cref="DocumentWriteOptions.Default"/>.</summary>
    /// <param name="result">The study.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The study is null.</exception>
    public static string Write(ImpactResult result) => Write(result, null);

    /// <summary>Writes a study as an indented document.</summary>
    /// <param name="result">The study.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The study is null.</exception>
    public static string Write(ImpactResult result, DocumentWriteOptions? options) => DocumentForm.Text(Writing(result, options));

    /// <summary>Writes a study as an indented document to a stream, in UTF-8 without a byte order mark.</summary>
    /// <param name="result">The study.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The study is null, or the stream is.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(ImpactResult result, Stream stream, DocumentWriteOptions? options) => DocumentForm.To(stream, Writing(result, options));

    /// <summary>Writes a study as an indented document to a buffer, in UTF-8 without a byte order mark.</summary>
    /// <param name="result">The study.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The study is null, or the buffer is.</exception>
    public static void Write(ImpactResult result, IBufferWriter<byte> buffer, DocumentWriteOptions? options) => DocumentForm.To(buffer, Writing(result, options));

    /// <summary>Writes a study as an indented UTF-8 document to a stream that is not to be waited for, such as the body of an answer.</summary>
    /// <param name="result">The study.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing; asked before the document is made and with each block. What went out before stays.</param>
    /// <remarks>The document is made in memory, whole, in blocks of 16 KB, and goes out block by block.</remarks>
    /// <returns>Done when the last block is passed on.</returns>
    /// <exception cref="ArgumentNullException">The study is null, or the stream is.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static Task WriteAsync(ImpactResult result, Stream stream, DocumentWriteOptions? options = null, CancellationToken cancellation = default) =>
        DocumentForm.ToAsync(stream, Writing(result, options), cancellation);

    private static Action<Utf8JsonWriter> Writing(ImpactResult result, DocumentWriteOptions? options)
    {
        _ = result ?? throw new ArgumentNullException(nameof(result));
        options ??= DocumentWriteOptions.Default;
        return writer => ImpactWriter.Write(writer, result, options.Languages);
    }
}
