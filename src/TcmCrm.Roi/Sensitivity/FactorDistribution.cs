using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What is computed from a distribution: quantiles for draws, moments, and expected excesses in closed form.</summary>
/// <remarks>A factor on amounts is cut at 0: its value is max(x, 0), and moments are those of the cut value.</remarks>
internal sealed class FactorDistribution
{
    private readonly Distribution _source;
    private readonly bool _isCut;
    private readonly double _low;
    private readonly double _mode;
    private readonly double _high;
    private readonly double _alpha;
    private readonly double _beta;
    private readonly QuantileTable? _table;
    private readonly double[] _shares = [];
    private readonly double[] _sums = [];

    /// <summary>What is computed from a distribution.</summary>
    /// <param name="source">The distribution.</param>
    /// <param name="isCut">Whether values below 0 are cut.</param>
    /// <param name="tables">Tables of shapes that were met before, by their two parameters; null makes one of its own.</param>
    internal FactorDistribution(Distribution source, bool isCut = true, Dictionary<(double, double), QuantileTable>? tables = null)
    {
        _source = source;
        Kind = source.Kind;
        switch (Kind)
        {
            case DistributionKind.Triangular or DistributionKind.Pert:
                (_low, _mode, _high) = (source.Parameter(0), source.Parameter(1), source.Parameter(2));
                break;
            case DistributionKind.TriangularOfPercentiles:
                (_low, _mode, _high) = Ends(source.Parameter(0), source.Parameter(1), source.Parameter(2));
                Kind = DistributionKind.Triangular;
                break;
            case DistributionKind.Uniform:
                (_low, _high) = (source.Parameter(0), source.Parameter(1));
                break;
            case DistributionKind.Normal or DistributionKind.Lognormal:
                (_alpha, _beta) = (source.Parameter(0), source.Parameter(1));
                break;
            case DistributionKind.NormalInterval:
                _alpha = (source.Parameter(0) + source.Parameter(1)) / 2;
                _beta = (source.Parameter(1) - source.Parameter(0)) / (2 * NormalDistribution.TwoSidedCritical(source.Parameter(2)));
                Kind = DistributionKind.Normal;
                break;
            case DistributionKind.LognormalInterval:
                _alpha = Math.Sqrt(source.Parameter(0)) * Math.Sqrt(source.Parameter(1));
                _beta = Math.Log(source.Parameter(1) / source.Parameter(0)) / (2 * NormalDistribution.TwoSidedCritical(source.Parameter(2)));
                Kind = DistributionKind.Lognormal;
                break;
            default:
                double all = source.Weights.Sum();
                _shares = [.. source.Weights.Select(weight => weight / all)];
                _sums = new double[_shares.Length];
                double sum = 0;
                for (int i = 0; i < _sums.Length; i++)
                {
                    _sums[i] = sum += _shares[i];
                }

                break;
        }

        if (Kind == DistributionKind.Pert)
        {
            double width = _high - _low;
            _alpha = 1 + (4 * (_mode - _low) / width);
            _beta = 1 + (4 * (_high - _mode) / width);
            if (tables is null || !tables.TryGetValue((_alpha, _beta), out _table))
            {
                _table = QuantileTable.OfBeta(_alpha, _beta);
                tables?.Add((_alpha, _beta), _table);
            }
        }

        _isCut = isCut && Lowest < 0;
        UncutMean = RawMean();
        Mean = _isCut ? RawExcess(0) : UncutMean;
        Variance = _isCut ? CutVariance() : RawVariance();
    }

    /// <summary>The kind that is computed with: intervals and percentiles are brought to the distribution that they describe.</summary>
    internal DistributionKind Kind { get; }

    /// <summary>The mean of the values that are used.</summary>
    internal double Mean { get; }

    /// <summary>The mean before the cut at 0; <see cref="Mean"/> where nothing is cut.</summary>
    internal double UncutMean { get; }

    /// <summary>The variance of the values that are used.</summary>
    internal double Variance { get; }

    /// <summary>The value that no draw is below, before the cut.</summary>
    private double Lowest => Kind switch
    {
        DistributionKind.Normal => double.NegativeInfinity,
        DistributionKind.Lognormal => 0,
        DistributionKind.Discrete => _source.Values[0],
        _ => _low,
    };

    /// <summary>The value at a probability.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    internal double Quantile(double probability) => Kind == DistributionKind.Pert
        ? Cut(_low + ((_high - _low) * _table!.AtProbability(probability)))
        : Value(probability, Kind is DistributionKind.Normal or DistributionKind.Lognormal ? NormalScores.Of(probability) : 0);

    /// <summary>The value of a draw that is known as probability and as normal score.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="score">Its normal quantile.</param>
    internal double Value(double probability, double score)
    {
        double value = Kind switch
        {
            DistributionKind.Triangular => Triangle(probability),
            DistributionKind.Pert => _low + ((_high - _low) * _table!.At(score)),
            DistributionKind.Uniform => _low + ((_high - _low) * probability),
            DistributionKind.Normal => _alpha + (_beta * score),
            DistributionKind.Lognormal => _alpha * Returns.ElementaryFunctions.Exp(_beta * score),
            _ => Single(probability),
        };
        return Cut(value);
    }

    /// <summary>E max(value - threshold, 0) of the values that are used.</summary>
    /// <param name="threshold">Any number.</param>
    internal double ExpectedExcess(double threshold) => _isCut && threshold < 0 ? Mean - threshold : RawExcess(threshold);

