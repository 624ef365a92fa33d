namespace TcmCrm.Roi.Costs;

/// <summary>What the first date of a cost is tied to.</summary>
internal enum CostStartKind
{
    /// <summary>The start of the case (立项起始日).</summary>
    CaseStart,

    /// <summary>The go-live date of the case (上线日).</summary>
    GoLive,

    /// <summary>A date of its own.</summary>
    Date,
}
