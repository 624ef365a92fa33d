namespace TcmCrm.Roi.Review;

/// <summary>Which side of the case a line stands on.</summary>
public enum LineSide
{
    /// <summary>Money spent.</summary>
    Cost,

    /// <summary>Money gained.</summary>
    Benefit,
}
