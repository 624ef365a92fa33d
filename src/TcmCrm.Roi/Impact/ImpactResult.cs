namespace TcmCrm.Roi.Impact;

/// <summary>The answer to an <see cref="ImpactStudy"/>: all estimates, the strongest first, and the verdict of the one chosen.</summary>
public sealed class ImpactResult
{
    internal ImpactResult(ImpactStudy study, List<ImpactEstimate> estimates, List<UnavailableDesign> unavailable, List<Message> warnings)
    {
        Study = study;
        Estimates = Array.AsReadOnly(estimates.ToArray());
        Unavailable = Array.AsReadOnly(unavailable.ToArray());
        Warnings = Array.AsReadOnly(warnings.ToArray());
        HasAnswer = estimates.Count > 0 && estimates[0].MayBeChosen;
    }

    /// <summary>The study.</summary>
    public ImpactStudy Study { get; }

    /// <summary>Every estimate that the data allow, the strongest design first; those that are only printed beside come last.</summary>
    public IReadOnlyList<ImpactEstimate> Estimates { get; }

    /// <summary>The designs that the data do not allow, with the reason.</summary>
    public IReadOnlyList<UnavailableDesign> Unavailable { get; }

    /// <summary>What has to be said about the data whatever the design. Warnings of one design stand with its estimate.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>Whether there is an estimate to go by.</summary>
    public bool HasAnswer { get; }

    /// <summary>The estimate by the strongest design.</summary>
    /// <exception cref="InvalidOperationException">There is none, see <see cref="HasAnswer"/>.</exception>
    public ImpactEstimate Chosen => HasAnswer
        ? Estimates[0]
        : throw new InvalidOperationException("The data allow no estimate; see Unavailable for the reasons and HasAnswer to ask first.");

    /// <summary>The verdict of the chosen estimate; inconclusive without one.</summary>
    public ImpactVerdictKind Verdict => HasAnswer ? Chosen.Verdict : ImpactVerdictKind.Inconclusive;

    /// <summary>Of the chosen estimate; null without one.</summary>
    public double? MinimumDetectableEffect => HasAnswer ? Chosen.MinimumDetectableEffect : null;

    /// <summary>Of the chosen estimate; null without one.</summary>
    public int? MonthsStillNeeded => HasAnswer ? Chosen.MonthsStillNeeded : null;

    /// <summary>The result in English, one sentence a line.</summary>
    /// <returns>Several lines, separated by line feeds.</returns>
    public string EnglishText() => ImpactText.English(this);

    /// <summary>The result in Chinese, one sentence a line, with the same numbers as <see cref="EnglishText"/>.</summary>
    /// <returns>Several lines, separated by line feeds.</returns>
    public string ChineseText() => ImpactText.Chinese(this);

    /// <summary>The English text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => EnglishText();
}
