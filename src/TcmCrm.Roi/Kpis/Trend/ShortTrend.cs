using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>Whether a short series moves more than a season could move it: its slope beside one free wave a year.</summary>
internal static class ShortTrend
{
    /// <summary>The sign of the slope of y = b0 + b1 t + one wave a year, 0 where its t test is above the level or there are fewer than 6 values.</summary>
    internal static int DirectionOf(double[] values, int[]? times, double level)
    {
        int n = values.Length;
        if (n < 6)
        {
            return 0;
        }

        var design = new DesignMatrix(n, 4);
        for (int i = 0; i < n; i++)
        {
            int time = times is null ? i : times[i];
            design[i, 0] = 1;
            design[i, 1] = time;
            design[i, 2] = SeasonModel.CosineOf(time % 12);
            design[i, 3] = SeasonModel.SineOf(time % 12);
        }

        LeastSquaresFit fit = LeastSquares.Fit(design, values);
        if (!fit.IsFullRank || fit.Beta[1] == 0)
        {
            return 0;
        }

        double error = fit.StandardError(1);
        double t = error > 0 ? fit.Beta[1] / error : Math.Sign(fit.Beta[1]) * double.MaxValue;
        return double.IsInfinity(t) || Math.Abs(t) > 1e6 || StudentT.TwoSidedP(t, fit.DegreesOfFreedom) <= level ? Math.Sign(fit.Beta[1]) : 0;
    }
}
