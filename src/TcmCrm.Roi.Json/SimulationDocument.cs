using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json;

/// <summary>Writes the document of a simulation: what <c>tcm-roi simulate --format json</c> prints.</summary>
/// <remarks>
/// The same simulation gives the same bytes on every host. Amounts, ratios and months are JSON numbers, rounded to two digits of their standard error; roi 0.6 is 60 %.
/// A number without an answer is <c>{"notApplicable":"reason"}</c>. docs/uncertainty.md explains every member.
/// </remarks>
public static class SimulationDocument
{
    /// <summary>The version of the document's form.</summary>
    public const string SchemaVersion = SimulationWriter.Version;

    /// <summary>Writes a simulation as an indented document, by <see cref="DocumentWriteOptions.Default"/>.</summary>
    /// <param name="result">The simulation.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The simulation is null.</exception>
    public static string Write(SimulationResult result) => Write(result, null);

    /// <summary>Writes a simulation as an indented document.</summary>
    /// <param name="result">The simulation.</param>
    /// <param name="options">Break-even, scenarios, and whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The simulation is null.</exception>
    public static string Write(SimulationResult result, DocumentWriteOptions? options) => DocumentForm.Text(Writing(result, options));

    /// <summary>Writes a simulation as an indented document to a stream, in UTF-8 without a byte order mark.</summary>
    /// <param name="result">The simulation.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="options">Break-even, scenarios, and whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The simulation or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(SimulationResult result, Stream stream, DocumentWriteOptions? options) => DocumentForm.To(stream, Writing(result, options));

    /// <summary>Writes a simulation as an indented document to a buffer, in UTF-8 without a byte order mark.</summary>
    /// <param name="result">The simulation.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="options">Break-even, scenarios, and whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The simulation or the buffer is null.</exception>
    public static void Write(SimulationResult result, IBufferWriter<byte> buffer, DocumentWriteOptions? options) => DocumentForm.To(buffer, Writing(result, options));

    /// <summary>Writes a simulation as an indented UTF-8 document to a stream that is not to be waited for, such as the body of an answer: Kestrel refuses what writes at once.</summary>
    /// <param name="result">The simulation.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="options">Break-even, scenarios, and whose words; <see cref="DocumentWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing; asked before the document is made and with each block. What went out before stays.</param>
    /// <remarks>The document is made in memory, whole, in blocks of 16 KB, and goes out block by block: nobody waits within it. Where memory counts, write to a stream at once.</remarks>
    /// <returns>Done when the last block is passed on.</returns>
    /// <exception cref="ArgumentNullException">The simulation or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static Task WriteAsync(SimulationResult result, Stream stream, DocumentWriteOptions? options = null, CancellationToken cancellation = default) =>
        DocumentForm.ToAsync(stream, Writing(result, options), cancellation);

    private static Action<Utf8JsonWriter> Writing(SimulationResult result, DocumentWriteOptions? options)
    {
        _ = result ?? throw new ArgumentNullException(nameof(result));
        options ??= DocumentWriteOptions.Default;
        return writer => new SimulationWriter(writer).Write(result, options);
    }
}
