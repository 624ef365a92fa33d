using System.Globalization;

namespace TcmCrm.Roi.Kpis;

/// <summary>One step of a <see cref="SurvivalCurve"/>: what is known about retention at one observed tenure.</summary>
public sealed class SurvivalPoint : IEquatable<SurvivalPoint>
{
    internal SurvivalPoint(
        double tenure, int atRisk, int events, double survival, double standardError, double lower, double upper, bool hasInterval)
    {
        Tenure = tenure;
        AtRisk = atRisk;
        Events = events;
        Survival = survival;
        StandardError = standardError;
        Lower = lower;
        Upper = upper;
        HasInterval = hasInterval;
    }

    /// <summary>The observed tenure, in the unit of the data (months, as a rule).</summary>
    public double Tenure { get; }

    /// <summary>Customers still under observation just before this tenure.</summary>
    public int AtRisk { get; }

    /// <summary>Customers lost at this tenure; 0 where customers only went out of observation.</summary>
    public int Events { get; }

    /// <summary>The share of customers that stays longer than this tenure, 0 to 1.</summary>
    public double Survival { get; }

    /// <summary>Greenwood's standard error of <see cref="Survival"/>; 0 where survival is 0 or 1, and then no measure of certainty.</summary>
    public double StandardError { get; }

    /// <summary>Lower limit of survival on the log(-log) scale; 0 where <see cref="HasInterval"/> is false.</summary>
    public double Lower { get; }

    /// <summary>Upper limit of survival on the log(-log) scale; 1 where <see cref="HasInterval"/> is false.</summary>
    public double Upper { get; }

    /// <summary>
    /// Whether the interval could be computed. At survival 1 (nobody lost yet) and 0 (everybody lost) it cannot; the limits are then 0 and 1,
    /// that is, nothing is claimed.
    /// </summary>
    public bool HasInterval { get; }

    /// <inheritdoc/>
    public bool Equals(SurvivalPoint? other) => other is not null && Tenure.Equals(other.Tenure) && AtRisk == other.AtRisk && Events == other.Events && Survival.Equals(other.Survival)
        && StandardError.Equals(other.StandardError) && Lower.Equals(other.Lower) && Upper.Equals(other.Upper) && HasInterval == other.HasInterval;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SurvivalPoint);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Tenure.GetHashCode() * 31) + Survival.GetHashCode());

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "t={0} S={1} [{2}, {3}] n={4} d={5}", Tenure, Survival, Lower, Upper, AtRisk, Events);
}
