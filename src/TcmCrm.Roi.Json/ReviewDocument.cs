using System.Text;
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

    /// <summary>Writes a review as text.</summary>
    /// <param name="report">The review.</param>
    /// <returns>Indented JSON.</returns>
    /// <exception cref="ArgumentNullException">The review is null.</exception>
    public static string Write(ReviewReport report)
    {
        using var buffer = new MemoryStream();
        Write(report, buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes a review to a stream, in UTF-8 without a byte order mark.</summary>
    /// <param name="report">The review.</param>
    /// <param name="stream">Where to, block by block while it is written; stays open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(ReviewReport report, Stream stream)
    {
        using var growing = new StreamBuffer(stream ?? throw new ArgumentNullException(nameof(stream)));
        using var writer = new Utf8JsonWriter(growing, DocumentForm.Indented);
        new ReviewWriter(writer, report ?? throw new ArgumentNullException(nameof(report))).Write();
    }
}
