namespace TcmCrm.Roi.Kpis;

/// <summary>How a KPI stands to its target; the rules by which <see cref="KpiAssessment"/> decides stand there.</summary>
public enum KpiTargetState
{
    /// <summary>未设目标: there is no target, or the KPI has no better direction, or there is no value.</summary>
    NoTarget,

    /// <summary>达标: reached, or likely to be.</summary>
    OnTarget,

    /// <summary>有风险: open.</summary>
    Warning,

    /// <summary>未达标: missed, or unlikely to be reached.</summary>
    OffTarget,
}
