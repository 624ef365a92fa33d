namespace TcmCrm.Roi.Statistics;

/// <summary>
/// Regression with AR(1) errors by restricted maximum likelihood. The restricted log-likelihood
/// <c>l(rho) = -1/2 [(n-k) ln s2 - ln(1-rho^2) - sum ln w_t + ln det X*'X*]</c> is maximised over a grid of rho in [-0.95, 0.95] and then
/// refined inside the best cell: it can have several local optima. X* and y* are the whitened rows: the first times sqrt(1-rho^2), then
/// x_t - rho^g x_(t-1) times sqrt(w_t), where g is the number of months since the observation before and w_t = (1-rho^2)/(1-rho^(2g)).
/// Without gaps g = 1 and w_t = 1, which is the usual Prais-Winsten form; with gaps it is the exact likelihood of the months observed.
/// </summary>
internal static class Ar1Reml
{
    internal const double Edge = 0.95;

    /// <summary>Steps of 0.05: the likelihood of a few hundred months has no feature narrower than that; longer series get a finer grid.</summary>
    private const int GridSteps = 38;
    private const int LongSeries = 200;

    /// <summary>Residuals below this share of the data are rounding, not noise.</summary>
    private const double NoiseLimit = 1e-13;

    /// <summary>The smallest number of observations for a design of <paramref name="columns"/> columns: max(8, k + 4).</summary>
    public static int MinimumObservations(int columns) => Math.Max(8, columns + 4);

    /// <summary>n (1-r)/(1+r), r = rho clipped to [0, 0.95].</summary>
    public static double EffectiveObservations(int n, double rho)
    {
        double r = Math.Min(Math.Max(rho, 0.0), Edge);
        return n * (1.0 - r) / (1.0 + r);
    }

    /// <summary>Fits y = X b + e.</summary>
    /// <param name="x">The design, one row an observation, oldest first.</param>
    /// <param name="y">The observations.</param>
    /// <param name="time">The month number of each observation, strictly ascending; null when there are no gaps.</param>
    /// <param name="minimumObservations">The smallest number of observations; null for <see cref="MinimumObservations"/>.</param>
    public static Ar1RemlFit Fit(DesignMatrix x, double[] y, int[]? time = null, int? minimumObservations = null)
    {
        int n = x.Rows;
        int k = x.Columns;
        if (y.Length != n || (time is not null && time.Length != n))
        {
            throw new ArgumentException($"Design, values and times differ in length: {n}, {y.Length}, {time?.Length ?? n}.", nameof(y));
        }

        if (n < Math.Max(minimumObservations ?? MinimumObservations(k), k + 2))
        {
            return Failed(Ar1RemlStatus.TooFewObservations, n, k);
        }

        var basis = (double[])x.Values.Clone();
        var diagonal = new double[k];
        if (HouseholderQr.Factor(basis, n, k, diagonal) >= 0)
        {
            return Failed(Ar1RemlStatus.RankDeficient, n, k);
        }

        // The columns of an orthonormal basis of the design, and then the least-squares residual scaled to length one.
        int columns = k + 1;
        var c = new double[n * columns];
        Array.Copy(y, 0, c, n * k, n);
        HouseholderQr.ApplyTransposed(basis, n, k, c, n * k);
        Array.Clear(c, n * k, k);
        HouseholderQr.Apply(basis, n, k, c, n * k);
        double size = Norm(y, 0, n);
        double residual = Norm(c, n * k, n);
        if (!(residual > NoiseLimit * size))
        {
            return Failed(Ar1RemlStatus.NoResidualVariance, n, k);
        }

        for (int t = 0; t < n; t++)
        {
            c[n * k + t] /= residual;
        }

        HouseholderQr.Basis(basis, n, k, c);

        var likelihood = new Ar1RemlLikelihood(c, n, columns, time);
        (double rho, bool isAtEdge) = Maximise(likelihood, n > LongSeries ? 4 * GridSteps : GridSteps);
        return Estimate(x, y, time, rho, isAtEdge, likelihood.At(rho) - (n - k) * Math.Log(residual));
    }

    private static (double Rho, bool IsAtEdge) Maximise(Ar1RemlLikelihood likelihood, int steps)
    {
        double step = 2.0 * Edge / steps;
        Ar1RemlGrid? grid = likelihood.Grid();
        int best = 0;
        double bestValue = double.NegativeInfinity;
        for (int i = 0; i <= steps; i++)
        {
            double value = grid is null ? likelihood.At(-Edge + i * step) : grid.At(-Edge + i * step);
            if (value > bestValue)
            {
                best = i;
                bestValue = value;
            }
        }

        double low = -Edge + Math.Max(best - 1, 0) * step;
        double high = -Edge + Math.Min(best + 1, steps) * step;
        double rho = Brent(likelihood, low, high, Math.Min(Math.Max(-Edge + best * step, low), high));
        return (rho, Math.Abs(rho) > Edge - 1e-6);
    }

