using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json;

/// <summary>Writes the document of a review: what <c>tcm-roi review --format json</c> prints.</summary>
/// <remarks>
/// Money is decimal text in the minor unit of the currency, ratios are numbers (0.6 is 60 %), a figure without an answer is
/// <c>{"notApplicable":"reason"}</c>. <c>lower</c> and <c>upper</c> of a forecast are limits of its ROI. The document has no time stamp of its own and
/// does not depend on the language; findings and decisions carry both texts. docs/review.md explains every member.
/// </remarks>
public static class ReviewDocument
{
    /// <summary>The version of the document's form.</summary>
    public const string SchemaVersion = ReviewWriter.Version;

    /// <summary>Writes a review as an indented document, by <see cref="DocumentWriteOptions.Default"/>.</summary>
    /// <param name="report">The review.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The review is null.</exception>
    public static string Write(ReviewReport report) => Write(report, null);

    /// <summary>Writes a review as an indented document.</summary>
    /// <param name="report">The review.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The review is null.</exception>
    public static string Write(ReviewReport report, DocumentWriteOptions? options) => DocumentForm.Text(Writing(report, options));

    /// <summary>Writes a review as an indented document to a stream, in UTF-8 without a byte order mark.</summary>
    /// <param name="report">The review.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The review or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(ReviewReport report, Stream stream, DocumentWriteOptions? options) => DocumentForm.To(stream, Writing(report, options));

    /// <summary>Writes a review as an indented document to a buffer, in UTF-8 without a byte order mark.</summary>
    /// <param name="report">The review.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The review or the buffer is null.</exception>
    public static void Write(ReviewReport report, IBufferWriter<byte> buffer, DocumentWriteOptions? options) => DocumentForm.To(buffer, Writing(report, options));

    /// <summary>Writes a review as an indented UTF-8 document to a stream that is not to be waited for, such as the body of an answer: Kestrel refuses what writes at once.</summary>
    /// <param name="report">The review.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing; asked before the document is made and with each block. What went out before stays.</param>
    /// <remarks>The document is made in memory, whole, in blocks of 16 KB, and goes out block by block: nobody waits within it. Where memory counts, write to a stream at once.</remarks>
    /// <returns>Done when the last block is passed on.</returns>
    /// <exception cref="ArgumentNullException">The review or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static Task WriteAsync(ReviewReport report, Stream stream, DocumentWriteOptions? options = null, CancellationToken cancellation = default) =>
        DocumentForm.ToAsync(stream, Writing(report, options), cancellation);

    private static Action<Utf8JsonWriter> Writing(ReviewReport report, DocumentWriteOptions? options)
    {
        _ = report ?? throw new ArgumentNullException(nameof(report));
        options ??= DocumentWriteOptions.Default;
        return writer => new ReviewWriter(writer, report, options.Languages).Write();
    }
}
