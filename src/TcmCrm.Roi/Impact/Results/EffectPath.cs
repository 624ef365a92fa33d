using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>The effect of an interrupted series over time: b2 + b3 j in the j-th month after the first one, against the continued level and trend.</summary>
public sealed class EffectPath
{
    private readonly Ar1RemlFit _fit;
    private readonly int _level;
    private readonly int _slope;
    private readonly double[] _observed;

    /// <summary>Whole months after go-live before the first one that the design holds: a February whose January is not there, or was left out, is no point of it.</summary>
    private readonly int _lead;
    private readonly bool _isLog;
    private readonly double _critical;

    internal EffectPath(Ar1RemlFit fit, int level, int slope, double[] observedMonths, bool isLog, double confidence, SmallSample allowance)
    {
        _fit = fit;
        _level = level;
        _slope = slope;
        _observed = observedMonths;
        _lead = (int)Math.Floor(Math.Max(0.0, -observedMonths[0]));
        _isLog = isLog;
        _critical = allowance.Factor * StudentT.TwoSidedCritical(confidence, allowance.DegreesOfFreedom);
        SlopePValue = slope < 0 ? 1.0 : StudentT.TwoSidedP(
            fit.Beta[slope] / (fit.StandardError(slope) * allowance.Factor), allowance.DegreesOfFreedom);
    }

    /// <summary>Whether the design lets the slope change; with fewer than six months after it does not, and the effect is the same in every month.</summary>
    public bool HasSlopeChange => _slope >= 0;

    /// <summary>The two-sided p-value of "the effect does not change over time"; 1 without a change of slope.</summary>
    public double SlopePValue { get; }

    /// <summary>The mean effect over the months observed after go-live, with the interval of that mean.</summary>
    public EffectInterval Average => Of(Mean(_observed), 1.0, transformed: true);

    /// <summary>The mean effect over the last six months observed, or all where there are fewer, with the interval of that mean.</summary>
    public EffectInterval LastMonths
    {
        get
        {
            var last = new double[Math.Min(6, _observed.Length)];
            Array.Copy(_observed, _observed.Length - last.Length, last, 0, last.Length);
            return Of(Mean(last), 1.0, transformed: true);
        }
    }

    /// <summary>The months observed after go-live, each as months since the first one after; ascending.</summary>
    public IReadOnlyList<int> Months => Array.AsReadOnly(Array.ConvertAll(_observed, month => (int)Math.Ceiling(month) + _lead));

    /// <summary>The effect in the first month after.</summary>
    public EffectInterval FirstMonth => At(0);

    /// <summary>
    /// The sum of the monthly effects over the months observed after go-live, in the unit of the KPI times months. On the log scale it is the sum of the
    /// relative changes in log points, which is no amount: use <see cref="Average"/>.
    /// </summary>
    public EffectInterval Cumulative => Of(Mean(_observed), _observed.Length, transformed: false);

    /// <summary>The effect in a month.</summary>
    /// <param name="monthsAfterFirst">Months since the first month after; 0 is that month itself. Beyond the data it extrapolates.</param>
    /// <returns>The effect with its interval for that month alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="monthsAfterFirst"/> is below 0 or above 1200.</exception>
    public EffectInterval At(int monthsAfterFirst) => Of(Check.InRange(monthsAfterFirst, 0, 1200) - _lead, 1.0, transformed: true);

    private static double Mean(double[] values)
    {
        double sum = 0.0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private EffectInterval Of(double month, double factor, bool transformed)
    {
        var c = new double[_fit.Beta.Length];
        c[_level] = factor;
        if (_slope >= 0)
        {
            c[_slope] = factor * month;
        }

        double estimate = _fit.Combination(c);
        double half = _critical * Math.Sqrt(_fit.CombinationVariance(c));
        return transformed && _isLog
            ? new EffectInterval(
                ElementaryFunctions.ExpMinusOne(estimate), ElementaryFunctions.ExpMinusOne(estimate - half), ElementaryFunctions.ExpMinusOne(estimate + half))
            : new EffectInterval(estimate, estimate - half, estimate + half);
    }
}
