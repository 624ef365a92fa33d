namespace TcmCrm.Roi.Statistics;

/// <summary>
/// QR factorisation by Householder reflections (Golub and Van Loan, Matrix Computations, 5.2.1) on column-major arrays that the caller
/// owns: nothing is allocated. After <see cref="Factor"/> the strict upper triangle of <c>a</c> holds R, <c>diagonal</c> the diagonal of R
/// and the columns below the diagonal the reflection vectors. No pivoting: the columns of a design have a meaning.
/// </summary>
internal static class HouseholderQr
{
    /// <summary>A column whose part orthogonal to the columns before it is below this share of its length counts as dependent on them.</summary>
    private const double DependenceLimit = 1e-13;

    /// <summary>Factors the m x n matrix <paramref name="a"/> (m &gt;= n) in place.</summary>
    /// <returns>The index of the first column that depends linearly on those before it, or -1 when the rank is full.</returns>
    public static int Factor(double[] a, int m, int n, double[] diagonal)
    {
        int dependent = -1;
        for (int k = 0; k < n; k++)
        {
            int column = k * m;
            double length = 0.0;
            for (int i = 0; i < k; i++)
            {
                length += a[column + i] * a[column + i];
            }

            double norm = 0.0;
            for (int i = k; i < m; i++)
            {
                norm += a[column + i] * a[column + i];
            }

            length = Math.Sqrt(length + norm);
            norm = Math.Sqrt(norm);
            if (!(norm > DependenceLimit * length))
            {
                dependent = dependent < 0 ? k : dependent;
            }

            if (norm == 0.0)
            {
                diagonal[k] = 0.0;
                continue;
            }

            if (a[column + k] < 0.0)
            {
                norm = -norm;
            }

            for (int i = k; i < m; i++)
            {
                a[column + i] /= norm;
            }

            a[column + k] += 1.0;
            int next = k + 1;
            for (; next + 1 < n; next += 2)
            {
                ReflectTwo(a, column, k, m, a, next * m, (next + 1) * m);
            }

            if (next < n)
            {
                Reflect(a, column, k, m, a, next * m);
            }

            diagonal[k] = -norm;
        }

        return dependent;
    }

    /// <summary>y := Q'y for the m values that start at <paramref name="offset"/>.</summary>
    public static void ApplyTransposed(double[] a, int m, int n, double[] y, int offset)
    {
        for (int k = 0; k < n; k++)
        {
            if (a[k * m + k] != 0.0)
            {
                Reflect(a, k * m, k, m, y, offset);
            }
        }
    }

    /// <summary>y := Q y for the m values that start at <paramref name="offset"/>.</summary>
    public static void Apply(double[] a, int m, int n, double[] y, int offset)
    {
        for (int k = n - 1; k >= 0; k--)
        {
            if (a[k * m + k] != 0.0)
            {
                Reflect(a, k * m, k, m, y, offset);
            }
        }
    }

    /// <summary>The first n columns of Q, each m long, into the beginning of <paramref name="q"/>.</summary>
    public static void Basis(double[] a, int m, int n, double[] q)
    {
        Array.Clear(q, 0, m * n);
        for (int j = 0; j < n; j++)
        {
            q[(j * m) + j] = 1.0;
        }

        // A reflection leaves the unit vectors of the columns before it as they are.
        for (int k = n - 1; k >= 0; k--)
        {
            if (a[(k * m) + k] == 0.0)
            {
                continue;
            }

            int j = k;
            for (; j + 1 < n; j += 2)
            {
                ReflectTwo(a, k * m, k, m, q, j * m, (j + 1) * m);
            }

            if (j < n)
            {
                Reflect(a, k * m, k, m, q, j * m);
            }
        }
    }

    /// <summary>Solves R b = c, where c stands in the first n values of <paramref name="c"/>; b takes its place.</summary>
    public static void SolveUpper(double[] a, int m, int n, double[] diagonal, double[] c)
    {
        for (int k = n - 1; k >= 0; k--)
        {
            c[k] /= diagonal[k];
            for (int i = 0; i < k; i++)
            {
                c[i] -= c[k] * a[i + k * m];
            }
        }
    }

    /// <summary>Writes (R'R)^-1 = R^-1 R^-T, n x n and symmetric, into <paramref name="inverse"/>; <paramref name="work"/> holds n x n values.</summary>
    public static void InverseGram(double[] a, int m, int n, double[] diagonal, double[] inverse, double[] work)
    {
        Array.Clear(work, 0, n * n);
        for (int j = 0; j < n; j++)
        {
            work[j + j * n] = 1.0 / diagonal[j];
            for (int i = j - 1; i >= 0; i--)
            {
                double sum = 0.0;
                for (int k = i + 1; k <= j; k++)
                {
                    sum += a[i + k * m] * work[k + j * n];
                }

                work[i + j * n] = -sum / diagonal[i];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
            {
                double sum = 0.0;
                for (int k = j; k < n; k++)
                {
                    sum += work[i + k * n] * work[j + k * n];
                }

                inverse[i + j * n] = sum;
                inverse[j + i * n] = sum;
            }
        }
    }

    /// <summary>As twice <see cref="Reflect"/>, to the last bit; the two sums run side by side.</summary>
    private static void ReflectTwo(double[] a, int column, int k, int m, double[] y, int one, int other)
    {
        double sum = 0.0;
        double otherSum = 0.0;
        for (int i = k; i < m; i++)
        {
            double v = a[column + i];
            sum += v * y[one + i];
            otherSum += v * y[other + i];
        }

        sum = -sum / a[column + k];
        otherSum = -otherSum / a[column + k];
        for (int i = k; i < m; i++)
        {
            double v = a[column + i];
            y[one + i] += sum * v;
            y[other + i] += otherSum * v;
        }
    }

    private static void Reflect(double[] a, int column, int k, int m, double[] y, int offset)
    {
        double sum = 0.0;
        for (int i = k; i < m; i++)
        {
            sum += a[column + i] * y[offset + i];
        }

        sum = -sum / a[column + k];
        for (int i = k; i < m; i++)
        {
            y[offset + i] += sum * a[column + i];
        }
    }
}
