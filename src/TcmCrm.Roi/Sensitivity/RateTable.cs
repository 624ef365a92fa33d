using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>The internal rate of return of sums of fixed rows, without an exponential a trial.</summary>
/// <remarks>
/// With u = ln(1 + r) the net present value of a row is a sum of exponentials, F(u) = sum a e^(-u t); that of a trial is the sum of its rows, each times its number. The
/// table cuts u into cells so narrow that sixteen terms of the Taylor series around the middle leave nothing, and holds the coefficients of every row. A trial looks for the
/// cell in which its sum changes sign, from the cell of the plan on, and solves the polynomial there. In Bernstein's basis the signs of the coefficients count the roots in a
/// cell: no change of sign, no root; one, exactly one.
/// </remarks>
internal sealed class RateTable
{
    /// <summary>Terms of a series. A cell reaches 0.75 / t to both sides: the first term that is left out is 0.75^16 / 16!, 5e-16.</summary>
    internal const int Terms = 16;

    private const double First = -4.6;
    private const double Last = 2.4;
    private const double Reach = 0.75;
    private const double Farthest = 16;

    private readonly int[] _lines;
    private readonly double[][] _rest;
    private readonly double[][][] _coefficients;
    private readonly double[][] _restInBernstein;
    private readonly double[][][] _coefficientsInBernstein;
    private readonly double _half;
    private readonly int _start;

    /// <summary>A table of rows.</summary>
    /// <param name="rest">Signed amounts that no number multiplies.</param>
    /// <param name="lines">The lines of the rows.</param>
    /// <param name="rows">Signed amounts, one row a line.</param>
    /// <param name="years">The time of each column, not negative.</param>
    internal RateTable(double[] rest, int[] lines, double[][] rows, double[] years)
    {
        Years = years;
        _lines = lines;
        double longest = years.Length == 0 ? 1 : Math.Max(1, years[years.Length - 1]);
        int cells = (int)Math.Ceiling((Last - First) * longest / (2 * Reach));
        _half = (Last - First) / (2 * cells);
        _rest = new double[cells][];
        _coefficients = new double[cells][][];
        _restInBernstein = new double[cells][];
        _coefficientsInBernstein = new double[cells][][];
        double[][] basis = BernsteinOfPowers();
        for (int cell = 0; cell < cells; cell++)
        {
            double u = Middle(cell);
            double[] weights = [.. years.Select(time => ElementaryFunctions.Exp(-u * time))];
            _rest[cell] = Series(rest, weights);
            _coefficients[cell] = [.. rows.Select(row => Series(row, weights))];
            _restInBernstein[cell] = Turned(_rest[cell], basis);
            _coefficientsInBernstein[cell] = [.. _coefficients[cell].Select(row => Turned(row, basis))];
        }

        _start = StartOf(rows);
    }

    /// <summary>The time of each column.</summary>
    internal double[] Years { get; }

    /// <summary>A rate at which the sum of the rows is 0.</summary>
    /// <param name="multipliers">One number a line of the case.</param>
    /// <param name="last">The last flow that is not 0: its sign is that of the sum far below.</param>
    /// <param name="terms">Room for a polynomial.</param>
    /// <param name="rate">The rate.</param>
    /// <returns>False where none was met from the start to the end of the table.</returns>
    internal bool TrySolve(double[] multipliers, double last, double[] terms, out double rate)
    {
        int direction = 0;
        for (int cell = _start; cell >= 0 && cell < _rest.Length;)
        {
            Sum(multipliers, _rest[cell], _coefficients[cell], terms);
            double atLow = Value(terms, -_half);
            double atHigh = Value(terms, _half);
            int next = atLow < 0 == last < 0 ? 1 : -1;
            if (atLow * atHigh <= 0 || next == -direction)
            {
                // Where two cells do not agree on the sign at their border, the rate is the border, to rounding.
                double u = atLow * atHigh <= 0 ? Root(terms, atLow) : direction > 0 ? -_half : _half;
                rate = ElementaryFunctions.ExpM1(Middle(cell) + u);
                return true;
            }

            direction = next;
            cell += next;
        }

        rate = double.NaN;
        return false;
    }

