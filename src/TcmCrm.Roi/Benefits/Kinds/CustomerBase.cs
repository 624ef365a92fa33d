namespace TcmCrm.Roi.Benefits;

/// <summary>The customers of whom some are lost each year: what every benefit by better retention starts from.</summary>
public sealed class CustomerBase
{
    /// <summary>Customers who may be lost.</summary>
    /// <param name="customers">Customers at the start of a year, 0 or more.</param>
    /// <param name="churn">The part of them lost in a year without the CRM.</param>
    /// <param name="marginPerCustomerYear">Contribution margin of one customer in a year, 0 to 1e15.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public CustomerBase(int customers, Share churn, Money marginPerCustomerYear)
    {
        Customers = Check.NotNegative(customers);
        Churn = churn;
        MarginPerCustomerYear = LineRange.Amount(marginPerCustomerYear);
    }

    /// <summary>Customers at the start of a year.</summary>
    public int Customers { get; }

    /// <summary>The part of them lost in a year without the CRM.</summary>
    public Share Churn { get; }

    /// <summary>Contribution margin of one customer in a year.</summary>
    public Money MarginPerCustomerYear { get; }

    /// <summary>When the margin of those who are kept is counted; in the course of the year by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a defined value.</exception>
    public RetentionAccrual Accrual { get; init => field = Check.Defined(value, nameof(Accrual)); }
}
