using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Impact;

/// <summary>The answer to an <see cref="ImpactStudy"/>: all estimates, the strongest first, and the verdict of the one chosen.</summary>
public sealed class ImpactResult
{
    internal ImpactResult(ImpactStudy study, List<ImpactEstimate> estimates, SortedDictionary<ImpactMethod, Message> unavailable, List<Message> warnings, List<Message>? choice = null)
    {
        Study = study;
        choice ??= [];
        IReadOnlyList<Message> said = Array.AsReadOnly<Message>([.. choice, .. warnings]);
        estimates.ForEach(estimate => estimate.Of(said));
        Estimates = Array.AsReadOnly(estimates.ToArray());
        Unavailable = new ReadOnlyDictionary<ImpactMethod, Message>(unavailable);
        Warnings = Array.AsReadOnly(warnings.ToArray());
        Choice = Array.AsReadOnly(choice.ToArray());
        HasAnswer = estimates.Count > 0 && estimates[0].MayBeChosen;
    }

    /// <summary>The study.</summary>
    public ImpactStudy Study { get; }

    /// <summary>Every estimate that the data allow, the strongest design first; those that are only printed beside come last.</summary>
    public IReadOnlyList<ImpactEstimate> Estimates { get; }

    /// <summary>
    /// The methods that the data do not allow, in the order of <see cref="ImpactMethod"/>, each with the reason: <c>tooFewMonths</c>, <c>noVariation</c>,
    /// <c>notAProportion</c>, <c>singularDesign</c> ...
    /// </summary>
    public IReadOnlyDictionary<ImpactMethod, Message> Unavailable { get; }

    /// <summary>What has to be said about the data whatever the design. Warnings of one design stand with its estimate.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>
    /// The result in sentences, in the order in which they are read: the effect, the method, the verdict, what is still needed where it is open, and the
    /// warnings; without an answer the reason of each method.
    /// </summary>
    public IReadOnlyList<Message> Summary => ImpactSummary.Of(this);

    /// <summary>
    /// Why the design was chosen; where its assumption cannot be met, what the change includes and what would settle it. Empty without an answer.
    /// </summary>
    public IReadOnlyList<Message> Choice { get; }

    /// <summary>The mean effect over the months observed, with its interval; null where the data give a change only, or nothing.</summary>
    public EffectInterval? Effect => HasAnswer && Chosen.IsEffect ? new EffectInterval(Chosen.Estimate, Chosen.Lower, Chosen.Upper) : null;

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

    /// <summary>A copy whose estimates say how a benefit is made from them, as <see cref="ImpactEstimate.WithBooking"/> does.</summary>
    /// <param name="booking">Which effect is booked forward.</param>
    /// <param name="acceptInconclusive">Whether a study that measured no improvement may give a benefit all the same; it is then estimated, and says so.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="booking"/> is not a named value.</exception>
    public ImpactResult WithBooking(BookedEffect booking, bool acceptInconclusive = false) => new(
        Study, [.. Estimates.Select(estimate => estimate.WithBooking(booking, acceptInconclusive))], new(Unavailable.ToDictionary(u => u.Key, u => u.Value)), [.. Warnings],
        [.. Choice]);

    /// <summary>The verdict and the chosen estimate, invariant: <c>Harm: its -0.08 [-0.14, -0.02] at 95%</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => HasAnswer ? Verdict + ": " + Chosen : "no estimate";
}