    private double Cut(double value) => _isCut && value < 0 ? 0 : value;

    private double Triangle(double probability)
    {
        double width = _high - _low;
        double left = _mode - _low;
        return probability * width < left
            ? _low + Math.Sqrt(probability * width * left)
            : _high - Math.Sqrt((1 - probability) * width * (_high - _mode));
    }

    private double Single(double probability)
    {
        int place = 0;
        while (place < _sums.Length - 1 && _sums[place] < probability)
        {
            place++;
        }

        return _source.Values[place];
    }

    private double RawMean() => Kind switch
    {
        DistributionKind.Triangular => (_low + _mode + _high) / 3,
        DistributionKind.Pert => (_low + (4 * _mode) + _high) / 6,
        DistributionKind.Uniform => (_low + _high) / 2,
        DistributionKind.Normal => _alpha,
        DistributionKind.Lognormal => _alpha * Math.Exp(_beta * _beta / 2),
        _ => _source.Values.Zip(_shares, (value, weight) => value * weight).Sum(),
    };

    private double RawVariance()
    {
        double width = _high - _low;
        switch (Kind)
        {
            case DistributionKind.Triangular:
                double left = _mode - _low;
                double right = _high - _mode;
                return ((left * left) + (left * right) + (right * right)) / 18;
            case DistributionKind.Pert:
                return width * width * _alpha * _beta / (36 * 7);
            case DistributionKind.Uniform:
                return width * width / 12;
            case DistributionKind.Normal:
                return _beta * _beta;
            case DistributionKind.Lognormal:
                return UncutMean * UncutMean * ElementaryFunctions.ExpMinusOne(_beta * _beta);
            default:
                return _source.Values.Zip(_shares, (value, weight) => (value - UncutMean) * (value - UncutMean) * weight).Sum();
        }
    }

    /// <summary>
    /// The variance after the cut, from the one before it so that a cut far out costs no digits: with d = E max(-X, 0) it is
    /// Var X - E max(-X, 0)^2 - 2 d E X - d^2.
    /// </summary>
    private double CutVariance()
    {
        double deficit = Mean - UncutMean;
        double square = Kind switch
        {
            DistributionKind.Normal => (((_alpha * _alpha) + (_beta * _beta)) * NormalDistribution.Cdf(-_alpha / _beta)) - (_alpha * _beta * NormalDistribution.Density(_alpha / _beta)),
            DistributionKind.Discrete => _source.Values.Zip(_shares, (value, weight) => Math.Min(value, 0) * Math.Min(value, 0) * weight).Sum(),
            _ => 2 * Quadrature.Integral(threshold => RawExcess(threshold) - UncutMean + threshold, _low, Math.Min(0, _high)),
        };
        return Math.Max(0, RawVariance() - square - (2 * deficit * UncutMean) - (deficit * deficit));
    }

    private double RawExcess(double threshold)
    {
        if (Kind == DistributionKind.Normal)
        {
            double score = (_alpha - threshold) / _beta;
            return ((_alpha - threshold) * NormalDistribution.Cdf(score)) + (_beta * NormalDistribution.Density(score));
        }

        if (Kind == DistributionKind.Discrete)
        {
            return _source.Values.Zip(_shares, (value, weight) => Math.Max(value - threshold, 0) * weight).Sum();
        }

        if (threshold <= Lowest)
        {
            return RawMean() - threshold;
        }

        if (Kind == DistributionKind.Lognormal)
        {
            double score = Math.Log(_alpha / threshold) / _beta;
            return (RawMean() * NormalDistribution.Cdf(score + _beta)) - (threshold * NormalDistribution.Cdf(score));
        }

        if (threshold >= _high)
        {
            return 0;
        }

        double width = _high - _low;
        double above = _high - threshold;
        double below = threshold - _low;
        switch (Kind)
        {
            case DistributionKind.Uniform:
                return above * above / (2 * width);
            case DistributionKind.Triangular:
                return threshold >= _mode
                    ? above * above * above / (3 * width * (_high - _mode))
                    : RawMean() - threshold + (below * below * below / (3 * width * (_mode - _low)));
            default:
                double lower = below / width;
                double upper = above / width;
                double mean = _alpha / (_alpha + _beta);
                return width * ((mean * BetaFunction.Regularized(_beta, _alpha + 1, upper, lower)) - (lower * BetaFunction.Regularized(_beta, _alpha, upper, lower)));
        }
    }

    /// <summary>The ends of a triangle from its 10 % and 90 % quantiles: with s the share left of the mode and w the width, w (s - sqrt(0.1 s)) = mode - p10, and alike at the right.</summary>
    private static (double Low, double Mode, double High) Ends(double p10, double mode, double p90)
    {
        double left = mode - p10;
        double right = p90 - mode;
        double least = 0.1;
        double most = 0.9;
        for (int step = 0; step < 200 && least < most; step++)
        {
            double middle = (least + most) / 2;
            if (middle == least || middle == most)
            {
                break;
            }

            if (right * Inner(middle) > left * Inner(1 - middle))
            {
                most = middle;
            }
            else
            {
                least = middle;
            }
        }

        double share = (least + most) / 2;
        double width = (left + right) / (Inner(share) + Inner(1 - share));
        return (mode - (share * width), mode, mode + ((1 - share) * width));

        static double Inner(double share) => share - Math.Sqrt(0.1 * share);
    }
}
