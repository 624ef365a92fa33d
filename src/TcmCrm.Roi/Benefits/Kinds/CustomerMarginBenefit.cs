namespace TcmCrm.Roi.Benefits;

/// <summary>More margin from customers one already has: customers x additional rate x margin of a customer in a year.</summary>
/// <remarks>The additional rate is the rise, for example of the cross-selling rate from 22 % to 27 %: 5 %, never the whole rate.</remarks>
internal sealed class CustomerMarginBenefit : RunRateBenefit
{
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

    internal override void Examine(BenefitItem item, List<Message> warnings)
    {
        if (AdditionalRate == Share.Whole && !AmountPerYear.IsZero)
        {
            warnings.Add(new Message("everyCustomerBuys", item.Argument()));
        }
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is CustomerMarginBenefit it && (Customers, AdditionalRate, MarginPerCustomerYear).Equals((it.Customers, it.AdditionalRate, it.MarginPerCustomerYear));
}
