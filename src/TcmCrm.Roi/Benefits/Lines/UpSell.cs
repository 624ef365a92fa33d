namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the long-term category up-selling (追加销售).</summary>
public static partial class UpSell
{
    /// <summary>Customers who buy more or better of the same; see <see cref="CustomerMarginBenefit"/>.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="customers">Customers that can be sold to, 0 or more.</param>
    /// <param name="additionalRate">The part of them that does so because of the CRM, beyond those who did before.</param>
    /// <param name="marginPerCustomerYear">Contribution margin that such a customer adds in a year, 0 or more.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static BenefitItem Of(string name, int customers, Share additionalRate, Money marginPerCustomerYear) =>
        new(name, BenefitCategory.UpSell, new CustomerMarginBenefit(customers, additionalRate, marginPerCustomerYear));
}
