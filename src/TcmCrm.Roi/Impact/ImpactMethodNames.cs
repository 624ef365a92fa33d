namespace TcmCrm.Roi.Impact;

/// <summary>Identifiers and display names of the methods.</summary>
public static class ImpactMethodNames
{
    /// <summary>The stable identifier that documents use, such as <c>welch-ess</c> or <c>its</c>.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not a defined value.</exception>
    public static string Id(ImpactMethod method) => Row(method).Id;

    /// <summary>The English name.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The name in lower case.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not a defined value.</exception>
    public static string English(ImpactMethod method) => Row(method).English;

    /// <summary>The Chinese name.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not a defined value.</exception>
    public static string Chinese(ImpactMethod method) => Row(method).Chinese;

    private static (string Id, string English, string Chinese) Row(ImpactMethod method) => Check.Defined(method) switch
    {
        ImpactMethod.Welch => ("welch", "raw before/after (Welch)", "简单前后对比(Welch)"),
        ImpactMethod.WelchEffectiveSampleSize => ("welch-ess", "before/after with effective sample sizes", "前后对比(有效样本量修正)"),
        ImpactMethod.MannWhitney => ("mann-whitney", "rank comparison (Mann-Whitney)", "秩和对比(Mann-Whitney)"),
        ImpactMethod.RemlMean => ("reml-mean", "change of the mean (AR(1)-REML)", "均值变化(AR(1)-REML)"),
        ImpactMethod.YearOnYear => ("yoy", "year on year", "同比"),
        ImpactMethod.DifferenceInDifferences => ("did", "difference in differences", "双重差分(对照组)"),
        ImpactMethod.InterruptedTimeSeries => ("its", "interrupted time series", "中断时间序列"),
        ImpactMethod.ProportionNewcombe => ("proportion-newcombe", "difference of proportions (Newcombe)", "比例差异(Newcombe)"),
        ImpactMethod.ProportionPaired => ("proportion-paired", "difference of paired proportions", "配对比例差异"),
        ImpactMethod.NetPromoterScore => ("nps", "change of the net promoter score", "净推荐值变化"),
        _ => ("paired-t", "paired scores", "配对评分"),
    };
}
