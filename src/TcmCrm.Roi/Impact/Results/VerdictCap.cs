namespace TcmCrm.Roi.Impact;

/// <summary>How far a verdict may go.</summary>
internal enum VerdictCap
{
    /// <summary>As far as the interval does.</summary>
    None,

    /// <summary>Not to "realised": two surveys show no trend of before, so a change is proven and its cause is not.</summary>
    NotRealized,

    /// <summary>Not to "realised", and not to "harm": something else may have had a part in it.</summary>
    Unproven,

    /// <summary>A change that is no effect: nothing is concluded.</summary>
    Inconclusive,
}
