namespace TcmCrm.Roi.Returns;

/// <summary>
/// Norstrom's rule, on both sides. Cumulative flows from the start are the amounts of F(u)/u for u above 0 (integration by parts), so their sign
/// changes bound the rates above 0; those from the end bound the rates below 0. Together one, and a sum that is not zero: exactly one rate.
/// </summary>
/// <remarks>Norstrom, J. Financial and Quantitative Analysis 7 (1972), for the one side; the other is the same with time reversed.</remarks>
internal static class CumulativeFlows
{
    internal static bool ProveUnique(Reals amounts)
    {
        int forward = Changes(amounts, 0, 1, out bool forwardClear, out bool sumIsZero);
        if (!forwardClear || sumIsZero || forward > 1)
        {
            return false;
        }

        int backward = Changes(amounts, amounts.Length - 1, -1, out bool backwardClear, out _);
        return backwardClear && forward + backward == 1;
    }

    /// <summary>The sum of the flows over the sum of their sizes; exactly 0 when they cancel exactly.</summary>
    internal static double RelativeTotal(Reals amounts)
    {
        Lanes received = LaneMath.Zero;
        Lanes paid = LaneMath.Zero;
        Lanes scale = LaneMath.All(0.0009765625);
        int k = 0;
        for (; k <= amounts.Length - LaneMath.Width; k += LaneMath.Width)
        {
            Lanes amount4 = LaneMath.Load(amounts, k) * scale;
            received += LaneMath.PositivePart(amount4);
            paid += LaneMath.NegativePart(amount4);
        }

        Lanes rest = LaneMath.LoadPartial(amounts, k) * scale;
        double plus = ExponentialSum.Total(received + LaneMath.PositivePart(rest));
        double minus = ExponentialSum.Total(paid + LaneMath.NegativePart(rest));

        // Clearly not zero: the digits after that are nobody's concern.
        return Math.Abs(plus - minus) > ExponentialSum.Ulp * (4 + amounts.Length) * (plus + minus)
            ? (plus - minus) / (plus + minus)
            : ExactRelativeTotal(amounts);
    }

    private static double ExactRelativeTotal(Reals amounts)
    {
        var sum = default(DoubleDouble);
        double size = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            double amount = amounts[i] * 0.0009765625;
            sum += new DoubleDouble(amount, 0);
            size += Math.Abs(amount);
        }

        return size == 0 ? 0 : sum.Value / size;
    }

    private static int Changes(Reals amounts, int start, int step, out bool clear, out bool sumIsZero)
    {
        double high = 0;
        double low = 0;
        double size = 0;
        int changes = 0;
        int sign = 0;
        clear = true;
        for (int i = start; (uint)i < (uint)amounts.Length; i += step)
        {
            // Scaled as above; the rounding of each sum is kept apart, so that 0.1 + 0.2 - 0.3 is seen as doubtful and 1 + 2 - 3 as zero.
            double amount = amounts[i] * 0.0009765625;
            double sum = high + amount;
            double part = sum - high;
            low += (high - (sum - part)) + (amount - part);
            high = sum;
            size += Math.Abs(amount);
            double cumulative = high + low;
            if (cumulative == 0)
            {
                continue;
            }

            if (Math.Abs(cumulative) <= ExponentialSum.Ulp * size)
            {
                clear = false;
                break;
            }

            int now = cumulative > 0 ? 1 : -1;
            changes += now * sign < 0 ? 1 : 0;
            sign = now;
        }

        sumIsZero = high + low == 0;
        return changes;
    }
}
