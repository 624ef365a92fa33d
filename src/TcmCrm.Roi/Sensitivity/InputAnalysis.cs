using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What each factor does to the net present value of one period: tornado, variance shares, value of information.</summary>
/// <remarks>
/// The net present value is linear in every factor on amounts. Where a factor is independent of the others, its mean given the factor is therefore a straight line,
/// and variance share and value of information are exact. The mean given a correlated factor is regressed on the draws; so is that given any factor where the amounts of
/// a line hang on two correlated ones.
/// </remarks>
internal sealed class InputAnalysis
{
    private readonly Projection _plan;
    private readonly UncertaintyModel _model;
    private readonly SimulationKernel _kernel;
    private readonly int _period;
    private readonly CaseBasis _basis;
    private readonly double[] _outputs;
    private readonly double[] _means;
    private readonly double[] _delays;

    internal InputAnalysis(Projection plan, UncertaintyModel model, SimulationKernel kernel, int period, CaseBasis basis, double[] outputs)
    {
        _plan = plan;
        _model = model;
        _kernel = kernel;
        _period = period;
        _basis = basis;
        _outputs = outputs;
        _means = [.. model.Factors.Select(factor => factor.Distribution.Mean)];
        _delays = DelayShares(except: -1);
    }

    internal IReadOnlyList<SimulatedInput> Ranked(ulong seed)
    {
        double variance = _model.IsIndependent ? Variance() : 0;
        SimulatedInput[] inputs = [.. Enumerable.Range(0, _model.Factors.Length).Select(place => Input(place, variance, seed))];
        return Array.AsReadOnly([.. inputs.OrderByDescending(input => input.HasEffect)
            .ThenByDescending(input => input.Swing.GetValueOrDefault(0)).ThenBy(input => input.Id, StringComparer.Ordinal)]);
    }

    private SimulatedInput Input(int place, double variance, ulong seed)
    {
        UncertainFactor factor = _model.Factors[place];
        double p10 = factor.Distribution.Quantile(0.1);
        double p90 = factor.Distribution.Quantile(0.9);
        (double lowValue, double lowReturn) = At(place, p10);
        (double highValue, double highReturn) = At(place, p90);
        (double[] given, double[] shares, double intercept, double slope) = Given(place);
        bool hasEffect = factor.IsDelay ? given.Any(value => value != given[0]) : slope != 0;
        bool isDiscounted = _plan.IsDiscounted;
        bool isIndependent = factor.CopulaPlace < 0;
        bool isExact = isIndependent && _model.AreLinesOfIndependentFactors;
        return new SimulatedInput(factor.Id, factor.Name, _plan.Periods[_period], _basis)
        {
            Mean = factor.Distribution.Mean,
            MeanWithoutCut = factor.Distribution.UncutMean,
            P10 = p10,
            P90 = p90,
            NetPresentValueAtP10 = Discounted(lowValue),
            NetPresentValueAtP90 = Discounted(highValue),
            ReturnOnInvestmentAtP10 = Return(lowReturn),
            ReturnOnInvestmentAtP90 = Return(highReturn),
            HasEffect = hasEffect || !isIndependent,
            IsBenefit = factor.ActsOnBenefits,
            FirstOrderShare = !isDiscounted ? NoRate<double>()
                : !isIndependent || (factor.IsDelay && !_model.IsIndependent) ? Figure.NotApplicable<double>(NotApplicableReason.CorrelatedInputs)
                : !_model.IsIndependent ? Figure.Of(!hasEffect ? 0 : Estimators.SquaredCorrelation(_outputs, Draws(place, seed)))
                : Figure.Of(variance <= 0 ? 0 : (factor.IsDelay ? Spread(given, shares) : slope * slope * factor.Distribution.Variance) / variance),
            ValueOfInformation = !isDiscounted ? NoRate<Estimate>()
                : isExact ? Figure.Of(new Estimate(factor.IsDelay ? Gain(given, shares) : Gain(factor, intercept, slope), 0))
                : !hasEffect && isIndependent ? Figure.Of(new Estimate(0, 0))
                : Figure.Of(ConditionalMean.ValueOfInformation(_outputs, Draws(place, seed), isStraight: isIndependent && !factor.IsDelay)),
        };

        Figure<double> Discounted(double value) => isDiscounted ? Figure.OfFinite(value) : NoRate<double>();

        static Figure<T> NoRate<T>()
            where T : struct => Figure.NotApplicable<T>(NotApplicableReason.NoRate);

        static Figure<double> Return(double value) => double.IsNaN(value) ? Figure.NotApplicable<double>(NotApplicableReason.NoCost) : Figure.OfFinite(value);
    }

