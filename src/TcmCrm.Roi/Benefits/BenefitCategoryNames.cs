namespace TcmCrm.Roi.Benefits;

/// <summary>Display names and traits of <see cref="BenefitCategory"/>.</summary>
public static class BenefitCategoryNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="category">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this BenefitCategory category) => Names(category).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="category">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this BenefitCategory category) => Names(category).English;

    /// <summary>Whether the category belongs to the long-term block, which is shown apart from the short-term return.</summary>
    /// <param name="category">The value.</param>
    public static bool IsLongTerm(this BenefitCategory category) => category >= BenefitCategory.Loyalty;

    /// <summary>The class that a benefit of the category has unless another is given: efficiency for operating cost and processes, cashable for the others.</summary>
    /// <param name="category">The value.</param>
    public static BenefitClass UsualClass(this BenefitCategory category) =>
        category is BenefitCategory.OperatingCost or BenefitCategory.ProcessEfficiency ? BenefitClass.Efficiency : BenefitClass.Cashable;

    private static (string Chinese, string English) Names(BenefitCategory category) => category switch
    {
        BenefitCategory.SalesGrowth => ("销售收入增长", "Sales growth"),
        BenefitCategory.Satisfaction => ("客户满意度提升", "Customer satisfaction"),
        BenefitCategory.Retention => ("客户保留率提高", "Customer retention"),
        BenefitCategory.OperatingCost => ("运营成本降低", "Operating cost reduction"),
        BenefitCategory.DecisionQuality => ("决策质量改善", "Decision quality"),
        BenefitCategory.Loyalty => ("客户忠诚度", "Loyalty"),
        BenefitCategory.CrossSell => ("交叉销售", "Cross-selling"),
        BenefitCategory.UpSell => ("追加销售", "Up-selling"),
        BenefitCategory.ProcessEfficiency => ("流程效率", "Process efficiency"),
        _ => throw Check.OutOfRange(nameof(category), category, "a named value of BenefitCategory"),
    };
}
