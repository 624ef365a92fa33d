namespace TcmCrm.Roi.Kpis;

/// <summary>How a KPI is assessed. Start from <see cref="Default"/> and change what is wanted.</summary>
public sealed record KpiAssessmentOptions
{
    private KpiAssessmentOptions()
    {
    }

    /// <summary>Automatic baseline, no target, default rules, season and autocorrelation taken into account, level 0.05.</summary>
    public static KpiAssessmentOptions Default { get; } = new();

    /// <summary>The months that the limits are computed from.</summary>
    public KpiBaseline Baseline { get; private init; } = KpiBaseline.Automatic;

    /// <summary>The target; null for none.</summary>
    public KpiTarget? Target { get; private init; }

    /// <summary>The alarm rules.</summary>
    public AlarmRuleSet Rules { get; private init; }

    /// <summary>What is charted.</summary>
    public ChartBasis Basis { get; private init; } = ChartBasis.Adjusted;

    /// <summary>Whether moving ranges beyond their own limit are left out of the baseline.</summary>
    public bool ScreenOutliers { get; private init; }

    /// <summary>The two-sided level of the trend test; intervals have the confidence 1 - level.</summary>
    public double Level { get; private init; } = 0.05;

    /// <summary>The same with another baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <returns>New options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="baseline"/> is null.</exception>
    public KpiAssessmentOptions WithBaseline(KpiBaseline baseline) => this with { Baseline = Check.NotNull(baseline) };

    /// <summary>The same with a target.</summary>
    /// <param name="target">The target; null for none.</param>
    /// <returns>New options.</returns>
    public KpiAssessmentOptions WithTarget(KpiTarget? target) => this with { Target = target };

    /// <summary>The same with another rule set.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>New options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rules"/> is not a defined value.</exception>
    public KpiAssessmentOptions WithRules(AlarmRuleSet rules) => this with { Rules = Check.Defined(rules) };

    /// <summary>The same with another chart.</summary>
    /// <param name="basis">What is charted.</param>
    /// <param name="screenOutliers">Whether moving ranges beyond their own limit are left out of the baseline.</param>
    /// <returns>New options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not a defined value.</exception>
    public KpiAssessmentOptions WithChart(ChartBasis basis, bool screenOutliers = false) =>
        this with { Basis = Check.Defined(basis), ScreenOutliers = screenOutliers };

    /// <summary>The same with another level.</summary>
    /// <param name="level">Above 0 and below 1, such as 0.05.</param>
    /// <returns>New options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside.</exception>
    public KpiAssessmentOptions WithLevel(double level) =>
        level is > 0 and < 1 ? this with { Level = level } : throw Check.OutOfRange(nameof(level), level, "above 0 and below 1", AllowedRange.InsideOne);
}
