namespace TcmCrm.Roi.Returns;

/// <summary>Newton's method on the logarithm of received over paid, inside a bracket that shrinks with every step.</summary>
internal static class RootSolver
{
    /// <summary>ln of the largest double: rates beyond it, or as near to -100 %, have no number.</summary>
    internal const double Limit = 709.782712893384;

    /// <summary>Factors in 31 digits that one series may cost, about a tenth of a second; beyond it the answer is "not certified".</summary>
    internal const long PreciseBudget = 4_000_000;

    private const int MaximumSteps = 200;

    private const int MostPolishingSteps = 4;

    /// <summary>The one root between two points at which the sum has different signs.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="signLow">Sign of the sum at the lower end; the other sign is at the upper end.</param>
    /// <param name="start">Where to start, inside the bracket.</param>
    /// <param name="budget">How many factors may still be evaluated precisely; reduced by those used.</param>
    /// <param name="residual">The relative residual at the root.</param>
    internal static double Solve(in ExponentialSum sum, double low, double high, int signLow, double start, ref long budget, out double residual)
    {
        double unit = 1 / sum.Duration;
        double u = start;
        bool precise = false;
        for (int step = 0; ; step++)
        {
            budget -= precise ? sum.PreciseCost : 0;
            SignedSums value = precise ? sum.EvaluatePrecisely(u) : sum.Evaluate(u);
            residual = value.Relative;
            double slope = value.LogRatioSlope;
            double tolerance = precise ? 0 : sum.Tolerance(u);
            if (residual == 0 || step >= MaximumSteps || (precise && budget < 0))
            {
                return u;
            }

            if (Math.Abs(residual) <= tolerance)
            {
                // The sign is in doubt. Near a simple root that is the end; where the curve is flat, doubt is wider than the accuracy
                // wanted and more digits decide.
                if (2 * tolerance <= Accuracy(u, unit) * Math.Abs(slope) || budget < 8 * sum.PreciseCost)
                {
                    return Finish(sum, u, value, ref residual);
                }

                precise = true;
                continue;
            }

            if ((residual > 0 ? 1 : -1) == signLow)
            {
                low = u;
            }
            else
            {
                high = u;
            }

            double next = u - (value.LogRatio / slope);

            // Not a number, outside, or creeping: halve instead.
            if (!(next > low && next < high) || (step >= 12 && step % 3 == 0))
            {
                next = Middle(low, high, unit);
            }

            if (next == u || next <= low || next >= high || (Math.Abs(next - u) <= 2 * ExponentialSum.Ulp * Math.Abs(u)))
            {
                return u;
            }

            u = next;
        }
    }

    /// <summary>A last step where the point is more than 4 units in the last place from the root by its own slope, kept if it is nearer to zero.</summary>
    private static double Finish(in ExponentialSum sum, double u, in SignedSums value, ref double residual)
    {
        double step = value.LogRatio / value.LogRatioSlope;
        if (!(Math.Abs(step) > 4 * ExponentialSum.Ulp * Math.Abs(u)))
        {
            return u;
        }

        double after = sum.Evaluate(u - step).Relative;
        if (!(Math.Abs(after) < Math.Abs(residual)))
        {
            return u;
        }

        residual = after;
        return u - step;
    }

    /// <summary>
    /// Brings isolated roots to the last places of a double: Newton's steps on values in 31 digits. Where roots lie close together the curve between them is flat, and
    /// the sign of a plain sum is in doubt over a stretch that is wider than the accuracy wanted. A touch of zero has no slope and stays.
    /// </summary>
    internal static void Polish(in ExponentialSum sum, RealsBuffer roots, RealsBuffer residuals, int count)
    {
        for (int i = 0; i < count; i++)
        {
            double room = double.PositiveInfinity;
            room = i > 0 ? Math.Min(room, roots[i] - roots[i - 1]) : room;
            room = i < count - 1 ? Math.Min(room, roots[i + 1] - roots[i]) : room;
            for (int step = 0; step < MostPolishingSteps; step++)
            {
                SignedSums value = sum.EvaluatePrecisely(roots[i]);
                double move = value.LogRatio / value.LogRatioSlope;

                // A step that is not clearly shorter than the way to the next root, or is one of a touch, would leave the interval that holds one root.
                if (!(Math.Abs(move) <= 0.25 * room && Math.Abs(move) * sum.Duration < 1e-6))
                {
                    break;
                }

                roots[i] -= move;
                residuals[i] = Math.Abs(value.Relative);
                if (Math.Abs(move) <= ExponentialSum.Ulp * Math.Abs(roots[i]))
                {
                    break;
                }
            }
        }
    }

    /// <summary>The middle of an interval on a scale that is even near 0 and logarithmic far from it.</summary>
    internal static double Middle(double low, double high, double unit) => FromScale(0.5 * (ToScale(low, unit) + ToScale(high, unit)), unit);

    /// <summary>Half of the accuracy to which roots are promised, with room: 1e-11 of u or of one over the duration.</summary>
    private static double Accuracy(double u, double unit) => 1e-11 * Math.Max(Math.Abs(u), unit);

    private static double ToScale(double u, double unit) => u < 0 ? -ElementaryFunctions.LogP1(-u / unit) : ElementaryFunctions.LogP1(u / unit);

    private static double FromScale(double scaled, double unit) =>
        unit * (scaled < 0 ? -ElementaryFunctions.ExpM1(-scaled) : ElementaryFunctions.ExpM1(scaled));
}
