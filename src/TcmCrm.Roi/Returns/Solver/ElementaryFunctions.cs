namespace TcmCrm.Roi.Returns;

/// <summary>
/// Exponential and logarithm with the same bits on every platform: the functions of the runtime differ by an ulp between operating
/// systems and processors, and exp(x) - 1 near 0 loses all digits.
/// </summary>
/// <remarks>Algorithms and coefficients of FreeBSD's msun (fdlibm, Sun Microsystems 1993), error below 1 ulp. Only additions, multiplications
/// and divisions in a fixed order, no fused multiply-add, so that the vectorised form gives the same bits.</remarks>
internal static class ElementaryFunctions
{
    internal const double Ln2High = 6.93147180369123816490e-01;
    internal const double Ln2Low = 1.90821492927058770002e-10;
    internal const double InverseLn2 = 1.44269504088896338700;

    // Adding and subtracting it rounds to the nearest integer; in its sum the integer stands in the low bits.
    internal const double RoundingShift = 6755399441055744.0;

    internal const double P1 = 1.66666666666666019037e-01;
    internal const double P2 = -2.77777777770155933842e-03;
    internal const double P3 = 6.61375632143793436117e-05;
    internal const double P4 = -1.65339022054652515390e-06;
    internal const double P5 = 4.13813679705723846039e-08;

    private const double Q1 = -3.33333333333331316428e-02;
    private const double Q2 = 1.58730158725481460165e-03;
    private const double Q3 = -7.93650757867487942473e-05;
    private const double Q4 = 4.00821782732936239552e-06;
    private const double Q5 = -2.01099218183624371326e-07;

    private const double L1 = 6.666666666666735130e-01;
    private const double L2 = 3.999999999940941908e-01;
    private const double L3 = 2.857142874366239149e-01;
    private const double L4 = 2.222219843214978396e-01;
    private const double L5 = 1.818357216161805012e-01;
    private const double L6 = 1.531383769920937332e-01;
    private const double L7 = 1.479819860511658591e-01;

    private const double SquareRootOfTwo = 1.4142135623730951;

    /// <summary>e^x = result x 2^exponent with the result near 1; the exponent is an integer. |x| up to 10^6.</summary>
    internal static double ExpParts(double x, out double exponent)
    {
        double k = ((x * InverseLn2) + RoundingShift) - RoundingShift;
        double high = x - (k * Ln2High);
        double low = k * Ln2Low;
        double r = high - low;
        double t = r * r;
        double c = r - (t * (P1 + (t * (P2 + (t * (P3 + (t * (P4 + (t * P5)))))))));
        exponent = k;
        return 1 - ((low - ((r * c) / (2 - c))) - high);
    }

    /// <summary>e^x; 0 below the range of normal doubles, infinity above it.</summary>
    internal static double Exp(double x)
    {
        if (x > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        return x < -708.39 ? 0 : Scale(ExpParts(x, out double exponent), (int)exponent);
    }

    /// <summary>e^x - 1 without cancellation.</summary>
    internal static double ExpM1(double x)
    {
        if (x > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        if (x < -40)
        {
            return -1;
        }

        int k = Math.Abs(x) <= 0.34657359027997264 ? 0 : (int)(((x * InverseLn2) + RoundingShift) - RoundingShift);
        double c = 0;
        if (k != 0)
        {
            double high = x - (k * Ln2High);
            double low = k * Ln2Low;
            x = high - low;
            c = (high - x) - low;
        }
        else if (Math.Abs(x) < 1e-17)
        {
            return x;
        }

        double hfx = 0.5 * x;
        double hxs = x * hfx;
        double r1 = 1 + (hxs * (Q1 + (hxs * (Q2 + (hxs * (Q3 + (hxs * (Q4 + (hxs * Q5)))))))));
        double t = 3 - (r1 * hfx);
        double e = hxs * ((r1 - t) / (6 - (x * t)));
        if (k == 0)
        {
            return x - ((x * e) - hxs);
        }

        e = (x * (e - c)) - c;
        e -= hxs;
        return k switch
        {
            -1 => (0.5 * (x - e)) - 0.5,
            1 => x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + (2 * (x - e)),
            <= -2 or > 56 => Scale(1 - (e - x), k) - 1,
            < 20 => Scale((1 - Power2(-k)) - (e - x), k),
            _ => Scale((x - (e + Power2(-k))) + 1, k),
        };
    }

    /// <summary>ln(1 + x) without cancellation; x above -1.</summary>
    internal static double LogP1(double x)
    {
        double f = x;
        double c = 0;
        int k = 0;
        if (x is < -0.2928932188134524 or > 0.41421356237309503)
        {
            double u = 1 + x;
            k = Exponent(u);
            c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
            u = Scale(u, -k);
            if (u > SquareRootOfTwo)
            {
                u *= 0.5;
                k++;
            }

            f = u - 1;
        }
        else if (Math.Abs(x) < 1e-17)
        {
            return x;
        }

        double halfSquare = 0.5 * f * f;
        double s = f / (2 + f);
        double z = s * s;
        double r = z * (L1 + (z * (L2 + (z * (L3 + (z * (L4 + (z * (L5 + (z * (L6 + (z * L7))))))))))));
        return k == 0
            ? f - (halfSquare - (s * (halfSquare + r)))
            : (k * Ln2High) - ((halfSquare - ((s * (halfSquare + r)) + ((k * Ln2Low) + c))) - f);
    }

    /// <summary>ln x of a positive normal number.</summary>
    internal static double Log(double x)
    {
        int k = Exponent(x);
        double u = Scale(x, -k);
        if (u > SquareRootOfTwo)
        {
            u *= 0.5;
            k++;
        }

        double f = u - 1;
        double halfSquare = 0.5 * f * f;
        double s = f / (2 + f);
        double z = s * s;
        double r = z * (L1 + (z * (L2 + (z * (L3 + (z * (L4 + (z * (L5 + (z * (L6 + (z * L7))))))))))));
        return k == 0
            ? f - (halfSquare - (s * (halfSquare + r)))
            : (k * Ln2High) - ((halfSquare - ((s * (halfSquare + r)) + (k * Ln2Low))) - f);
    }

    /// <summary>The exponent k of a normal number x = m 2^k with m in [1, 2).</summary>
    internal static int Exponent(double x) => (int)((BitConverter.DoubleToInt64Bits(x) >> 52) & 0x7ff) - 1023;

    /// <summary>2^k for k from -1022 to 1023; 0 below, 2^1023 above.</summary>
    internal static double Power2(int k) =>
        k < -1022 ? 0 : BitConverter.Int64BitsToDouble((long)(Math.Min(k, 1023) + 1023) << 52);

    /// <summary>x 2^k, in two steps where one factor would leave the range.</summary>
    internal static double Scale(double x, int k)
    {
        if (k is >= -1022 and <= 1023)
        {
            return x * Power2(k);
        }

        int half = k / 2;
        return x * Power2(half) * Power2(k - half);
    }
}
