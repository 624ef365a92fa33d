namespace TcmCrm.Roi.Statistics;

/// <summary>
/// The restricted log-likelihood of rho on an orthonormal basis of the design. The whitened cross products are a fixed combination of a few
/// small matrices, so one value of rho costs O(k^3) and no allocation, whatever the length of the series. Forming cross products is safe
/// here and only here: in an orthonormal basis their condition is at most ((1+|rho|)/(1-|rho|))^2, 1521 at the edge, whatever the condition
/// of the design. The coefficients themselves come from a QR factorisation of the whitened rows.
/// </summary>
internal sealed class Ar1RemlLikelihood
{
    private readonly int n;
    private readonly int columns;
    private readonly double[] first;
    private readonly int[] gaps;
    private readonly int[] counts;
    private readonly double[][] current;
    private readonly double[][] cross;
    private readonly double[][] previous;
    private readonly double[] gram;
    private readonly double[] c;

    /// <param name="c">n x columns, column-major: the basis and then the residual of length one.</param>
    /// <param name="n">The number of observations.</param>
    /// <param name="columns">The number of columns of <paramref name="c"/>.</param>
    /// <param name="time">The month number of each observation, or null when there are no gaps.</param>
    public Ar1RemlLikelihood(double[] c, int n, int columns, int[]? time)
    {
        this.n = n;
        this.c = c;
        this.columns = columns;
        gaps = DistinctGaps(time, n);
        counts = new int[gaps.Length];
        current = NewMatrices(gaps.Length, columns);
        cross = NewMatrices(gaps.Length, columns);
        previous = NewMatrices(gaps.Length, columns);
        first = new double[columns * columns];
        gram = new double[columns * columns];
        for (int i = 0; i < columns; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                first[j * columns + i] = c[i * n] * c[j * n];
            }
        }

        if (gaps.Length == 1)
        {
            counts[0] = n - 1;
            for (int i = 0; i < columns; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    Products(i, j);
                }
            }

            return;
        }

        for (int t = 1; t < n; t++)
        {
            int g = time is null ? 0 : Array.IndexOf(gaps, time[t] - time[t - 1]);
            double[] nowSum = current[g];
            double[] crossSum = cross[g];
            double[] beforeSum = previous[g];
            counts[g]++;
            for (int i = 0; i < columns; i++)
            {
                double now = c[i * n + t];
                double before = c[i * n + t - 1];
                for (int j = 0; j <= i; j++)
                {
                    int at = j * columns + i;
                    nowSum[at] += now * c[j * n + t];
                    crossSum[at] += now * c[j * n + t - 1] + before * c[j * n + t];
                    beforeSum[at] += before * c[j * n + t - 1];
                }
            }
        }
    }

    /// <summary>How an observation g months after the one before is whitened: it carries rho^g of it and is weighted by (1-rho^2)/(1-rho^(2g)).</summary>
    public static (double Carry, double Weight) Whitening(double rho, int gap)
    {
        if (gap == 1)
        {
            return (rho, 1.0);
        }

        double carry = 1.0;
        for (int i = 0; i < gap; i++)
        {
            carry *= rho;
        }

        return (carry, (1.0 - rho * rho) / (1.0 - carry * carry));
    }

    /// <summary>The same likelihood at a fraction of the cost for a search over many values of rho; null where there are gaps.</summary>
    public Ar1RemlGrid? Grid()
    {
        if (gaps.Length != 1 || gaps[0] != 1)
        {
            return null;
        }

        var begin = new double[columns];
        var end = new double[columns];
        for (int j = 0; j < columns; j++)
        {
            begin[j] = c[j * n];
            end[j] = c[(j * n) + n - 1];
        }

        return new Ar1RemlGrid((double[])cross[0].Clone(), begin, end, n);
    }

    /// <summary>The restricted log-likelihood at rho up to a constant.</summary>
    public double At(double rho)
    {
        double remaining = 1.0 - rho * rho;
        double logWeights = Math.Log(remaining);
        for (int j = 0; j < columns; j++)
        {
            for (int at = (j * columns) + j; at < (j + 1) * columns; at++)
            {
                gram[at] = remaining * first[at];
            }
        }

        for (int g = 0; g < gaps.Length; g++)
        {
            (double carry, double weight) = Whitening(rho, gaps[g]);
            logWeights += counts[g] * Math.Log(weight);
            double twice = weight * carry;
            double square = twice * carry;
            double[] now = current[g];
            double[] both = cross[g];
            double[] before = previous[g];
            for (int j = 0; j < columns; j++)
            {
                for (int at = (j * columns) + j; at < (j + 1) * columns; at++)
                {
                    gram[at] += weight * now[at] - twice * both[at] + square * before[at];
                }
            }
        }

        // Elimination of the upper triangle: the product of the first pivots is det X*'X* in this basis, the last pivot the residual sum of
        // squares. Rows are updated independently of each other, which a processor does side by side.
        int rank = columns - 1;
        double logDeterminant = 0.0;
        double product = 1.0;
        for (int j = 0; j < rank; j++)
        {
            int pivotRow = j * columns;
            double pivot = gram[pivotRow + j];
            product *= pivot;
            if (product < 1e-100)
            {
                logDeterminant += Math.Log(product);
                product = 1.0;
            }

            for (int i = j + 1; i < columns; i++)
            {
                int row = i * columns;
                double factor = gram[pivotRow + i] / pivot;
                for (int m = i; m < columns; m++)
                {
                    gram[row + m] -= factor * gram[pivotRow + m];
                }
            }
        }

        double residual = gram[(rank * columns) + rank];
        return -0.5 * ((n - rank) * Math.Log(residual / (n - rank)) - logWeights + logDeterminant + Math.Log(product));
    }

    /// <summary>The products of two columns where all gaps are alike; each product of two values of one row is taken once for both sums that it is in.</summary>
    private void Products(int i, int j)
    {
        double nowSum = 0.0;
        double crossSum = 0.0;
        double beforeSum = 0.0;
        double left = c[i * n];
        double right = c[j * n];
        double before = left * right;
        for (int t = 1; t < n; t++)
        {
            double nextLeft = c[(i * n) + t];
            double nextRight = c[(j * n) + t];
            double now = nextLeft * nextRight;
            nowSum += now;
            crossSum += (nextLeft * right) + (left * nextRight);
            beforeSum += before;
            (left, right, before) = (nextLeft, nextRight, now);
        }

        int at = (j * columns) + i;
        current[0][at] = nowSum;
        cross[0][at] = crossSum;
        previous[0][at] = beforeSum;
    }

    private static int[] DistinctGaps(int[]? time, int n)
    {
        if (time is null)
        {
            return [1];
        }

        var found = new SortedSet<int>();
        for (int t = 1; t < n; t++)
        {
            int gap = time[t] - time[t - 1];
            if (gap < 1)
            {
                throw new ArgumentException($"Times must ascend strictly; time {time[t]} at index {t} follows {time[t - 1]}.", nameof(time));
            }

            found.Add(gap);
        }

        return [.. found];
    }

    private static double[][] NewMatrices(int count, int columns)
    {
        var matrices = new double[count][];
        for (int i = 0; i < count; i++)
        {
            matrices[i] = new double[columns * columns];
        }

        return matrices;
    }
}
