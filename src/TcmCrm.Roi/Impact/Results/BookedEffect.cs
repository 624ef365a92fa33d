namespace TcmCrm.Roi.Impact;

/// <summary>Which effect of a study is booked forward as a benefit.</summary>
public enum BookedEffect
{
    /// <summary>The mean effect over the months observed or, where it is lower, that of the last six of them.</summary>
    Prudent,

    /// <summary>The mean effect over the months observed.</summary>
    MeanOfObservedMonths,

    /// <summary>The mean effect over the last six months observed, or all where there are fewer.</summary>
    LastMonths,
}
