using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>Where a KPI will stand in the month of its target if it goes on as it did: mean, prediction interval, and the chance to be on target.</summary>
/// <remarks>
/// y = b0 + b1 t [+ calendar months from 24 months with values that hold all twelve] [+ a step where the level broke] + e, e AR(1), by restricted maximum likelihood; y is the logarithm of money whose
/// values are all positive. A step is taken in where the largest F over its places, six months trimmed at each end and scaled for autocorrelation, exceeds 12. Forecast h
/// months past the last value: x_f b + rho^h e_n; variance s2 [(1 - rho^2h) / (1 - rho^2) + g'Ag], g = x_f - rho^h x_n; Student t with
/// max(n(1-r)/(1+r) - k, 2) degrees of freedom. Where the slope of the latest months differs from that of the whole, max(0, 3 d^2 - 1.3 se^2) (h + n/4)^2 is added to the variance, at most six times of it. It knows nothing of changes to come.
/// A mean beyond <see cref="KpiDefinition.Minimum"/> or <see cref="KpiDefinition.Maximum"/> is put to that end, and the square of what it was beyond is added to the variance, because the line does not hold there:
/// the chance and the interval follow from these, and the ends of the interval are kept in the range.
/// </remarks>
public sealed class KpiForecast
{
    /// <summary>A drifting slope adds at most six times the variance that there is without it: more would say nothing.</summary>
    internal const double MostDrift = 6;

    private readonly Values? values;

    private KpiForecast(Message? reason, Values? values)
    {
        Reason = reason;
        this.values = values;
    }

    /// <summary>
    /// Why there is no forecast; null where there is one. By code: <c>noTarget</c>: no target was set. <c>targetMonthReached</c>: the month of the target is not after
    /// the last month with a value. <c>tooFewValues</c>: fewer than 8 months with values. <c>noVariation</c>: the values follow the model without any variation, so
    /// that there is no noise to judge a chance by. <c>notMonthly</c>: the series is not monthly.
    /// </summary>
    public Message? Reason { get; }

    /// <summary>Whether there is a forecast.</summary>
    public bool IsAvailable => values is not null;

    /// <summary>The month that is forecast: the target's.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public YearMonth Month => Get().Month;

    /// <summary>How many months after the last value that is.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public int MonthsAhead => Get().MonthsAhead;

    /// <summary>The expected value, in the unit of the KPI and kept inside its range.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double Mean => Get().Mean;

    /// <summary>Lower end of the prediction interval of the month's value, kept inside the range of the KPI.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double Lower => Get().Lower;

    /// <summary>Upper end of the prediction interval of the month's value, kept inside the range of the KPI.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double Upper => Get().Upper;

    /// <summary>The confidence level of the interval.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double ConfidenceLevel => Get().ConfidenceLevel;

    /// <summary>The standard error of the prediction, with what the line was beyond the range of the KPI.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double StandardError => Get().StandardError;

    /// <summary>The degrees of freedom of the interval and the chance.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double DegreesOfFreedom => Get().Fit.DegreesOfFreedom;

    /// <summary>The chance, from 0 to 1, that the month's value meets the target or is better (higher, for a KPI without a better direction).</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double Chance => Get().Chance;

    /// <summary>The change a month that is needed from now on: (target - trend level now, in the season of the target) / months ahead.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double NeededMonthlyRate => Get().NeededRate;

    /// <summary>The change a month that was achieved: the trend b1 of the model.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double AchievedMonthlyRate => Get().AchievedRate;

    /// <summary>The standard error of <see cref="AchievedMonthlyRate"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double AchievedMonthlyRateStandardError => Get().AchievedRateError;

    /// <summary>The autocorrelation of the noise from month to month.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public double Autocorrelation => Get().Fit.Rho;

    /// <summary>Whether the model has calendar months.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public bool IsSeasonal => Get().IsSeasonal;

    /// <summary>Whether growth was taken as a share, on the logarithms: of money whose values are all positive.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public bool IsOfLogs => Get().IsOfLogs;

    /// <summary>Whether the level broke: the forecast starts from the level since <see cref="BreakMonth"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public bool HasBreak => Get().BreakMonth is not null;

    /// <summary>The first month on the new level.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast, or no break; see <see cref="HasBreak"/>.</exception>
    public YearMonth BreakMonth => Get().BreakMonth ?? throw new InvalidOperationException("The level did not break.");

    /// <summary>Whether the autocorrelation was found at the end of the range searched: interval and chance are then not to be trusted.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast.</exception>
    public bool IsAtEdge => Get().Fit.IsAtEdge;

