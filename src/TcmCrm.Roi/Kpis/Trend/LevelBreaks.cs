using NodaTime;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>Where the level of a series broke: before a season and an autocorrelation are learned, so that a lasting step is taken for neither.</summary>
/// <remarks>
/// A step at every place beside level and slope: the largest F, divided by (1 + r) / (1 - r) for the autocorrelation r of what the step leaves. It is taken where that is above
/// <see cref="Critical"/> and no season shows beside it; else where the same holds beside a season: two waves a year, four or every calendar month where the fewer leave something out. Then the next step beside those found, up to <see cref="Most"/>. A last or first value alone counts as a step: it is then not part of what is learned.
/// </remarks>
internal sealed class LevelBreaks
{
    /// <summary>Fewer values cannot tell a step from a season.</summary>
    internal const int MinimumCount = 24;

    internal const int Most = 3;

    private const double SeasonLevel = 0.1;
    private const double FineLevel = 0.05;

    // The coefficients of two waves a year, of four, and of every calendar month.
    private static readonly int[] Seasons = [4, 8, 11];

    private readonly double[] values;
    private readonly int[]? times;
    private readonly int firstSeason;
    private readonly int n;
    private readonly List<int> found = [];

    private LevelBreaks(double[] values, int[]? times, int firstSeason, int n)
    {
        this.values = values;
        this.times = times;
        this.firstSeason = firstSeason;
        this.n = n;
    }

    /// <summary>The indices of the first values on each new level, ascending; empty when the level did not break or there are too few values.</summary>
    /// <param name="values">The values, oldest first.</param>
    /// <param name="times">Their months from the start; null without gaps.</param>
    /// <param name="firstSeason">The calendar month of time 0, from 0.</param>
    /// <param name="n">How many of the values to look at.</param>
    internal static int[] Of(double[] values, int[]? times, int firstSeason, int n)
    {
        if (n < MinimumCount)
        {
            return [];
        }

        var breaks = new LevelBreaks(values, times, firstSeason, n);
        while (breaks.found.Count < Most && breaks.Next())
        {
        }

        breaks.found.Sort();
        return [.. breaks.found];
    }

    /// <summary>The first value on the level since the latest break of a series, from 0 among the values without gaps; 0 when there is none, for coarser series and with fewer than 8 values.</summary>
    internal static int LatestOf(KpiSeries series)
    {
        if (series.Frequency != KpiFrequency.Monthly || series.ObservedCount < KpiAssessment.MinimumCount)
        {
            return 0;
        }

        (double[] values, int[]? times) = KpiTrend.Observed(series);
        return values.Length < MinimumCount ? Showing(values, times) : Of(values, times, series.Start.Month - 1, values.Length).LastOrDefault();
    }

    /// <summary>The month of a value, from 0 among the values without gaps.</summary>
    internal static YearMonth MonthOf(KpiSeries series, int index)
    {
        (_, int[]? times) = KpiTrend.Observed(series);
        return series.MonthAt(times is null ? index : times[index]);
    }

    /// <summary>What the scaled F of a step has to exceed: about one series in a hundred without a step does (docs/kpis.md).</summary>
    internal static double Critical(int n) => 14 + (250.0 / n);

    /// <summary>Whether the level of a series too short for a season broke, or a season is at its height: the two look alike there. The first value on the new level; 0 when nothing shows.</summary>
    internal static int Showing(double[] values, int[]? times)
    {
        Step step = new Fit(new LevelBreaks(values, times, 0, values.Length), waves: 0, extra: 0).Largest();
        return step.Score > Critical(values.Length) ? step.At : 0;
    }

    private bool Next()
    {
        var plain = new Fit(this, waves: 0, extra: 0);
        Step without = plain.Largest();
        if (without.Score > Critical(n) && !SeasonShows(without.At))
        {
            found.Add(without.At);
            return true;
        }

        Step with = default;
        Fit? beside = null;
        foreach (int waves in Seasons)
        {
            Step step = new Fit(this, waves, extra: 0).Largest();
            var fit = new Fit(this, waves, extra: step.At);
            if (beside is null || Explains(beside, fit) < FineLevel)
            {
                with = step;
                beside = fit;
            }
        }

        if (with.Score > Critical(n))
        {
            found.Add(with.At);
            return true;
        }

        return false;
    }

    private bool SeasonShows(int at)
    {
        var plain = new Fit(this, waves: 0, extra: at);
        return Seasons.Any(waves => Explains(plain, new Fit(this, waves, extra: at)) < SeasonLevel);
    }

