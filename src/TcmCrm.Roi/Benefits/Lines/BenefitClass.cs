namespace TcmCrm.Roi.Benefits;

/// <summary>How firm the value of a benefit is.</summary>
public enum BenefitClass
{
    /// <summary>Cashable (可现金化收益): it reaches the profit and loss account.</summary>
    Cashable,

    /// <summary>Efficiency (效率收益): time or capacity is freed, but no payment ends by itself.</summary>
    Efficiency,

    /// <summary>Qualitative (定性收益): described, never summed.</summary>
    Qualitative,
}
