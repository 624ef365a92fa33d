using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>Fewer customers lost: customers x (churn before - churn after) x margin of a customer in a year.</summary>
/// <remarks>
/// The fall in churn can never be more than the churn there was. When the margin is counted is a named convention: customers are saved in the course of a
/// year, so that in the first year they bring half of their yearly margin (<see cref="RetentionAccrual.Gradual"/>, the default). Counting it all from
/// the first month (<see cref="RetentionAccrual.FullYearAtOnce"/>) is common, and states the first six months four times too high.
/// </remarks>
internal sealed class RetentionBenefit : RunRateBenefit
{
    public RetentionBenefit(
        int customers, Share churnBefore, Share churnAfter, Money marginPerCustomerYear, RetentionAccrual accrual = RetentionAccrual.Gradual)
        : base(
            "retention",
            LineRange.Amount(marginPerCustomerYear) * (Check.NotNegative(customers) * (churnBefore.Value - NotAbove(churnAfter, churnBefore).Value)))
    {
        // The margin of all customers, of which the difference of survival takes a part.
        LineRange.Product(nameof(marginPerCustomerYear), LineRange.MostBenefit, marginPerCustomerYear, customers);
        Customers = customers;
        ChurnBefore = churnBefore;
        ChurnAfter = churnAfter;
        MarginPerCustomerYear = marginPerCustomerYear;
        Accrual = Check.Defined(accrual);
    }

    /// <summary>Customers at the start of a year.</summary>
    public int Customers { get; }

    /// <summary>The part of them lost in a year without the CRM.</summary>
    public Share ChurnBefore { get; }

    /// <summary>The part of them lost in a year with the CRM.</summary>
    public Share ChurnAfter { get; }

    /// <summary>Contribution margin of one customer in a year.</summary>
    public Money MarginPerCustomerYear { get; }

    /// <summary>When the margin is counted.</summary>
    public RetentionAccrual Accrual { get; }

    /// <summary>Customers x (churn before - churn after).</summary>
    public decimal CustomersSavedPerYear => Customers * (ChurnBefore.Value - ChurnAfter.Value);

    /// <summary>For customers: those saved in a year.</summary>
    /// <param name="kind">The kind of pool.</param>
    public override decimal? ImpliedDraw(ValuePoolKind kind) => kind == ValuePoolKind.Customers ? CustomersSavedPerYear : null;

    internal override object? PartOf => (Customers, ChurnBefore);

    internal override void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder)
    {
        switch (Accrual)
        {
            case RetentionAccrual.Gradual:
                RetentionFlow.RecordGradual(timeline, profile, recorder, AmountPerYear.Amount);
                break;
            case RetentionAccrual.SurvivalDifference:
                RetentionFlow.RecordSurvivalDifference(timeline, profile, recorder, MarginPerCustomerYear.Amount * Customers, ChurnBefore, ChurnAfter);
                break;
            default:
                base.Record(timeline, profile, recorder);
                break;
        }
    }

    internal override void Examine(BenefitItem item, List<Message> warnings)
    {
        if (ChurnAfter == Share.None && CustomersSavedPerYear > 0)
        {
            warnings.Add(new Message("churnOfZero", item.Argument(), MessageArgument.Ratio("churn", ChurnBefore.Value)));
        }
    }

    private static Share NotAbove(Share churnAfter, Share churnBefore) =>
        churnAfter <= churnBefore ? churnAfter : throw Check.OutOfRange(nameof(churnAfter), churnAfter, $"0% to the churn before, {churnBefore}", Check.Between("0%", churnBefore.ToString()));

    private protected override bool HasSame(BenefitBasis other) =>
        other is RetentionBenefit it && (Customers, ChurnBefore, ChurnAfter, MarginPerCustomerYear, Accrual).Equals((it.Customers, it.ChurnBefore, it.ChurnAfter, it.MarginPerCustomerYear, it.Accrual));
}
