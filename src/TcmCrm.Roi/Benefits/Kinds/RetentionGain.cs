namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the category retention (客户保留率提高).</summary>
public static partial class RetentionGain
{
    /// <summary>Fewer customers lost: customers x (churn before - churn after) x margin of a customer in a year.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="customers">Customers at the start of a year, 0 or more.</param>
    /// <param name="churnBefore">The part of them lost in a year without the CRM.</param>
    /// <param name="churnAfter">The part of them lost in a year with the CRM; at most <paramref name="churnBefore"/>.</param>
    /// <param name="marginPerCustomerYear">Contribution margin of one customer in a year, 0 to 1e15.</param>
    /// <param name="accrual">When the margin is counted.</param>
    /// <remarks>
    /// The fall in churn can never be more than the churn there was. When the margin is counted is a named convention: customers are saved in the course of a
    /// year, so that in the first year they bring half of their yearly margin (<see cref="RetentionAccrual.Gradual"/>, the default). Counting it all from
    /// the first month (<see cref="RetentionAccrual.FullYearAtOnce"/>) is common, and states the first six months four times too high.
    /// </remarks>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BenefitItem Of(
        string name,
        int customers,
        Share churnBefore,
        Share churnAfter,
        Money marginPerCustomerYear,
        RetentionAccrual accrual = RetentionAccrual.Gradual) =>
        new(name, BenefitCategory.Retention, new RetentionBenefit(customers, churnBefore, churnAfter, marginPerCustomerYear, accrual));
}
