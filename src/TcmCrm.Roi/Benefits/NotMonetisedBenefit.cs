using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>A benefit that is described and not expressed in money: reported, never summed.</summary>
internal sealed class NotMonetisedBenefit : BenefitBasis
{
    /// <summary>A benefit in words.</summary>
    /// <param name="description">What is gained, for example <c>客户满意度由 78% 提升至 86%</c>.</param>
    /// <exception cref="ArgumentException">The description is blank.</exception>
    public NotMonetisedBenefit(string description)
        : base("notMonetised", Currency.None) => Description = Check.NotBlank(description);

    /// <summary>What is gained.</summary>
    public string Description { get; }

    /// <inheritdoc/>
    public override bool IsMonetised => false;

    /// <inheritdoc/>
    public override bool UsesProfile => false;

    internal override void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder)
    {
    }

    private protected override bool HasSame(BenefitBasis other) => other is NotMonetisedBenefit it && Description == it.Description;
}
