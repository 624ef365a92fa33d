namespace TcmCrm.Roi.Review;

/// <summary>How much a finding matters, by the money at stake.</summary>
public enum FindingSeverity
{
    /// <summary>Less than 3 % of the larger of planned cost and planned benefit to date, or no money.</summary>
    Low,

    /// <summary>From 3 %.</summary>
    Medium,

    /// <summary>From 10 %.</summary>
    High,
}
