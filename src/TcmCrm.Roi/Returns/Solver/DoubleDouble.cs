namespace TcmCrm.Roi.Returns;

/// <summary>
/// An unevaluated sum of two doubles, about 31 digits: decides the sign of a sum that plain arithmetic leaves in doubt. Dekker 1971,
/// Hida, Li and Bailey 2001; without fused multiply-add, so the same bits on every processor.
/// </summary>
internal readonly struct DoubleDouble(double high, double low)
{
    private const double Splitter = 134217729.0;

    // ln 2 in three parts: each product with an integer below 2^31 keeps its error below 2^-120.
    private static readonly DoubleDouble Ln2 = new(6.931471805599452862e-01, 2.319046813846299558e-17);
    private const double Ln2Tail = 5.707708438416212066e-34;

    internal double High => high;

    internal double Low => low;

    internal double Value => high + low;

    internal static DoubleDouble Sum(double a, double b)
    {
        double s = a + b;
        double v = s - a;
        return new DoubleDouble(s, (a - (s - v)) + (b - v));
    }

    internal static DoubleDouble Product(double a, double b)
    {
        double p = a * b;
        double t = Splitter * a;
        double aHigh = t - (t - a);
        double aLow = a - aHigh;
        t = Splitter * b;
        double bHigh = t - (t - b);
        double bLow = b - bHigh;
        return new DoubleDouble(p, (((aHigh * bHigh) - p) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow));
    }

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble s = Sum(a.High, b.High);
        DoubleDouble t = Sum(a.Low, b.Low);
        s = QuickSum(s.High, s.Low + t.High);
        return QuickSum(s.High, s.Low + t.Low);
    }

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble p = Product(a.High, b.High);
        return QuickSum(p.High, p.Low + ((a.High * b.Low) + (a.Low * b.High)));
    }

    public static DoubleDouble operator *(DoubleDouble a, double b)
    {
        DoubleDouble p = Product(a.High, b);
        return QuickSum(p.High, p.Low + (a.Low * b));
    }

    /// <summary>Times a power of two: exact.</summary>
    internal DoubleDouble Scaled(double power) => new(high * power, low * power);

    /// <summary>e^(-u t) = result x 2^exponent with the result near 1.</summary>
    internal static DoubleDouble ExpOfProduct(double u, double t, out double exponent)
    {
        DoubleDouble x = -Product(u, t);
        double k = Math.Round(x.High * ElementaryFunctions.InverseLn2);
        exponent = k;
        DoubleDouble r = x - (Ln2 * k);
        r += new DoubleDouble(-k * Ln2Tail, 0);

        // Taylor on r / 2^9, then squaring of e^y - 1: (e^y - 1)(e^y - 1) + 2 (e^y - 1).
        DoubleDouble y = r.Scaled(1 / 512.0);
        DoubleDouble series = new(1 / 40320.0, 0);
        series = (series * y) + InverseOf5040;
        series = (series * y) + InverseOf720;
        series = (series * y) + InverseOf120;
        series = (series * y) + InverseOf24;
        series = (series * y) + InverseOf6;
        series = (series * y) + new DoubleDouble(0.5, 0);
        DoubleDouble e = (series * (y * y)) + y;
        for (int i = 0; i < 9; i++)
        {
            e = (e * e) + e.Scaled(2);
        }

        return e + new DoubleDouble(1, 0);
    }

    private static readonly DoubleDouble InverseOf6 = new(1.66666666666666657e-01, 9.25185853854297066e-18);
    private static readonly DoubleDouble InverseOf24 = new(4.16666666666666644e-02, 2.31296463463574266e-18);
    private static readonly DoubleDouble InverseOf120 = new(8.33333333333333322e-03, 1.15648231731787138e-19);
    private static readonly DoubleDouble InverseOf720 = new(1.38888888888888894e-03, -5.30054395437357706e-20);
    private static readonly DoubleDouble InverseOf5040 = new(1.98412698412698413e-04, 1.72095582934207053e-22);

    private static DoubleDouble QuickSum(double a, double b)
    {
        double s = a + b;
        return new DoubleDouble(s, b - (s - a));
    }
}
