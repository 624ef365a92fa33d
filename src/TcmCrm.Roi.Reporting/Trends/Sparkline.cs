using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Reporting.Trends;

/// <summary>A series as one line of blocks.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const char Gap = '·';

    /// <summary>The latest points, oldest first, from the lowest block for the smallest value to the highest for the largest; a dot is a gap.</summary>
    internal static string Of(KpiSeries series, int width)
    {
        int from = Math.Max(0, series.Count - width);
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int i = from; i < series.Count; i++)
        {
            if (series.TryGetValue(i, out double value))
            {
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
        }

        var line = new char[series.Count - from];
        for (int i = from; i < series.Count; i++)
        {
            // A level series stands in the middle. Halves, because the range of extreme values overflows.
            double share = high > low && series.TryGetValue(i, out double value) ? ((value / 2) - (low / 2)) / ((high / 2) - (low / 2)) : 0.5;
            line[i - from] = series.TryGetValue(i, out _) ? Blocks[Math.Min(Blocks.Length - 1, Math.Max(0, (int)(share * Blocks.Length)))] : Gap;
        }

        return new string(line);
    }
}
