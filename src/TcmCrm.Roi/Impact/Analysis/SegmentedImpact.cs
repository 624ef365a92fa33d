using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// Studies of one KPI in several segments (channels, regions, branches) and of their total, with Holm's correction over the segments: of twenty segments without any
/// change one is "significant" at 5 % by chance.
/// </summary>
public sealed class SegmentedImpact
{
    private SegmentedImpact(SegmentImpact[] segments, ImpactResult? total, Message? totalReason, RateMixSplit? mix)
    {
        Segments = Array.AsReadOnly(segments);
        Total = total;
        TotalReason = totalReason;
        Mix = mix;
    }

    /// <summary>One a segment, in the order given.</summary>
    public IReadOnlyList<SegmentImpact> Segments { get; }

    /// <summary>The study of the total; null where the segments cannot be put together, see <see cref="TotalReason"/>.</summary>
    public ImpactResult? Total { get; }

    /// <summary>The verdict of the total; inconclusive without one, and where a reversal says that the total moved against its segments.</summary>
    public ImpactVerdictKind TotalVerdict => Mix is { IsReversal: true } ? ImpactVerdictKind.Inconclusive : Total?.Verdict ?? ImpactVerdictKind.Inconclusive;

    /// <summary>Why there is no total; null where there is one.</summary>
    public Message? TotalReason { get; }

    /// <summary>For a ratio with its parts: the change of the total between all months before and all months after, split into rate and mix. Null for others.</summary>
    public RateMixSplit? Mix { get; }

    /// <summary>What has to be said of the segments together: <c>mixReversal</c>, and what does not stand after the correction (<c>holmCorrected</c>).</summary>
    public IReadOnlyList<Message> Warnings => Array.AsReadOnly<Message>([
        .. new[] { Mix?.Warning }.OfType<Message>(),
        .. Segments.Where(segment => segment.IsCorrected).Select(segment => new Message(
            "holmCorrected", MessageArgument.Text("subject", segment.Segment), MessageArgument.Number("segments", Segments.Count), EffectText.PValue(segment.AdjustedPValue!.Value))),
    ]);

    /// <summary>Runs the studies of several segments.</summary>
    /// <param name="studies">
    /// One a segment, two at least, of series of one KPI with names of segments that differ, with one go-live month, transition, promise and confidence level. The total is studied as
    /// the first of them is, without its controls.
    /// </param>
    /// <param name="areDisjoint">Whether no customer is counted in two segments; needed to add up distinct customers.</param>
    /// <param name="cancellation">Ends the run; asked before each design of each study.</param>
    /// <returns>The answers.</returns>
    /// <exception cref="ArgumentNullException">The list or a study is null.</exception>
    /// <exception cref="ArgumentException">There are fewer than two studies, or they differ in what they have to share; or what <see cref="ImpactAnalysis.Run"/> refuses.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static SegmentedImpact Run(IReadOnlyList<ImpactStudy> studies, bool areDisjoint = true, CancellationToken cancellation = default)
    {
        ImpactStudy[] all = [.. Check.NotNull(studies).Select(study => Check.NotNull(study, nameof(studies)))];
        if (all.Length < 2)
        {
            throw Check.Wrong($"There are {all.Length} studies; segments need 2 at least.", nameof(studies), "argument.fewSegments", MessageArgument.Number("count", all.Length));
        }

        ImpactStudy first = all[0];
        if (!Array.TrueForAll(all, study => study.GoLive == first.GoLive && study.TransitionMonths == first.TransitionMonths && study.ConfidenceLevel.Equals(first.ConfidenceLevel)
            && Nullable.Equals(study.Promise, first.Promise) && study.OtherUnits.Count == 0))
        {
            throw Check.Wrong(
                "The studies are to share the month of go-live, transition, promise and confidence level, and to have no further units.", nameof(studies), "argument.unlikeStudies");
        }

        if (Array.Exists(all, study => study.Series.Definition != first.Series.Definition)
            || all.Select(study => study.Series.Segment).Distinct(StringComparer.Ordinal).Count() < all.Length)
        {
            throw Check.Wrong("The studies are to be of one KPI, each of another segment.", nameof(studies), "argument.unlikeSegments");
        }

        ImpactResult[] results = [.. all.Select(study => ImpactAnalysis.Run(study, cancellation))];
        int[] answered = [.. Enumerable.Range(0, all.Length).Where(i => results[i].Effect is not null)];
        IReadOnlyList<double> adjusted = answered.Length == 0 ? [] : ImpactAnalysis.AdjustForSeveral([.. answered.Select(i => results[i].Chosen.PValue)]);
        SegmentImpact[] segments = [.. results.Select((result, i) => new SegmentImpact(result, Array.IndexOf(answered, i) is var at and >= 0 ? adjusted[at] : null))];
        KpiSeries[] series = [.. all.Select(study => study.Series)];
        KpiAggregationResult total = KpiSeries.CombineSegments(series, areDisjoint);
        ImpactStudy? whole = total.TryGetSeries(out KpiSeries? sum) && first.GoLive > sum.Start && first.GoLive <= sum.End ? first.Of(sum) : null;
        return new SegmentedImpact(
            segments, whole is null ? null : ImpactAnalysis.Run(whole, cancellation), whole is null ? total.Refusal ?? new Message("segmentsShareNoMonths") : null,
            RateMixSplit.Between(series, first.GoLive.PlusMonths(first.TransitionMonths), first.TransitionMonths));
    }
}
