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

    private readonly double[][] _values;
    private readonly double[][][] _coefficients;
    private readonly double[][] _curvature;
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
        _curvature = new double[nodes][];
        for (int node = 0; node < nodes; node++)
        {
            double u = First + (node * _step);
            double[][] terms = [.. Enumerable.Range(0, Terms).Select(_ => new double[rows.Length])];
            double[] curvature = new double[rows.Length];
            for (int column = 0; column < years.Length; column++)
            {
                double weight = ElementaryFunctions.Exp(-u * years[column]);
                double bend = years[column] * years[column] * ElementaryFunctions.Exp(-(u - (_step / 2)) * years[column]);
                for (int line = 0; line < rows.Length; line++)
                {
                    curvature[line] += Math.Abs(rows[line][column]) * bend;
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
            _curvature[node] = curvature;
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
    /// Around each node, half a step to both sides, the sum has no root where its value there outweighs slope and curvature, and at most one where its slope outweighs the
    /// curvature: the bound on the curvature is that of the sum of all amounts. Where every node is told so, the roots are the changes of sign from node to node.
    /// </remarks>
    /// <param name="multipliers">One number a row.</param>
    internal int CountRates(double[] multipliers)
    {
        double half = _step / 2;
        int roots = 0;
        double before = 0;
        for (int node = 0; node < _values.Length; node++)
        {
            double value = 0;
            double slope = 0;
            double bend = 0;
            double[] values = _values[node];
            double[] slopes = _coefficients[node][1];
            double[] curvature = _curvature[node];
            for (int line = 0; line < values.Length; line++)
            {
                value += multipliers[line] * values[line];
                slope += multipliers[line] * slopes[line];
                bend += Math.Abs(multipliers[line]) * curvature[line];
            }

            bool isClear = Math.Abs(value) > half * (Math.Abs(slope) + (half * bend / 2));
            if (value == 0 || !(isClear || Math.Abs(slope) > half * bend))
            {
                return -1;
            }

            roots += before != 0 && value < 0 != before < 0 ? 1 : 0;
            before = value;
        }

        return roots;
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
