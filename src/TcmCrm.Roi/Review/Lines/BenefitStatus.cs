namespace TcmCrm.Roi.Review;

/// <summary>Where a benefit of the register stands.</summary>
public enum BenefitStatus
{
    /// <summary>Nothing is due yet: its planned start lies after the review's month, or it is not monetised.</summary>
    Planned,

    /// <summary>Realized to date at least the plan less the tolerance of the policy.</summary>
    OnTrack,

    /// <summary>Below that, and above the plan less three times the tolerance; or on track in the months measured, and not measured in others.</summary>
    AtRisk,

    /// <summary>Below that, or due and never measured.</summary>
    Missed,

    /// <summary>Realized more than the plan and the tolerance.</summary>
    Exceeded,

    /// <summary>On track or exceeded, and verified no longer ago than the months of a gap in the data.</summary>
    Verified,
}
