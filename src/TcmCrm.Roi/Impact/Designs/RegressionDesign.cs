using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>The regressors of a before/after design: 1, [t], after, [months since, after], [calendar months], [steps of other dates], [festival].</summary>
internal sealed class RegressionDesign
{
    private RegressionDesign(DesignMatrix matrix, int[] clock, int level, int slope, double origin)
    {
        Matrix = matrix;
        Clock = clock;
        Level = level;
        Slope = slope;
        Origin = origin;
    }

    public DesignMatrix Matrix { get; }

    public int[] Clock { get; }

    /// <summary>The column of the change of level.</summary>
    public int Level { get; }

    /// <summary>The column of the change of slope, or -1.</summary>
    public int Slope { get; }

    /// <summary>The time of the first point after, at which the level is read.</summary>
    public double Origin { get; }

    /// <summary>The regressors of the months before alone: 1, t, [calendar months], [steps], [festival].</summary>
    public static RegressionDesign BuildBaseline(SeriesPoint[] points, SeasonPlan plan, IReadOnlyList<int> steps)
    {
        // Without a month after, the column of the change of level is empty and left out.
        RegressionDesign whole = Build(points, plan, hasTrend: true, hasSlopeChange: false, steps);
        var matrix = new DesignMatrix(points.Length, whole.Matrix.Columns - 1);
        int kept = 0;
        for (int column = 0; column < whole.Matrix.Columns; column++)
        {
            if (column != whole.Level)
            {
                Array.Copy(whole.Matrix.Values, column * points.Length, matrix.Values, kept++ * points.Length, points.Length);
            }
        }

        return new RegressionDesign(matrix, whole.Clock, -1, -1, 0.0);
    }

    /// <summary>The contrast that gives the mean effect over some months.</summary>
    /// <param name="meanTime">The mean of their times.</param>
    public double[] MeanEffect(double meanTime)
    {
        var contrast = new double[Matrix.Columns];
        contrast[Level] = 1.0;
        if (Slope >= 0)
        {
            contrast[Slope] = meanTime - Origin;
        }

        return contrast;
    }

    /// <param name="points">The rows.</param>
    /// <param name="plan">What is done about the season.</param>
    /// <param name="hasTrend">Whether a trend goes through the months before and after.</param>
    /// <param name="hasSlopeChange">Whether the effect may change from month to month.</param>
    /// <param name="steps">The month numbers from which on the level is another one for a reason other than the go-live.</param>
    /// <param name="knot">The month number at which the trend may bend; null where it may not.</param>
    public static RegressionDesign Build(SeriesPoint[] points, SeasonPlan plan, bool hasTrend, bool hasSlopeChange, IReadOnlyList<int>? steps = null, int? knot = null)
    {
        steps ??= [];
        int bend = knot is null ? 0 : 1;
        int[] seasons = plan.HasDummies ? [.. points.Select(p => p.Season).Distinct().OrderBy(s => s).Skip(1)] : [];
        int level = (hasTrend ? 2 : 1) + bend;
        int slope = hasSlopeChange ? level + 1 : -1;
        int firstDummy = level + (hasSlopeChange ? 2 : 1);
        int firstStep = firstDummy + seasons.Length;
        int columns = firstStep + steps.Count + (plan.HasFestivalRegressor ? 1 : 0);
        var matrix = new DesignMatrix(points.Length, columns);
        var clock = new int[points.Length];
        double start = points.Length > 0 ? points[0].Time : 0.0;
        double origin = 0.0;
        for (int i = points.Length - 1; i >= 0; i--)
        {
            origin = points[i].IsAfter ? points[i].Time : origin;
        }

        for (int i = 0; i < points.Length; i++)
        {
            SeriesPoint point = points[i];
            clock[i] = point.Clock;
            matrix[i, 0] = 1.0;
            if (hasTrend)
            {
                matrix[i, 1] = point.Time - start;
                if (knot is { } bendsAt)
                {
                    matrix[i, 2] = Math.Max(point.Time - bendsAt, 0.0);
                }
            }

            if (point.IsAfter)
            {
                matrix[i, level] = 1.0;
                if (slope >= 0)
                {
                    matrix[i, slope] = point.Time - origin;
                }
            }

            int season = Array.IndexOf(seasons, point.Season);
            if (season >= 0)
            {
                matrix[i, firstDummy + season] = 1.0;
            }

            for (int s = 0; s < steps.Count; s++)
            {
                matrix[i, firstStep + s] = point.Time >= steps[s] ? 1.0 : 0.0;
            }

            if (plan.HasFestivalRegressor)
            {
                matrix[i, columns - 1] = point.Festival;
            }
        }

        return new RegressionDesign(matrix, clock, level, slope, origin);
    }
}
