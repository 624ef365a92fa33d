namespace TcmCrm.Roi.Impact;

/// <summary>The study of one segment among several.</summary>
public sealed class SegmentImpact
{
    internal SegmentImpact(ImpactResult result, double? adjustedP)
    {
        Result = result;
        AdjustedPValue = adjustedP;
    }

    /// <summary>The name of the segment.</summary>
    public string Segment => Result.Study.Series.Segment;

    /// <summary>The study by itself.</summary>
    public ImpactResult Result { get; }

    /// <summary>The p-value of its effect by Holm's correction over all segments that state one; null where it states none.</summary>
    public double? AdjustedPValue { get; }

    /// <summary>
    /// The verdict among the segments: that of the study, but inconclusive where it says that there is an effect, good or bad, and the effect does not stand after the correction.
    /// </summary>
    public ImpactVerdictKind Verdict => IsCorrected ? ImpactVerdictKind.Inconclusive : Result.Verdict;

    /// <summary>Whether the correction took the verdict of the study away.</summary>
    public bool IsCorrected => AdjustedPValue is { } p && p >= 1 - Result.Study.ConfidenceLevel
        && Result.Verdict is not (ImpactVerdictKind.Inconclusive or ImpactVerdictKind.NotRealized);

    /// <summary>An invariant text with the segment, the verdict and the study.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Segment + ": " + Verdict + " (" + Result + ")";
}
