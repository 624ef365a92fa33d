using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>How far a measured benefit may lie from its estimate, as ratios to the estimate.</summary>
/// <remarks>A benefit of 100,000 with the interval 0.7 to 1.2 lies between 70,000 and 120,000 at the confidence level. The lower end may be negative: the effect may be none, or harm.</remarks>
public sealed class BenefitInterval : IEquatable<BenefitInterval>
{
    private const decimal MostRatio = 1_000_000;

    /// <summary>An interval.</summary>
    /// <param name="lowerRatio">Lower end / estimate, -1,000,000 to 1.</param>
    /// <param name="upperRatio">Upper end / estimate, 1 to 1,000,000.</param>
    /// <param name="confidence">The confidence level; 0.95 is 95 %; above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public BenefitInterval(decimal lowerRatio, decimal upperRatio, Share confidence)
    {
        LowerRatio = Check.InRange(lowerRatio, -MostRatio, 1);
        UpperRatio = Check.InRange(upperRatio, 1, MostRatio);
        Confidence = confidence.Value is > 0 and < 1 ? confidence : throw Check.OutOfRange(nameof(confidence), confidence, "above 0 % and below 100 %", new Message("range.insideWhole"));
    }

    /// <summary>Lower end / estimate.</summary>
    public decimal LowerRatio { get; }

    /// <summary>Upper end / estimate.</summary>
    public decimal UpperRatio { get; }

    /// <summary>The confidence level.</summary>
    public Share Confidence { get; }

    /// <inheritdoc/>
    public bool Equals(BenefitInterval? other) =>
        other is not null && LowerRatio == other.LowerRatio && UpperRatio == other.UpperRatio && Confidence == other.Confidence;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BenefitInterval);

    /// <inheritdoc/>
    public override int GetHashCode() => (LowerRatio.GetHashCode() * 397) ^ UpperRatio.GetHashCode();

    /// <summary>The invariant text, for example <c>x 0.7 to x 1.2 at 95%</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "x {0} to x {1} at {2}", LowerRatio, UpperRatio, Confidence);
}
