namespace TcmCrm.Roi.Returns;

/// <summary>
/// The exponential sum of periodic flows as a polynomial in the discount factor, by Horner's scheme on every fourth coefficient at a time.
/// For u of 0 or more it is relative to the first flow, below relative to the last, so that no power exceeds 1.
/// </summary>
internal static class PeriodicPolynomial
{
    internal static SignedSums Evaluate(Reals amounts, double u) => u >= 0 ? FromFirst(amounts, u) : FromLast(amounts, u);

    private static SignedSums FromFirst(Reals amounts, double u)
    {
        double x = u == 0 ? 1 : ElementaryFunctions.Exp(-u);
        double x2 = x * x;
        Lanes power = LaneMath.All(x2 * x2);
        int block = amounts.Length & ~3;
        Lanes top = LaneMath.LoadPartial(amounts, block);
        Lanes positive = LaneMath.PositivePart(top);
        Lanes negative = LaneMath.NegativePart(top);
        Lanes positiveSlope = LaneMath.Zero;
        Lanes negativeSlope = LaneMath.Zero;
        while (block > 0)
        {
            block -= LaneMath.Width;
            Lanes value = LaneMath.Load(amounts, block);
            positiveSlope = (positiveSlope * power) + positive;
            negativeSlope = (negativeSlope * power) + negative;
            positive = (positive * power) + LaneMath.PositivePart(value);
            negative = (negative * power) + LaneMath.NegativePart(value);
        }

        Lanes weights = LaneMath.Of(1, x, x2, x2 * x);
        Lanes places = LaneMath.Of(0, 1, 2, 3);
        Lanes four = LaneMath.All(4) * power;
        return new SignedSums(
            ExponentialSum.Total(weights * positive),
            ExponentialSum.Total(weights * negative),
            ExponentialSum.Total(weights * ((four * positiveSlope) + (places * positive))),
            ExponentialSum.Total(weights * ((four * negativeSlope) + (places * negative))));
    }

    private static SignedSums FromLast(Reals amounts, double u)
    {
        double y = ElementaryFunctions.Exp(u);
        double y2 = y * y;
        Lanes power = LaneMath.All(y2 * y2);
        Lanes positive = LaneMath.Zero;
        Lanes negative = LaneMath.Zero;
        Lanes positiveSlope = LaneMath.Zero;
        Lanes negativeSlope = LaneMath.Zero;
        int i = 0;
        for (; i <= amounts.Length - LaneMath.Width; i += LaneMath.Width)
        {
            Lanes value = LaneMath.Load(amounts, i);
            positiveSlope = (positiveSlope * power) + positive;
            negativeSlope = (negativeSlope * power) + negative;
            positive = (positive * power) + LaneMath.PositivePart(value);
            negative = (negative * power) + LaneMath.NegativePart(value);
        }

        Lanes weights = LaneMath.Of(y2 * y, y2, y, 1);
        Lanes places = LaneMath.Of(3, 2, 1, 0);
        Lanes four = LaneMath.All(4) * power;
        double received = ExponentialSum.Total(weights * positive);
        double paid = ExponentialSum.Total(weights * negative);
        double receivedTime = ExponentialSum.Total(weights * ((four * positiveSlope) + (places * positive)));
        double paidTime = ExponentialSum.Total(weights * ((four * negativeSlope) + (places * negative)));
        for (; i < amounts.Length; i++)
        {
            double amount = amounts[i];
            receivedTime = (receivedTime + received) * y;
            paidTime = (paidTime + paid) * y;
            received = (received * y) + (amount > 0 ? amount : 0);
            paid = (paid * y) + (amount < 0 ? -amount : 0);
        }

        // Times are counted back from the last flow here, hence the signs.
        return new SignedSums(received, paid, -receivedTime, -paidTime);
    }
}