    /// <summary>The p value of the F test of what a fit has more than another.</summary>
    private double Explains(Fit without, Fit with)
    {
        int more = with.Columns - without.Columns;
        int freedom = n - with.Columns;
        if (more < 1 || freedom < 1)
        {
            return 1;
        }

        if (!(with.Rss > 0))
        {
            return without.Rss > 0 ? 0 : 1;
        }

        double f = Math.Max(0, without.Rss - with.Rss) / more / (with.Rss / freedom);
        return BetaFunction.Regularized(freedom / 2.0, more / 2.0, freedom / (freedom + (more * f)));
    }

    private double Time(int i) => times is null ? i : times[i];

    private readonly struct Step(int at, double score)
    {
        public int At { get; } = at;

        public double Score { get; } = score;
    }

    /// <summary>An orthonormal basis of level, slope, waves and the steps found so far, and what it leaves of the values.</summary>
    private sealed class Fit
    {
        private readonly LevelBreaks of;
        private readonly int n;
        private readonly List<double[]> basis = [];
        private readonly double[] residuals;
        private readonly double squares;

        internal Fit(LevelBreaks of, int waves, int extra)
        {
            this.of = of;
            n = of.n;
            Add(_ => 1);
            Add(of.Time);
            for (int w = 0; w < waves; w++)
            {
                int wave = w;
                Add(i => SeasonFit.Wave((of.firstSeason + (int)of.Time(i)) % 12, wave));
            }

            foreach (int step in of.found)
            {
                Add(i => i >= step ? 1 : 0);
            }

            if (extra > 0)
            {
                Add(i => i >= extra ? 1 : 0);
            }

            residuals = new double[n];
            double shift = of.values[0];
            for (int i = 0; i < n; i++)
            {
                residuals[i] = of.values[i] - shift;
                squares += residuals[i] * residuals[i];
            }

            Project(residuals);
            foreach (double residual in residuals)
            {
                Rss += residual * residual;
            }
        }

        internal double Rss { get; }

        internal int Columns => basis.Count;

        private bool HasVariation => Rss > 1e-16 * squares;

        internal Step Largest()
        {
            var sums = new double[basis.Count];
            double suffix = 0;
            double most = 0;
            double size = 0;
            int at = 0;
            for (int i = n - 1; i > 0; i--)
            {
                suffix += residuals[i];
                double own = n - i;
                for (int c = 0; c < sums.Length; c++)
                {
                    sums[c] += basis[c][i];
                    own -= sums[c] * sums[c];
                }

                if (own > 1e-8 * (n - i) && suffix * suffix / own > most)
                {
                    most = suffix * suffix / own;
                    size = suffix / own;
                    at = i;
                }
            }

            if (at == 0 || !HasVariation)
            {
                return default;
            }

            double left = Rss - most;
            if (!(left > 1e-12 * Rss))
            {
                return new Step(at, double.MaxValue);
            }

            var step = new double[n];
            for (int i = at; i < n; i++)
            {
                step[i] = 1;
            }

            Project(step);
            for (int i = 0; i < n; i++)
            {
                step[i] = residuals[i] - (size * step[i]);
            }

            double r1 = SerialDependence.LagOne(step, of.times is null ? null : SeasonFit.Head(of.times, n));
            int columns = basis.Count + 1;
            double r = Math.Min(Math.Max(r1 + ((columns + (4 * r1)) / n), 0), 0.9);
            return new Step(at, most / (left / (n - columns)) * (1 - r) / (1 + r));
        }

        private void Add(Func<int, double> column)
        {
            var values = new double[n];
            double before = 0;
            for (int i = 0; i < n; i++)
            {
                values[i] = column(i);
                before += values[i] * values[i];
            }

            Project(values);
            double after = 0;
            foreach (double value in values)
            {
                after += value * value;
            }

            if (!(after > 1e-10 * before))
            {
                return;
            }

            double root = Math.Sqrt(after);
            for (int i = 0; i < n; i++)
            {
                values[i] /= root;
            }

            basis.Add(values);
        }

        private void Project(double[] values)
        {
            foreach (double[] column in basis)
            {
                double product = 0;
                for (int i = 0; i < n; i++)
                {
                    product += column[i] * values[i];
                }

                for (int i = 0; i < n; i++)
                {
                    values[i] -= product * column[i];
                }
            }
        }
    }
}
