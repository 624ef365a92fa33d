using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;

namespace TcmCrm.Roi.Json;

/// <summary>Writes evaluations as JSON; <c>docs/schema/result.schema.json</c> describes the form.</summary>
/// <remarks>
/// <para>The same evaluation gives the same bytes: the order of properties is fixed and there is no timestamp. Money is decimal text
/// with the digits of the currency's minor unit (<c>"75720.00"</c>), rounded 四舍五入, such that printed parts sum to their printed
/// total and <c>netBenefit</c> is printed benefit less printed cost; parts take up what rounding leaves by the largest remainder, rows of
/// tables by rounding what has accumulated. Ratios and months are JSON numbers with up to 12 digits behind the point, computed from amounts
/// that are not rounded; <c>roi</c> 0.6 is 60 %.</para>
/// <para>The figures are those of <see cref="RoiEvaluation.Measures"/>, each under its id, one with a dot in its id within an object. <c>assumedTerms</c>
/// says what the case left open and where the result took it from.</para>
/// <para>Where the case states its taxes, each period has <c>afterTax</c>: the figures after value-added tax and income tax, on both bases, with reasons where
/// no rule gives an answer, and the rules that were used.</para>
/// <para>A figure without an answer is <c>{"notApplicable":"reason"}</c> with an identifier of
/// <see cref="Figure.IdOf(NotApplicableReason)"/>.</para>
/// </remarks>
public static class ResultDocument
{
    /// <summary>The version of the document format that is written.</summary>
    public const string SchemaVersion = ResultWriter.Version;

    /// <summary>Writes an evaluation as an indented document, by <see cref="DocumentWriteOptions.Default"/>.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The evaluation is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    public static string Write(RoiEvaluation evaluation) => Write(evaluation, null);

    /// <summary>Writes an evaluation as an indented document.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="options">How much, whose words, and a simulation; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The evaluation is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    public static string Write(RoiEvaluation evaluation, DocumentWriteOptions? options) => DocumentForm.Text(Writing(evaluation, options));

    /// <summary>Writes an evaluation as an indented document to a stream, in UTF-8 without a byte order mark.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="options">How much, whose words, and a simulation; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The evaluation or the stream is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(RoiEvaluation evaluation, Stream stream, DocumentWriteOptions? options) => DocumentForm.To(stream, Writing(evaluation, options));

    /// <summary>Writes an evaluation as an indented document to a buffer, in UTF-8 without a byte order mark.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="options">How much, whose words, and a simulation; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The evaluation or the buffer is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    public static void Write(RoiEvaluation evaluation, IBufferWriter<byte> buffer, DocumentWriteOptions? options) => DocumentForm.To(buffer, Writing(evaluation, options));

    /// <summary>Writes an evaluation as an indented UTF-8 document to a stream that is not to be waited for, such as the body of an answer: Kestrel refuses what writes at once.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="options">How much, whose words, and a simulation; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing; asked before the document is made and with each block. What went out before stays.</param>
    /// <remarks>The document is made in memory, whole, in blocks of 16 KB, and goes out block by block: nobody waits within it. Where memory counts, write to a stream at once.</remarks>
    /// <returns>Done when the last block is passed on.</returns>
    /// <exception cref="ArgumentNullException">The evaluation or the stream is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static Task WriteAsync(RoiEvaluation evaluation, Stream stream, DocumentWriteOptions? options = null, CancellationToken cancellation = default) =>
        DocumentForm.ToAsync(stream, Writing(evaluation, options), cancellation);

    private static Action<Utf8JsonWriter> Writing(RoiEvaluation evaluation, DocumentWriteOptions? options)
    {
        _ = evaluation ?? throw new ArgumentNullException(nameof(evaluation));
        options ??= DocumentWriteOptions.Default;
        return writer => ResultWriter.Write(writer, evaluation, options);
    }
}
