using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>Series made to measure.</summary>
internal static class StudySamples
{
    public static readonly YearMonth Start = new(2021, 1);

    public static readonly KpiDefinition Sales = new(
        "Sales", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);

    public static KpiSeries Series(double[] values) => KpiSeries.FromValues(Sales, Start, values);

    public static ImpactStudy Study(double[] values, int before) => new(Series(values), Start.PlusMonths(before));

    /// <summary>Normal noise about a level, from a linear congruential generator and Box-Muller: the same on every run and platform.</summary>
    public static double[] Noise(int n, int seed, double level, double deviation)
    {
        ulong state = ((ulong)seed * 2862933555777941757UL) + 3037000493UL;
        double Next()
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            return ((state >> 11) + 0.5) / 9007199254740992.0;
        }

        var values = new double[n];
        for (int i = 0; i < n; i++)
        {
            double u = Next();
            double v = Next();
            values[i] = level + (deviation * Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v));
        }

        return values;
    }

    /// <summary>Sales of 54 months, go-live after 36: growth, a season, a Spring Festival that takes 18 % of its month, a relative effect and noise.</summary>
    public static ImpactStudy SeasonalStudy(double effect, double noise)
    {
        double[] errors = Noise(54, 77, 0, noise);
        double[] season = [0.1, -0.2, 0.05, 0.0, 0.02, -0.05, -0.1, -0.02, 0.08, 0.1, 0.15, 0.2];
        var values = new double[54];
        for (int i = 0; i < 54; i++)
        {
            YearMonth month = Start.PlusMonths(i);
            double festival = -0.18 * Roi.Periods.SpringFestival.ShareOfMonth(month);
            values[i] = 1000 * Math.Exp((0.01 * i) + season[i % 12] + festival + errors[i] + (i >= 36 ? Math.Log(1 + effect) : 0));
        }

        return Study(values, 36);
    }
}
