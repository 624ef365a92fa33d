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

    private const int Fewest = 8;

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
        if (series.Frequency != KpiFrequency.Monthly || series.ObservedCount < Fewest)
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
        Step step = new Fit(new LevelBreaks(values, times, 0, values.Length)).Largest();
        return step.Score > Critical(values.Length) ? step.At : 0;
    }

    private bool Next()
    {
        var fit = new Fit(this);
        double critical = Critical(n);
        Step plain = fit.Largest();
        Step beside = default;
        bool shows = false;
        bool isFirst = true;
        foreach (int waves in Seasons)
        {
            fit.AddWavesTo(waves);
            shows |= plain.Score > critical && Explains(plain, fit.With(plain.At)) < SeasonLevel;
            Step step = fit.Largest();
            if (isFirst || Explains(beside, step) < FineLevel)
            {
                beside = step;
                isFirst = false;
            }
        }

        Step taken = plain.Score > critical && !shows ? plain : beside;
        if (taken.Score > critical)
        {
            found.Add(taken.At);
            return true;
        }

        return false;
    }

    /// <summary>The p value of the F test of what a fit with its step has more than another.</summary>
    private double Explains(Step without, Step with)
    {
        int more = with.Columns - without.Columns;
        int freedom = n - with.Columns;
        if (more < 1 || freedom < 1)
        {
            return 1;
        }

        if (!(with.Left > 0))
        {
            return without.Left > 0 ? 0 : 1;
        }

        double f = Math.Max(0, without.Left - with.Left) / more / (with.Left / freedom);
        return BetaFunction.Regularized(freedom / 2.0, more / 2.0, freedom / (freedom + (more * f)));
    }

    private double Time(int i) => times is null ? i : times[i];

    /// <summary>A fit with a step beside it: what it leaves, its columns, and its scaled F, 0 where it is not above the critical one.</summary>
    private readonly struct Step(int at, double left, int columns, double score)
    {
        public int At { get; } = at;

        public double Left { get; } = left;

        public int Columns { get; } = columns;

        public double Score { get; } = score;
    }

    /// <summary>An orthonormal basis of level, slope, the steps found so far and then waves, and what it leaves of the values.</summary>
    private sealed class Fit
    {
        private readonly LevelBreaks of;
        private readonly int n;
        private readonly List<double[]> basis = new(16);
        private readonly double[] residuals;
        private readonly double squares;
        private int waves;
        private double rss;

        internal Fit(LevelBreaks of)
        {
            this.of = of;
            n = of.n;
            residuals = new double[n];
            double shift = of.values[0];
            for (int i = 0; i < n; i++)
            {
                residuals[i] = of.values[i] - shift;
                squares += residuals[i] * residuals[i];
            }

            var level = new double[n];
            var slope = new double[n];
            for (int i = 0; i < n; i++)
            {
                level[i] = 1;
                slope[i] = of.Time(i);
            }

            Add(level);
            Add(slope);
            foreach (int step in of.found)
            {
                Add(StepFrom(step));
            }

            rss = SumOfSquares(residuals);
        }

        private bool HasVariation => rss > 1e-16 * squares;

        internal void AddWavesTo(int count)
        {
            for (; waves < count; waves++)
            {
                var wave = new double[n];
                for (int i = 0; i < n; i++)
                {
                    wave[i] = SeasonFit.Wave((of.firstSeason + (int)of.Time(i)) % 12, waves);
                }

                Add(wave);
            }

            rss = SumOfSquares(residuals);
        }

        /// <summary>This fit with a step at a place.</summary>
        internal Step With(int at)
        {
            double suffix = 0;
            double own = n - at;
            for (int i = at; i < n; i++)
            {
                suffix += residuals[i];
            }

            foreach (double[] column in basis)
            {
                double sum = 0;
                for (int i = at; i < n; i++)
                {
                    sum += column[i];
                }

                own -= sum * sum;
            }

            return own > 1e-8 * (n - at) ? new Step(at, Math.Max(0, rss - (suffix * suffix / own)), basis.Count + 1, 0) : new Step(at, rss, basis.Count, 0);
        }

        internal Step Largest()
        {
            var sums = new double[basis.Count];
            double suffix = 0;
            double most = 0;
            double size = 0;
            int at = 0;
            for (int i = n - 1; i > 0 && HasVariation; i--)
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

            if (at == 0)
            {
                return new Step(0, rss, basis.Count, 0);
            }

            double left = rss - most;
            int columns = basis.Count + 1;
            if (!(left > 1e-12 * rss))
            {
                return new Step(at, Math.Max(0, left), columns, double.MaxValue);
            }

            double f = n > columns ? most / (left / (n - columns)) : 0;
            return new Step(at, left, columns, f > Critical(n) ? f / Swings(at, size, columns) : 0);
        }

        /// <summary>(1 + r) / (1 - r) of what is left beside a step, with the bias of the coefficients taken out of r.</summary>
        private double Swings(int at, double size, int columns)
        {
            double[] rest = StepFrom(at);
            Project(rest);
            for (int i = 0; i < n; i++)
            {
                rest[i] = residuals[i] - (size * rest[i]);
            }

            double r1 = SerialDependence.LagOne(rest, of.times is null ? null : SeasonFit.Head(of.times, n));
            double r = Math.Min(Math.Max(r1 + ((columns + (4 * r1)) / n), 0), 0.9);
            return (1 + r) / (1 - r);
        }

        private double[] StepFrom(int at)
        {
            var step = new double[n];
            for (int i = at; i < n; i++)
            {
                step[i] = 1;
            }

            return step;
        }

        /// <summary>Adds a column and takes it out of the values; one that depends on those before it says nothing more.</summary>
        private void Add(double[] column)
        {
            double before = SumOfSquares(column);
            Project(column);
            double after = SumOfSquares(column);
            if (!(after > 1e-10 * before))
            {
                return;
            }

            double root = Math.Sqrt(after);
            double product = 0;
            for (int i = 0; i < n; i++)
            {
                column[i] /= root;
                product += column[i] * residuals[i];
            }

            for (int i = 0; i < n; i++)
            {
                residuals[i] -= product * column[i];
            }

            basis.Add(column);
        }

        private static double SumOfSquares(double[] values)
        {
            double sum = 0;
            foreach (double value in values)
            {
                sum += value * value;
            }

            return sum;
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
