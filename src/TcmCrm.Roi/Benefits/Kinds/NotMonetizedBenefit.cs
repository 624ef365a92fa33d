using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>
/// A benefit that is not expressed in money: reported, never summed. It is what a person describes, or a measured effect that was no improvement.
/// </summary>
internal sealed class NotMonetizedBenefit : BenefitBasis
{
    /// <summary>A benefit in words.</summary>
    /// <param name="description">What is gained, for example <c>客户满意度由 78% 提升至 86%</c>.</param>
    /// <exception cref="ArgumentException">The description is blank.</exception>
    public NotMonetizedBenefit(string description)
        : base("notMonetised", Currency.None) => Description = Check.NotBlank(description);

    private NotMonetizedBenefit(EffectInterval improvement, EffectUnit unit)
        : base("notMonetised", Currency.None)
    {
        Description = string.Empty;
        Improvement = improvement;
        Unit = unit;
    }

    /// <summary>What a person says is gained; empty where there is a <see cref="Note"/>.</summary>
    public string Description { get; }

    /// <summary>What the library says of a measured effect that was no improvement; null where there is a <see cref="Description"/>.</summary>
    public Message? Note => Improvement is not { } improvement || Unit is not { } unit ? null : new Message(
        improvement.Estimate > 0 ? "noImprovementMeasured.inconclusive" : "noImprovementMeasured",
        EffectText.Part("improvement", improvement.Estimate, unit),
        EffectText.Part("lower", improvement.Lower, unit),
        EffectText.Part("upper", improvement.Upper, unit));

    /// <summary>The measured improvement, negative for a loss, with its interval; null where there is a <see cref="Description"/>.</summary>
    public EffectInterval? Improvement { get; }

    /// <summary>What the numbers of <see cref="Improvement"/> mean; null without one.</summary>
    public EffectUnit? Unit { get; }

    /// <inheritdoc/>
    public override bool IsMonetized => false;

    /// <inheritdoc/>
    public override bool UsesProfile => false;

    /// <summary>A measured effect that was no improvement: the line counts nothing, and no loss either.</summary>
    /// <param name="improvement">What was measured; positive is better.</param>
    /// <param name="lower">Its lower limit.</param>
    /// <param name="upper">Its upper limit.</param>
    /// <param name="unit">What the numbers mean.</param>
    /// <returns>The benefit.</returns>
    /// <remarks>Kept to the fifteen digits that documents hold; what is beyond 1e15 is cut to it.</remarks>
    /// <exception cref="ArgumentException">The limits are not around the improvement.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not a named value.</exception>
    public static NotMonetizedBenefit NoImprovement(double improvement, double lower, double upper, EffectUnit unit)
    {
        Check.Defined(unit);
        if (!(lower <= improvement && improvement <= upper))
        {
            throw Check.Wrong(
                FormattableString.Invariant($"The improvement {improvement} has the limits {lower} and {upper}; allowed: limits around it."), nameof(improvement), "argument.limitsNotAround",
                MessageArgument.Text("improvement", FormattableString.Invariant($"{improvement}")), MessageArgument.Text("lower", FormattableString.Invariant($"{lower}")),
                MessageArgument.Text("upper", FormattableString.Invariant($"{upper}")));
        }

        return new(new EffectInterval(Kept(improvement), Kept(lower), Kept(upper)), unit);
    }

    private static double Kept(double value) => (double)(decimal)Math.Min(Math.Max(value, -1e15), 1e15);

    internal override void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder)
    {
    }

    private protected override bool HasSame(BenefitBasis other) => other is NotMonetizedBenefit it && Description == it.Description && Improvement == it.Improvement && Unit == it.Unit;
}
