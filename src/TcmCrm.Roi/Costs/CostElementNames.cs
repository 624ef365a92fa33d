namespace TcmCrm.Roi.Costs;

/// <summary>Display names of <see cref="CostElement"/>, and the category that each belongs to.</summary>
public static class CostElementNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="element">The element.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this CostElement element) => Facts(element).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="element">The element.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this CostElement element) => Facts(element).English;

    /// <summary>The category that the element belongs to; null for <see cref="CostElement.Unspecified"/>, which fits any.</summary>
    /// <param name="element">The element.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static CostCategory? Category(this CostElement element) => Facts(element).Category;

    private static (string Chinese, string English, CostCategory? Category) Facts(CostElement element) => element switch
    {
        CostElement.Unspecified => ("未细分", "Unspecified", null),
        CostElement.Subscription => ("订阅费", "Subscription", CostCategory.Software),
        CostElement.PerpetualLicense => ("许可费(买断)", "Perpetual licence", CostCategory.Software),
        CostElement.Configuration => ("系统配置", "Configuration", CostCategory.Implementation),
        CostElement.Customization => ("定制开发", "Customisation", CostCategory.Implementation),
        CostElement.DataMigration => ("数据迁移", "Data migration", CostCategory.Implementation),
        CostElement.Integration => ("系统集成", "Integration", CostCategory.Implementation),
        CostElement.Training => ("员工培训", "Training", CostCategory.Implementation),
        CostElement.Support => ("技术支持", "Support", CostCategory.Maintenance),
        CostElement.Upgrade => ("系统升级", "Upgrade", CostCategory.Maintenance),
        CostElement.Server => ("服务器成本", "Servers", CostCategory.Maintenance),
        CostElement.Learning => ("学习时间", "Learning time", CostCategory.Time),
        CostElement.ProductivityDip => ("适应期效率下降", "Productivity dip", CostCategory.Time),
        _ => throw Check.OutOfRange(nameof(element), element, "a named cost element"),
    };
}