    /// <summary>What the line alone gives for the month, which may lie beyond the range of the KPI; <see cref="Mean"/> where it does not.</summary>
    internal double OfLine => Get().OfLine;

    /// <summary>Forecasts a series to the month of a target.</summary>
    /// <param name="series">A monthly series.</param>
    /// <param name="target">The target.</param>
    /// <param name="confidenceLevel">Of the interval; above 0 and below 1.</param>
    /// <returns>The forecast, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidenceLevel"/> is outside.</exception>
    public static KpiForecast To(KpiSeries series, KpiTarget target, double confidenceLevel = 0.95)
    {
        Check.NotNull(series);
        Check.NotNull(target);
        if (confidenceLevel is not (> 0 and < 1))
        {
            throw Check.OutOfRange(nameof(confidenceLevel), confidenceLevel, "above 0 and below 1", AllowedRange.InsideOne);
        }

        if (series.Frequency != KpiFrequency.Monthly)
        {
            return None("notMonthly");
        }

        (double[] y, int[]? times) = KpiTrend.Observed(series);
        if (y.Length < Ar1Reml.MinimumObservations(2))
        {
            return None("tooFewValues.forecast");
        }

        int last = times is null ? y.Length - 1 : times[times.Length - 1];
        int ahead = KpiSeries.MonthsBetween(series.MonthAt(last), target.By);
        if (ahead < 1)
        {
            return None("targetMonthReached");
        }

        int firstSeason = series.Start.Month - 1;
        bool logs = series.Definition.Unit == KpiUnit.Money && y.All(value => value > 0);
        if (logs)
        {
            y = [.. y.Select(value => Math.Log(value))];
        }

        bool seasonal = y.Length >= KpiTrend.SeasonalMinimumCount && HoldsAllMonths(times, y.Length, firstSeason);
        double effect = 0;
        SeasonModel season = seasonal ? SeasonModel.Of(y, times, firstSeason, 0, y.Length, y.Length) : SeasonModel.Plain;
        int known = season.Breaks.LastOrDefault();
        ForecastCheck check = ForecastCheck.Of(season.Without(y, times, firstSeason), times, y.Length - known >= 3 ? known : 0);
        DesignMatrix design = Design(y.Length, times, seasonal, firstSeason, check.BreakAt);
        Ar1RemlFit fit = Ar1Reml.Fit(design, y, times);
        if (check.BreakAt > 0 && seasonal && fit.Status is (Ar1RemlStatus.RankDeficient or Ar1RemlStatus.TooFewObservations))
        {
            // A step at the turn of a year, a slope and twelve months are too many for two years: the season is then the one of the chart.
            y = season.Without(y, times, firstSeason);
            seasonal = false;
            effect = season.EffectOf((firstSeason + last + ahead) % 12);
            design = Design(y.Length, times, seasonal, firstSeason, check.BreakAt);
            fit = Ar1Reml.Fit(design, y, times);
        }

        if (fit.Status == Ar1RemlStatus.TooFewObservations || fit.Status == Ar1RemlStatus.RankDeficient)
        {
            return None("tooFewValues.forecast");
        }

        return fit.IsFitted
            ? new KpiForecast(null, Predict(fit, design, y, times, last, ahead, seasonal, firstSeason, check, effect, logs, series, target, confidenceLevel))
            : None("noVariation.forecast");
    }

