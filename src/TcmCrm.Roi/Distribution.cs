using System.Globalization;

namespace TcmCrm.Roi;

/// <summary>How an uncertain factor is distributed: what a case states of a line or of a driver. 1 is the plan.</summary>
/// <remarks>
/// Plain data: what is computed from it, draws, quantiles and moments, is the work of a simulation. Two are equal where kind and parameters are.
/// A factor on amounts is cut at 0 by the simulation, which prints what that does to the mean.
/// </remarks>
public sealed class Distribution : IEquatable<Distribution>
{
    /// <summary>The largest absolute value of a parameter.</summary>
    internal const double Most = 1_000_000;

    /// <summary>The smallest absolute value of a parameter that is not 0: documents hold what is larger with every digit.</summary>
    internal const double Least = 1e-9;

    internal const int MostValues = 1_000;
    internal const double MostSigma = 5;

    private readonly KeyValuePair<string, double>[] _parameters;
    private readonly double[] _values = [];
    private readonly double[] _weights = [];

    private Distribution(DistributionKind kind, params KeyValuePair<string, double>[] parameters)
    {
        Kind = kind;
        _parameters = parameters;
        Parameters = Array.AsReadOnly(parameters);
        Values = Array.AsReadOnly(_values);
        Weights = Array.AsReadOnly(_weights);
    }

    private Distribution(double[] values, double[] weights)
        : this(DistributionKind.Discrete)
    {
        _values = values;
        _weights = weights;
        Values = Array.AsReadOnly(values);
        Weights = Array.AsReadOnly(weights);
    }

    /// <summary>Its kind.</summary>
    public DistributionKind Kind { get; }

    /// <summary>Its parameters by the names that documents use, in the order of the factory; empty for <see cref="DistributionKind.Discrete"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; }

    /// <summary>The single values of <see cref="DistributionKind.Discrete"/>, ascending; empty otherwise.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The weight of each of <see cref="Values"/> as stated, in proportion to each other; empty otherwise.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>A triangle.</summary>
    /// <param name="low">The lowest value; -1,000,000 to 1,000,000 as every value here, and 0 or at least 1e-9 from 0.</param>
    /// <param name="mode">The most likely value, from low to high.</param>
    /// <param name="high">The highest value, above low.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Distribution Triangular(double low, double mode, double high)
    {
        CheckEnds(low, mode, high);
        return new(DistributionKind.Triangular, Named("low", low), Named("mode", mode), Named("high", high));
    }

    /// <summary>A triangle whose 10 % and 90 % quantiles are known, as people estimate them.</summary>
    /// <param name="p10">One value in ten lies below it.</param>
    /// <param name="mode">The most likely value, from p10 to p90.</param>
    /// <param name="p90">One value in ten lies above it; above p10.</param>
    /// <remarks>The ends follow: p10 0, mode 1, p90 2 gives -0.80902 and 2.80902 (as the function RiskTrigen of a well-known spreadsheet add-in).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Distribution TriangularOfPercentiles(double p10, double mode, double p90)
    {
        CheckEnds(p10, mode, p90);
        return new(DistributionKind.TriangularOfPercentiles, Named("p10", p10), Named("mode", mode), Named("p90", p90));
    }

    /// <summary>A PERT distribution: mean (low + 4 mode + high) / 6.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="mode">The most likely value, from low to high.</param>
    /// <param name="high">The highest value, above low.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Distribution Pert(double low, double mode, double high)
    {
        CheckEnds(low, mode, high);
        return new(DistributionKind.Pert, Named("low", low), Named("mode", mode), Named("high", high));
    }

    /// <summary>Every value between two ends alike.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value, above low.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Distribution Uniform(double low, double high)
    {
        CheckEnds(low, low, high);
        return new(DistributionKind.Uniform, Named("low", low), Named("high", high));
    }

    /// <summary>A normal distribution.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="standardDeviation">The standard deviation, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Distribution Normal(double mean, double standardDeviation) =>
        new(DistributionKind.Normal, Named("mean", Bounded(mean, nameof(mean))), Named("sd", Positive(standardDeviation, nameof(standardDeviation))));