    /// <summary>Net present value and return on investment with one factor at a value and the others at their means.</summary>
    private (double NetPresentValue, double Return) At(int place, double value)
    {
        double[][] values = [.. _means.Select((mean, factor) => new[] { factor == place ? value : mean })];
        var multipliers = new double[_kernel.LineCount];
        _model.Multiply(values, 0, multipliers);
        SimulationKernel.Sums sums = _kernel.NewSums();
        _kernel.Add(multipliers, _model.DelayOf(values, 0), sums);
        return (_kernel.NetPresentValue(sums, _period, _basis), _kernel.ReturnOnInvestment(sums, _period, _basis));
    }

    /// <summary>The mean net present value given the factor: by months for a delay, as a straight line for a factor on amounts.</summary>
    private (double[] Given, double[] Shares, double Intercept, double Slope) Given(int place)
    {
        if (_model.Factors[place].IsDelay)
        {
            double[] others = DelayShares(except: place);
            double[] shares = SharesOf(_model.Factors[place]);
            var given = new double[shares.Length];
            for (int months = 0; months < shares.Length; months++)
            {
                for (int other = 0; other < others.Length; other++)
                {
                    given[months] += others[other] * Mean(Math.Min(_model.MostDelay, months + other));
                }
            }

            return (given, shares, 0, 0);
        }

        double intercept = 0;
        double slope = 0;
        for (int line = 0; line < _kernel.LineCount; line++)
        {
            double worth = 0;
            for (int delay = 0; delay < _delays.Length; delay++)
            {
                worth += _delays[delay] * _kernel.PresentValue(line, delay, _period, _basis);
            }

            double product = 1;
            bool isMoved = false;
            foreach (int factor in _model.FactorsOf(line))
            {
                isMoved |= factor == place;
                product *= factor == place ? 1 : _means[factor];
            }

            if (isMoved)
            {
                slope += worth * product;
            }
            else
            {
                intercept += worth * product;
            }
        }

        return ([], [], intercept, slope);
    }

    /// <summary>The mean net present value at a delay.</summary>
    private double Mean(int delay)
    {
        double sum = 0;
        for (int line = 0; line < _kernel.LineCount; line++)
        {
            double product = 1;
            foreach (int factor in _model.FactorsOf(line))
            {
                product *= _means[factor];
            }

            sum += product * _kernel.PresentValue(line, delay, _period, _basis);
        }

        return sum;
    }

    /// <summary>The variance of the net present value where all factors are independent, exact: a sum over pairs of lines of products of moments.</summary>
    private double Variance()
    {
        double within = 0;
        var given = new double[_delays.Length];
        for (int delay = 0; delay < _delays.Length; delay++)
        {
            given[delay] = Mean(delay);
            if (_delays[delay] == 0)
            {
                continue;
            }

            double spread = 0;
            for (int left = 0; left < _kernel.LineCount; left++)
            {
                for (int right = 0; right < _kernel.LineCount; right++)
                {
                    spread += _kernel.PresentValue(left, delay, _period, _basis) * _kernel.PresentValue(right, delay, _period, _basis) * Covariance(left, right);
                }
            }

            within += _delays[delay] * spread;
        }

        return Math.Max(0, within + Spread(given, _delays));
    }

