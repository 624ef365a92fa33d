using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What is assumed of a line that states no uncertainty: judgements of this library, printed with every result and switched off by one option.</summary>
internal static class UsualUncertainty
{
    private static readonly Distribution Estimated = Distribution.Pert(0.6, 1, 1.2);
    private static readonly Distribution Assumed = Distribution.Pert(0.2, 1, 1.3);
    private static readonly Distribution Implementation = Distribution.Pert(0.9, 1, 1.6);
    private static readonly Distribution Time = Distribution.Pert(0.8, 1, 1.5);

    // What a gain lacks a loss has too much of: the same widths on the other side. A credit is money that comes, so more of it is no overrun.
    private static readonly Distribution EstimatedLoss = Distribution.Pert(0.8, 1, 1.4);
    private static readonly Distribution AssumedLoss = Distribution.Pert(0.7, 1, 1.8);
    private static readonly Distribution ImplementationCredit = Distribution.Pert(0.4, 1, 1.1);
    private static readonly Distribution TimeCredit = Distribution.Pert(0.5, 1, 1.2);

    /// <summary>By category: contract prices of software and maintenance are fixed, work is not.</summary>
    internal static Distribution? Of(CostItem cost) => cost.Category switch
    {
        CostCategory.Implementation => cost.IsCredit ? ImplementationCredit : Implementation,
        CostCategory.Time => cost.IsCredit ? TimeCredit : Time,
        _ => null,
    };

    /// <summary>By evidence: a measured benefit has its own interval, and without one counts as estimated.</summary>
    internal static Distribution? Of(BenefitItem benefit) => benefit.Evidence switch
    {
        Evidence.Measured => benefit.Interval is { } interval ? Of(interval) : benefit.IsDisbenefit ? EstimatedLoss : Estimated,
        Evidence.Estimated => benefit.IsDisbenefit ? EstimatedLoss : Estimated,
        Evidence.Assumed => benefit.IsDisbenefit ? AssumedLoss : Assumed,
        _ => null,
    };

    /// <summary>The shape whose centre is nearer to the estimate: studies of money have lognormal intervals, others normal ones.</summary>
    private static Distribution? Of(BenefitInterval interval)
    {
        double lower = (double)interval.LowerRatio;
        double upper = (double)interval.UpperRatio;
        double confidence = (double)interval.Confidence.Value;
        if (!(upper > lower))
        {
            return null;
        }

        bool isLogarithmic = lower > 0 && Math.Abs(Math.Sqrt(lower * upper) - 1) < Math.Abs(((lower + upper) / 2) - 1);
        return isLogarithmic ? Distribution.LognormalInterval(lower, upper, confidence) : Distribution.NormalInterval(lower, upper, confidence);
    }
}
