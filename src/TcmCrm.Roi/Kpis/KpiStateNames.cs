namespace TcmCrm.Roi.Kpis;

/// <summary>Display names of <see cref="KpiState"/> and <see cref="KpiTargetState"/> in English and Chinese.</summary>
public static class KpiStateNames
{
    /// <summary>The English name of a state, such as <c>improving</c>.</summary>
    /// <param name="state">A defined state.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a defined value.</exception>
    public static string English(KpiState state) => Check.Defined(state) switch
    {
        KpiState.Improving => "improving",
        KpiState.Flat => "flat",
        KpiState.Deteriorating => "deteriorating",
        KpiState.Volatile => "volatile",
        KpiState.NotJudged => "changed, not judged",
        _ => "insufficient data",
    };

    /// <summary>The Chinese name of a state, such as <c>改善</c>.</summary>
    /// <param name="state">A defined state.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a defined value.</exception>
    public static string Chinese(KpiState state) => Check.Defined(state) switch
    {
        KpiState.Improving => "改善",
        KpiState.Flat => "持平",
        KpiState.Deteriorating => "恶化",
        KpiState.Volatile => "波动",
        KpiState.NotJudged => "有变化(不评判)",
        _ => "数据不足",
    };

    /// <summary>The English name of a target state, such as <c>on target</c>.</summary>
    /// <param name="state">A defined state.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a defined value.</exception>
    public static string English(KpiTargetState state) => Check.Defined(state) switch
    {
        KpiTargetState.OnTarget => "on target",
        KpiTargetState.Warning => "warning",
        KpiTargetState.OffTarget => "off target",
        _ => "no target",
    };

    /// <summary>The Chinese name of a target state, such as <c>达标</c>.</summary>
    /// <param name="state">A defined state.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a defined value.</exception>
    public static string Chinese(KpiTargetState state) => Check.Defined(state) switch
    {
        KpiTargetState.OnTarget => "达标",
        KpiTargetState.Warning => "预警",
        KpiTargetState.OffTarget => "未达标",
        _ => "未设目标",
    };
}
