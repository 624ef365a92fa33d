using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>The internal rate of return of sums of fixed rows, without an exponential a trial.</summary>
/// <remarks>
/// With u = ln(1 + r) the net present value of a row is a sum of exponentials, F(u) = sum a e^(-u t); that of a trial is the sum of its rows, each times its number. For every
/// row the table holds the Taylor coefficients of F at nodes so close that twelve terms leave nothing. A trial finds the two nodes between which its sum changes sign and
/// solves the polynomial there. Whether a rate is the only one is told by the signs of the flows, else by the table itself, else by the certified solver.
/// </remarks>
internal sealed class RateTable
{
    private const double First = -4.6;
    private const double Last = 2.4;
    private const int Terms = 12;
    private const double Reach = 0.3;
    private const double Farthest = 16;

    private readonly double[][] _values;
    private readonly double[][][] _coefficients;
    private readonly double[][] _remainder;
    private readonly double _step;

    /// <summary>A table of rows.</summary>
    /// <param name="rows">Signed amounts, one row a line.</param>
    /// <param name="years">The time of each column, not negative.</param>
    internal RateTable(double[][] rows, double[] years)
    {
        double longest = years.Length == 0 ? 1 : Math.Max(1, years[years.Length - 1]);
        int nodes = (int)Math.Ceiling((Last - First) * longest / Reach) + 1;
        _step = (Last - First) / (nodes - 1);
        _values = new double[nodes][];
        _coefficients = new double[nodes][][];
        _remainder = new double[nodes][];
        for (int node = 0; node < nodes; node++)
        {
            double u = First + (node * _step);
            double[][] terms = [.. Enumerable.Range(0, Terms).Select(_ => new double[rows.Length])];
            double[] remainder = new double[rows.Length];
            for (int column = 0; column < years.Length; column++)
            {
                double weight = ElementaryFunctions.Exp(-u * years[column]);
                double bend = years[column] * years[column] * years[column] * years[column] / 24 * ElementaryFunctions.Exp(-(u - (_step / 2)) * years[column]);
                for (int line = 0; line < rows.Length; line++)
                {
                    remainder[line] += Math.Abs(rows[line][column]) * bend;
                }

                for (int term = 0; term < Terms; term++)
                {
                    for (int line = 0; line < rows.Length; line++)
                    {
                        terms[term][line] += rows[line][column] * weight;
                    }

                    weight *= -years[column] / (term + 1);
                }
            }

            _values[node] = terms[0];
            _coefficients[node] = terms;
            _remainder[node] = remainder;
        }
    }

    /// <summary>The rate at which the sum of the rows is 0.</summary>
    /// <param name="multipliers">One number a row.</param>
    /// <param name="rate">The rate.</param>
    /// <returns>False where the sum has the same sign at both ends of the table.</returns>
    internal bool TrySolve(double[] multipliers, out double rate)
    {
        rate = 0;
        int low = 0;
        int high = _values.Length - 1;
        double atLow = Sum(multipliers, _values[low]);
        double atHigh = Sum(multipliers, _values[high]);
        if (!(atLow * atHigh < 0))
        {
            return false;
        }

        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            double atMiddle = Sum(multipliers, _values[middle]);
            if (atMiddle == 0 || (atMiddle < 0) == (atLow < 0))
            {
                (low, atLow) = (middle, atMiddle);
            }
            else
            {
                (high, atHigh) = (middle, atMiddle);
            }
        }