    /// <summary>
    /// Brent's parabolic search (Algorithms for Minimization without Derivatives, 1973, chapter 5) to 1e-8: near the optimum the likelihood is flat
    /// to rounding, so nothing finer is there to find.
    /// </summary>
    private static double Brent(Ar1RemlLikelihood likelihood, double low, double high, double start)
    {
        const double golden = 0.38196601125010515179541316563436;
        const double tolerance = 1e-8;
        double x = start > low && start < high ? start : low + golden * (high - low);
        double w = x, v = x;
        double fx = -likelihood.At(x), fw = fx, fv = fx;
        double step = 0.0, before = 0.0;
        for (int i = 0; i < 80; i++)
        {
            double middle = 0.5 * (low + high);
            if (Math.Abs(x - middle) <= 2.0 * tolerance - 0.5 * (high - low))
            {
                break;
            }

            bool isParabolic = false;
            if (Math.Abs(before) > tolerance)
            {
                double r = (x - w) * (fx - fv);
                double q = (x - v) * (fx - fw);
                double p = (x - v) * q - (x - w) * r;
                q = 2.0 * (q - r);
                p = q > 0.0 ? -p : p;
                q = Math.Abs(q);
                if (Math.Abs(p) < Math.Abs(0.5 * q * before) && p > q * (low - x) && p < q * (high - x))
                {
                    before = step;
                    step = p / q;
                    isParabolic = true;
                    double u0 = x + step;
                    if (u0 - low < 2.0 * tolerance || high - u0 < 2.0 * tolerance)
                    {
                        step = x < middle ? tolerance : -tolerance;
                    }
                }
            }

            if (!isParabolic)
            {
                before = x < middle ? high - x : low - x;
                step = golden * before;
            }

            double u = x + (Math.Abs(step) >= tolerance ? step : step > 0.0 ? tolerance : -tolerance);
            double fu = -likelihood.At(u);
            if (fu <= fx)
            {
                (low, high) = u < x ? (low, x) : (x, high);
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
            }
            else
            {
                (low, high) = u < x ? (u, high) : (low, u);
                if (fu <= fw || w == x)
                {
                    (v, fv, w, fw) = (w, fw, u, fu);
                }
                else if (fu <= fv || v == x || v == w)
                {
                    (v, fv) = (u, fu);
                }
            }
        }

        return x;
    }

    /// <summary>The coefficients and their covariance at a given rho, by Householder QR of the whitened rows.</summary>
    private static Ar1RemlFit Estimate(DesignMatrix x, double[] y, int[]? time, double rho, bool isAtEdge, double logLikelihood)
    {
        int n = x.Rows;
        int k = x.Columns;
        var right = (double[])y.Clone();
        double[] a = Whiten(x, time, rho, right);
        var diagonal = new double[k];
        HouseholderQr.Factor(a, n, k, diagonal);
        HouseholderQr.ApplyTransposed(a, n, k, right, 0);
        double sum = 0.0;
        for (int t = k; t < n; t++)
        {
            sum += right[t] * right[t];
        }

        HouseholderQr.SolveUpper(a, n, k, diagonal, right);
        var beta = new double[k];
        Array.Copy(right, beta, k);
        var inverse = new double[k * k];
        HouseholderQr.InverseGram(a, n, k, diagonal, inverse, new double[k * k]);
        double degreesOfFreedom = Math.Max(EffectiveObservations(n, rho) - k, 2.0);
        return new Ar1RemlFit(Ar1RemlStatus.Fitted, n, beta, inverse, rho, sum / (n - k), degreesOfFreedom, isAtEdge, logLikelihood);
    }

    /// <summary>(X*'X*)^-1 of a design at a given rho: what the errors of a series with other months would be. All zeros when the design is singular.</summary>
    public static double[] UnscaledCovariance(DesignMatrix x, int[]? time, double rho)
    {
        int k = x.Columns;
        double[] a = Whiten(x, time, rho, null);
        var diagonal = new double[k];
        var inverse = new double[k * k];
        if (HouseholderQr.Factor(a, x.Rows, k, diagonal) < 0)
        {
            HouseholderQr.InverseGram(a, x.Rows, k, diagonal, inverse, new double[k * k]);
        }

        return inverse;
    }

    /// <summary>The whitened design; <paramref name="y"/>, if given, is whitened in place.</summary>
    private static double[] Whiten(DesignMatrix x, int[]? time, double rho, double[]? y)
    {
        int n = x.Rows;
        int k = x.Columns;
        var a = new double[n * k];

        // From the last row up, so that y can be overwritten.
        for (int t = n - 1; t >= 0; t--)
        {
            double carry = 0.0;
            double weight = 1.0 - (rho * rho);
            if (t > 0)
            {
                (carry, weight) = Ar1RemlLikelihood.Whitening(rho, time is null ? 1 : time[t] - time[t - 1]);
            }

            double scale = Math.Sqrt(weight);
            for (int j = 0; j < k; j++)
            {
                int at = t + (j * n);
                a[at] = scale * (t == 0 ? x.Values[at] : x.Values[at] - (carry * x.Values[at - 1]));
            }

            if (y is not null)
            {
                y[t] = scale * (t == 0 ? y[t] : y[t] - (carry * y[t - 1]));
            }
        }

        return a;
    }

    private static double Norm(double[] values, int offset, int count)
    {
        double sum = 0.0;
        for (int i = offset; i < offset + count; i++)
        {
            sum += values[i] * values[i];
        }

        return Math.Sqrt(sum);
    }

    private static Ar1RemlFit Failed(Ar1RemlStatus status, int n, int k) =>
        new(status, n, new double[k], new double[k * k], 0.0, 0.0, 0.0, false, 0.0);
}
