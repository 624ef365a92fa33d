namespace TcmCrm.Roi.Returns;

/// <summary>How many internal rates of return a series has.</summary>
public enum RateStatus
{
    /// <summary>None; the reason says why.</summary>
    None = 0,

    /// <summary>Exactly one.</summary>
    Unique,

    /// <summary>Several; all are given, ascending.</summary>
    Multiple,
}