    /// <summary>A lognormal distribution.</summary>
    /// <param name="median">The median, above 0.</param>
    /// <param name="sigma">The standard deviation of the logarithm, above 0 and at most 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Distribution Lognormal(double median, double sigma) => new(
        DistributionKind.Lognormal, Named("median", Positive(median, nameof(median))), Named("sigma", Positive(sigma, nameof(sigma), MostSigma)));

    /// <summary>A normal distribution given by a confidence interval around its mean.</summary>
    /// <param name="lower">The lower end.</param>
    /// <param name="upper">The upper end, above the lower.</param>
    /// <param name="confidence">The confidence level, from 1e-9 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Distribution NormalInterval(double lower, double upper, double confidence)
    {
        CheckEnds(lower, lower, upper);
        return new(DistributionKind.NormalInterval, Named("lower", lower), Named("upper", upper), Named("confidence", Level(confidence)));
    }

    /// <summary>A lognormal distribution given by a confidence interval around its median.</summary>
    /// <param name="lower">The lower end, above 0.</param>
    /// <param name="upper">The upper end, above the lower.</param>
    /// <param name="confidence">The confidence level, from 1e-9 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Distribution LognormalInterval(double lower, double upper, double confidence)
    {
        Positive(lower, nameof(lower));
        CheckEnds(lower, lower, upper);
        return new(DistributionKind.LognormalInterval, Named("lower", lower), Named("upper", upper), Named("confidence", Level(confidence)));
    }

    /// <summary>Single values with weights.</summary>
    /// <param name="values">1 to 1,000 values, each once.</param>
    /// <param name="weights">As many weights, each 0 or more, not all 0; what counts is their proportion.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">None or too many, or not as many weights as values, or a value stands twice, or all weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value or weight is outside its range.</exception>
    public static Distribution Discrete(IEnumerable<double> values, IEnumerable<double> weights)
    {
        double[] points = [.. Check.NotNull(values)];
        double[] shares = [.. Check.NotNull(weights)];
        if (points.Length is 0 or > MostValues || points.Length != shares.Length)
        {
            throw Check.Wrong(
                string.Format(CultureInfo.InvariantCulture, "There are {0} values and {1} weights; allowed: 1 to {2} values, and as many weights.", points.Length, shares.Length, MostValues),
                nameof(weights), "argument.valuesAndWeights", MessageArgument.Number("values", points.Length), MessageArgument.Number("weights", shares.Length), MessageArgument.Number("most", MostValues));
        }

        double sum = 0;
        foreach (double weight in shares)
        {
            sum += Bounded(weight, nameof(weights)) >= 0 ? weight : throw Check.OutOfRange(nameof(weights), weight, "0 or more", AllowedRange.NotNegative);
        }

        if (!(sum > 0))
        {
            throw Check.Wrong("All weights are 0; allowed: at least one above 0.", nameof(weights), "argument.noWeight");
        }

        Array.Sort(points, shares);
        for (int i = 0; i < points.Length; i++)
        {
            Bounded(points[i], nameof(values));
            if (i > 0 && points[i] == points[i - 1])
            {
                throw Check.Wrong(
                    string.Format(CultureInfo.InvariantCulture, "The value {0} stands twice; allowed: once.", points[i]), nameof(values), "argument.valueTwice",
                    MessageArgument.Text("value", points[i].ToString(CultureInfo.InvariantCulture)));
            }
        }

        return new(points, shares);
    }

    /// <inheritdoc/>
    public bool Equals(Distribution? other) =>
        other is not null && Kind == other.Kind && _parameters.AsEnumerable().SequenceEqual(other._parameters)
        && _values.AsEnumerable().SequenceEqual(other._values) && _weights.AsEnumerable().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Distribution);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = (int)Kind;
        foreach (KeyValuePair<string, double> parameter in _parameters)
        {
            hash = (hash * 397) ^ parameter.Value.GetHashCode();
        }

        foreach (double value in _values)
        {
            hash = (hash * 397) ^ value.GetHashCode();
        }

        return hash;
    }

    /// <summary>The invariant text, for example <c>Pert(low 0.6, mode 1, high 1.2)</c>.</summary>
    public override string ToString() => Kind == DistributionKind.Discrete
        ? string.Format(CultureInfo.InvariantCulture, "Discrete({0})", string.Join(", ", _values.Zip(_weights, (value, weight) => string.Format(CultureInfo.InvariantCulture, "{0} x {1}", value, weight))))
        : string.Format(CultureInfo.InvariantCulture, "{0}({1})", Kind, string.Join(", ", _parameters.Select(p => string.Format(CultureInfo.InvariantCulture, "{0} {1}", p.Key, p.Value))));

    /// <summary>The parameter at a place of <see cref="Parameters"/>.</summary>
    internal double Parameter(int place) => _parameters[place].Value;

    private static KeyValuePair<string, double> Named(string name, double value) => new(name, value);

    private static void CheckEnds(double low, double mode, double high)
    {
        Bounded(low, nameof(low));
        Bounded(high, nameof(high));
        if (!(high > low))
        {
            throw Check.OutOfRange(nameof(high), high, string.Format(CultureInfo.InvariantCulture, "above the lower end {0}", low), AllowedRange.Above(low));
        }

        if (!(mode >= low) || !(mode <= high))
        {
            throw Check.OutOfRange(nameof(mode), mode, string.Format(CultureInfo.InvariantCulture, "from {0} to {1}", low, high), AllowedRange.Between(low, high));
        }
    }

    private static double Bounded(double value, string name) =>
        Check.Finite(value, name) is >= -Most and <= Most && (value == 0 || Math.Abs(value) >= Least)
            ? value
            : throw Check.OutOfRange(name, value, "from -1000000 to 1000000, and 0 or at least 1e-9 from 0", AllowedRange.AwayFromZero(-1_000_000, 1_000_000));

    private static double Positive(double value, string name, double most = Most) => Check.Finite(value, name) >= Least && value <= most
        ? value
        : throw Check.OutOfRange(name, value, string.Format(CultureInfo.InvariantCulture, "from 1e-9 to {0}", most), AllowedRange.Between(1e-9m, most));

    private static double Level(double confidence) =>
        confidence is >= Least and < 1 ? confidence : throw Check.OutOfRange(nameof(confidence), confidence, "from 1e-9 to below 1", AllowedRange.FromBelow(1e-9m, 1));
}
