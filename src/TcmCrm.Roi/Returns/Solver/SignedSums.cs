namespace TcmCrm.Roi.Returns;

/// <summary>
/// What one pass over an exponential sum gives at one point: the positive and the negative terms apart, and both weighted by time. All four
/// carry one unknown common factor, which cancels in everything that is asked of them.
/// </summary>
internal readonly struct SignedSums(double positive, double negative, double positiveTime, double negativeTime, double difference)
{
    internal SignedSums(double positive, double negative, double positiveTime, double negativeTime)
        : this(positive, negative, positiveTime, negativeTime, positive - negative)
    {
    }

    /// <summary>The sum over the sum of the sizes: -1 to 1, and 0 at a root. Does not change with the unit of money.</summary>
    internal double Relative => difference / (positive + negative);

    /// <summary>The slope of <see cref="LogRatio"/> by u: negative mean time of what is received plus mean time of what is paid.</summary>
    internal double LogRatioSlope => (negativeTime / negative) - (positiveTime / positive);

    /// <summary>
    /// ln(positive / negative): has the roots of the sum and is nearly a straight line in u, so Newton's method needs three or four steps from anywhere.
    /// </summary>
    internal double LogRatio
    {
        get
        {
            double y = Relative;
            if (Math.Abs(y) < 0.0625)
            {
                double square = y * y;
                return 2 * y * (1 + (square * ((1 / 3.0) + (square * ((1 / 5.0) + (square * ((1 / 7.0) + (square * (1 / 9.0)))))))));
            }

            // Below the range of normal numbers there is no logarithm; the caller halves its interval instead.
            double ratio = positive / negative;
            return ratio is > 1e-300 and < 1e300 ? ElementaryFunctions.Log(ratio) : double.NaN;
        }
    }
}
