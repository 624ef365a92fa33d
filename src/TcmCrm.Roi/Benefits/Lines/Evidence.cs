namespace TcmCrm.Roi.Benefits;

/// <summary>What the amount of a benefit rests on.</summary>
public enum Evidence
{
    /// <summary>Measured on data of before and after, with an interval.</summary>
    Measured,

    /// <summary>Estimated from data or experience that can be shown.</summary>
    Estimated,

    /// <summary>Assumed; nothing is shown for it.</summary>
    Assumed,

    /// <summary>Described and not expressed in money; never summed.</summary>
    NotMonetized,
}
