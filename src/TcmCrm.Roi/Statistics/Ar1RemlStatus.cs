namespace TcmCrm.Roi.Statistics;

/// <summary>Whether an AR(1)-REML fit has an answer.</summary>
internal enum Ar1RemlStatus
{
    /// <summary>Fitted.</summary>
    Fitted,

    /// <summary>Fewer observations than max(8, columns + 4).</summary>
    TooFewObservations,

    /// <summary>A column of the design depends on the others.</summary>
    RankDeficient,

    /// <summary>The design reproduces the data to rounding: there is no noise to estimate an error from.</summary>
    NoResidualVariance,
}
