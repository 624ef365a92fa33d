namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the category retention (客户保留率提高).</summary>
public static partial class RetentionGain
{
    /// <summary>Fewer customers lost: customers x (churn before - churn after) x margin of a customer in a year.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="customers">The customers, how many are lost, and what one is worth.</param>
    /// <param name="churnAfter">The part of them lost in a year with the CRM; at most that without.</param>
    /// <remarks>
    /// The fall in churn can never be more than the churn there was. When the margin is counted is a named convention: customers are saved in the course of a
    /// year, so that in the first year they bring half of their yearly margin (<see cref="RetentionAccrual.Gradual"/>, the default). Counting it all from
    /// the first month (<see cref="RetentionAccrual.FullYearAtOnce"/>) is common, and states the first six months four times too high.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The customers are null.</exception>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More are lost with the CRM than without, or the line comes to more than 1e18 a year.</exception>
    public static BenefitItem Of(string name, CustomerBase customers, Share churnAfter) => new(
        name,
        BenefitCategory.Retention,
        new RetentionBenefit(Check.NotNull(customers).Customers, customers.Churn, churnAfter, customers.MarginPerCustomerYear, customers.Accrual));
}
