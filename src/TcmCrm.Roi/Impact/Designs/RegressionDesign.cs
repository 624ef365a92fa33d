using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>The regressors of a before/after design: 1, [t], after, [months since, after], [calendar months], [festival].</summary>
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

    public static RegressionDesign Build(SeriesPoint[] points, SeasonPlan plan, bool hasTrend, bool hasSlopeChange)
    {
        int[] seasons = plan.HasDummies ? [.. points.Select(p => p.Season).Distinct().OrderBy(s => s).Skip(1)] : [];
        int level = hasTrend ? 2 : 1;
        int slope = hasSlopeChange ? level + 1 : -1;
        int firstDummy = level + (hasSlopeChange ? 2 : 1);
        int columns = firstDummy + seasons.Length + (plan.HasFestivalRegressor ? 1 : 0);
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

            if (plan.HasFestivalRegressor)
            {
                matrix[i, columns - 1] = point.Festival;
            }
        }

        return new RegressionDesign(matrix, clock, level, slope, origin);
    }
}
