using System.Numerics;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>Counts the distinct positive roots of a polynomial with integer coefficients exactly: the oracle for the number of rates.</summary>
internal static class SturmSequence
{
    /// <param name="coefficients">Ascending; the first and the last are not zero.</param>
    internal static int DistinctPositiveRoots(BigInteger[] coefficients)
    {
        var chain = new List<BigInteger[]> { Primitive(coefficients), Primitive(Derivative(coefficients)) };
        while (chain[^1].Length > 1)
        {
            BigInteger[] remainder = NegatedRemainder(chain[^2], chain[^1]);
            if (remainder.Length == 0)
            {
                break;
            }

            chain.Add(Primitive(remainder));
        }

        return Changes(chain, p => p.First(c => !c.IsZero).Sign) - Changes(chain, p => p[^1].Sign);
    }

    private static BigInteger[] Derivative(BigInteger[] p) => [.. p.Skip(1).Select((c, i) => c * (i + 1))];

    private static BigInteger[] NegatedRemainder(BigInteger[] dividend, BigInteger[] divisor)
    {
        BigInteger[] rest = [.. dividend];
        BigInteger lead = BigInteger.Abs(divisor[^1]);
        int sign = divisor[^1].Sign;
        for (int degree = dividend.Length - 1; degree >= divisor.Length - 1; degree--)
        {
            BigInteger factor = rest[degree] * sign;
            for (int i = 0; i <= degree; i++)
            {
                rest[i] *= lead;
            }

            for (int i = 0; i < divisor.Length; i++)
            {
                rest[degree - divisor.Length + 1 + i] -= factor * divisor[i];
            }
        }

        int length = divisor.Length - 1;
        while (length > 0 && rest[length - 1].IsZero)
        {
            length--;
        }

        return [.. rest.Take(length).Select(c => -c)];
    }

    private static BigInteger[] Primitive(BigInteger[] p)
    {
        BigInteger content = BigInteger.Zero;
        foreach (BigInteger c in p)
        {
            content = BigInteger.GreatestCommonDivisor(content, c);
        }

        return [.. p.Select(c => c / content)];
    }

    // A root at 0 is excluded by the non-zero first coefficient; just above 0 the sign is that of the lowest term.
    private static int Changes(List<BigInteger[]> chain, Func<BigInteger[], int> sign)
    {
        int changes = 0;
        int previous = 0;
        foreach (BigInteger[] p in chain)
        {
            int now = sign(p);
            changes += now * previous < 0 ? 1 : 0;
            previous = now;
        }

        return changes;
    }
}
