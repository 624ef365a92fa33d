namespace TcmCrm.Roi.Benefits;

/// <summary>What the named values of benefits mean.</summary>
internal static class BenefitFacts
{
    /// <summary>Whether the category belongs to the long-term block, which is shown apart from the short-term return.</summary>
    internal static bool IsLongTerm(this BenefitCategory category) => category >= BenefitCategory.Loyalty;

    /// <summary>The class that a benefit of the category has unless another is given: efficiency for operating cost and processes, cashable for the others.</summary>
    internal static BenefitClass UsualClass(this BenefitCategory category) =>
        category is BenefitCategory.OperatingCost or BenefitCategory.ProcessEfficiency ? BenefitClass.Efficiency : BenefitClass.Cashable;
}
