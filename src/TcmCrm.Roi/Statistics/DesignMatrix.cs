namespace TcmCrm.Roi.Statistics;

/// <summary>A dense matrix of regressors, one column after the other.</summary>
internal sealed class DesignMatrix
{
    /// <summary>A matrix of zeros.</summary>
    public DesignMatrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Values = new double[rows * columns];
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The elements; element (r, c) is at r + c * Rows.</summary>
    public double[] Values { get; }

    public double this[int row, int column]
    {
        get => Values[row + column * Rows];
        set => Values[row + column * Rows] = value;
    }

    /// <summary>A single column of ones.</summary>
    public static DesignMatrix Constant(int rows)
    {
        var x = new DesignMatrix(rows, 1);
        for (int r = 0; r < rows; r++)
        {
            x.Values[r] = 1.0;
        }

        return x;
    }
}
