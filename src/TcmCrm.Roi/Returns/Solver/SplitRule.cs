namespace TcmCrm.Roi.Returns;

/// <summary>
/// Norstrom's rule on both sides of a rate of one's choice in place of 0 %. With the flows discounted at u0, the sign changes of their cumulative sums from
/// the start bound the rates above u0, and those from the end bound the rates below it. Chosen next to a rate that was found, it proves that one the
/// only one for most flows that alternate within every month, such as fees at its start and receipts at its end.
/// </summary>
/// <remarks>By parts, F(u) = sum C_k (e^(-v t_k) - e^(-v t_k+1)) + C_n e^(-v t_n) with v = u - u0 &gt; 0 and C the cumulative sums of a_i e^(-u0 t_i).</remarks>
internal static class SplitRule
{
    // Beyond this a discount factor leaves the range in which amounts of any plain size keep their digits.
    private const double LargestExponent = 400;

    // How far from the rate to split, in parts of one over the duration: too near and rounding blurs the last sums, too far and they oscillate.
    private static readonly double[] Distances = [1e-4, 1e-7, 1e-2];

    /// <param name="amounts">Amounts of plain size, none zero.</param>
    /// <param name="times">Times ascending from 0.</param>
    /// <param name="u">ln(1 + rate) of a rate.</param>
    internal static bool ProvesUnique(Reals amounts, Reals times, double u)
    {
        double duration = times[times.Length - 1];
        double[] scratch = ScratchSpace.Rent(amounts.Length);
        try
        {
            RealsBuffer discounted = scratch;
            foreach (double distance in Distances)
            {
                for (int side = -1; side <= 1; side += 2)
                {
                    double split = u + (side * distance / duration);
                    if (Math.Abs(split) * duration <= LargestExponent && ProvesUnique(amounts, times, split, discounted.Slice(0, amounts.Length)))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }

    private static bool ProvesUnique(Reals amounts, Reals times, double split, RealsBuffer discounted)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            discounted[i] = amounts[i] * ElementaryFunctions.Exp(-split * times[i]);
        }

        // The rounding of the argument of the exponential, of its value, of the product and of the sums, twice.
        double doubt = 2 * ExponentialSum.Ulp * (4 + (Math.Abs(split) * times[times.Length - 1]) + amounts.Length);
        int forward = Changes(discounted, 0, 1, doubt);
        return forward <= 1 && forward >= 0 && Changes(discounted, amounts.Length - 1, -1, doubt) == 1 - forward;
    }

    /// <summary>Sign changes of the cumulative sums, or -1 where a sign is in doubt.</summary>
    private static int Changes(RealsBuffer flows, int start, int step, double doubt)
    {
        double sum = 0;
        double size = 0;
        int changes = 0;
        bool wasPositive = flows[start] > 0;
        for (int i = start; (uint)i < (uint)flows.Length; i += step)
        {
            sum += flows[i];
            size += Math.Abs(flows[i]);
            if (!(Math.Abs(sum) > doubt * size))
            {
                return -1;
            }

            bool positive = sum > 0;
            changes += positive != wasPositive ? 1 : 0;
            wasPositive = positive;
        }

        return changes;
    }
}
