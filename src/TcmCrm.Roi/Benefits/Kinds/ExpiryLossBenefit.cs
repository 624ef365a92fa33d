namespace TcmCrm.Roi.Benefits;

/// <summary>Less stock written off near or past expiry (近效期、效期报损): loss a year x the part avoided.</summary>
internal sealed class ExpiryLossBenefit : RunRateBenefit
{
    public ExpiryLossBenefit(Money lossPerYear, Share avoided)
        : base("expiryLoss", LineRange.Amount(lossPerYear) * avoided)
    {
        LossPerYear = lossPerYear;
        Avoided = avoided;
    }

    /// <summary>Stock written off in a year without the CRM, at cost.</summary>
    public Money LossPerYear { get; }

    /// <summary>The part of it that is avoided.</summary>
    public Share Avoided { get; }

    internal override object? PartOf => LossPerYear;

    internal override void Examine(BenefitItem item, List<Message> warnings)
    {
        if (Avoided == Share.Whole && !LossPerYear.IsZero)
        {
            warnings.Add(new Message("expiryLossOfZero", item.Argument()));
        }
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is ExpiryLossBenefit it && (LossPerYear, Avoided).Equals((it.LossPerYear, it.Avoided));
}
