namespace TcmCrm.Roi.Impact;

/// <summary>
/// The 95th percentile of the largest squared t of a step in months without one, six trimmed at each end, by the number of months and their autocorrelation.
/// Simulated: 10,000 series a cell, trend and from 24 months the calendar months in the design (docs/methods.md says how to run it again).
/// </summary>
internal static class BreakTable
{
    private static readonly int[] Lengths = [12, 16, 20, 24, 30, 36, 48, 60, 84, 120];
    private static readonly double[] Correlations = [-0.3, 0.0, 0.3, 0.6, 0.8];

    private static readonly double[][] Percentiles =
    [
        [4.4, 4.7, 4.8, 4.8, 4.4],
        [7.0, 7.4, 7.9, 8.4, 8.1],
        [7.7, 8.1, 8.8, 9.3, 9.4],
        [8.8, 9.2, 9.9, 10.9, 11.1],
        [7.7, 7.8, 8.5, 9.7, 10.1],
        [8.6, 8.7, 9.2, 10.6, 11.1],
        [9.3, 9.2, 9.7, 10.8, 11.5],
        [9.3, 9.4, 9.6, 10.7, 11.7],
        [10.0, 10.1, 10.4, 10.9, 12.2],
        [10.1, 10.0, 10.4, 11.2, 12.5],
    ];

    /// <summary>Linear between the cells, level outside of them.</summary>
    public static double Critical(int months, double rho)
    {
        (int row, double down) = Cell(Lengths.Length, i => Lengths[i], months);
        (int column, double across) = Cell(Correlations.Length, i => Correlations[i], rho);
        double upper = Along(row);
        double lower = Along(Math.Min(row + 1, Lengths.Length - 1));
        return upper + (down * (lower - upper));

        double Along(int at) => Percentiles[at][column] + (across * (Percentiles[at][Math.Min(column + 1, Correlations.Length - 1)] - Percentiles[at][column]));
    }

    private static (int Index, double Part) Cell(int count, Func<int, double> edge, double value)
    {
        int i = 0;
        while (i + 2 < count && value >= edge(i + 1))
        {
            i++;
        }

        return (i, Math.Min(Math.Max((value - edge(i)) / (edge(i + 1) - edge(i)), 0.0), 1.0));
    }
}
