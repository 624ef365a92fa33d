using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>Learns the season of a <see cref="SeasonModel"/>, which says how, by regressions on sums that grow with the values.</summary>
internal sealed partial class SeasonFit
{
    private const double Level = 0.05;
    private const double Strong = 0.4;

    /// <summary>More than two waves are taken only where those clearly leave something out.</summary>
    private const double FineLevel = 0.01;

    /// <summary>How much of the variance of an estimated season counts in the limits: over a year its errors cancel in the cumulative sum.</summary>
    private const double SeasonError = 0.5;
    private const int Waves = 8;

    private readonly double[] values;
    private readonly int[]? times;
    private readonly int firstSeason;
    private readonly int n;
    private readonly int[] blocks;
    private readonly int levels;
    private readonly int wide;
    private readonly double[] gram;
    private readonly double[] row;
    private readonly int[] breaks;

    internal SeasonFit(double[] values, int[]? times, int firstSeason, int from, int count, int n, int[] breaks)
    {
        this.values = values;
        this.times = times;
        this.firstSeason = firstSeason;
        this.n = n;
        this.breaks = breaks;
        blocks = Blocks(from, from + count, n, breaks);
        levels = 2 + blocks.Length;
        wide = levels + Waves + 1;
        gram = new double[wide * wide];
        row = new double[wide];
    }

    private int Time(int i) => times is null ? i : times[i];

    private int Month(int i) => (firstSeason + Time(i)) % 12;

    /// <summary>Where a new level begins: with the baseline, after it, every 12 values later while six or more are left, and where the level broke.</summary>
    private static int[] Blocks(int from, int end, int n, int[] breaks)
    {
        var starts = new List<int>(4);
        starts.AddRange(breaks);
        if (from > 1)
        {
            starts.Add(from);
        }

        for (int start = end; start <= n - (SeasonModel.Step / 2); start += SeasonModel.Step)
        {
            starts.Add(start);
        }

        return [.. starts.Distinct()];
    }

    internal SeasonModel Unknown()
    {
        if (n < 8)
        {
            return new SeasonModel(KpiSeason.Unknown, null, 0, 0, 1, breaks);
        }

        Accumulate();
        return Result(KpiSeason.Unknown, null, 0, 0, 0, Residuals(Eliminate(levels), null));
    }

    internal SeasonModel Learn()
    {
        Accumulate();
        var rss = new double[4];
        double scale = gram[(wide * wide) - 1];
        RssOfStages(rss);
        if (!(rss[0] > 1e-20 * scale))
        {
            return new SeasonModel(KpiSeason.None, null, 0, 0, 1, breaks);
        }

        int months = CalendarMonths();
        int waves = months >= 8 ? WavesFound(rss) : 0;
        if (n >= SeasonModel.MonthsFrom && months == 12 && TryMonths(rss[0], waves, rss[waves == 8 ? 3 : 2], out SeasonModel? model))
        {
            return model!;
        }

        double[] beta = Eliminate(levels + waves);
        if (waves == 0)
        {
            return Result(KpiSeason.None, null, 0, 0, 0, Residuals(beta, null));
        }

        double[] effects = WaveEffects(beta, waves);
        double rangeLoss = 0;
        double cosines = 0;
        for (int w = 0; w < waves; w++)
        {
            double cosine = SeasonModel.CosineOf((w / 2) + 1);
            cosines += cosine;
            rangeLoss += 1 - cosine;
        }

        return Result(KpiSeason.Waves, effects, waves, rangeLoss, cosines, Residuals(beta, effects));
    }

    private double[] WaveEffects(double[] beta, int waves)
    {
        var effects = new double[12];
        for (int month = 0; month < 12; month++)
        {
            for (int w = 0; w < waves; w++)
            {
                effects[month] += beta[levels + w] * Wave(month, w);
            }
        }

        return effects;
    }

    /// <summary>How many coefficients of waves are worth having: one or two waves a year, four where those clearly leave something out.</summary>
    private int WavesFound(double[] rss)
    {
        // Autocorrelated months swing slowly by themselves: their power at one wave a year is this many times that of independent ones.
        double[] residuals = Residuals(Eliminate(levels + 4), WaveEffects(Eliminate(levels + 4), 4));
        double r = Corrected(residuals, 2.73);
        double swing = (1 - (r * r)) / (1 - (2 * r * SeasonModel.CosineOf(1)) + (r * r));
        bool one = IsThere(rss[0], rss[1], 2, swing);
        bool two = IsThere(rss[0], rss[2], 4, swing);
        bool four = P(rss[0] - rss[3], 8, rss[3], n - levels - 8) < FineLevel && P(rss[2] - rss[3], 4, rss[3], n - levels - 8) < FineLevel;
        return four ? 8 : two && (!one || P(rss[1] - rss[2], 2, rss[2], n - levels - 4) < Level) ? 4 : one ? 2 : 0;
    }

