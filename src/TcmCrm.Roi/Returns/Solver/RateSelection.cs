using System.Globalization;

namespace TcmCrm.Roi.Returns;

/// <summary>An explicit policy that picks one of several internal rates of return.</summary>
public sealed class RateSelection
{
    private readonly double? _target;

    private RateSelection(double? target) => _target = target;

    /// <summary>The lowest rate of 0 or more.</summary>
    public static RateSelection LowestNonNegative { get; } = new(null);

    /// <summary>The rate nearest to another one, for example to the discount rate; of two equally near ones the lower.</summary>
    /// <param name="rate">The rate to be near to, as a fraction above -1.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public static RateSelection NearestTo(double rate) => new(Check.Rate(rate));

    /// <summary>The name of the policy, invariant.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _target is { } target
        ? "nearest to " + target.ToString("R", CultureInfo.InvariantCulture)
        : "lowest non-negative";

    internal Figure<double> Pick(in InternalRateOfReturnResult result)
    {
        if (result.Reason is { } reason)
        {
            return Figure.NotApplicable<double>(reason);
        }

        int best = -1;
        for (int i = 0; i < result.Count; i++)
        {
            double rate = result[i].Rate;
            if (_target is { } target)
            {
                best = best < 0 || Math.Abs(rate - target) < Math.Abs(result[best].Rate - target) ? i : best;
            }
            else if (rate >= 0)
            {
                best = i;
                break;
            }
        }

        return best < 0 ? Figure.NotApplicable<double>(NotApplicableReason.OutOfRange) : Figure.Of(result[best].Rate);
    }
}
