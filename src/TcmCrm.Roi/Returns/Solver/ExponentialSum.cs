namespace TcmCrm.Roi.Returns;

/// <summary>
/// F(u) = sum a_i e^(-u t_i), the net present value as a function of u = ln(1 + rate), on the whole real line. Times ascend from 0. Amounts are
/// mantissa x 2^exponent, so that neither amounts of 1e-300 beside 1e300 nor centuries at extreme rates overflow.
/// </summary>
internal ref struct ExponentialSum
{
    /// <summary>One unit in the last place of 1: the unit of all tolerances here.</summary>
    internal const double Ulp = 2.220446049250313e-16;

    private readonly Reals _mantissas;
    private readonly Reals _exponents;
    private readonly Reals _times;

    /// <summary>Times between sign changes: the sum is multiplied by the product of (t - centre), see <see cref="RootIsolation"/>.</summary>
    private readonly Reals _centres;
    private readonly Reals _plainMantissas;
    private readonly Reals _plainExponents;
    private readonly bool _flat;
    private readonly bool _periodic;

    /// <summary>One flow a period from t = 0: evaluated as a polynomial, without an exponential a term.</summary>
    internal ExponentialSum(Reals amounts)
        : this(amounts, default, default, flat: true)
    {
        _periodic = true;
    }

    internal ExponentialSum(Reals mantissas, Reals exponents, Reals times, bool flat)
        : this(mantissas, exponents, times, flat, default, mantissas, exponents)
    {
    }

    /// <summary>A derived sum: <paramref name="mantissas"/> are those of the plain sum times the product of (t - centre).</summary>
    internal ExponentialSum(
        Reals mantissas, Reals exponents, Reals times, bool flat, Reals centres, Reals plainMantissas, Reals plainExponents)
    {
        _mantissas = mantissas;
        _exponents = exponents;
        _times = times;
        _flat = flat;
        _centres = centres;
        _plainMantissas = plainMantissas;
        _plainExponents = plainExponents;
    }

    internal readonly int Count => _mantissas.Length;

    /// <summary>Work of <see cref="EvaluatePrecisely"/>: an exponential costs about as much as 16 other factors.</summary>
    internal readonly long PreciseCost => (long)_mantissas.Length * (16 + _centres.Length);

    internal readonly double Duration => _periodic ? _mantissas.Length - 1 : _times[_times.Length - 1];

    /// <summary>Bound on the relative rounding error of <see cref="Evaluate"/>: exponential and product of each term, its argument, and the sums.</summary>
    internal readonly double Tolerance(double u) => _periodic
        ? Ulp * (4 + _mantissas.Length)
        : Ulp * (4 + (_mantissas.Length / 8.0) + (0.5 * Math.Abs(u) * Duration));

    internal readonly SignedSums Evaluate(double u)
    {
        if (_periodic)
        {
            return PeriodicPolynomial.Evaluate(_mantissas, u);
        }

        if (u == 0 && _flat)
        {
            return EvaluateUndiscounted();
        }

        Lanes minusU = LaneMath.All(-u);
        Lanes shift = LaneMath.All(LargestExponent(u));
        Lanes positive = LaneMath.Zero;
        Lanes negative = LaneMath.Zero;
        Lanes positiveTime = LaneMath.Zero;
        Lanes negativeTime = LaneMath.Zero;
        int n = _times.Length;
        int i = 0;
        for (; i <= n - LaneMath.Width; i += LaneMath.Width)
        {
            Lanes time = LaneMath.Load(_times, i);
            Lanes term = Term(LaneMath.Load(_mantissas, i), _flat ? LaneMath.Zero : LaneMath.Load(_exponents, i), minusU * time, shift);
            Lanes received = LaneMath.PositivePart(term);
            Lanes paid = LaneMath.NegativePart(term);
            positive += received;
            negative += paid;
            positiveTime += received * time;
            negativeTime += paid * time;
        }

        if (i < n)
        {
            Lanes time = LaneMath.LoadPartial(_times, i);
            Lanes term = Term(LaneMath.LoadPartial(_mantissas, i), _flat ? LaneMath.Zero : LaneMath.LoadPartial(_exponents, i), minusU * time, shift);
            Lanes received = LaneMath.PositivePart(term);
            Lanes paid = LaneMath.NegativePart(term);
            positive += received;
            negative += paid;
            positiveTime += received * time;
            negativeTime += paid * time;
        }

        return new SignedSums(Total(positive), Total(negative), Total(positiveTime), Total(negativeTime));
    }

    /// <summary>The same at a rate of 0, where every factor is exactly 1: the same bits without an exponential. Every solution starts here.</summary>
    private readonly SignedSums EvaluateUndiscounted()
    {
        Lanes positive = LaneMath.Zero;
        Lanes negative = LaneMath.Zero;
        Lanes positiveTime = LaneMath.Zero;
        Lanes negativeTime = LaneMath.Zero;
        for (int i = 0; i < _times.Length; i += LaneMath.Width)
        {
            bool isWhole = i <= _times.Length - LaneMath.Width;
            Lanes time = isWhole ? LaneMath.Load(_times, i) : LaneMath.LoadPartial(_times, i);
            Lanes term = isWhole ? LaneMath.Load(_mantissas, i) : LaneMath.LoadPartial(_mantissas, i);
            Lanes received = LaneMath.PositivePart(term);
            Lanes paid = LaneMath.NegativePart(term);
            positive += received;
            negative += paid;
            positiveTime += received * time;
            negativeTime += paid * time;
        }

        return new SignedSums(Total(positive), Total(negative), Total(positiveTime), Total(negativeTime));
    }

    /// <summary>The same in about 31 digits, from the plain amounts.</summary>
    internal readonly SignedSums EvaluatePrecisely(double u)
    {
        double shift = LargestExponent(u);
        var positive = default(DoubleDouble);
        var negative = default(DoubleDouble);
        double positiveTime = 0;
        double negativeTime = 0;
        for (int i = 0; i < _mantissas.Length; i++)
        {
            double time = _periodic ? i : _times[i];
            DoubleDouble term = DoubleDouble.ExpOfProduct(u, time, out double exponent) * _plainMantissas[i];
            double scale = (_periodic ? 0 : _plainExponents[i]) + exponent - shift;
            for (int k = 0; k < _centres.Length; k++)
            {
                term *= DoubleDouble.Sum(time, -_centres[k]).Scaled(InverseScale());
            }

            term = new DoubleDouble(ElementaryFunctions.Scale(term.High, Bounded(scale)), ElementaryFunctions.Scale(term.Low, Bounded(scale)));
            if (term.High > 0)
            {
                positive += term;
                positiveTime += term.High * time;
            }
            else
            {
                negative -= term;
                negativeTime -= term.High * time;
            }
        }

        return new SignedSums(positive.Value, negative.Value, positiveTime, negativeTime, (positive - negative).Value);
    }

    /// <summary>The power of two that keeps the factors (t - centre) near 1 whatever the unit of time: exact.</summary>
    internal readonly double InverseScale() => ElementaryFunctions.Power2(-ElementaryFunctions.Exponent(Duration));

    internal static double Total(Lanes lanes) =>
        (LaneMath.Lane(lanes, 0) + LaneMath.Lane(lanes, 1)) + (LaneMath.Lane(lanes, 2) + LaneMath.Lane(lanes, 3));

    private static int Bounded(double exponent) => (int)Math.Max(-2200, Math.Min(2000, exponent));

    /// <summary>mantissa x e^x x 2^(exponent - shift), the exponential as in <see cref="ElementaryFunctions.ExpParts"/>.</summary>
    internal static Lanes Term(Lanes mantissa, Lanes exponent, Lanes x, Lanes shift)
    {
        Lanes round = LaneMath.All(ElementaryFunctions.RoundingShift);
        Lanes k = ((x * LaneMath.All(ElementaryFunctions.InverseLn2)) + round) - round;
        Lanes high = x - (k * LaneMath.All(ElementaryFunctions.Ln2High));
        Lanes low = k * LaneMath.All(ElementaryFunctions.Ln2Low);
        Lanes r = high - low;
        Lanes t = r * r;
        Lanes p = LaneMath.All(ElementaryFunctions.P4) + (t * LaneMath.All(ElementaryFunctions.P5));
        p = LaneMath.All(ElementaryFunctions.P3) + (t * p);
        p = LaneMath.All(ElementaryFunctions.P2) + (t * p);
        p = LaneMath.All(ElementaryFunctions.P1) + (t * p);
        Lanes c = r - (t * p);
        Lanes e = LaneMath.All(1) - ((low - ((r * c) / (LaneMath.All(2) - c))) - high);
        return mantissa * e * LaneMath.Power2(k + (exponent - shift));
    }

    /// <summary>The largest binary exponent of any term, so that the largest term is near 1 and nothing overflows.</summary>
    private readonly double LargestExponent(double u)
    {
        if (_flat)
        {
            return u >= 0 ? 0 : Math.Round(-u * Duration * ElementaryFunctions.InverseLn2);
        }

        double largest = double.NegativeInfinity;
        double scale = -u * ElementaryFunctions.InverseLn2;
        for (int i = 0; i < _times.Length; i++)
        {
            double exponent = Math.Round(scale * _times[i]) + _exponents[i];
            largest = exponent > largest ? exponent : largest;
        }

        return largest;
    }
}
