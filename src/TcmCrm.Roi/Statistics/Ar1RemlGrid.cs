namespace TcmCrm.Roi.Statistics;

/// <summary>
/// The restricted log-likelihood of a series without gaps at many values of rho. On an orthonormal basis the whitened cross products are
/// <c>(1 + rho^2) I - rho K - rho^2 (f f' + l l')</c>, K the products of neighbouring rows, f and l the first and the last row. K is brought to
/// tridiagonal form once (Golub and Van Loan, Matrix Computations, 8.3.1), by reflections that leave the residual, the last column, where it is; a value of rho
/// then costs O(k): the pivots of a tridiagonal matrix and the determinant of two by two that the rows f and l change it by.
/// </summary>
internal sealed class Ar1RemlGrid
{
    private readonly int n;
    private readonly int columns;
    private readonly double[] diagonal;
    private readonly double[] beside;
    private readonly double[] first;
    private readonly double[] last;

    /// <param name="cross">The products of neighbouring rows, columns x columns, the part at and above the diagonal, row by row; it is overwritten.</param>
    /// <param name="first">The first row of the basis and of the residual; it is overwritten.</param>
    /// <param name="last">The last row; it is overwritten.</param>
    /// <param name="n">The number of observations.</param>
    public Ar1RemlGrid(double[] cross, double[] first, double[] last, int n)
    {
        this.n = n;
        this.first = first;
        this.last = last;
        columns = first.Length;
        diagonal = new double[columns];
        beside = new double[columns];
        Reduce(cross);
    }

    /// <summary>As <see cref="Ar1RemlLikelihood.At"/>, but for rounding.</summary>
    public double At(double rho)
    {
        int rank = columns - 1;
        double square = rho * rho;
        double pivot = 1.0;
        double f = 0.0, l = 0.0;
        double ff = 0.0, fl = 0.0, ll = 0.0;
        double logDeterminant = 0.0;
        double product = 1.0;
        double smaller = 1.0;
        for (int i = 0; i < columns; i++)
        {
            double coupling = -rho * beside[i];
            double factor = i == 0 ? 0.0 : coupling / pivot;
            pivot = 1.0 + square - (rho * diagonal[i]) - (factor * coupling);
            f = first[i] - (factor * f);
            l = last[i] - (factor * l);
            if (i == rank)
            {
                smaller = Changed(square, ff, fl, ll);
            }
            else
            {
                product *= pivot;
                if (product < 1e-100)
                {
                    logDeterminant += Math.Log(product);
                    product = 1.0;
                }
            }

            ff += f * f / pivot;
            fl += f * l / pivot;
            ll += l * l / pivot;
        }

        double residual = pivot * Changed(square, ff, fl, ll) / smaller;
        return -0.5 * (((n - rank) * Math.Log(residual / (n - rank))) - Math.Log(1.0 - square) + logDeterminant + Math.Log(product * smaller));
    }

    private static double Changed(double square, double ff, double fl, double ll) => ((1.0 - (square * ff)) * (1.0 - (square * ll))) - (square * square * fl * fl);

    /// <summary>Brings the symmetric matrix to tridiagonal form, from the last row up, and the two rows with it.</summary>
    private void Reduce(double[] a)
    {
        var v = new double[columns];
        var p = new double[columns];
        for (int i = columns - 1; i > 0; i--)
        {
            double norm = 0.0;
            for (int j = 0; j < i; j++)
            {
                v[j] = a[(j * columns) + i];
                norm += v[j] * v[j];
            }

            norm = Math.Sqrt(norm);
            diagonal[i] = a[(i * columns) + i];
            if (norm == 0.0 || i == 1)
            {
                beside[i] = i == 1 ? v[0] : 0.0;
                continue;
            }

            double head = v[i - 1] < 0.0 ? -norm : norm;
            beside[i] = -head;
            v[i - 1] += head;
            double scale = 1.0 / (head * v[i - 1]); // 2 / v'v

            double product = 0.0;
            for (int j = 0; j < i; j++)
            {
                double sum = 0.0;
                for (int m = 0; m < j; m++)
                {
                    sum += a[(m * columns) + j] * v[m];
                }

                for (int m = j; m < i; m++)
                {
                    sum += a[(j * columns) + m] * v[m];
                }

                p[j] = scale * sum;
                product += p[j] * v[j];
            }

            double half = 0.5 * scale * product;
            for (int j = 0; j < i; j++)
            {
                p[j] -= half * v[j];
            }

            for (int j = 0; j < i; j++)
            {
                for (int m = j; m < i; m++)
                {
                    a[(j * columns) + m] -= (v[j] * p[m]) + (p[j] * v[m]);
                }
            }

            Reflect(first, v, i, scale);
            Reflect(last, v, i, scale);
        }

        diagonal[0] = a[0];
    }

    private static void Reflect(double[] row, double[] v, int count, double scale)
    {
        double sum = 0.0;
        for (int j = 0; j < count; j++)
        {
            sum += row[j] * v[j];
        }

        sum *= scale;
        for (int j = 0; j < count; j++)
        {
            row[j] -= sum * v[j];
        }
    }
}
