namespace TcmCrm.Roi.Kpis;

/// <summary>Display names of <see cref="KpiUnit"/> in English and Chinese.</summary>
public static class KpiUnitNames
{
    /// <summary>The English name, such as <c>ratio</c> or <c>currency/day</c>.</summary>
    /// <param name="unit">A defined unit.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a defined value.</exception>
    public static string English(KpiUnit unit) => unit switch
    {
        KpiUnit.Ratio => "ratio",
        KpiUnit.Day => "days",
        KpiUnit.Hour => "hours",
        KpiUnit.Money => "currency",
        KpiUnit.MoneyPerDay => "currency/day",
        KpiUnit.PerDay => "1/day",
        KpiUnit.Score => "score",
        KpiUnit.NetScore => "-100..100",
        KpiUnit.Number => "number",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a defined KpiUnit."),
    };

    /// <summary>The Chinese name, such as <c>比率</c> or <c>金额/天</c>.</summary>
    /// <param name="unit">A defined unit.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a defined value.</exception>
    public static string Chinese(KpiUnit unit) => unit switch
    {
        KpiUnit.Ratio => "比率",
        KpiUnit.Day => "天",
        KpiUnit.Hour => "小时",
        KpiUnit.Money => "金额",
        KpiUnit.MoneyPerDay => "金额/天",
        KpiUnit.PerDay => "次/天",
        KpiUnit.Score => "分",
        KpiUnit.NetScore => "-100 至 100",
        KpiUnit.Number => "数值",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a defined KpiUnit."),
    };
}
