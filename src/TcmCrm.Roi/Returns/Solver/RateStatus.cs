namespace TcmCrm.Roi.Returns;

/// <summary>How many internal rates of return a series has.</summary>
public enum RateStatus
{
    /// <summary>None; the reason says why.</summary>
    None = 0,

    /// <summary>Exactly one, and proven.</summary>
    Unique,

    /// <summary>Several; all are given, ascending.</summary>
    Multiple,

    /// <summary>Not known: whatever was found, nothing proves that it is all. No rate is given as the answer, and no gate passes on it.</summary>
    Undetermined,
}
