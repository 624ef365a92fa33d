using System.Globalization;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// The trend within calendar months: each January is compared with other Januaries only, so that the season neither hides nor feigns a trend.
/// </summary>
/// <remarks>
/// Hirsch, Slack and Smith (1982): S and varS are the sums over the calendar months, the slope is the median of the slopes between equal
/// months. Neighbouring months of an autocorrelated series rise together: f is the sum over all pairs of months of
/// sqrt(v_g v_h) (6/pi) asin(rho_gh / 2) over the sum of v_g, rho_gh = r^d + r^(12-d) for months d apart, with r from the deseasonalised ranks.
/// </remarks>
public sealed class SeasonalTrend
{
    internal SeasonalTrend(double slopePerYear, long s, double variance, double varianceFactor, double z, double pValue)
    {
        SlopePerYear = slopePerYear;
        S = s;
        Variance = variance;
        VarianceFactor = varianceFactor;
        Z = z;
        PValue = pValue;
    }

    /// <summary>The median slope between equal calendar months, in units of the KPI a year.</summary>
    public double SlopePerYear { get; }

    /// <summary>Rising pairs minus falling pairs within calendar months.</summary>
    public long S { get; }

    /// <summary>The variance of S without trend and without autocorrelation, ties taken into account.</summary>
    public double Variance { get; }

    /// <summary>f, by which autocorrelation inflates the variance; 1 or more.</summary>
    public double VarianceFactor { get; }

    /// <summary>(S - sgn S) / sqrt(varS f).</summary>
    public double Z { get; }

    /// <summary>The two-sided p of <see cref="Z"/>.</summary>
    public double PValue { get; }

    /// <summary>An invariant text, such as <c>1.67 a year, S = 43, z = 3.4, p = 0.00067</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0:G6} a year, S = {1}, z = {2:G4}, p = {3:G4}", SlopePerYear, S, Z, PValue);
}
