namespace TcmCrm.Roi.Benefits;

/// <summary>More margin from customers one already has: customers x additional rate x margin of a customer in a year.</summary>
/// <remarks>The additional rate is the rise, for example of the cross-selling rate from 22 % to 27 %: 5 %, never the whole rate.</remarks>
internal sealed class CustomerMarginBenefit : RunRateBenefit
{
    /// <summary>More margin from existing customers.</summary>
    /// <param name="customers">Customers that can be sold to, 0 or more.</param>
    /// <param name="additionalRate">The part of them that buys (again, more, or something else) because of the CRM, beyond those who did before.</param>
    /// <param name="marginPerCustomerYear">Contribution margin that such a customer adds in a year, 0 or more; not revenue.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public CustomerMarginBenefit(int customers, Share additionalRate, Money marginPerCustomerYear)
        : base(
            "customerMargin",
            LineRange.Product(
                nameof(marginPerCustomerYear), LineRange.MostBenefit, LineRange.Amount(marginPerCustomerYear), Check.NotNegative(customers) * additionalRate.Value))
    {
        Customers = customers;
        AdditionalRate = additionalRate;
        MarginPerCustomerYear = marginPerCustomerYear;
    }

    /// <summary>Customers that can be sold to.</summary>
    public int Customers { get; }

    /// <summary>The part of them that buys because of the CRM.</summary>
    public Share AdditionalRate { get; }

    /// <summary>Contribution margin that such a customer adds in a year.</summary>
    public Money MarginPerCustomerYear { get; }

    /// <summary>For customers: those who buy because of the CRM.</summary>
    /// <param name="kind">The kind of pool.</param>
    public override decimal? ImpliedDraw(ValuePoolKind kind) => kind == ValuePoolKind.Customers ? Customers * AdditionalRate.Value : null;

    internal override void Examine(MessageArgument line, List<Message> warnings)
    {
        if (AdditionalRate == Share.Whole && !AmountPerYear.IsZero)
        {
            warnings.Add(new Message("everyCustomerBuys", line));
        }
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is CustomerMarginBenefit it && (Customers, AdditionalRate, MarginPerCustomerYear).Equals((it.Customers, it.AdditionalRate, it.MarginPerCustomerYear));
}
