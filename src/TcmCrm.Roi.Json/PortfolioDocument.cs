using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Json;

/// <summary>Writes the document of a portfolio: what <c>tcm-roi portfolio --format json</c> prints.</summary>
/// <remarks>
/// Money is decimal text in the minor unit of its currency, ratios are numbers (0.6 is 60 %), a figure without an answer is <c>{"notApplicable":"reason"}</c>. The same tenants by the
/// same options give the same bytes, however they were computed. docs/portfolio.md explains every member.
/// </remarks>
public static class PortfolioDocument
{
    /// <summary>The version of the document's form.</summary>
    public const string SchemaVersion = PortfolioWriter.Version;

    /// <summary>Writes a portfolio as an indented document, by <see cref="DocumentWriteOptions.Default"/>.</summary>
    /// <param name="result">The portfolio.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The portfolio is null.</exception>
    public static string Write(PortfolioResult result) => Write(result, null);

    /// <summary>Writes a portfolio as an indented document.</summary>
    /// <param name="result">The portfolio.</param>
    /// <param name="options">Content hash, and whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The portfolio is null.</exception>
    public static string Write(PortfolioResult result, DocumentWriteOptions? options) => DocumentForm.Text(Writing(result, options));

    /// <summary>Writes a portfolio as an indented document to a stream, in UTF-8 without a byte order mark.</summary>
    /// <param name="result">The portfolio.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="options">Content hash, and whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The portfolio or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(PortfolioResult result, Stream stream, DocumentWriteOptions? options) => DocumentForm.To(stream, Writing(result, options));

    /// <summary>Writes a portfolio as an indented document to a buffer, in UTF-8 without a byte order mark.</summary>
    /// <param name="result">The portfolio.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="options">Content hash, and whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The portfolio or the buffer is null.</exception>
    public static void Write(PortfolioResult result, IBufferWriter<byte> buffer, DocumentWriteOptions? options) => DocumentForm.To(buffer, Writing(result, options));

    private static Action<Utf8JsonWriter> Writing(PortfolioResult result, DocumentWriteOptions? options)
    {
        _ = result ?? throw new ArgumentNullException(nameof(result));
        options ??= DocumentWriteOptions.Default;
        return writer => new PortfolioWriter(writer, options.Languages).Write(result, options.ContentHash);
    }
}
