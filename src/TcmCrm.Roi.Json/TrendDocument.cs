using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Json;

/// <summary>Writes the document of KPIs: what <c>tcm-roi trend --format json</c> prints.</summary>
/// <remarks>One object a series, in order. Numbers are doubles in as few digits as give the same bits again; what has no answer is <c>{"notApplicable":"tooFewValues"}</c>. The document does not depend on the language: messages carry both texts. docs/kpis.md explains every member.</remarks>
public static class TrendDocument
{
    /// <summary>The version of the document's form.</summary>
    public const string SchemaVersion = TrendWriter.Version;

    /// <summary>Writes KPIs as an indented document, by <see cref="DocumentWriteOptions.Default"/>.</summary>
    /// <param name="assessments">The series, assessed.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The list or one of them is null.</exception>
    public static string Write(IReadOnlyList<KpiAssessment> assessments) => Write(assessments, null);

    /// <summary>Writes KPIs as an indented document.</summary>
    /// <param name="assessments">The series, assessed.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The list or one of them is null.</exception>
    public static string Write(IReadOnlyList<KpiAssessment> assessments, DocumentWriteOptions? options) => DocumentForm.Text(Writing(assessments, options));

    /// <summary>Writes KPIs as an indented document to a stream, in UTF-8 without a byte order mark.</summary>
    /// <param name="assessments">The series, assessed.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The list or one of them is null, or the stream is.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(IReadOnlyList<KpiAssessment> assessments, Stream stream, DocumentWriteOptions? options) => DocumentForm.To(stream, Writing(assessments, options));

    /// <summary>Writes KPIs as an indented document to a buffer, in UTF-8 without a byte order mark.</summary>
    /// <param name="assessments">The series, assessed.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The list or one of them is null, or the buffer is.</exception>
    public static void Write(IReadOnlyList<KpiAssessment> assessments, IBufferWriter<byte> buffer, DocumentWriteOptions? options) => DocumentForm.To(buffer, Writing(assessments, options));

    /// <summary>Writes KPIs as an indented UTF-8 document to a stream that is not to be waited for, such as the body of an answer.</summary>
    /// <param name="assessments">The series, assessed.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="options">Whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing; asked before the document is made and with each block. What went out before stays.</param>
    /// <remarks>The document is made in memory, whole, in blocks of 16 KB, and goes out block by block.</remarks>
    /// <returns>Done when the last block is passed on.</returns>
    /// <exception cref="ArgumentNullException">The list or one of them is null, or the stream is.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static Task WriteAsync(IReadOnlyList<KpiAssessment> assessments, Stream stream, DocumentWriteOptions? options = null, CancellationToken cancellation = default) =>
        DocumentForm.ToAsync(stream, Writing(assessments, options), cancellation);

    private static Action<Utf8JsonWriter> Writing(IReadOnlyList<KpiAssessment> assessments, DocumentWriteOptions? options)
    {
        KpiAssessment[] all = [.. assessments ?? throw new ArgumentNullException(nameof(assessments))];
        if (Array.Exists(all, assessment => assessment is null))
        {
            throw new ArgumentNullException(nameof(assessments));
        }

        options ??= DocumentWriteOptions.Default;
        return writer => TrendWriter.Write(writer, all.Select(assessment => (assessment, assessment.Warnings)), options.Languages);
    }
}
