namespace TcmCrm.Roi.Impact;

/// <summary>What a <see cref="SurveyChange"/> is held against. The default: nothing was promised, more is better, 95 %.</summary>
public sealed class SurveyChangeOptions
{
    /// <summary>
    /// The promised improvement in the better direction, above 0: a difference of fractions for proportions (0.05 is five points), of points for scores.
    /// Null when nothing was promised.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite and above 0.</exception>
    public double? Promise
    {
        get;
        init => field = value is { } promise && !(Check.Finite(promise, nameof(Promise)) > 0)
            ? throw Check.OutOfRange(nameof(Promise), promise, "above 0", AllowedRange.Positive)
            : value;
    }

    /// <summary>Whether lower is better: churn, complaints, effort.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>The confidence level of the interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0.5 to 0.999.</exception>
    public double ConfidenceLevel { get; init => field = CheckLevel(value, nameof(ConfidenceLevel)); } = 0.95;

    internal static SurveyChangeOptions Default { get; } = new();

    internal static double CheckLevel(double level, string name) =>
        level is >= 0.5 and <= 0.999 ? level : throw Check.OutOfRange(name, level, "from 0.5 to 0.999", AllowedRange.Between(0.5, 0.999));
}
