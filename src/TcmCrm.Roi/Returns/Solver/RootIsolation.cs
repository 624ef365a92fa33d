namespace TcmCrm.Roi.Returns;

/// <summary>
/// Finds all real roots of an exponential sum, each in an interval of its own. With c inside a sign change of the amounts,
/// d/du (e^(cu) F) is an exponential sum with amounts a_i (t_i - c) and one sign change less; between two neighbouring roots of it
/// e^(cu) F is monotone, so it has at most one root there. From the sum with no sign change upwards, each level's roots split the line for the next.
/// </summary>
/// <remarks>
/// Rolle's theorem for generalised Dirichlet polynomials; Jameson, "Counting zeros of generalised polynomials", Math. Gazette 90 (2006).
/// A root of a level that is missed because two of them lie within rounding does no harm: the level above changes between them by less than
/// its own rounding.
/// </remarks>
internal ref struct RootIsolation
{
    /// <summary>More sign changes are not isolated: in sums that oscillate so often rounding decides, not the amounts.</summary>
    internal const int MaximumSignChanges = 64;

    // The rounding of the amounts to doubles, and as much again: below it a touch and a near miss cannot be told apart.
    private const double RoundedAmounts = ExponentialSum.Ulp;

    private readonly Reals _mantissas;
    private readonly Reals _exponents;
    private readonly Reals _times;
    private readonly bool _flat;
    private readonly bool _exact;
    private readonly RealsBuffer _levelMantissas;
    private readonly RealsBuffer _levelExponents;
    private readonly RealsBuffer _centres;
    private RealsBuffer _roots;
    private RealsBuffer _splits;
    private long _budget;
    private int _changes;

    /// <param name="mantissas">Amounts, none zero.</param>
    /// <param name="exponents">Their powers of two.</param>
    /// <param name="times">Times, ascending from 0.</param>
    /// <param name="flat">Whether every exponent is 0.</param>
    /// <param name="scratch">Working memory of <see cref="ScratchLength"/>.</param>
    internal RootIsolation(Reals mantissas, Reals exponents, Reals times, bool flat, RealsBuffer scratch)
    {
        int n = times.Length;
        int most = MaximumSignChanges + 2;
        _mantissas = mantissas;
        _exponents = exponents;
        _times = times;
        _flat = flat;
        _levelMantissas = scratch.Slice(0, n);
        _levelExponents = scratch.Slice(n, n);
        _centres = scratch.Slice(2 * n, most);
        _roots = scratch.Slice((2 * n) + most, most);
        _splits = scratch.Slice((2 * n) + (2 * most), most);
        _budget = RootSolver.PreciseBudget;
        IsCertain = true;
        _exact = true;
        for (int i = 0; i < n; i++)
        {
            _exact &= IsExact(mantissas[i]) && IsExact(times[i]);
        }
    }

    /// <summary>Whether every sign that mattered was clear, so that the count is proven.</summary>
    internal bool IsCertain { get; private set; }

    internal static int ScratchLength(int terms) => (2 * terms) + (3 * (MaximumSignChanges + 2));

    /// <summary>All roots, ascending; the sum must have from 1 to <see cref="MaximumSignChanges"/> sign changes.</summary>
    /// <param name="roots">Where to put them; at least as many as sign changes.</param>
    /// <param name="residuals">Where to put their relative residuals.</param>
    /// <returns>How many there are.</returns>
    internal int Run(RealsBuffer roots, RealsBuffer residuals)
    {
        int changes = 0;
        for (int i = 1; i < _times.Length; i++)
        {
            if ((_mantissas[i] > 0) != (_mantissas[i - 1] > 0))
            {
                _centres[changes++] = 0.5 * (_times[i - 1] + _times[i]);
            }
        }

        _changes = changes;
        int splits = 0;
        for (int level = changes - 1; level > 0; level--)
        {
            ExponentialSum sum = Derive(level);
            int found = Split(sum, splits, level, _roots, default);
            RealsBuffer swap = _splits;
            _splits = _roots;
            _roots = swap;
            splits = found;
        }

        return Split(new ExponentialSum(_mantissas, _exponents, _times, _flat), splits, 0, roots, residuals);
    }

    private readonly ExponentialSum Derive(int level)
    {
        double scale = new ExponentialSum(_mantissas, _exponents, _times, _flat).InverseScale();
        bool flat = _flat;
        for (int i = 0; i < _times.Length; i++)
        {
            double mantissa = _mantissas[i];
            double exponent = _exponents[i];
            for (int k = 0; k < level; k++)
            {
                mantissa *= (_times[i] - _centres[k]) * scale;
                if (Math.Abs(mantissa) < 1e-100)
                {
                    int shift = ElementaryFunctions.Exponent(mantissa);
                    mantissa *= ElementaryFunctions.Power2(-shift);
                    exponent += shift;
                    flat = false;
                }
            }

            _levelMantissas[i] = mantissa;
            _levelExponents[i] = exponent;
        }

        return new ExponentialSum(_levelMantissas, _levelExponents, _times, flat, _centres.Slice(0, level), _mantissas, _exponents);
    }

    /// <summary>Roots between the splitting points of the level below, and at those where the sum touches zero.</summary>
    private int Split(in ExponentialSum sum, int splits, int level, RealsBuffer roots, RealsBuffer residuals)
    {
        int found = 0;
        double previous = -RootSolver.Limit;
        int previousSign = Sign(sum, ref previous, -1, out _);
        for (int k = 0; k <= splits; k++)
        {
            double point = k < splits ? _splits[k] : RootSolver.Limit;
            int sign = Sign(sum, ref point, k < splits ? level : -1, out double residual);
            if (sign * previousSign < 0)
            {
                double start = RootSolver.Middle(previous, point, 1 / sum.Duration);
                roots[found] = RootSolver.Solve(sum, previous, point, previousSign, start, ref _budget, out double atRoot);
                if (level == 0)
                {
                    residuals[found] = Math.Abs(atRoot);
                }

                found++;
            }
            else if (sign == 0 && k < splits)
            {
                if (previousSign == 0 && found > 0)
                {
                    // Monotone between two touches, so zero all the way within rounding: one root, unless that stretch is wide.
                    IsCertain &= (point - previous) * sum.Duration < 1e-3;
                }
                else
                {
                    roots[found] = point;
                    if (level == 0)
                    {
                        residuals[found] = Math.Abs(residual);
                    }

                    found++;
                }
            }

            previous = point;
            previousSign = sign;
        }

        IsCertain &= _budget > 0;
        return found;
    }

    /// <summary>The sign at a splitting point, or 0 where the sum touches zero. In doubt, the point itself is first made exact to the last place.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="point">The point: a root of the level below <paramref name="level"/>.</param>
    /// <param name="level">The level of the sum; -1 when the point is an end of the line.</param>
    /// <param name="residual">The relative value there.</param>
    private int Sign(in ExponentialSum sum, ref double point, int level, out double residual)
    {
        residual = sum.Evaluate(point).Relative;
        if (Math.Abs(residual) <= sum.Tolerance(point))
        {
            _budget -= 3 * sum.PreciseCost;
            if (_budget < 0)
            {
                return 0;
            }

            if (level >= 0)
            {
                Polish(ref point, level + 1);
            }

            residual = sum.EvaluatePrecisely(point).Relative;
            double lastPlace = ExponentialSum.Ulp * Math.Abs(point) * sum.Duration;
            double tolerance = level == 0 && !_exact ? RoundedAmounts : 1e-27 + (8 * lastPlace * lastPlace);
            if (Math.Abs(residual) <= tolerance)
            {
                return 0;
            }
        }

        return residual > 0 ? 1 : -1;
    }

    /// <summary>At a touch the value is as the square of the error of the point: two more steps in 31 digits.</summary>
    private readonly void Polish(ref double point, int level)
    {
        if (level > _centres.Length - 1 || level >= _changes)
        {
            return;
        }

        var below = new ExponentialSum(_mantissas, _exponents, _times, _flat, _centres.Slice(0, level), _mantissas, _exponents);
        for (int i = 0; i < 2; i++)
        {
            SignedSums value = below.EvaluatePrecisely(point);
            double step = value.LogRatio / value.LogRatioSlope;
            if (!(Math.Abs(step) * below.Duration < 1e-6))
            {
                return;
            }

            point -= step;
        }
    }

    /// <summary>
    /// Whether a number was given as it is: a whole number, or one with so few binary digits that it is no rounded decimal.
    /// </summary>
    private static bool IsExact(double value) =>
        (Math.Floor(value) == value && Math.Abs(value) <= 9007199254740992.0) || (BitConverter.DoubleToInt64Bits(value) & 0x1ff) == 0;
}
