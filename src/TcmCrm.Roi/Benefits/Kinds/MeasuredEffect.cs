using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Benefits;

/// <summary>From a measured effect, in double, to a benefit line, in decimal: the one place where the two meet.</summary>
internal static class MeasuredEffect
{
    /// <summary>Nothing below this share of a base is told from none; it also keeps the ratios of the limits to the estimate within decimal.</summary>
    private const double Smallest = 1e-6;

    /// <summary>
    /// A line at a yearly amount that rises with the improvement that is booked forward. Where none was measured, or the study is inconclusive and not accepted all
    /// the same, it is a line without money: what was measured is reported, and nothing is summed.
    /// </summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="category">The category.</param>
    /// <param name="effect">The measured effect.</param>
    /// <param name="basis">The basis for an improvement above zero.</param>
    /// <param name="amount">The yearly amount for an improvement of any sign, in proportion; it may be negative.</param>
    public static BenefitItem Line(
        string name, BenefitCategory category, ImpactEstimate effect, Func<double, BenefitBasis> basis, Func<double, double> amount)
    {
        EffectInterval improvement = effect.BookedImprovement;
        double estimate = amount(improvement.Estimate);
        bool isMeasured = effect.IsImprovementMeasured;
        if (!(estimate > Smallest) || !(isMeasured || effect.IsInconclusiveAccepted))
        {
            // Of a study that measured none the mean effect is told, not the part of it that would have been booked.
            EffectInterval told = isMeasured ? improvement : effect.Improvement;
            return new BenefitItem(
                name, category, NotMonetizedBenefit.NoImprovement(told.Estimate, told.Lower, told.Upper, effect.Unit)).WithStudy(effect);
        }

        BenefitItem item = new BenefitItem(name, category, basis(improvement.Estimate)).WithStudy(effect);
        if (!isMeasured || !effect.CanBeTrusted)
        {
            return item.WithEvidence(Evidence.Estimated);
        }

        return item.WithStudyInterval(new BenefitInterval(
            Math.Min(Ratio(amount(improvement.Lower) / estimate), 1m),
            Math.Max(Ratio(amount(improvement.Upper) / estimate), 1m),
            Share.Of((decimal)effect.ConfidenceLevel)));
    }

    /// <summary>A double as a decimal with the fifteen digits that it is good for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The effect is beyond any amount.</exception>
    public static decimal ToDecimal(double value) =>
        Math.Abs(value) < 1e28 ? (decimal)value : throw Check.OutOfRange("effect", value, "an effect below 1e28 of its unit", new Message("range.below", MessageArgument.Text("most", "1e28")));

    public static void CheckUnit(ImpactEstimate effect, params EffectUnit[] allowed)
    {
        Check.NotNull(effect);
        if (Array.IndexOf(allowed, effect.Unit) < 0)
        {
            throw Check.Wrong(
                $"The effect is in {effect.Unit}; allowed: {string.Join(" or ", allowed)}.", nameof(effect), "argument.effectUnit",
                MessageArgument.Part("unit", Message.NameOf(effect.Unit)), MessageArgument.Parts("allowed", allowed.Select(Message.NameOf)));
        }
    }

    private static decimal Ratio(double ratio) => (decimal)Math.Min(Math.Max(ratio, -1e6), 1e6);
}
