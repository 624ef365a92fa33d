namespace TcmCrm.Roi.Review;

/// <summary>Whether the case would be approved again, knowing what is known today.</summary>
public enum OriginalDecision
{
    /// <summary>Yes: the forecast net present value is not negative at its lower limit.</summary>
    Stands,

    /// <summary>It cannot be told: the net present value is negative at its lower limit and not at its upper.</summary>
    Doubtful,

    /// <summary>No: the forecast net present value is negative at its upper limit.</summary>
    DoesNotStand,
}
