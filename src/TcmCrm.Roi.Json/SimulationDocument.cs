using System.Text;
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

    /// <summary>Writes a simulation as text.</summary>
    /// <param name="result">The simulation.</param>
    /// <param name="breakEven">Break-even of the levers; none where null.</param>
    /// <param name="scenarios">The scenarios of the case; none where null.</param>
    /// <param name="studies">What to measure next; <see cref="SimulationResult.Studies"/> by what the case states where null.</param>
    /// <returns>Indented JSON, with <c>\n</c> at the end of each line.</returns>
    /// <exception cref="ArgumentNullException">The simulation is null.</exception>
    public static string Write(
        SimulationResult result, IReadOnlyList<BreakEvenPoint>? breakEven = null, IReadOnlyList<ScenarioResult>? scenarios = null, IReadOnlyList<StudyProposal>? studies = null)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DocumentForm.Indented))
        {
            new SimulationWriter(writer).Write(result ?? throw new ArgumentNullException(nameof(result)), breakEven ?? [], scenarios ?? [], studies ?? result.Studies());
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
