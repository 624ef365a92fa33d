using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>What a reader of an assessment has to know.</summary>
internal sealed class KpiWarnings
{
    private const int Shown = 6;

    /// <summary>With 0.2 the default rules alarm falsely twice as often as stated; estimates of short series scatter by about 0.17.</summary>
    private const double AutocorrelationToTell = 0.3;

    private readonly List<Message> _found = [];
    private readonly MessageArgument _subject;
    private readonly KpiAssessment _assessment;
    private readonly KpiSeries _series;

    private KpiWarnings(KpiAssessment assessment)
    {
        _assessment = assessment;
        _series = assessment.Series;
        string id = _series.Definition.Id;
        _subject = MessageArgument.Text("subject", _series.Segment.Length == 0 ? id : id + "/" + _series.Segment);
    }

    public static IReadOnlyList<Message> Of(KpiAssessment assessment)
    {
        var warnings = new KpiWarnings(assessment);
        warnings.OfValues();
        warnings.OfChart();
        warnings.OfTrend();
        warnings.OfForecast();
        return warnings._found.AsReadOnly();
    }

    private void Add(string id, params MessageArgument[] arguments) => _found.Add(new Message(id, [_subject, .. arguments]));

    private void OfValues()
    {
        if (_series.ObservedCount < KpiAssessment.MinimumCount)
        {
            Add("tooFewValues", Count("count", _series.ObservedCount), Count("needed", KpiAssessment.MinimumCount));
        }

        IReadOnlyList<YearMonth> gaps = _series.Gaps;
        if (gaps.Count > 0)
        {
            Add(
                gaps.Count > Shown ? "gaps.more" : "gaps",
                Count("missing", gaps.Count),
                Count("count", _series.Count),
                MessageArgument.Parts("months", gaps.Take(Shown).Select(month => new Message("gaps.month", MessageArgument.Month("month", month)))));
        }

        if (_assessment.IsSeasonUnknown && _series.ObservedCount >= KpiAssessment.MinimumCount)
        {
            Add("seasonUnknown", Count("months", _series.ObservedCount), Count("needed", SeasonModel.MinimumCount));
        }

        if (_assessment.HasLevelBreak && !_assessment.Chart.IsAvailable)
        {
            AddBreak(_assessment.Chart, isLimit: false);
        }

        KpiDefinition kpi = _series.Definition;
        int outside = _series.RawValues.Count(value => value < kpi.Minimum || value > kpi.Maximum);
        if (outside > 0)
        {
            AddOutside("valuesOutOfRange", Count("count", outside));
        }
    }

    private void OfChart()
    {
        ControlChart chart = _assessment.Chart;
        if (chart.Reason is { } reason)
        {
            Add("noControlLimits", MessageArgument.Part("reason", reason));
            return;
        }

        int asked = AskedFor(chart);
        if (_assessment.HasLevelBreak)
        {
            AddBreak(chart, chart.Limits.BaselineCount < asked && chart.BaselineTo < _assessment.LevelBreakMonth);
        }

        if (!chart.Limits.IsFirm && chart.Limits.BaselineCount == asked)
        {
            Add(chart.Limits.IsProvisional ? "baselineProvisional" : "baselineTooShort", Count("months", chart.Limits.BaselineCount));
        }

        double autocorrelation = _assessment.Trend.IsAvailable ? _assessment.Trend.Test.Autocorrelation : 0;
        if (chart.Basis != ChartBasis.Adjusted && autocorrelation >= AutocorrelationToTell && chart.Alarms.Count > 0)
        {
            Add("alarmsUnderAutocorrelation", MessageArgument.Number("autocorrelation", autocorrelation, 1));
        }

        if (chart.Limits.MeanMovingRange == 0)
        {
            Add("baselineWithoutVariation");
        }
    }

    /// <summary>How many values the baseline would have on one level.</summary>
    private int AskedFor(ControlChart chart)
    {
        KpiBaseline baseline = _assessment.Options.Baseline;
        return baseline.IsAutomatic
            ? ControlChart.AutomaticCount(_series.ObservedCount)
            : chart.Points.Count(point => point.Month >= baseline.From && point.Month <= baseline.To);
    }

    private void AddBreak(ControlChart chart, bool isLimit)
    {
        if (_assessment.IsSeasonUnknown)
        {
            Add("levelBreak.short", MessageArgument.Month("month", _assessment.LevelBreakMonth), Count("needed", SeasonModel.MinimumCount));
            return;
        }

        (double before, double since) = _assessment.Levels();
        MessageArgument[] arguments = [MessageArgument.Month("month", _assessment.LevelBreakMonth), Level("before", before), Level("since", since)];
        if (isLimit)
        {
            Add("levelBreak.limits", [.. arguments, Count("months", chart.Limits.BaselineCount)]);
        }
        else
        {
            Add("levelBreak", arguments);
        }
    }

