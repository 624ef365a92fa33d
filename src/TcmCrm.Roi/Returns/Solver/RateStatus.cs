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

    /// <summary>
    /// Exactly one, and it is no return but what borrowed money costs: more comes in first than is paid later, and below that rate the net present value is negative. The rate is
    /// given with the others and never as the answer. Figures of a case say so; functions on plain flows say <see cref="Unique"/>.
    /// </summary>
    Borrowing,
}
