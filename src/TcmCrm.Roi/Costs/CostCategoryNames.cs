namespace TcmCrm.Roi.Costs;

/// <summary>Display names of <see cref="CostCategory"/>.</summary>
public static class CostCategoryNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="category">The category.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this CostCategory category) => Names(category).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="category">The category.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this CostCategory category) => Names(category).English;

    private static (string Chinese, string English) Names(CostCategory category) => category switch
    {
        CostCategory.Software => ("软件费用", "Software"),
        CostCategory.Implementation => ("实施费用", "Implementation"),
        CostCategory.Maintenance => ("维护费用", "Maintenance"),
        CostCategory.Time => ("时间成本", "Time"),
        _ => throw Check.OutOfRange(nameof(category), category, "a named cost category"),
    };
}
