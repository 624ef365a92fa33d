using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tool.Trends;

/// <summary>A target as it was given: of one KPI, or (empty id) of the only one.</summary>
internal sealed record TrendTarget(string Kpi, KpiTarget Target, string Text)
{
    /// <summary>Whether its number was given in per cent.</summary>
    internal bool IsPercent { get; init; }
}
