namespace TcmCrm.Roi.Impact;

/// <summary>On which scale the effect is measured.</summary>
public enum EffectScale
{
    /// <summary>Logarithms for amounts of money that are all above zero; otherwise as they are.</summary>
    Auto,

    /// <summary>Logarithms: the effect is a relative change, exp(b) - 1, and so are its limits. Needs values above zero.</summary>
    Log,

    /// <summary>As they are: the effect is a difference in the unit of the KPI.</summary>
    Linear,
}
