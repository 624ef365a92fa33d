namespace TcmCrm.Roi.Statistics;

/// <summary>A Gaussian copula from rank correlations: r = 2 sin(pi rho / 6), so that Spearman's correlation of the draws is the one that was stated.</summary>
internal sealed class RankCopula
{
    // A matrix that is semidefinite by construction (three factors of which one is the mirror of another) misses it by rounding alone.
    private const double Rounding = 1e-10;

    private readonly double[][] _root;

    private RankCopula(double[][] root) => _root = root;

    /// <summary>How many factors it joins.</summary>
    internal int Count => _root.Length;

    /// <summary>The copula of rank correlations, or the pair that stands in its way.</summary>
    /// <param name="count">How many factors are joined.</param>
    /// <param name="pairs">Pairs of places with their rank correlation, from -1 to 1; each pair once.</param>
    /// <param name="copula">The copula; null where the correlations contradict each other.</param>
    /// <param name="conflict">The pair whose least change alone would do, and the nearest rank correlation that is possible; no pair where no single change does.</param>
    internal static bool TryCreate(
        int count, IReadOnlyList<(int First, int Second, double Rank)> pairs, out RankCopula? copula, out (int Pair, double Nearest)? conflict)
    {
        double[][] matrix = Matrix(count, pairs);
        double[][]? root = Root(matrix);
        copula = root is null ? null : new RankCopula(root);
        conflict = root is null ? LeastChange(count, pairs) : null;
        return root is not null;
    }

    /// <summary>Turns independent normal scores into correlated ones, in place.</summary>
    /// <param name="scores">One score for each factor.</param>
    internal void Join(double[] scores)
    {
        for (int row = _root.Length - 1; row >= 0; row--)
        {
            double sum = 0;
            double[] weights = _root[row];
            for (int column = 0; column <= row; column++)
            {
                sum += weights[column] * scores[column];
            }

            scores[row] = sum;
        }
    }

    private static double[][] Matrix(int count, IReadOnlyList<(int First, int Second, double Rank)> pairs)
    {
        var matrix = new double[count][];
        for (int row = 0; row < count; row++)
        {
            matrix[row] = new double[count];
            matrix[row][row] = 1;
        }

        foreach ((int first, int second, double rank) in pairs)
        {
            matrix[first][second] = matrix[second][first] = OfRank(rank);
        }

        return matrix;
    }

    private static double OfRank(double rank) => 2 * Math.Sin(Math.PI * rank / 6);

    private static double ToRank(double r) => 6 / Math.PI * Math.Asin(r / 2);

    /// <summary>Cholesky's root of a semidefinite matrix; null where it is not one.</summary>
    private static double[][]? Root(double[][] matrix)
    {
        int count = matrix.Length;
        var root = new double[count][];
        for (int row = 0; row < count; row++)
        {
            root[row] = new double[row + 1];
            for (int column = 0; column <= row; column++)
            {
                double rest = matrix[row][column];
                for (int i = 0; i < column; i++)
                {
                    rest -= root[row][i] * root[column][i];
                }

                if (column < row)
                {
                    double pivot = root[column][column];
                    if (pivot == 0 && Math.Abs(rest) > Math.Sqrt(Rounding))
                    {
                        return null;
                    }

                    root[row][column] = pivot == 0 ? 0 : rest / pivot;
                }
                else if (rest < -Rounding)
                {
                    return null;
                }
                else
                {
                    root[row][row] = rest <= Rounding ? 0 : Math.Sqrt(rest);
                }
            }
        }

        return root;
    }

    private static (int Pair, double Nearest)? LeastChange(int count, IReadOnlyList<(int First, int Second, double Rank)> pairs)
    {
        (int Pair, double Nearest)? best = null;
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            if (Nearest(count, pairs, pair) is { } nearest
                && (best is null || Math.Abs(nearest - pairs[pair].Rank) < Math.Abs(best.Value.Nearest - pairs[best.Value.Pair].Rank)))
            {
                best = (pair, nearest);
            }
        }

        return best;
    }

    /// <summary>The rank correlation of one pair that is nearest to the stated one and possible beside the others; null where none is.</summary>
    /// <remarks>With every other entry fixed, the possible values form an interval: the least eigenvalue is concave in one entry.</remarks>
    private static double? Nearest(int count, IReadOnlyList<(int First, int Second, double Rank)> pairs, int pair)
    {
        double[][] matrix = Matrix(count, pairs);
        (int first, int second, double rank) = pairs[pair];
        double low = -1;
        double high = 1;
        for (int step = 0; step < 100; step++)
        {
            double left = low + ((high - low) / 3);
            double right = high - ((high - low) / 3);
            if (Least(left) < Least(right))
            {
                low = left;
            }
            else
            {
                high = right;
            }
        }

        double inside = (low + high) / 2;
        if (Least(inside) < -Rounding)
        {
            return null;
        }

        double outside = OfRank(rank);
        for (int step = 0; step < 60; step++)
        {
            double middle = (inside + outside) / 2;
            if (Least(middle) >= -Rounding)
            {
                inside = middle;
            }
            else
            {
                outside = middle;
            }
        }

        // Four digits, away from the stated value, so that what a message prints is possible too.
        double nearest = ToRank(inside) * 10_000;
        return (nearest < rank * 10_000 ? Math.Floor(nearest) : Math.Ceiling(nearest)) / 10_000;

        double Least(double value)
        {
            matrix[first][second] = matrix[second][first] = value;
            return LeastEigenvalue(matrix);
        }
    }

    /// <summary>Jacobi's rotations: exact to rounding for symmetric matrices.</summary>
    private static double LeastEigenvalue(double[][] source)
    {
        int count = source.Length;
        double[][] a = [.. source.Select(row => (double[])row.Clone())];
        for (int sweep = 0; sweep < 30; sweep++)
        {
            double off = 0;
            for (int p = 0; p < count; p++)
            {
                for (int q = p + 1; q < count; q++)
                {
                    off += a[p][q] * a[p][q];
                    if (a[p][q] != 0)
                    {
                        Rotate(a, p, q);
                    }
                }
            }

            if (off < 1e-26)
            {
                break;
            }
        }

        double least = double.PositiveInfinity;
        for (int i = 0; i < count; i++)
        {
            least = Math.Min(least, a[i][i]);
        }

        return least;
    }

    private static void Rotate(double[][] a, int p, int q)
    {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        double sine = tangent * cosine;
        for (int k = 0; k < a.Length; k++)
        {
            (double kp, double kq) = (a[k][p], a[k][q]);
            a[k][p] = (cosine * kp) - (sine * kq);
            a[k][q] = (sine * kp) + (cosine * kq);
        }

        for (int k = 0; k < a.Length; k++)
        {
            (double pk, double qk) = (a[p][k], a[q][k]);
            a[p][k] = (cosine * pk) - (sine * qk);
            a[q][k] = (sine * pk) + (cosine * qk);
        }
    }
}