        bool isNearLow = Math.Abs(atLow) <= Math.Abs(atHigh);
        int node = isNearLow ? low : high;
        double[][] terms = _coefficients[node];
        double u = Root(multipliers, terms, isNearLow ? 0 : -_step, isNearLow ? _step : 0);
        rate = ElementaryFunctions.ExpM1(First + (node * _step) + u);
        return true;
    }

    /// <summary>How many rates there are between -99 % and 1,002 %; -1 where the table cannot tell.</summary>
    /// <remarks>
    /// Around each node, half a step to both sides, the sum has no root where its value there outweighs the rest of its Taylor series, and at most one where its slope outweighs
    /// the rest of the series of the slope; behind the third power the series is bounded by that of the sum of all amounts. Where every node is told so, the roots are the
    /// changes of sign from node to node. Far below the table the last flow outweighs the others, far above it the first: where the sum has another sign at an end of the table,
    /// a rate lies beyond it.
    /// </remarks>
    /// <param name="multipliers">One number a row.</param>
    /// <param name="last">The last flow.</param>
    /// <param name="first">The first flow.</param>
    internal int CountRates(double[] multipliers, double last, double first)
    {
        double half = _step / 2;
        int roots = 0;
        double before = 0;
        for (int node = 0; node < _values.Length; node++)
        {
            double value = Sum(multipliers, _values[node]);
            double slope = Sum(multipliers, _coefficients[node][1]) * half;
            double second = Math.Abs(Sum(multipliers, _coefficients[node][2])) * half * half;
            double third = Math.Abs(Sum(multipliers, _coefficients[node][3])) * half * half * half;
            double rest = 0;
            double[] remainder = _remainder[node];
            for (int line = 0; line < remainder.Length; line++)
            {
                rest += Math.Abs(multipliers[line]) * remainder[line];
            }

            rest *= half * half * half * half;
            bool isClear = Math.Abs(value) > Math.Abs(slope) + second + third + rest;
            if (value == 0 || !(isClear || Math.Abs(slope) > (2 * second) + (3 * third) + (4 * rest)))
            {
                return -1;
            }

            if (node == 0 && value < 0 != last < 0)
            {
                return -1;
            }

            roots += before != 0 && value < 0 != before < 0 ? 1 : 0;
            before = value;
        }

        return before < 0 == first < 0 ? roots : -1;
    }

    /// <summary>The only rate of flows where it lies outside the table.</summary>
    /// <param name="amounts">The flows; their sum of exponentials has one root.</param>
    /// <param name="years">Their times.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="rate">The rate.</param>
    /// <returns>False where it lies beyond e^16 or e^-16 a year as well.</returns>
    internal static bool TryFind(double[] amounts, double[] years, int count, out double rate)
    {
        double low = -Farthest;
        double high = Farthest;
        double atLow = Value(low);
        rate = double.NaN;
        if (!(atLow * Value(high) < 0))
        {
            return false;
        }

        for (int step = 0; step < 80 && high - low > 1e-14 * Math.Max(1, Math.Abs(low)); step++)
        {
            double middle = (low + high) / 2;
            if (Value(middle) < 0 == atLow < 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        rate = ElementaryFunctions.ExpM1((low + high) / 2);
        return true;

        double Value(double u)
        {
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += amounts[i] * ElementaryFunctions.Exp(-u * years[i]);
            }

            return sum;
        }
    }

    /// <summary>Newton's steps on the polynomial at a node, kept within the bracket.</summary>
    private static double Root(double[] multipliers, double[][] terms, double low, double high)
    {
        double c0 = Sum(multipliers, terms[0]);
        double c1 = Sum(multipliers, terms[1]);
        double c2 = Sum(multipliers, terms[2]);
        double c3 = Sum(multipliers, terms[3]);
        double c4 = Sum(multipliers, terms[4]);
        double c5 = Sum(multipliers, terms[5]);
        double c6 = Sum(multipliers, terms[6]);
        double c7 = Sum(multipliers, terms[7]);
        double c8 = Sum(multipliers, terms[8]);
        double c9 = Sum(multipliers, terms[9]);
        double c10 = Sum(multipliers, terms[10]);
        double c11 = Sum(multipliers, terms[11]);
        double x = c1 == 0 ? (low + high) / 2 : Math.Min(high, Math.Max(low, -c0 / c1));
        for (int i = 0; i < 20; i++)
        {
            double value = c0 + (x * (c1 + (x * (c2 + (x * (c3 + (x * (c4 + (x * (c5 + (x * (c6 + (x * (c7 + (x * (c8 + (x * (c9 + (x * (c10 + (x * c11)))))))))))))))))))));
            double slope = c1 + (x * ((2 * c2) + (x * ((3 * c3) + (x * ((4 * c4) + (x * ((5 * c5) + (x * ((6 * c6) + (x * ((7 * c7) + (x * ((8 * c8)
                + (x * ((9 * c9) + (x * ((10 * c10) + (x * 11 * c11)))))))))))))))))));
            double next = slope == 0 ? x : Math.Min(high, Math.Max(low, x - (value / slope)));
            if (Math.Abs(next - x) <= 1e-15 * Math.Max(1, Math.Abs(x)))
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    private static double Sum(double[] multipliers, double[] row)
    {
        double sum = 0;
        for (int line = 0; line < row.Length; line++)
        {
            sum += multipliers[line] * row[line];
        }

        return sum;
    }
}
