using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>An estimate with its interval. The default is 0 [0, 0].</summary>
public readonly record struct EffectInterval
{
    internal EffectInterval(double estimate, double lower, double upper)
    {
        Estimate = estimate;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The estimate.</summary>
    public double Estimate { get; }

    /// <summary>The lower limit, at most the estimate.</summary>
    public double Lower { get; }

    /// <summary>The upper limit, at least the estimate.</summary>
    public double Upper { get; }

    /// <summary>An invariant text, such as <c>0.08 [0.02, 0.14]</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:G6} [{1:G6}, {2:G6}]", Estimate, Lower, Upper);
}
