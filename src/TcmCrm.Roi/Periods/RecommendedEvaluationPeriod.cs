namespace TcmCrm.Roi.Periods;

/// <summary>An evaluation period with the reasons for it.</summary>
public sealed class RecommendedEvaluationPeriod
{
    internal RecommendedEvaluationPeriod(EvaluationPeriod period, bool isPrimary, IReadOnlyList<Message> reasons)
    {
        Period = period;
        IsPrimary = isPrimary;
        Reasons = Array.AsReadOnly(reasons.ToArray());
    }

    /// <summary>The period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>Whether the verdict on the investment should rest on this period; the others show the way there or beyond.</summary>
    public bool IsPrimary { get; }

    /// <summary>One reason or more; their codes stand at <see cref="EvaluationPeriodRecommendation"/>.</summary>
    public IReadOnlyList<Message> Reasons { get; }

    /// <summary>The period and the codes of the reasons.</summary>
    public override string ToString() => Period + (IsPrimary ? " (primary): " : ": ") + string.Join(", ", Reasons.Select(reason => reason.Code));
}
