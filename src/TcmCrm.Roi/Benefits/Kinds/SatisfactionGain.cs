namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the category satisfaction (客户满意度提升).</summary>
public static class SatisfactionGain
{
    /// <summary>A gain in satisfaction that is reported and not summed: the usual form.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="description">What is gained.</param>
    /// <exception cref="ArgumentException">The name is not allowed, or the description is blank.</exception>
    public static BenefitItem NotMonetized(string name, string description) => BenefitItem.NotMonetized(BenefitCategory.Satisfaction, name, description);

    /// <summary>
    /// A gain in satisfaction in money, by a chain with every link stated: points of satisfaction gained x retention gained a point = fall in churn;
    /// x customers x margin of a customer in a year. The flows are those of <see cref="RetentionGain.Of"/>.
    /// </summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="customers">The customers, how many are lost, and what one is worth.</param>
    /// <param name="pointsGained">Points of satisfaction gained, 0 to 200.</param>
    /// <param name="retentionPerPoint">The part of the customers that stays for each point gained.</param>
    /// <param name="linkSource">Where that link comes from.</param>
    /// <exception cref="ArgumentNullException">The customers are null.</exception>
    /// <exception cref="ArgumentException">The name is not allowed, or the source is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the chain would save more than the churn there was.</exception>
    public static BenefitItem ByRetention(string name, CustomerBase customers, decimal pointsGained, Share retentionPerPoint, string linkSource) => new(
        name,
        BenefitCategory.Satisfaction,
        new SatisfactionChainBenefit(
            pointsGained, retentionPerPoint, linkSource, Check.NotNull(customers).Customers, customers.Churn, customers.MarginPerCustomerYear, customers.Accrual));
}
