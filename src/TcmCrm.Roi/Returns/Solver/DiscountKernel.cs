namespace TcmCrm.Roi.Returns;

/// <summary>Sums of discounted flows. Four lanes at a time, the order of operations fixed: the same bits everywhere.</summary>
internal static class DiscountKernel
{
    /// <summary>sum a_i x^i with x = 1/(1+rate).</summary>
    internal static double Periodic(Reals amounts, double rate)
    {
        double x = 1 / (1 + rate);
        double value = amounts.Length < 16 ? Horner(amounts, x) : amounts.Length < 64 ? FourWide(amounts, x) : SixteenWide(amounts, x);

        // A power of x may overflow where the terms do not; the plain scheme has no powers.
        return double.IsNaN(value) || double.IsInfinity(value) ? Horner(amounts, x) : value;
    }

    /// <summary>sum a_i e^(-u t_i).</summary>
    internal static double Timed(Reals amounts, Reals times, double u)
    {
        int n = times.Length;
        double farthest = 0;
        for (int i = 0; i < n; i++)
        {
            farthest = Math.Max(farthest, Math.Abs(times[i]));
        }

        if (farthest * Math.Abs(u) > 700)
        {
            double plain = 0;
            for (int i = 0; i < n; i++)
            {
                plain += amounts[i] == 0 ? 0 : amounts[i] * ElementaryFunctions.Exp(-u * times[i]);
            }

            return plain;
        }

        Lanes minusU = LaneMath.All(-u);
        Lanes sum = LaneMath.Zero;
        int k = 0;
        for (; k <= n - LaneMath.Width; k += LaneMath.Width)
        {
            sum += ExponentialSum.Term(LaneMath.Load(amounts, k), LaneMath.Zero, minusU * LaneMath.Load(times, k), LaneMath.Zero);
        }

        if (k < n)
        {
            sum += ExponentialSum.Term(LaneMath.LoadPartial(amounts, k), LaneMath.Zero, minusU * LaneMath.LoadPartial(times, k), LaneMath.Zero);
        }

        return ExponentialSum.Total(sum);
    }

    private static double Horner(Reals amounts, double x)
    {
        double value = 0;
        for (int i = amounts.Length - 1; i >= 0; i--)
        {
            value = (value * x) + amounts[i];
        }

        return value;
    }

    private static double FourWide(Reals amounts, double x)
    {
        double x2 = x * x;
        Lanes power = LaneMath.All(x2 * x2);
        int block = amounts.Length & ~3;
        Lanes value = LaneMath.LoadPartial(amounts, block);
        while (block > 0)
        {
            block -= 4;
            value = (value * power) + LaneMath.Load(amounts, block);
        }

        return ExponentialSum.Total(value * LaneMath.Of(1, x, x2, x2 * x));
    }

    private static double SixteenWide(Reals amounts, double x)
    {
        double x2 = x * x;
        double x4 = x2 * x2;
        double x8 = x4 * x4;
        Lanes power = LaneMath.All(x8 * x8);
        int block = amounts.Length & ~15;
        double tail = Horner(amounts.Slice(block), x);
        Lanes first = LaneMath.Of(tail, 0, 0, 0);
        Lanes second = LaneMath.Zero;
        Lanes third = LaneMath.Zero;
        Lanes fourth = LaneMath.Zero;
        while (block > 0)
        {
            block -= 16;
            first = (first * power) + LaneMath.Load(amounts, block);
            second = (second * power) + LaneMath.Load(amounts, block + 4);
            third = (third * power) + LaneMath.Load(amounts, block + 8);
            fourth = (fourth * power) + LaneMath.Load(amounts, block + 12);
        }

        Lanes step = LaneMath.All(x4);
        Lanes value = (((((fourth * step) + third) * step) + second) * step) + first;
        return ExponentialSum.Total(value * LaneMath.Of(1, x, x2, x2 * x));
    }
}
