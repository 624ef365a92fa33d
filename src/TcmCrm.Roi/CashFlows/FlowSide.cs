namespace TcmCrm.Roi.CashFlows;

/// <summary>Where an amount of a case counts.</summary>
public enum FlowSide
{
    /// <summary>Money spent.</summary>
    Cost,

    /// <summary>Money gained in the short term: what the ROI counts.</summary>
    Benefit,

    /// <summary>The long-term block, shown apart.</summary>
    LongTermBenefit,
}
