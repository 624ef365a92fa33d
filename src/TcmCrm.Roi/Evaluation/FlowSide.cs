namespace TcmCrm.Roi.Evaluation;

/// <summary>Where an amount of a case counts.</summary>
internal enum FlowSide
{
    /// <summary>Money spent.</summary>
    Cost,

    /// <summary>Money gained in the short term: what the ROI counts.</summary>
    Benefit,

    /// <summary>The long-term block, shown apart.</summary>
    LongTerm,
}