    /// <summary>How many rates there are between -99 % and 1,002 %; -1 where the table cannot tell.</summary>
    /// <remarks>
    /// Far below the table the last flow outweighs the others, far above it the first: where the sum has another sign at an end of the table, a rate lies beyond it.
    /// </remarks>
    /// <param name="multipliers">One number a line of the case.</param>
    /// <param name="first">The first flow that is not 0.</param>
    /// <param name="last">The last flow that is not 0.</param>
    /// <param name="terms">Room for a polynomial.</param>
    internal int CountRates(double[] multipliers, double first, double last, double[] terms)
    {
        int rates = 0;
        for (int cell = 0; cell < _rest.Length; cell++)
        {
            Sum(multipliers, _restInBernstein[cell], _coefficientsInBernstein[cell], terms);
            int changes = 0;
            bool isBelow = terms[0] < 0;
            for (int i = 0; i < Terms; i++)
            {
                bool isNow = terms[i] == 0 ? isBelow : terms[i] < 0;
                changes += isNow == isBelow ? 0 : 1;
                isBelow = isNow;
            }

            bool isOpen = terms[0] == 0 || terms[Terms - 1] == 0
                || (cell == 0 && terms[0] < 0 != last < 0) || (cell == _rest.Length - 1 && terms[Terms - 1] < 0 != first < 0);
            if (isOpen || changes > 1)
            {
                return -1;
            }

            rates += changes;
        }

        return rates;
    }

    /// <summary>The only rate of flows where it lies outside the table.</summary>
    /// <remarks>Newton's steps on the logarithm of what comes in over what goes out, which is nearly straight in u; by bisection where they leave the bracket.</remarks>
    /// <param name="net">The flows; their sum of exponentials has one root.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="years">Their times.</param>
    /// <param name="rate">The rate.</param>
    /// <returns>False where it lies beyond e^16 or e^-16 a year as well.</returns>
    internal static bool TryFind(double[] net, int start, double[] years, out double rate)
    {
        double low = -Farthest;
        double high = Farthest;
        double atLow = Ratio(low, out _);
        rate = double.NaN;
        if (!(atLow * Ratio(high, out _) < 0))
        {
            return false;
        }

        double u = First;
        for (int i = 0; i < 100 && high - low > 1e-14 * Math.Max(1, Math.Abs(low)); i++)
        {
            u = u > low && u < high ? u : (low + high) / 2;
            double value = Ratio(u, out double slope);
            if (value == 0)
            {
                break;
            }

            if (value < 0 == atLow < 0)
            {
                low = u;
            }
            else
            {
                high = u;
            }

            double step = slope == 0 ? double.PositiveInfinity : value / slope;
            u -= step;
            if (Math.Abs(step) < 1e-9)
            {
                break;
            }
        }

        rate = ElementaryFunctions.ExpM1(u);
        return true;

        double Ratio(double at, out double slope)
        {
            double inflow = 0;
            double outflow = 0;
            double inflowSlope = 0;
            double outflowSlope = 0;
            for (int i = 0; i < years.Length; i++)
            {
                double amount = net[start + i];
                if (amount == 0)
                {
                    continue;
                }

                double value = amount * ElementaryFunctions.Exp(-at * years[i]);
                if (amount > 0)
                {
                    inflow += value;
                    inflowSlope -= value * years[i];
                }
                else
                {
                    outflow -= value;
                    outflowSlope += value * years[i];
                }
            }

            slope = (inflowSlope / inflow) - (outflowSlope / outflow);
            return ElementaryFunctions.Log(inflow) - ElementaryFunctions.Log(outflow);
        }
    }

    private double Middle(int cell) => First + (((2 * cell) + 1) * _half);

    /// <summary>The Taylor coefficients of the sum of exponentials of a row around the middle of a cell.</summary>
    private double[] Series(double[] row, double[] weights)
    {
        var series = new double[Terms];
        for (int column = 0; column < row.Length; column++)
        {
            double term = row[column] * weights[column];
            for (int power = 0; power < Terms && term != 0; power++)
            {
                series[power] += term;
                term *= -Years[column] / (power + 1);
            }
        }

        return series;
    }

