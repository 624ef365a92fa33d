namespace TcmCrm.Roi.Kpis;

/// <summary>Display names of <see cref="KpiDirection"/> in English and Chinese.</summary>
public static class KpiDirectionNames
{
    /// <summary>The English name, such as <c>higher is better</c>.</summary>
    /// <param name="direction">A defined direction.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is not a defined value.</exception>
    public static string English(KpiDirection direction) => direction switch
    {
        KpiDirection.HigherIsBetter => "higher is better",
        KpiDirection.LowerIsBetter => "lower is better",
        KpiDirection.Neutral => "neither",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "Not a defined KpiDirection."),
    };

    /// <summary>The Chinese name, such as <c>越高越好</c>.</summary>
    /// <param name="direction">A defined direction.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is not a defined value.</exception>
    public static string Chinese(KpiDirection direction) => direction switch
    {
        KpiDirection.HigherIsBetter => "越高越好",
        KpiDirection.LowerIsBetter => "越低越好",
        KpiDirection.Neutral => "中性",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "Not a defined KpiDirection."),
    };
}