    private MessageArgument Level(string name, double value) => Value(name, value, _series.Definition.Unit == KpiUnit.Ratio ? 1 : SignificantDecimals(value));

    private void OfTrend()
    {
        KpiTrend trend = _assessment.Trend;
        if (trend.IsAvailable && trend.Test.IsExact && trend.Test.VarianceFactor > 1)
        {
            Add("exactPIgnoresAutocorrelation", P("pValue", trend.Test.NormalPValue));
        }

        if (trend.IsSeasonal && _assessment.HasSeason && trend.Test.IsSignificant(_assessment.Options.Level) != trend.SeasonalTest.PValue <= _assessment.Options.Level)
        {
            Add(
                "seasonalTestDiffers",
                P("plain", trend.Test.PValue),
                P("seasonal", trend.SeasonalTest.PValue));
        }
    }

    private void OfForecast()
    {
        KpiForecast forecast = _assessment.Forecast;
        KpiDefinition kpi = _series.Definition;
        if (_assessment.HasTarget && kpi.Direction == KpiDirection.Neutral)
        {
            Add("targetWithoutDirection");
        }

        if (forecast.Reason is { } reason)
        {
            // Without a target, and once its month is reached, there is nothing to forecast: no lack to tell.
            if (reason.Code is not ("noTarget" or "targetMonthReached"))
            {
                Add("noForecast", MessageArgument.Part("reason", reason));
            }

            return;
        }

        if (forecast.IsAtEdge)
        {
            Add("autocorrelationAtEdge", MessageArgument.Number("autocorrelation", forecast.Autocorrelation, 2));
        }

        if (forecast.HasBreak && !(_assessment.HasLevelBreak && _assessment.LevelBreakMonth == forecast.BreakMonth))
        {
            Add("forecastAfterBreak", MessageArgument.Month("month", forecast.BreakMonth));
        }

        if (2 * forecast.MonthsAhead > _series.ObservedCount)
        {
            Add("forecastFarAhead", Count("ahead", forecast.MonthsAhead), Count("months", _series.ObservedCount));
        }

        if (forecast.OfLine < kpi.Minimum || forecast.OfLine > kpi.Maximum)
        {
            AddOutside("forecastOutOfRange", Value("forecast", forecast.OfLine, kpi.Unit == KpiUnit.Ratio ? 1 : SignificantDecimals(forecast.OfLine)));
        }
    }

    /// <summary>What lies outside the range of the KPI; a range that is open on one side names its one end.</summary>
    private void AddOutside(string code, MessageArgument what)
    {
        KpiDefinition kpi = _series.Definition;
        if (double.IsInfinity(kpi.Maximum))
        {
            Add(code + ".below", what, Bound("minimum", kpi.Minimum));
        }
        else if (double.IsInfinity(kpi.Minimum))
        {
            Add(code + ".above", what, Bound("maximum", kpi.Maximum));
        }
        else
        {
            Add(code, what, Bound("minimum", kpi.Minimum), Bound("maximum", kpi.Maximum));
        }
    }

    private MessageArgument Bound(string name, double bound)
    {
        int decimals = 0;
        double shown = _series.Definition.Unit == KpiUnit.Ratio ? 100 * bound : bound;
        while (decimals < 12 && Math.Round(shown, decimals) != shown)
        {
            decimals++;
        }

        return Value(name, bound, decimals);
    }

    private MessageArgument Value(string name, double value, int decimals) =>
        _series.Definition.Unit == KpiUnit.Ratio ? MessageArgument.Ratio(name, value, decimals) : MessageArgument.Number(name, value, decimals);

    /// <summary>The decimals that show four significant digits.</summary>
    private static int SignificantDecimals(double value) =>
        value == 0 ? 0 : (int)Math.Max(0, Math.Min(12, 3 - Math.Floor(Math.Log10(Math.Abs(value)))));

    /// <summary>A p value behind the letter p.</summary>
    private static MessageArgument P(string name, double p) =>
        MessageArgument.Part(name, p < 0.001 ? new Message("statedP.small") : new Message("statedP", MessageArgument.Number("value", p, 3)));

    private static MessageArgument Count(string name, int count) => MessageArgument.Number(name, count);
}
