using System.Buffers;
using System.Text;
using System.Text.Json;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

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
/// <para>A figure without an answer is <c>{"notApplicable":"reason"}</c> with an identifier of
/// <see cref="Figure.IdOf(NotApplicableReason)"/>.</para>
/// </remarks>
public static class ResultDocument
{
    /// <summary>The version of the document format that is written.</summary>
    public const string SchemaVersion = ResultWriter.Version;

    /// <summary>Writes an evaluation as an indented document with its lines and the table by year.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The evaluation is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    public static string Write(RoiEvaluation evaluation) => Write(evaluation, ResultDetail.Lines);

    /// <summary>Writes an evaluation as an indented document.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="detail">How much of it.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The evaluation is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    public static string Write(RoiEvaluation evaluation, ResultDetail detail)
    {
        using var buffer = new MemoryStream();
        Write(evaluation, buffer, detail);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes an evaluation as an indented document with a simulation of it in the member <c>simulation</c>.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="detail">How much of it.</param>
    /// <param name="simulation">The simulation; its document without break-even and scenarios.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    public static string Write(RoiEvaluation evaluation, ResultDetail detail, SimulationResult simulation)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DocumentForm.Indented))
        {
            ResultWriter.Write(
                writer, evaluation ?? throw new ArgumentNullException(nameof(evaluation)), detail, DocumentWords.OfPackages,
                simulation ?? throw new ArgumentNullException(nameof(simulation)));
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes an evaluation as an indented UTF-8 document to a stream.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="stream">A writable stream; it gets the document block by block while it is written, and is not closed.</param>
    /// <param name="detail">How much of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(RoiEvaluation evaluation, Stream stream, ResultDetail detail)
    {
        using var growing = new StreamBuffer(stream ?? throw new ArgumentNullException(nameof(stream)));
        using var writer = new Utf8JsonWriter(growing, DocumentForm.Indented);
        ResultWriter.Write(writer, evaluation ?? throw new ArgumentNullException(nameof(evaluation)), detail, DocumentWords.OfPackages);
    }

    /// <summary>Writes an evaluation as an indented UTF-8 document to a stream, in words of the host's own where it has them: for its figures, costs and benefits.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="stream">A writable stream; it gets the document block by block while it is written, and is not closed.</param>
    /// <param name="detail">How much of it.</param>
    /// <param name="words">Words in <c>en</c> and <c>zh</c>, asked for before those of the packages; of several in one language the last is asked first.</param>
    /// <exception cref="ArgumentNullException">An argument or one of the words is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document, or words are in another language.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(RoiEvaluation evaluation, Stream stream, ResultDetail detail, IEnumerable<ITextSource> words)
    {
        DocumentWords languages = DocumentWords.With(words);
        using var growing = new StreamBuffer(stream ?? throw new ArgumentNullException(nameof(stream)));
        using var writer = new Utf8JsonWriter(growing, DocumentForm.Indented);
        ResultWriter.Write(writer, evaluation ?? throw new ArgumentNullException(nameof(evaluation)), detail, languages);
    }

    /// <summary>Writes an evaluation as an indented UTF-8 document to a buffer.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="detail">How much of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    public static void Write(RoiEvaluation evaluation, IBufferWriter<byte> buffer, ResultDetail detail)
    {
        using var writer = new Utf8JsonWriter(buffer ?? throw new ArgumentNullException(nameof(buffer)), DocumentForm.Indented);
        ResultWriter.Write(writer, evaluation ?? throw new ArgumentNullException(nameof(evaluation)), detail, DocumentWords.OfPackages);
    }
}
