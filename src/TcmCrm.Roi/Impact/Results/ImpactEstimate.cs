using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>One estimate of the effect: by one method, with its interval, what it assumes and what has to be said about it.</summary>
public sealed class ImpactEstimate : IEquatable<ImpactEstimate>
{
    private readonly VerdictCap _cap;
    private readonly Func<int, double>? _detectable;

    internal ImpactEstimate(EstimateDraft draft)
    {
        Method = draft.Method;
        Rung = draft.Rung;
        Unit = draft.Unit;
        IsLogScale = draft.Unit == EffectUnit.Relative;
        LowerIsBetter = draft.LowerIsBetter;
        Estimate = draft.Estimate;
        Lower = draft.Lower;
        Upper = draft.Upper;
        ConfidenceLevel = draft.ConfidenceLevel;
        StandardError = draft.StandardError;
        DegreesOfFreedom = draft.DegreesOfFreedom;
        PValue = draft.PValue;
        Rho = draft.Rho;
        ObservationsBefore = draft.ObservationsBefore;
        ObservationsAfter = draft.ObservationsAfter;
        EffectiveObservations = draft.EffectiveObservations;
        IsSeasonAdjusted = draft.IsSeasonAdjusted;
        CanBeTrusted = draft.CanBeTrusted;
        MayBeChosen = draft.MayBeChosen;
        Path = draft.Path;
        Assumptions = Array.AsReadOnly(draft.Assumptions.ToArray());
        Warnings = Array.AsReadOnly(draft.Warnings.ToArray());
        _cap = draft.Cap;
        Promise = draft.Promise;
        _detectable = draft.Detectable;
        Verdict = VerdictRule.Judge(Improvement.Lower, Improvement.Upper, draft.Promise, CanBeTrusted, draft.Cap);
    }

    /// <summary>How it was estimated.</summary>
    public ImpactMethod Method { get; }

    /// <summary>How much the design says about cause.</summary>
    public EvidenceRung Rung { get; }

    /// <summary>What the numbers mean.</summary>
    public EffectUnit Unit { get; }

    /// <summary>Whether the regression ran on logarithms; the effect is then exp(b) - 1 and <see cref="StandardError"/> is that of b.</summary>
    public bool IsLogScale { get; }

    /// <summary>Whether lower values of the KPI are better.</summary>
    public bool LowerIsBetter { get; }

    /// <summary>
    /// The mean effect over the months observed after go-live: after less before, or with less without, in <see cref="Unit"/>. Level of the first month and
    /// mean of the last months are details of the <see cref="Path"/>.
    /// </summary>
    public double Estimate { get; }

    /// <summary>The lower limit, at most <see cref="Estimate"/>.</summary>
    public double Lower { get; }

    /// <summary>The upper limit, at least <see cref="Estimate"/>.</summary>
    public double Upper { get; }

    /// <summary>The confidence level of the limits; 0.95 is 95 %.</summary>
    public double ConfidenceLevel { get; }

    /// <summary>The standard error, on the log scale where <see cref="IsLogScale"/>; null where the method has none (ranks, hybrid score intervals).</summary>
    public double? StandardError { get; }

    /// <summary>The degrees of freedom of Student's t; null where the method does not use it.</summary>
    public double? DegreesOfFreedom { get; }

    /// <summary>The two-sided p-value of "no effect".</summary>
    public double PValue { get; }

    /// <summary>The autocorrelation from month to month that the error allows for; null where the method assumes none.</summary>
    public double? Rho { get; }

    /// <summary>Months before that were used; for proportions and scores the customers or answers.</summary>
    public double ObservationsBefore { get; }

    /// <summary>Months after that were used; for proportions and scores the customers or answers.</summary>
    public double ObservationsAfter { get; }

    /// <summary>How many independent observations before and after together are worth.</summary>
    public double EffectiveObservations { get; }

    /// <summary>Whether the season was taken out, or the design is not touched by it.</summary>
    public bool IsSeasonAdjusted { get; }

    /// <summary>False when the error cannot be trusted (autocorrelation at the edge, no variation): the verdict is then inconclusive whatever the limits.</summary>
    public bool CanBeTrusted { get; }

    /// <summary>False for methods that are printed beside the others only.</summary>
    public bool MayBeChosen { get; }

    /// <summary>The effect month by month, for an interrupted series; null for the others.</summary>
    public EffectPath? Path { get; }

    /// <summary>
    /// Whether it may be called an effect: the assumption of the design can be met. Otherwise it is a change, which includes what would have come without the
    /// CRM, and a study of months concludes nothing from it.
    /// </summary>
    public bool IsEffect => _cap != VerdictCap.Inconclusive && Rung != EvidenceRung.BeforeAfter;

    /// <summary>Whether a guard fired: the verdict then goes no further than "positive, promise unproven", and never to harm.</summary>
    public bool IsGuarded => _cap == VerdictCap.Unproven;

    /// <summary>What has to be true.</summary>
    public IReadOnlyList<Message> Assumptions { get; }

    /// <summary>What a reader has to know.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>What the study says of its data and of its choice of a design; empty for an estimate by itself. With <see cref="Warnings"/> it is all that a reader has to know.</summary>
    public IReadOnlyList<Message> StudyWarnings { get; private set; } = Array.AsReadOnly<Message>([]);

    /// <summary>The effect as an improvement: positive is better.</summary>
    public EffectInterval Improvement => LowerIsBetter ? new EffectInterval(-Estimate, -Upper, -Lower) : new EffectInterval(Estimate, Lower, Upper);

