namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the category retention (客户保留率提高).</summary>
public static partial class RetentionGain
{
    /// <summary>A fall in churn; see <see cref="RetentionBenefit"/>.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="customers">Customers at the start of a year, 0 or more.</param>
    /// <param name="churnBefore">The part of them lost in a year without the CRM.</param>
    /// <param name="churnAfter">The part of them lost in a year with the CRM; at most <paramref name="churnBefore"/>.</param>
    /// <param name="marginPerCustomerYear">Contribution margin of one customer in a year, 0 or more.</param>
    /// <param name="accrual">When the margin is counted.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
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
