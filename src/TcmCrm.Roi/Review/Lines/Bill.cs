namespace TcmCrm.Roi.Review;

/// <summary>What the plan has in one month, and what was booked for it.</summary>
internal struct Bill
{
    internal int Month;
    internal decimal Plan;
    internal decimal Paid;
    internal decimal Ratio;
    internal decimal Owed;
    internal decimal Price;
    internal int BookedIn;
    internal bool IsPaid;
    internal bool IsGathered;

    /// <summary>Whether it is booked in parts of which some are missing: below its plan it is no price.</summary>
    internal bool IsInParts;

    /// <summary>Whether it is one of several agreed bills that were booked at one amount below two thirds of their plan.</summary>
    internal bool IsLower;
}
