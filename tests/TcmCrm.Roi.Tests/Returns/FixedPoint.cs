using System.Numerics;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>Numbers as integers in units of 2^-Places: an oracle that rounds nowhere near the last bit of a double.</summary>
internal static class FixedPoint
{
    // Enough for the last bits of 1e-300.
    internal const int Places = 1100;

    internal static BigInteger One { get; } = BigInteger.One << Places;

    /// <summary>e^x of a double, in units of 2^-Places.</summary>
    internal static BigInteger Exp(double x) => Exp(Fixed(x));

    /// <summary>e^x in units of 2^-Places, by its series for x / 2^12 and twelve squarings, with 400 places to spare.</summary>
    internal static BigInteger Exp(BigInteger x)
    {
        const int spare = 400, halvings = 12;
        BigInteger one = BigInteger.One << (Places + spare);
        BigInteger y = x << (spare - halvings);
        BigInteger sum = one, term = one;
        for (int n = 1; !term.IsZero; n++)
        {
            term = ((term * y) >> (Places + spare)) / n;
            sum += term;

            // A negative number shifted right ends at -1 and not at 0.
            if (term == BigInteger.MinusOne)
            {
                break;
            }
        }

        for (int i = 0; i < halvings; i++)
        {
            sum = (sum * sum) >> (Places + spare);
        }

        return sum >> spare;
    }

    /// <summary>A double in units of 2^-Places, rounded down.</summary>
    internal static BigInteger Fixed(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7ff);
        BigInteger mantissa = (bits & 0xfffffffffffffL) | (exponent > 0 ? 1L << 52 : 0);
        int shift = Math.Max(exponent, 1) - 1075 + Places;
        BigInteger size = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return bits < 0 ? -size : size;
    }
}
