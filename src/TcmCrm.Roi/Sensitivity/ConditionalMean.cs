namespace TcmCrm.Roi.Sensitivity;

/// <summary>The value of knowing one factor where others move with it: the mean output given the factor, regressed on the same draws.</summary>
/// <remarks>
/// A factor of few values gives a mean for each; else a polynomial of the factor is fitted, of the third degree, or a straight line where the mean is known to be one. What
/// chance adds to a gain, which is never below 0, is taken off by leaving out one batch of trials after the other (jackknife), which gives the standard error too.
/// </remarks>
internal static class ConditionalMean
{
    private const int MostValues = 16;
    private const int Batches = 20;
    private const int Cubic = 4;
    private const int Straight = 2;

    internal static Estimate ValueOfInformation(double[] outputs, double[] factor, bool isStraight)
    {
        double[] values = ValuesOf(factor);
        bool isGrouped = values.Length <= MostValues;
        int terms = isGrouped ? values.Length : isStraight ? Straight : Cubic;
        (double centre, double spread) = Estimators.Moments(factor);
        var batches = new Sums[Batches];
        var all = new Sums(terms);
        for (int batch = 0; batch < Batches; batch++)
        {
            batches[batch] = new Sums(terms);
            for (int i = batch; i < outputs.Length; i += Batches)
            {
                if (isGrouped)
                {
                    batches[batch].Add(Array.BinarySearch(values, factor[i]), outputs[i]);
                }
                else
                {
                    batches[batch].AddPowers((factor[i] - centre) / spread, outputs[i]);
                }
            }

            all.Add(batches[batch], 1);
        }

        double whole = Gain(all);
        double[] without = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            all.Add(batches[batch], -1);
            without[batch] = Gain(all);
            all.Add(batches[batch], 1);
        }

        (double mean, double deviation) = Estimators.Moments(without);
        return new Estimate(Math.Max(0, whole - ((Batches - 1) * (mean - whole))), deviation * (Batches - 1) / Math.Sqrt(Batches));

        double Gain(Sums sums) => isGrouped ? sums.GainOfGroups() : GainOfPolynomial(sums, factor, centre, spread);
    }

    /// <summary>The mean gain over the draws of the factor: they are thinned, as the fit is smooth and its error is that of the coefficients.</summary>
    private static double GainOfPolynomial(Sums sums, double[] factor, double centre, double spread)
    {
        const int Most = 10_000;
        double[] fit = sums.Fit();
        int step = Math.Max(1, factor.Length / Most);
        double gain = 0;
        double mean = 0;
        int count = 0;
        for (int i = 0; i < factor.Length; i += step)
        {
            double x = (factor[i] - centre) / spread;
            double value = fit[fit.Length - 1];
            for (int power = fit.Length - 2; power >= 0; power--)
            {
                value = (value * x) + fit[power];
            }

            gain += Math.Max(value, 0);
            mean += value;
            count++;
        }

        return (gain - Math.Max(mean, 0)) / count;
    }

    /// <summary>The values of a factor, ascending; one more than may be grouped where there are more.</summary>
    private static double[] ValuesOf(double[] factor)
    {
        var values = new SortedSet<double>();
        for (int i = 0; i < factor.Length && values.Count <= MostValues; i++)
        {
            values.Add(factor[i]);
        }

        return [.. values];
    }

    /// <summary>What a fit needs of the trials: sums of powers, or of groups.</summary>
    private sealed class Sums(int terms)
    {
        private readonly double[] _weights = new double[2 * terms];
        private readonly double[] _outputs = new double[terms];

        internal void Add(int group, double output)
        {
            _weights[group]++;
            _outputs[group] += output;
        }

        internal void AddPowers(double x, double output)
        {
            double power = 1;
            for (int i = 0; i < (2 * terms) - 1; i++)
            {
                _weights[i] += power;
                if (i < terms)
                {
                    _outputs[i] += power * output;
                }

                power *= x;
            }
        }

        internal void Add(Sums other, double sign)
        {
            for (int i = 0; i < _weights.Length; i++)
            {
                _weights[i] += sign * other._weights[i];
            }

            for (int i = 0; i < terms; i++)
            {
                _outputs[i] += sign * other._outputs[i];
            }
        }

        internal double GainOfGroups()
        {
            double gain = 0;
            double mean = 0;
            double count = 0;
            for (int group = 0; group < terms; group++)
            {
                gain += Math.Max(_outputs[group], 0);
                mean += _outputs[group];
                count += _weights[group];
            }

            return (gain - Math.Max(mean, 0)) / count;
        }

        /// <summary>Least squares by Gauss's elimination: the factor is standardised, so that four powers are told apart.</summary>
        internal double[] Fit()
        {
            double[][] matrix = [.. Enumerable.Range(0, terms).Select(row => Enumerable.Range(0, terms).Select(column => _weights[row + column]).ToArray())];
            double[] right = (double[])_outputs.Clone();
            for (int pivot = 0; pivot < terms; pivot++)
            {
                for (int row = pivot + 1; row < terms; row++)
                {
                    double factor = matrix[row][pivot] / matrix[pivot][pivot];
                    for (int column = pivot; column < terms; column++)
                    {
                        matrix[row][column] -= factor * matrix[pivot][column];
                    }

                    right[row] -= factor * right[pivot];
                }
            }

            for (int row = terms - 1; row >= 0; row--)
            {
                for (int column = row + 1; column < terms; column++)
                {
                    right[row] -= matrix[row][column] * right[column];
                }

                right[row] /= matrix[row][row];
            }

            return right;
        }
    }
}