    private void Sum(double[] multipliers, double[] rest, double[][] coefficients, double[] terms)
    {
        Array.Copy(rest, terms, Terms);
        for (int i = 0; i < _lines.Length; i++)
        {
            LaneMath.AddScaled(terms, multipliers[_lines[i]], coefficients[i]);
        }
    }

    /// <summary>What the powers of x are in Bernstein's basis between -half and half: with x = half (2 t - 1), t^j has the coefficients C(i, j) / C(n, j).</summary>
    private double[][] BernsteinOfPowers()
    {
        double[][] choose = [.. Enumerable.Range(0, Terms).Select(_ => new double[Terms])];
        for (int n = 0; n < Terms; n++)
        {
            choose[n][0] = 1;
            for (int k = 1; k <= n; k++)
            {
                choose[n][k] = choose[n - 1][k - 1] + choose[n - 1][k];
            }
        }

        double[][] basis = [.. Enumerable.Range(0, Terms).Select(_ => new double[Terms])];
        double scale = 1;
        for (int power = 0; power < Terms; power++)
        {
            // half^power (2 t - 1)^power, term by term in t.
            double part = power % 2 == 0 ? scale : -scale;
            for (int j = 0; j <= power; j++)
            {
                for (int i = j; i < Terms; i++)
                {
                    basis[power][i] += part * choose[power][j] * choose[i][j] / choose[Terms - 1][j];
                }

                part *= -2;
            }

            scale *= _half;
        }

        return basis;
    }

    private static double[] Turned(double[] series, double[][] basis)
    {
        var turned = new double[Terms];
        for (int power = 0; power < Terms; power++)
        {
            LaneMath.AddScaled(turned, series[power], basis[power]);
        }

        return turned;
    }

    /// <summary>The cell in which the plan changes its sign, the one nearest to a rate of 0 first.</summary>
    private int StartOf(double[][] rows)
    {
        int zero = Math.Min(_rest.Length - 1, (int)(-First / (2 * _half)));
        int best = zero;
        int distance = int.MaxValue;
        for (int cell = 0; cell < _rest.Length; cell++)
        {
            var terms = (double[])_rest[cell].Clone();
            for (int i = 0; i < rows.Length; i++)
            {
                LaneMath.AddScaled(terms, 1, _coefficients[cell][i]);
            }

            if (Value(terms, -_half) * Value(terms, _half) <= 0 && Math.Abs(cell - zero) < distance)
            {
                best = cell;
                distance = Math.Abs(cell - zero);
            }
        }

        return best;
    }

    /// <summary>Newton's steps on the polynomial of a cell, by bisection where they leave the bracket.</summary>
    private double Root(double[] terms, double atLow)
    {
        double low = -_half;
        double high = _half;
        double x = terms[1] == 0 ? 0 : -terms[0] / terms[1];
        for (int i = 0; i < 100; i++)
        {
            x = x > low && x < high ? x : (low + high) / 2;
            double value = terms[Terms - 1];
            double slope = 0;
            for (int power = Terms - 2; power >= 0; power--)
            {
                slope = (slope * x) + value;
                value = (value * x) + terms[power];
            }

            if (value == 0 || high - low < 1e-16)
            {
                return x;
            }

            if (value < 0 == atLow < 0)
            {
                low = x;
            }
            else
            {
                high = x;
            }

            // Steps shrink by their square: behind one of 1e-9 nothing is left.
            double step = slope == 0 ? double.PositiveInfinity : value / slope;
            x -= step;
            if (Math.Abs(step) < 1e-9)
            {
                return x;
            }
        }

        return x;
    }

    private static double Value(double[] terms, double x)
    {
        double value = terms[Terms - 1];
        for (int power = Terms - 2; power >= 0; power--)
        {
            value = (value * x) + terms[power];
        }

        return value;
    }
}