    /// <summary>The covariance of the multipliers of two lines: only factors that both share make it differ from 0.</summary>
    private double Covariance(int left, int right)
    {
        // Factor by factor, so that a small variance beside a mean of 1 loses no digits: E[xy] - E[x]E[y] of a product is carried along.
        double covariance = 0;
        double product = 1;
        foreach (int factor in _model.FactorsOf(left))
        {
            double mean = _means[factor];
            if (Array.IndexOf(_model.FactorsOf(right), factor) >= 0)
            {
                double variance = _model.Factors[factor].Distribution.Variance;
                covariance = (covariance * ((mean * mean) + variance)) + (product * variance);
                product *= mean * mean;
            }
            else
            {
                covariance *= mean;
                product *= mean;
            }
        }

        foreach (int factor in _model.FactorsOf(right))
        {
            covariance *= Array.IndexOf(_model.FactorsOf(left), factor) >= 0 ? 1 : _means[factor];
        }

        return covariance;
    }

    /// <summary>How likely each number of months of delay is, over all drivers that delay but one.</summary>
    private double[] DelayShares(int except)
    {
        double[] shares = [1];
        for (int place = 0; place < _model.Factors.Length; place++)
        {
            if (!_model.Factors[place].IsDelay || place == except)
            {
                continue;
            }

            double[] own = SharesOf(_model.Factors[place]);
            var joined = new double[_model.MostDelay + 1];
            for (int i = 0; i < shares.Length; i++)
            {
                for (int j = 0; j < own.Length; j++)
                {
                    joined[Math.Min(_model.MostDelay, i + j)] += shares[i] * own[j];
                }
            }

            shares = joined;
        }

        return shares;
    }

    private double[] SharesOf(UncertainFactor factor)
    {
        var shares = new double[_model.MostDelay + 1];
        double before = 0;
        for (int months = 0; months < shares.Length; months++)
        {
            double upTo = months == shares.Length - 1 ? 1 : ProbabilityOfFewer(factor, months + 1);
            shares[months] = upTo - before;
            before = upTo;
        }

        return shares;
    }

    /// <summary>The probability of a delay of fewer months, by bisection on the quantile: draws are quantiles.</summary>
    private double ProbabilityOfFewer(UncertainFactor factor, int months)
    {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            if (middle <= 0 || middle >= 1)
            {
                break;
            }

            if (UncertainFactor.Months(factor.Distribution.Quantile(middle), _model.MostDelay) < months)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    private double[] Draws(int place, ulong seed)
    {
        const int Block = 4_096;
        var draws = new double[_outputs.Length];
        double[][] values = _model.NewValues(Block);
        double[] scores = _model.NewScores();
        for (int from = 0; from < draws.Length; from += Block)
        {
            int count = Math.Min(Block, draws.Length - from);
            _model.Draw(seed, (ulong)from, count, values, scores, onlyOf: place);
            Array.Copy(values[place], 0, draws, from, count);
        }

        return draws;
    }

    private static double Spread(double[] given, double[] shares)
    {
        double mean = given.Zip(shares, (value, share) => value * share).Sum();
        return given.Zip(shares, (value, share) => (value - mean) * (value - mean) * share).Sum();
    }

    private static double Gain(double[] given, double[] shares)
    {
        double mean = given.Zip(shares, (value, share) => value * share).Sum();
        return Math.Max(0, given.Zip(shares, (value, share) => Math.Max(value, 0) * share).Sum() - Math.Max(mean, 0));
    }

    /// <summary>E max(a + b x, 0) - max(a + b E x, 0), from the expected excess of x in closed form.</summary>
    private static double Gain(UncertainFactor factor, double intercept, double slope)
    {
        if (slope == 0)
        {
            return 0;
        }

        FactorDistribution x = factor.Distribution;
        double mean = intercept + (slope * x.Mean);
        double excess = Math.Abs(slope) * x.ExpectedExcess(-intercept / slope);
        double positive = slope > 0 ? excess : mean + excess;
        return Math.Max(0, positive - Math.Max(mean, 0));
    }
}
