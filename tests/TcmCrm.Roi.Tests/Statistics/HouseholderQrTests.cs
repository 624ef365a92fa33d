using MathNet.Numerics.LinearAlgebra;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class HouseholderQrTests
{
    // Columns (3, 4, 0), (-1, 7, 2): the first is 5 long, the second 5 along it.
    private static readonly double[] Two = [3, 4, 0, -1, 7, 2];

    [Fact]
    public void Factor_HasTheLengthsOnTheDiagonal_AndReflectsAwayFromTheSignOfTheColumn()
    {
        // Q'(first column) = (-5, 0, 0), so R's first row is -5, -5; the second column is sqrt(54) long, leaving sqrt(54 - 25).
        double[] a = [.. Two];
        var diagonal = new double[2];
        Assert.Equal(-1, HouseholderQr.Factor(a, 3, 2, diagonal));
        Assert.Equal(-5, diagonal[0], 1e-14);
        Assert.Equal(-Math.Sqrt(29), diagonal[1], 1e-14);
        Assert.Equal(-5, a[3], 1e-14);
        Assert.Equal([1.6, 0.8, 0], a[..3].Select(v => Math.Round(v, 14)));

        // (7, 1, 2) becomes (-5, -5, 2): below the diagonal the sign is that of what is left, not that of the column.
        Assert.Equal(-1, HouseholderQr.Factor([3, 4, 0, 7, 1, 2], 3, 2, diagonal));
        Assert.Equal(Math.Sqrt(29), diagonal[1], 1e-14);

        double[] negative = [-3, 4, 0];
        Assert.Equal(-1, HouseholderQr.Factor(negative, 3, 1, diagonal));
        Assert.Equal(5, diagonal[0], 1e-14);
        Assert.Equal([1.6, -0.8, 0], negative.Select(v => Math.Round(v, 14)));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(3, 3)]
    [InlineData(5, 3)]
    [InlineData(12, 5)]
    public void Factors_MultiplyToTheMatrix(int m, int n)
    {
        var random = new Random(11);
        double[] original = [.. Enumerable.Range(0, m * n).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] a = [.. original];
        var diagonal = new double[n];
        Assert.Equal(-1, HouseholderQr.Factor(a, m, n, diagonal));

        // Q'A = R: upper triangular, with the diagonal kept apart; Q R = A again.
        for (int j = 0; j < n; j++)
        {
            double[] column = [77, .. original.Skip(j * m).Take(m), 88];
            HouseholderQr.ApplyTransposed(a, m, n, column, 1);
            for (int i = 0; i < m; i++)
            {
                Assert.Equal(i < j ? a[(j * m) + i] : i == j ? diagonal[j] : 0, column[i + 1], 1e-14);
            }

            HouseholderQr.Apply(a, m, n, column, 1);
            Assert.Equal((77.0, 88.0), (column[0], column[^1]));
            for (int i = 0; i < m; i++)
            {
                Assert.Equal(original[(j * m) + i], column[i + 1], 1e-14);
            }
        }

        // (A'A)^-1 whatever was left in the work space, and nothing written behind it.
        Matrix<double> dense = Matrix<double>.Build.Dense(m, n, original);
        double[] expected = dense.TransposeThisAndMultiply(dense).Inverse().ToColumnMajorArray();
        var inverse = new double[n * n];
        double[] work = [.. Enumerable.Repeat(55.0, (n * n) + 1)];
        HouseholderQr.InverseGram(a, m, n, diagonal, inverse, work);
        Assert.Equal(55, work[^1]);
        for (int at = 0; at < n * n; at++)
        {
            Assert.Equal(expected[at], inverse[at], 1e-10 * expected.Max());
        }

        // R b = c.
        double[] b = [.. Enumerable.Range(1, n).Select(i => (double)i), 99];
        double[] c = [.. Enumerable.Range(0, n).Select(i => (diagonal[i] * b[i]) + Enumerable.Range(i + 1, n - i - 1).Sum(j => a[(j * m) + i] * b[j])), 99];
        HouseholderQr.SolveUpper(a, m, n, diagonal, c);
        for (int i = 0; i <= n; i++)
        {
            Assert.Equal(b[i], c[i], 1e-10);
        }
    }

    [Fact]
    public void DependentColumns_AreNamedByTheFirst()
    {
        Assert.Equal(0, Dependent([0, 0, 0, 1, 2, 3]));
        Assert.Equal(1, Dependent([1, 2, 3, 0, 0, 0]));
        Assert.Equal(1, Dependent([1, 2, 3, 2, 4, 6]));
        Assert.Equal(1, Dependent([1, 0, 0, 2, 0, 0, 0, 1, 1]));
        Assert.Equal(1, Dependent([1, 0, 0, 2, 0, 0, 3, 0, 0]));
        Assert.Equal(0, Dependent([0, 0, 0, 2, 0, 0, 3, 0, 0]));
        Assert.Equal(2, Dependent([1, 0, 0, 1, 1, 0, 3, 4, 0]));
        Assert.Equal(-1, Dependent([1, 0, 0, 1, 1, 0, 3, 4, 1]));
    }

    [Fact]
    public void Dependence_IsAShareOfTheColumn_NotASize()
    {
        // 1e-12 of its length stands out of the first column, then 1e-14; whatever the unit.
        Assert.All([1e-130, 1e-3, 1, 1e3, 1e100], unit =>
        {
            Assert.Equal(-1, Dependent([unit, 0, 0, unit, 1e-12 * unit, 0]));
            Assert.Equal(1, Dependent([unit, 0, 0, unit, 1e-14 * unit, 0]));
        });

        // The length is that of the whole column, above the diagonal too.
        Assert.Equal(2, Dependent([1, 0, 0, 0, 1, 0, 1, 1e6, 1e-8]));
        Assert.Equal(2, Dependent([1, 0, 0, 0, 1, 0, 1e6, 1, 1e-8]));
    }

    [Fact]
    public void ZeroColumn_IsLeftOutOfTheReflections()
    {
        // The matrix (0 0 | 3 4) by columns of two: the first leaves no reflection, the second reflects the last place only.
        double[] a = [0, 0, 3, 4];
        var diagonal = new double[2];
        Assert.Equal(0, HouseholderQr.Factor(a, 2, 2, diagonal));
        Assert.Equal([0, -4], diagonal);
        Assert.Equal(3, a[2]);
        double[] y = [5, 6];
        HouseholderQr.ApplyTransposed(a, 2, 2, y, 0);
        Assert.Equal([5, -6], y);
        HouseholderQr.Apply(a, 2, 2, y, 0);
        Assert.Equal([5, 6], y);
    }

    private static int Dependent(double[] columns) => HouseholderQr.Factor([.. columns], 3, columns.Length / 3, new double[columns.Length / 3]);
}
