namespace TcmCrm.Roi.Costs;

/// <summary>What becomes of a contract when its term in months ends.</summary>
internal enum ContractRenewal
{
    /// <summary>It goes on at the escalated price (到期续约): what a silent contract is taken to do.</summary>
    Renews,

    /// <summary>It ends (到期终止), and with it what it pays for.</summary>
    Ends,
}
