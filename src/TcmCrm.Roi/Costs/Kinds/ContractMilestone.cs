namespace TcmCrm.Roi.Costs;

/// <summary>What an instalment is counted from.</summary>
internal enum ContractMilestone
{
    /// <summary>Signing (签约).</summary>
    Signing,

    /// <summary>Go-live (上线).</summary>
    GoLive,

    /// <summary>Acceptance (验收), some months after go-live.</summary>
    Acceptance,
}