    /// <summary>An invariant text, such as <c>2026-12: 0.87 [0.81, 0.93], chance 0.18</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsAvailable
        ? string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM}: {1:G6} [{2:G6}, {3:G6}], chance {4:G3}", Month, Mean, Lower, Upper, Chance)
        : Reason!.ToString();

    internal static KpiForecast None(string id) => new(new Message(id), null);

    private static Values Predict(
        Ar1RemlFit fit,
        DesignMatrix design,
        double[] y,
        int[]? times,
        int last,
        int ahead,
        bool seasonal,
        int firstSeason,
        ForecastCheck check,
        double effect,
        bool logs,
        KpiSeries series,
        KpiTarget target,
        double confidence)
    {
        int k = design.Columns;
        var future = new double[k];
        Row(future, 0, 1, last + ahead, seasonal, firstSeason, check.BreakAt > 0);
        double carry = Math.Pow(fit.Rho, ahead);
        double lastFit = 0;
        double level0 = 0;
        var g = new double[k];
        for (int j = 0; j < k; j++)
        {
            double lastRow = design[y.Length - 1, j];
            lastFit += lastRow * fit.Beta[j];
            level0 += future[j] * fit.Beta[j];
            g[j] = future[j] - (carry * lastRow);
        }

        level0 += effect;
        double mean = level0 + (carry * (y[y.Length - 1] - lastFit));
        double reach = ahead + (y.Length / 4.0);
        double variance = (fit.InnovationVariance * (1 - (carry * carry)) / (1 - (fit.Rho * fit.Rho))) + fit.CombinationVariance(g);
        variance += Math.Min(check.SlopeVariance * reach * reach, MostDrift * variance);
        double line = mean;
        if (!logs)
        {
            // A value that the KPI cannot have says that the line does not hold: what it is beyond the range is an error of the model.
            mean = InRange(mean, series.Definition);
            variance += (line - mean) * (line - mean);
        }

        double error = Math.Sqrt(variance);
        double wanted = !logs ? target.Value : target.Value > 0 ? Math.Log(target.Value) : double.NegativeInfinity;
        double t = (wanted - mean) / error;
        double chance = StudentT.Cdf(series.Definition.Direction == KpiDirection.LowerIsBetter ? t : -t, fit.DegreesOfFreedom);
        double half = StudentT.TwoSidedCritical(confidence, fit.DegreesOfFreedom) * error;
        double levelNow = level0 - (fit.Beta[1] * ahead);
        double scale = logs ? Math.Exp(levelNow) : 1;
        return new Values(
            target.By,
            ahead,
            logs ? Math.Exp(line) : line,
            InRange(logs ? Math.Exp(mean) : mean, series.Definition),
            logs ? Math.Exp(mean) * error : error,
            InRange(logs ? Math.Exp(mean - half) : mean - half, series.Definition),
            InRange(logs ? Math.Exp(mean + half) : mean + half, series.Definition),
            confidence,
            chance,
            (target.Value - (logs ? scale : levelNow)) / ahead,
            fit.Beta[1] * scale,
            fit.StandardError(1) * scale,
            seasonal || effect != 0,
            logs,
            check.BreakAt == 0 ? null : series.MonthAt(times is null ? check.BreakAt : times[check.BreakAt]),
            fit);
    }

    private static double InRange(double value, KpiDefinition kpi) => Math.Max(kpi.Minimum, Math.Min(kpi.Maximum, value));

    private static bool HoldsAllMonths(int[]? times, int n, int firstSeason)
    {
        int seen = 0;
        for (int i = 0; i < n; i++)
        {
            seen |= 1 << ((firstSeason + (times is null ? i : times[i])) % 12);
        }

        return seen == 0xFFF;
    }

    private static DesignMatrix Design(int n, int[]? times, bool seasonal, int firstSeason, int breakAt)
    {
        var design = new DesignMatrix(n, (seasonal ? 13 : 2) + (breakAt > 0 ? 1 : 0));
        for (int i = 0; i < n; i++)
        {
            Row(design.Values, i, n, times is null ? i : times[i], seasonal, firstSeason, breakAt > 0 && i >= breakAt);
        }

        return design;
    }

    /// <summary>One row of the design: constant, time, the calendar month but for January, and the step of a break. Column c is at offset + c * stride.</summary>
    private static void Row(double[] target, int offset, int stride, int time, bool seasonal, int firstSeason, bool isAfterBreak)
    {
        target[offset] = 1;
        target[offset + stride] = time;
        int season = (firstSeason + time) % 12;
        if (seasonal && season > 0)
        {
            target[offset + ((1 + season) * stride)] = 1;
        }

        if (isAfterBreak)
        {
            target[offset + ((seasonal ? 13 : 2) * stride)] = 1;
        }
    }

    private Values Get() => values ?? throw new InvalidOperationException("There is no forecast: " + Reason + ".");

    private sealed class Values(
        YearMonth month,
        int monthsAhead,
        double ofLine,
        double mean,
        double standardError,
        double lower,
        double upper,
        double confidenceLevel,
        double chance,
        double neededRate,
        double achievedRate,
        double achievedRateError,
        bool isSeasonal,
        bool isOfLogs,
        YearMonth? breakMonth,
        Ar1RemlFit fit)
    {
        public YearMonth Month { get; } = month;

        public int MonthsAhead { get; } = monthsAhead;

        public double OfLine { get; } = ofLine;

        public double Mean { get; } = mean;

        public double StandardError { get; } = standardError;

        public double Lower { get; } = lower;

        public double Upper { get; } = upper;

        public double ConfidenceLevel { get; } = confidenceLevel;

        public double Chance { get; } = chance;

        public double NeededRate { get; } = neededRate;

        public double AchievedRate { get; } = achievedRate;

        public double AchievedRateError { get; } = achievedRateError;

        public bool IsSeasonal { get; } = isSeasonal;

        public bool IsOfLogs { get; } = isOfLogs;

        public YearMonth? BreakMonth { get; } = breakMonth;

        public Ar1RemlFit Fit { get; } = fit;
    }
}
