namespace TcmCrm.Roi.Periods;

/// <summary>What a company mainly wants from the CRM, which decides when the effect can be seen.</summary>
public enum EvaluationGoal
{
    /// <summary>A quick win (快速见效): proof that the system is used and works.</summary>
    QuickWin,

    /// <summary>Lower cost of operation (降本增效).</summary>
    CostEfficiency,

    /// <summary>More sales (销售增长).</summary>
    SalesGrowth,

    /// <summary>Customers who stay, loyalty and other long-term value (客户保留与长期价值).</summary>
    RetentionAndLoyalty,
}
