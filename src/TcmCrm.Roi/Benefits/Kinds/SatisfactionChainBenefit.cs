using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>
/// More satisfied customers in money, by a chain with every link stated: points of satisfaction gained x retention gained a point = fall in churn;
/// x customers x margin of a customer in a year.
/// </summary>
/// <remarks>The link from satisfaction to retention must come from somewhere, so its source is required. The flows are those of <see cref="RetentionBenefit"/>.</remarks>
internal sealed class SatisfactionChainBenefit : RunRateBenefit
{
    private readonly RetentionBenefit _retention;

    public SatisfactionChainBenefit(
        decimal pointsGained,
        Share retentionPerPoint,
        string linkSource,
        int customers,
        Share churnBefore,
        Money marginPerCustomerYear,
        RetentionAccrual accrual = RetentionAccrual.Gradual)
        : this(
            new RetentionBenefit(customers, churnBefore, After(pointsGained, retentionPerPoint, churnBefore), marginPerCustomerYear, accrual),
            pointsGained,
            retentionPerPoint,
            linkSource)
    {
    }

    private SatisfactionChainBenefit(RetentionBenefit retention, decimal pointsGained, Share retentionPerPoint, string linkSource)
        : base("satisfactionChain", retention.AmountPerYear)
    {
        _retention = retention;
        PointsGained = pointsGained;
        RetentionPerPoint = retentionPerPoint;
        LinkSource = Check.NotBlank(linkSource);
    }

    /// <summary>Points of satisfaction gained.</summary>
    public decimal PointsGained { get; }

    /// <summary>The part of the customers that stays for each point gained.</summary>
    public Share RetentionPerPoint { get; }

    /// <summary>Where <see cref="RetentionPerPoint"/> comes from.</summary>
    public string LinkSource { get; }

    /// <summary>Customers at the start of a year.</summary>
    public int Customers => _retention.Customers;

    /// <summary>The part of them lost in a year without the CRM.</summary>
    public Share ChurnBefore => _retention.ChurnBefore;

    /// <summary>The part of them lost in a year by the chain: <see cref="ChurnBefore"/> - points gained x retention a point.</summary>
    public Share ChurnAfter => _retention.ChurnAfter;

    /// <summary>Contribution margin of one customer in a year.</summary>
    public Money MarginPerCustomerYear => _retention.MarginPerCustomerYear;

    /// <summary>When the margin is counted.</summary>
    public RetentionAccrual Accrual => _retention.Accrual;

    /// <summary>For customers: those saved in a year.</summary>
    /// <param name="kind">The kind of pool.</param>
    public override decimal? ImpliedDraw(ValuePoolKind kind) => _retention.ImpliedDraw(kind);

    internal override object? PartOf => _retention.PartOf;

    internal override void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder) => _retention.Record(timeline, profile, recorder);

    internal override void Examine(BenefitItem item, List<Message> warnings) => _retention.Examine(item, warnings);

    private static Share After(decimal pointsGained, Share retentionPerPoint, Share churnBefore)
    {
        decimal saved = Check.InRange(pointsGained, 0, 200) * retentionPerPoint.Value;
        return saved <= churnBefore.Value
            ? Share.Of(churnBefore.Value - saved)
            : throw Check.OutOfRange(
                nameof(pointsGained), pointsGained, $"points x retention a point up to the churn before, {churnBefore}; they give {(saved * 100).ToString("0.##", CultureInfo.InvariantCulture)}%",
                new Message("range.savedChurn", MessageArgument.Text("most", churnBefore.ToString()), MessageArgument.Text("saved", (saved * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%")));
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is SatisfactionChainBenefit it && (PointsGained, RetentionPerPoint, LinkSource).Equals((it.PointsGained, it.RetentionPerPoint, it.LinkSource)) && _retention.Equals(it._retention);
}
