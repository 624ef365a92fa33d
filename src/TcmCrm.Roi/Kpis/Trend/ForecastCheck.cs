using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>What has to be known of a series before a line through it is drawn on: whether its level broke, and whether its slope holds.</summary>
internal sealed class ForecastCheck
{
    private const int Trimmed = 6;

    // With these the interval of a growth whose rate drifts holds in 9 of 10 cases, and that of a stable series is little wider than it has to be (docs/kpis.md).
    private const double DriftWeight = 3;
    private const double NoiseWeight = 1.3;

    /// <summary>Of the largest F over the places of a step beside a line, scaled for autocorrelation: about one series in twenty without a break exceeds it (docs/kpis.md).</summary>
    private const double Critical = 12;

    private ForecastCheck(int breakAt, double slopeVariance)
    {
        BreakAt = breakAt;
        SlopeVariance = slopeVariance;
    }

    /// <summary>The index of the first value on the new level; 0 where there is no break.</summary>
    internal int BreakAt { get; }

    /// <summary>How much the slope of the latest months (two fifths, 12 or more) differs from that of the whole, beyond what chance does: a variance.</summary>
    internal double SlopeVariance { get; }

    /// <param name="values">The values without their season.</param>
    /// <param name="times">Their months; null without gaps.</param>
    /// <param name="known">The first value on the level since the latest break that is known already; 0 without one.</param>
    internal static ForecastCheck Of(double[] values, int[]? times, int known = 0)
    {
        int n = values.Length;
        double meanTime = 0;
        double meanValue = 0;
        for (int i = 0; i < n; i++)
        {
            meanTime += Time(i) / n;
            meanValue += values[i] / n;
        }

        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++)
        {
            squares += (Time(i) - meanTime) * (Time(i) - meanTime);
            products += (Time(i) - meanTime) * (values[i] - meanValue);
        }

        double slope = products / squares;
        var residuals = new double[n];
        double rss = 0;
        for (int i = 0; i < n; i++)
        {
            residuals[i] = values[i] - meanValue - (slope * (Time(i) - meanTime));
            rss += residuals[i] * residuals[i];
        }

        int at = 0;
        int trimmed = known > 0 ? 1 : Trimmed;
        double explained = 0;
        double step = 0;
        double suffix = 0;
        double times1 = 0;
        for (int i = n - 1; i >= trimmed; i--)
        {
            suffix += residuals[i];
            times1 += Time(i) - meanTime;
            int m = n - i;
            double own = (m * (1 - ((double)m / n))) - (times1 * times1 / squares);
            bool isPlace = known > 0 ? i == known : m >= Trimmed;
            if (isPlace && own > 0 && suffix * suffix / own > explained)
            {
                explained = suffix * suffix / own;
                step = suffix / own;
                at = i;
            }
        }

        if (at == 0 || !(rss - explained > 1e-12 * rss))
        {
            return new ForecastCheck(0, 0);
        }

        // The residuals beside line and step: the step less its own line.
        double stepSum = 0;
        double stepProducts = 0;
        for (int i = at; i < n; i++)
        {
            stepSum += 1.0 / n;
            stepProducts += Time(i) - meanTime;
        }

        double[] rest = new double[n];
        for (int i = 0; i < n; i++)
        {
            rest[i] = residuals[i] - (step * ((i >= at ? 1 : 0) - stepSum - (stepProducts / squares * (Time(i) - meanTime))));
        }

        double r1 = SerialDependence.LagOne(rest, times);
        double r = Math.Min(Math.Max(r1 + ((3 + (4 * r1)) / n), 0), 0.9);
        double inflation = (1 + r) / (1 - r);
        bool breaks = known > 0 || explained / ((rss - explained) / (n - 3)) / inflation > Critical;
        return new ForecastCheck(breaks ? at : 0, SlopeVarianceOf(breaks ? at : 0, breaks ? rest : residuals, inflation));

        double Time(int i) => times is null ? i : times[i];

        double SlopeVarianceOf(int from, double[] left, double swings)
        {
            // The slope that the latest residuals still have about the line.
            int first = Math.Max(from, n - Math.Max(12, n * 2 / 5));
            int m = n - first;
            if (m < 6)
            {
                return 0;
            }

            double mean = 0;
            double centre = 0;
            for (int i = first; i < n; i++)
            {
                centre += Time(i) / m;
                mean += left[i] / m;
            }

            double own = 0;
            double with = 0;
            for (int i = first; i < n; i++)
            {
                own += (Time(i) - centre) * (Time(i) - centre);
                with += (Time(i) - centre) * (left[i] - mean);
            }

            double later = with / own;
            double noise = 0;
            for (int i = first; i < n; i++)
            {
                double rest2 = left[i] - mean - (later * (Time(i) - centre));
                noise += rest2 * rest2 / (m - 2);
            }

            return Math.Max(0, (DriftWeight * later * later) - (NoiseWeight * noise * swings / own));
        }
    }
}
