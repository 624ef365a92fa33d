namespace TcmCrm.Roi.Kpis;

/// <summary>What a KPI is doing; the rules by which <see cref="KpiAssessment"/> decides stand there.</summary>
public enum KpiState
{
    /// <summary>数据不足: fewer than 8 values.</summary>
    InsufficientData,

    /// <summary>改善: it moves, or moved, to the better.</summary>
    Improving,

    /// <summary>持平: nothing but common-cause variation.</summary>
    Flat,

    /// <summary>恶化: it moves, or moved, to the worse.</summary>
    Deteriorating,

    /// <summary>波动: the evidence points both ways, or the variation itself grew.</summary>
    Volatile,

    /// <summary>不评判: it changed, and the KPI has no better direction.</summary>
    NotJudged,
}
