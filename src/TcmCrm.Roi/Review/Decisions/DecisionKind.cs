namespace TcmCrm.Roi.Review;

/// <summary>What can be decided today. What is spent is spent: only money from here on counts.</summary>
public enum DecisionKind
{
    /// <summary>Carry on as forecast, to the end of the longest evaluation period.</summary>
    Continue,

    /// <summary>Close part of the gap between the benefits and their plan.</summary>
    Fix,

    /// <summary>Carry on, and pay for fewer seats from the next renewal on that can still be changed.</summary>
    Renegotiate,

    /// <summary>Carry on, and past the longest evaluation period with every contract that runs then renewed, at the pace of then.</summary>
    Extend,

    /// <summary>Stop as early as the contracts allow.</summary>
    Exit,
}
