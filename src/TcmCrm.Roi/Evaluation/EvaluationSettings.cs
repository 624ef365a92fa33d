using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What an evaluation uses where the case itself does not say.</summary>
public sealed class EvaluationSettings
{
    /// <summary>Settings; every one may be left out.</summary>
    /// <param name="horizons">Evaluation periods in place of those of the case; null keeps the case's.</param>
    /// <param name="discountRate">Yearly rate as a fraction for a case without one; above -1 and at most 10; null leaves its discounted figures without an answer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    public EvaluationSettings(IReadOnlyList<EvaluationPeriod>? horizons = null, decimal? discountRate = null)
    {
        Horizons = horizons is null ? null : [.. horizons];
        DiscountRate = discountRate is null or (> -1 and <= 10)
            ? discountRate
            : throw Check.OutOfRange(nameof(discountRate), discountRate, "above -1 (-100 %) and at most 10 (1000 %)");
    }

    /// <summary>Nothing beyond what the case says.</summary>
    public static EvaluationSettings Default { get; } = new();

    /// <summary>Evaluation periods in place of those of the case, or null.</summary>
    public IReadOnlyList<EvaluationPeriod>? Horizons { get; }

    /// <summary>The yearly rate for a case that has none, as a fraction, or null.</summary>
    public decimal? DiscountRate { get; }
}
