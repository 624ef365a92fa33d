using System.Collections.ObjectModel;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json;

/// <summary>How the document of an answer is written: how much of it, in whose words, and what stands in it besides.</summary>
/// <remarks>One object for all answers; each member says which documents read it.</remarks>
public sealed class DocumentWriteOptions
{
    /// <summary>What applies where none are given: the figures with their lines, the words of the packages, nothing besides.</summary>
    public static DocumentWriteOptions Default { get; } = new();

    /// <summary>Gets how much of an evaluation <see cref="ResultDocument"/> writes; <see cref="ResultDetail.Lines"/> by default.</summary>
    public ResultDetail Detail { get; init; } = ResultDetail.Lines;

    /// <summary>Gets words of the host's own, for its figures, lines, findings and messages, in every document that has words. They are asked for before those of the
    /// packages, of several in one language the last first; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list or a source in it is null.</exception>
    /// <exception cref="ArgumentException">A source is in another language than <c>en</c> or <c>zh</c>: a document has words in these two.</exception>
    public IReadOnlyList<ITextSource> Words
    {
        get;
        init
        {
            Languages = DocumentWords.With(value, nameof(Words));
            field = Array.AsReadOnly<ITextSource>([.. value]);
        }
    } = Array.AsReadOnly<ITextSource>([]);

    /// <summary>Gets the simulation that <see cref="ResultDocument"/> writes into the member <c>simulation</c>; none where null, the default.</summary>
    public SimulationResult? Simulation { get; init; }

    /// <summary>Gets the break-even of levers that <see cref="SimulationDocument"/> writes; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list or an element is null.</exception>
    public IReadOnlyList<BreakEvenPoint> BreakEven { get; init => field = Copy(value, nameof(BreakEven)); } = Array.AsReadOnly<BreakEvenPoint>([]);

    /// <summary>Gets the scenarios of the case that <see cref="SimulationDocument"/> writes; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list or an element is null.</exception>
    public IReadOnlyList<ScenarioResult> Scenarios { get; init => field = Copy(value, nameof(Scenarios)); } = Array.AsReadOnly<ScenarioResult>([]);

    /// <summary>Gets what to measure next, which <see cref="SimulationDocument"/> writes; <see cref="SimulationResult.Studies"/> by what the case states where null, the default.</summary>
    /// <exception cref="ArgumentNullException">An element is null.</exception>
    public IReadOnlyList<StudyProposal>? Studies { get; init => field = value is null ? null : Copy(value, nameof(Studies)); }

    /// <summary>Gets what <see cref="PortfolioJournal.ContentHash"/> says of the tenants, for the document of a portfolio; left out where null, the default.</summary>
    public string? ContentHash { get; init; }

    internal DocumentWords Languages { get; private init; } = DocumentWords.OfPackages;

    private static ReadOnlyCollection<T> Copy<T>(IReadOnlyList<T> list, string name)
        where T : class
    {
        T[] copy = [.. list ?? throw new ArgumentNullException(name)];
        return Array.TrueForAll(copy, element => element is not null) ? Array.AsReadOnly(copy) : throw new ArgumentNullException(name);
    }
}
