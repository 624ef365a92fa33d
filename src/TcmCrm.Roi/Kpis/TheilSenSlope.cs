using System.Globalization;

namespace TcmCrm.Roi.Kpis;

/// <summary>The Theil-Sen slope: the median of the slopes between all pairs of points, with an interval.</summary>
/// <remarks>
/// Sen (1968): N = n(n-1)/2 slopes in ascending order, C = z sqrt(varS); lower = d_(round((N-C)/2)), upper = d_(round((N+C)/2)+1), counted from 1,
/// rounded half to even, kept inside 1..N. The interval takes ties into account but no autocorrelation;
/// <see cref="CorrectedLower"/> and <see cref="CorrectedUpper"/> use the corrected variance.
/// </remarks>
public sealed class TheilSenSlope
{
    internal TheilSenSlope(double value, (double Lower, double Upper) plain, (double Lower, double Upper) corrected, double confidenceLevel)
    {
        Value = value;
        Lower = plain.Lower;
        Upper = plain.Upper;
        CorrectedLower = corrected.Lower;
        CorrectedUpper = corrected.Upper;
        ConfidenceLevel = confidenceLevel;
    }

    /// <summary>The slope, in units of the KPI a step (a month, or a point of a coarser series).</summary>
    public double Value { get; }

    /// <summary>Lower end of the interval.</summary>
    public double Lower { get; }

    /// <summary>Upper end of the interval.</summary>
    public double Upper { get; }

    /// <summary>Lower end of the interval with the variance corrected for autocorrelation; never above <see cref="Lower"/>.</summary>
    public double CorrectedLower { get; }

    /// <summary>Upper end of the interval with the variance corrected for autocorrelation; never below <see cref="Upper"/>.</summary>
    public double CorrectedUpper { get; }

    /// <summary>The confidence level of both intervals, such as 0.95.</summary>
    public double ConfidenceLevel { get; }

    /// <summary>An invariant text, such as <c>0.12 [0.08, 0.17] a step</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:G6} [{1:G6}, {2:G6}] a step", Value, Lower, Upper);
}
