namespace TcmCrm.Roi.Review;

/// <summary>Months that one row of a benefit covers, what it measured, and what the plan has for them.</summary>
internal struct Stretch
{
    internal int First;
    internal int Last;
    internal decimal Amount;
    internal decimal Plan;
    internal bool IsStated;
    internal bool IsDoubted;
    internal decimal Overlap;

    /// <summary>Whether the rows say nothing of what the months brought, and the usual share stands for them.</summary>
    internal bool IsUnknown;

    internal readonly int Length => Last - First + 1;

    internal readonly decimal Share => Amount / Plan;
}
