namespace TcmCrm.Roi.Kpis;

/// <summary>
/// What the calendar months do to a KPI and how its months hang together, learned from its first months and then frozen: the chart, the tracker and the
/// review take the same season out.
/// </summary>
/// <remarks>
/// Learned from the first 24 values, again from the first 36 and the first 48 when they are there, and from the whole baseline where that ends later. One
/// regression y = level + slope t + a level for each stretch of 12 values after the baseline + a level from each break on (<see cref="LevelBreaks"/>) + season, so that
/// neither growth nor a lasting change is taken for a season or an autocorrelation. The season is one or two waves a year, four where those clearly leave something out (p under 0.01), and from 48
/// values on the effect of each calendar month where that says more than the waves. It is there when the F test of its coefficients has p under 0.05, or its strength 1 - RSS / RSS without it is above 0.4.
/// </remarks>
internal sealed class SeasonModel
{
    internal const int MinimumCount = 24;
    internal const int MonthsFrom = 48;
    internal const int Step = 12;

    /// <summary>The fewest values before a break that are a baseline.</summary>
    internal const int MinimumBaseline = 6;

    // cos and sin of 30 degrees times k.
    private static readonly double[] Circle = [1, 0.86602540378443864676, 0.5, 0, -0.5, -0.86602540378443864676, -1, -0.86602540378443864676, -0.5, 0, 0.5, 0.86602540378443864676];

    private readonly double[]? effects;

    internal SeasonModel(KpiSeason season, double[]? effects, int parameters, double autocorrelation, double widening, int[] breaks)
    {
        Season = season;
        this.effects = effects;
        Parameters = parameters;
        Autocorrelation = autocorrelation;
        Widening = widening;
        Breaks = breaks;
    }

    internal static SeasonModel Plain { get; } = new(KpiSeason.NotConsidered, null, 0, 0, 1, []);

    internal KpiSeason Season { get; }

    /// <summary>How many coefficients the season took.</summary>
    internal int Parameters { get; }

    /// <summary>From month to month, of what neither level, slope nor season explains; 0 or more.</summary>
    internal double Autocorrelation { get; }

    /// <summary>By what the mean moving range is multiplied.</summary>
    internal double Widening { get; }

    /// <summary>The indices of the first values on a new level among those that the season was learned from, ascending.</summary>
    internal int[] Breaks { get; }

    /// <summary>The values of a baseline that lie on one level: those before its first break, or after it where fewer than <see cref="MinimumBaseline"/> lie before; the longest stretch where none has so many.</summary>
    internal (int From, int Count) OnOneLevel(int from, int count)
    {
        int longestFrom = from;
        int longest = 0;
        int start = from;
        for (int b = 0; b <= Breaks.Length; b++)
        {
            int end = Math.Min(b < Breaks.Length ? Breaks[b] : int.MaxValue, from + count);
            if (end <= start)
            {
                continue;
            }

            if (end - start > longest)
            {
                longestFrom = start;
                longest = end - start;
            }

            if (end - start >= Math.Min(MinimumBaseline, count))
            {
                return (start, end - start);
            }

            start = end;
        }

        return (longestFrom, longest);
    }

    /// <summary>The cosine of a month's place in the year, from 0 to 11.</summary>
    internal static double CosineOf(int month) => Circle[month];

    /// <summary>The sine of a month's place in the year, from 0 to 11.</summary>
    internal static double SineOf(int month) => Circle[(month + 9) % 12];

    /// <summary>How many of the first values the season is learned from.</summary>
    internal static int LearnedFrom(int observed, int baselineEnd) =>
        observed < MinimumCount ? 0 : Math.Max(Math.Min(observed / Step * Step, MonthsFrom), baselineEnd);

    /// <summary>Whether the season is learned again with this value.</summary>
    internal static bool IsLearnedAt(int observed) => observed is MinimumCount or MinimumCount + Step or MonthsFrom;

    /// <summary>The effect of a calendar month, from 0 for January; the twelve sum to 0.</summary>
    internal double EffectOf(int month) => effects is null ? 0 : effects[month];

    internal double[] Without(double[] values, int[]? times, int firstSeason)
    {
        if (effects is null)
        {
            return values;
        }

        var rest = new double[values.Length];
        for (int i = 0; i < rest.Length; i++)
        {
            rest[i] = values[i] - effects[(firstSeason + (times is null ? i : times[i])) % 12];
        }

        return rest;
    }

    /// <param name="values">The values so far, oldest first.</param>
    /// <param name="times">Their months from the start; null when there are no gaps.</param>
    /// <param name="firstSeason">The calendar month of time 0, from 0.</param>
    /// <param name="from">The first value of the baseline.</param>
    /// <param name="count">How many values the baseline has.</param>
    /// <param name="observed">How many of the values to look at.</param>
    internal static SeasonModel Of(double[] values, int[]? times, int firstSeason, int from, int count, int observed)
    {
        int learned = LearnedFrom(observed, from + count);
        int[] breaks = LevelBreaks.Of(values, times, firstSeason, learned);
        var fit = new SeasonFit(values, times, firstSeason, from, count, learned > 0 ? learned : from + count, breaks);
        return learned > 0 ? fit.Learn() : fit.Unknown();
    }
}
