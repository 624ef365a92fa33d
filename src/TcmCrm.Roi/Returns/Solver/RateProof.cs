namespace TcmCrm.Roi.Returns;

/// <summary>What proves that the rates given are all there are.</summary>
public enum RateProof
{
    /// <summary>Nothing: the rates given were found, others may exist. Series with more than 64 sign changes that no rule covers.</summary>
    NotCertified = 0,

    /// <summary>Descartes' rule: a series has at most as many rates above -100 % as sign changes, and as many less an even number.</summary>
    Descartes,

    /// <summary>Norstrom's rule on both sides: cumulative flows from the start bound the rates above 0, those from the end the rates below.
    /// The rule from the start alone says nothing of rates below 0.</summary>
    NorstromBothSides,

    /// <summary>All rates were isolated, each in an interval of its own.</summary>
    Isolation,
}