    /// <summary>What is booked forward as an improvement by <see cref="Booking"/>, with the interval of its own; positive is better.</summary>
    public EffectInterval BookedImprovement => Booked(Booking);

    /// <summary>The promised improvement that the verdict is about, in <see cref="Unit"/>, above zero; null where nothing was promised.</summary>
    public double? Promise { get; }

    /// <summary>What the interval says about the promise.</summary>
    public ImpactVerdictKind Verdict { get; }

    /// <summary>
    /// The improvement that a test at the confidence level would have found with a power of 80 % at this error; above zero. Null for methods without a
    /// standard error.
    /// </summary>
    public double? MinimumDetectableEffect => _detectable?.Invoke(0);

    /// <summary>
    /// 0 unless the verdict is inconclusive; then the further months after go-live until <see cref="MinimumDetectableEffect"/> is at most the promise, at
    /// the autocorrelation and variance of the data. Null when nothing was promised, the error cannot be trusted, further months after would not
    /// make the change an effect, or ten years are not enough.
    /// </summary>
    public int? MonthsStillNeeded => _detectable is null ? null
        : Verdict != ImpactVerdictKind.Inconclusive ? 0
        : Promise is { } promise && CanBeTrusted && _cap != VerdictCap.Inconclusive ? DetectableEffect.MonthsNeeded(promise, _detectable) : null;

    /// <summary>Which effect is booked forward as a benefit; prudent by default.</summary>
    public BookedEffect Booking { get; private set; }

    /// <summary>Whether the host accepts a benefit from a study that measured none; it is then estimated, with a warning. False by default.</summary>
    public bool IsInconclusiveAccepted { get; private set; }

    /// <summary>Whether an improvement was measured: the verdict is not inconclusive, and the whole interval is better than nothing.</summary>
    public bool IsImprovementMeasured => Verdict != ImpactVerdictKind.Inconclusive && Improvement.Lower > 0;

    /// <summary>A copy that says how a benefit is made from it.</summary>
    /// <param name="booking">Which effect is booked forward.</param>
    /// <param name="acceptInconclusive">Whether a study that measured no improvement may give a benefit all the same; it is then estimated, and says so.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="booking"/> is not a named value.</exception>
    public ImpactEstimate WithBooking(BookedEffect booking, bool acceptInconclusive = false)
    {
        var copy = (ImpactEstimate)MemberwiseClone();
        copy.Booking = Check.Defined(booking);
        copy.IsInconclusiveAccepted = acceptInconclusive;
        return copy;
    }

    /// <summary>Equal where all that is told of it is.</summary>
    /// <param name="other">Another.</param>
    public bool Equals(ImpactEstimate? other) =>
        other is not null && Method == other.Method && Rung == other.Rung && Unit == other.Unit && Estimate.Equals(other.Estimate) && Lower.Equals(other.Lower)
        && Upper.Equals(other.Upper) && Verdict == other.Verdict && ObservationsBefore.Equals(other.ObservationsBefore)
        && ObservationsAfter.Equals(other.ObservationsAfter) && ConfidenceLevel.Equals(other.ConfidenceLevel) && Booking == other.Booking
        && IsInconclusiveAccepted == other.IsInconclusiveAccepted && BookedImprovement.Equals(other.BookedImprovement)
        && Warnings.SequenceEqual(other.Warnings) && StudyWarnings.SequenceEqual(other.StudyWarnings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImpactEstimate);

    /// <inheritdoc/>
    public override int GetHashCode() => Estimate.GetHashCode();

    /// <summary>The estimate as one of a study, which has something to say of its own.</summary>
    internal ImpactEstimate Of(IReadOnlyList<Message> studyWarnings)
    {
        StudyWarnings = studyWarnings;
        return this;
    }

    internal EffectInterval Booked(BookedEffect booked)
    {
        if (Path is not { } path || booked == BookedEffect.MeanOfObservedMonths)
        {
            return Improvement;
        }

        EffectInterval last = path.LastMonths;
        EffectInterval late = LowerIsBetter ? new EffectInterval(-last.Estimate, -last.Upper, -last.Lower) : last;
        return booked == BookedEffect.LastMonths || late.Estimate < Improvement.Estimate ? late : Improvement;
    }

    /// <summary>The stable identifier of a method that documents use, such as <c>welch-ess</c> or <c>its</c>.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not a named value.</exception>
    public static string IdOf(ImpactMethod method) => Check.Defined(method) switch
    {
        ImpactMethod.Welch => "welch",
        ImpactMethod.WelchEffectiveSampleSize => "welch-ess",
        ImpactMethod.MannWhitney => "mann-whitney",
        ImpactMethod.RemlMean => "reml-mean",
        ImpactMethod.YearOnYear => "yoy",
        ImpactMethod.DifferenceInDifferences => "did",
        ImpactMethod.InterruptedTimeSeries => "its",
        ImpactMethod.ControlledSeries => "controlled-its",
        ImpactMethod.ProportionNewcombe => "proportion-newcombe",
        ImpactMethod.ProportionPaired => "proportion-paired",
        ImpactMethod.NetPromoterScore => "nps",
        _ => "paired-t",
    };

    /// <summary>An invariant text, such as <c>its 0.08 [0.02, 0.14] at 95%</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} {1:G6} [{2:G6}, {3:G6}] at {4:0.#}%", IdOf(Method), Estimate, Lower, Upper, 100 * ConfidenceLevel);
}
