namespace TcmCrm.Roi.Statistics;

/// <summary>Ordinary least squares by Householder QR, with the rounding errors of the first solution taken out by iterative refinement.</summary>
internal static class LeastSquares
{
    /// <summary>Fits y = X b. Needs more rows than columns and full column rank; see <see cref="LeastSquaresFit.IsFullRank"/>.</summary>
    public static LeastSquaresFit Fit(DesignMatrix x, double[] y)
    {
        int n = x.Rows;
        int k = x.Columns;
        if (n <= k || y.Length != n)
        {
            throw new ArgumentException($"Least squares needs more rows than columns and one value a row; rows {n}, columns {k}, values {y.Length}.", nameof(x));
        }

        var a = (double[])x.Values.Clone();
        var diagonal = new double[k];
        var inverse = new double[k * k];
        if (HouseholderQr.Factor(a, n, k, diagonal) >= 0)
        {
            return new LeastSquaresFit(false, new double[k], inverse, new double[n], 0.0, n - k);
        }

        // Residuals and coefficients are refined together as the solution of r + X b = y, X'r = 0 (A. Bjorck, BIT 7, 1967, 257-278); the
        // first pass from zero is the plain QR solution.
        var beta = new double[k];
        var residuals = new double[n];
        var f = new double[n];
        var h = new double[k];
        for (int pass = 0; pass < 3; pass++)
        {
            for (int r = 0; r < n; r++)
            {
                f[r] = RowDefect(x, beta, residuals[r], y[r], r);
            }

            for (int j = 0; j < k; j++)
            {
                h[j] = -CompensatedDot(x.Values, j * n, residuals, n);
                for (int i = 0; i < j; i++)
                {
                    h[j] -= a[i + j * n] * h[i];
                }

                h[j] /= diagonal[j];
            }

            HouseholderQr.ApplyTransposed(a, n, k, f, 0);
            var correction = new double[k];
            for (int j = 0; j < k; j++)
            {
                correction[j] = f[j] - h[j];
                f[j] = h[j];
            }

            HouseholderQr.SolveUpper(a, n, k, diagonal, correction);
            HouseholderQr.Apply(a, n, k, f, 0);
            for (int j = 0; j < k; j++)
            {
                beta[j] += correction[j];
            }

            for (int r = 0; r < n; r++)
            {
                residuals[r] += f[r];
            }
        }

        double sumOfSquares = 0.0;
        foreach (double residual in residuals)
        {
            sumOfSquares += residual * residual;
        }

        HouseholderQr.InverseGram(a, n, k, diagonal, inverse, new double[k * k]);
        return new LeastSquaresFit(true, beta, inverse, residuals, sumOfSquares, n - k);
    }

    /// <summary>y - r - x b, with the rounding of each product and sum carried along (Ogita, Rump and Oishi's compensated dot product).</summary>
    private static double RowDefect(DesignMatrix x, double[] beta, double residual, double y, int row)
    {
        double sum = y;
        double error = 0.0;
        Accumulate(ref sum, ref error, -1.0, residual);
        for (int j = 0; j < beta.Length; j++)
        {
            Accumulate(ref sum, ref error, -x.Values[row + j * x.Rows], beta[j]);
        }

        return sum + error;
    }

    private static double CompensatedDot(double[] column, int offset, double[] values, int n)
    {
        double sum = 0.0;
        double error = 0.0;
        for (int r = 0; r < n; r++)
        {
            Accumulate(ref sum, ref error, column[offset + r], values[r]);
        }

        return sum + error;
    }

    private static void Accumulate(ref double sum, ref double error, double u, double v)
    {
        double product = u * v;
        double next = sum + product;
        double part = next - sum;
        error += (sum - (next - part)) + (product - part) + ProductError(u, v, product);
        sum = next;
    }

    /// <summary>The exact u v - fl(u v) by Dekker's splitting; no overflow for |u|, |v| below 1e150.</summary>
    private static double ProductError(double u, double v, double product)
    {
        const double splitter = 134217729.0;
        double c = splitter * u;
        double uHigh = c - (c - u);
        double uLow = u - uHigh;
        c = splitter * v;
        double vHigh = c - (c - v);
        double vLow = v - vHigh;
        return uLow * vLow - (((product - uHigh * vHigh) - uLow * vHigh) - uHigh * vLow);
    }
}
