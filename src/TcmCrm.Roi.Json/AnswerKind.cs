namespace TcmCrm.Roi.Json;

/// <summary>Which answer a document holds, told by its members.</summary>
public enum AnswerKind
{
    /// <summary>An evaluation, as <see cref="ResultDocument"/> writes it: cost, benefit and figures per evaluation period.</summary>
    Result,

    /// <summary>A review, as <see cref="ReviewDocument"/> writes it: plan against actual, findings, decisions.</summary>
    Review,

    /// <summary>A simulation, as <see cref="SimulationDocument"/> writes it: how sure the figures are.</summary>
    Simulation,

    /// <summary>A comparison, as <see cref="ComparisonDocument"/> writes it: alternatives side by side.</summary>
    Comparison,

    /// <summary>A study, as <see cref="ImpactDocument"/> writes it: what changed at go-live.</summary>
    Impact,

    /// <summary>KPIs, as <see cref="TrendDocument"/> writes them: trend, alarms, forecast to target.</summary>
    Trend,

    /// <summary>One cash-flow series, as a line of <c>tcm-roi returns --format json</c> has it: its rates, net present value and payback.</summary>
    Returns,
}
