using System.Globalization;

namespace TcmCrm.Roi.Returns;

/// <summary>One internal rate of return.</summary>
/// <remarks>The default value is a rate of 0 %.</remarks>
public readonly record struct RateRoot
{
    internal RateRoot(double logGrowth, double relativeResidual)
    {
        LogGrowth = logGrowth;
        RelativeResidual = relativeResidual;
        double rate = ElementaryFunctions.ExpM1(logGrowth);

        // Above -1 by definition; nearer to it than a double can say, LogGrowth still tells.
        Rate = rate > -1 ? rate : -1 + (0.5 * ExponentialSum.Ulp);
    }

    /// <summary>The rate a period (periodic flows) or a year (dated flows) as a fraction: 0.08 is 8 %. Always above -1.</summary>
    public double Rate { get; }

    /// <summary>ln(1 + rate): exact where the rate itself is so near to -100 % or so large that its digits do not tell.</summary>
    public double LogGrowth { get; }

    /// <summary>|net present value| / sum of |discounted flows| at the rate: how far from zero, whatever the unit of money.</summary>
    public double RelativeResidual { get; }

    /// <summary>The rate in invariant text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Rate.ToString("R", CultureInfo.InvariantCulture);
}