    private bool TryMonths(double rss0, int waves, double rssWaves, out SeasonModel? model)
    {
        model = null;
        (double[] beta, double[] effects, double rss) = DemeanedFit();
        int rest = waves == 8 ? 3 : 7;
        bool there = P(rss0 - rss, 11, rss, n - levels - 11) < Level;
        if (!there || (waves > 0 && P(rssWaves - rss, rest, rss, n - levels - 11) >= Level))
        {
            return false;
        }

        model = Result(KpiSeason.CalendarMonths, effects, 11, 12, -1, Residuals(beta, effects));
        return true;
    }

    private bool IsThere(double without, double with, int parameters, double swing) =>
        1 - (with / without) > Strong || P((without - with) / swing, parameters, with, n - levels - parameters) < Level;

    private static double P(double explained, int parameters, double rest, int freedom)
    {
        if (freedom < 1)
        {
            return 1;
        }

        if (!(rest > 0))
        {
            return explained > 0 ? 0 : 1;
        }

        double f = Math.Max(0, explained) / parameters / (rest / freedom);
        return BetaFunction.Regularized(freedom / 2.0, parameters / 2.0, freedom / (freedom + (parameters * f)));
    }

    private int CalendarMonths()
    {
        int seen = 0;
        for (int i = 0; i < n; i++)
        {
            seen |= 1 << Month(i);
        }

        int count = 0;
        for (; seen != 0; seen &= seen - 1)
        {
            count++;
        }

        return count;
    }

    internal static double Wave(int month, int w)
    {
        int place = ((w / 2) + 1) * month % 12;
        return w % 2 == 0 ? SeasonModel.CosineOf(place) : SeasonModel.SineOf(place);
    }

    private double[] Residuals(double[] beta, double[]? effects)
    {
        double shift = values[0];
        var residuals = new double[n];
        for (int i = 0; i < n; i++)
        {
            SetLevels(i);
            double rest = values[i] - shift - (effects is null ? 0 : effects[Month(i)]);
            for (int j = 0; j < levels; j++)
            {
                rest -= beta[j] * row[j];
            }

            residuals[i] = rest;
        }

        return residuals;
    }

    /// <summary>The autocorrelation with the bias of the coefficients taken out, from 0 to 0.9.</summary>
    private double Corrected(double[] residuals, double cosines)
    {
        double r1 = SerialDependence.LagOne(residuals, times is null ? null : Head(times, n));
        return Math.Min(Math.Max(r1 + ((levels + cosines + (4 * r1)) / n), 0), 0.9);
    }

    /// <param name="season">What was found.</param>
    /// <param name="effects">The effects.</param>
    /// <param name="parameters">How many coefficients the season has.</param>
    /// <param name="rangeLoss">Sum of 1 - cos w over the coefficients: what they took of the squared moving ranges, in variances.</param>
    /// <param name="cosines">Sum of cos w: what they took of the lag-one products.</param>
    /// <param name="residuals">What is left.</param>
    private SeasonModel Result(KpiSeason season, double[]? effects, int parameters, double rangeLoss, double cosines, double[] residuals)
    {
        double r = Corrected(residuals, cosines);
        double used = Believed(r, n);
        double widening = Math.Sqrt((1 + (SeasonError * parameters / n)) / (1 - (rangeLoss / n))) * WideningOf(used);
        return new SeasonModel(season, effects, parameters, used, widening, breaks);
    }

    internal static int[] Head(int[] times, int n)
    {
        if (times.Length == n)
        {
            return times;
        }

        var head = new int[n];
        Array.Copy(times, head, n);
        return head;
    }

    /// <summary>
    /// What is believed of a measured autocorrelation: little of a small one, which short series show by chance. With this offset the simulation behind docs/kpis.md
    /// finds a lasting shift of 1.5 sd in 60 % without autocorrelation and alarms falsely about as often with one of 0.3.
    /// </summary>
    private static double Believed(double r, int n) => Math.Max(0, r - (0.09 * Math.Sqrt(24.0 / n)));

    /// <summary>
    /// (1 + r) / (1 - r), once its root because moving ranges of such months are too small, once because sums of such months swing wider.
    /// </summary>
    private static double WideningOf(double r) => (1 + r) / (1 - r);
}
