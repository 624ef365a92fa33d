namespace TcmCrm.Roi.Review;

/// <summary>Whether the case would be approved again, knowing what is known today.</summary>
/// <remarks>It rests on the forecast net present value over the longest evaluation period; without a discount rate, on the net benefit.</remarks>
public enum OriginalDecision
{
    /// <summary>Yes: the forecast net present value is not negative at its lower limit.</summary>
    Stands,

    /// <summary>It cannot be told: the net present value is negative at its lower limit and not at its upper.</summary>
    Doubtful,

    /// <summary>No: the forecast net present value is negative at its upper limit.</summary>
    DoesNotStand,
}
