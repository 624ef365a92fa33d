using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Periods;

/// <summary>An evaluation period with the reasons for it.</summary>
public sealed class RecommendedHorizon
{
    internal RecommendedHorizon(EvaluationPeriod period, bool isPrimary, IList<HorizonReason> reasons)
    {
        Period = period;
        IsPrimary = isPrimary;
        Reasons = new ReadOnlyCollection<HorizonReason>(reasons);
    }

    /// <summary>The period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>Whether the verdict on the investment should rest on this period; the others show the way there or beyond.</summary>
    public bool IsPrimary { get; }

    /// <summary>One reason or more.</summary>
    public IReadOnlyList<HorizonReason> Reasons { get; }

    /// <summary>The period and the codes of the reasons.</summary>
    public override string ToString() => Period + (IsPrimary ? " (primary): " : ": ") + string.Join(", ", Reasons.Select(reason => reason.Code));
}
