using System.Globalization;

namespace TcmCrm.Roi.Kpis;

/// <summary>What a reader of an assessment has to know.</summary>
internal static class KpiWarnings
{
    private const int Shown = 6;

    /// <summary>With 0.2 the default rules alarm falsely twice as often as stated; estimates of short series scatter by about 0.17.</summary>
    private const double AutocorrelationToTell = 0.3;

    public static Message[] Of(KpiAssessment assessment)
    {
        var found = new List<Message>();
        KpiSeries series = assessment.Series;
        string id = series.Segment.Length == 0 ? series.Definition.Id : series.Definition.Id + "/" + series.Segment;
        void Add(string code, string english, string chinese) => found.Add(new Message(code, english, chinese, id));

        if (series.ObservedCount < KpiAssessment.MinimumCount)
        {
            Add(
                "tooFewValues",
                Text("{0} months with values; a state needs {1}.", series.ObservedCount, KpiAssessment.MinimumCount),
                Text("有数据的月份为 {0} 个,判断状态至少需要 {1} 个。", series.ObservedCount, KpiAssessment.MinimumCount));
        }

        Values(series, Add);
        Chart(assessment, Add);
        Trend(assessment, Add);
        Forecast(assessment, Add);
        return [.. found];
    }

    private static void Values(KpiSeries series, Action<string, string, string> add)
    {
        if (series.ObservedCount < series.Count)
        {
            string months = string.Join(", ", series.Gaps.Take(Shown).Select(month => Text("{0:uuuu-MM}", month))) + (series.Gaps.Count > Shown ? ", ..." : string.Empty);
            add(
                "gaps",
                Text("{0} of {1} months have no value: {2}.", series.Count - series.ObservedCount, series.Count, months),
                Text("{1} 个月中有 {0} 个月没有数值:{2}。", series.Count - series.ObservedCount, series.Count, months));
        }

        KpiDefinition kpi = series.Definition;
        int outside = series.RawValues.Count(value => value < kpi.Minimum || value > kpi.Maximum);
        if (outside > 0)
        {
            add(
                "valuesOutOfRange",
                Text("{0} values are outside {1} to {2}: is the unit right?", outside, Bound(kpi.Minimum), Bound(kpi.Maximum)),
                Text("{0} 个数值超出 {1} 至 {2} 的范围,请核对单位。", outside, Bound(kpi.Minimum), Bound(kpi.Maximum)));
        }
    }

    private static void Chart(KpiAssessment assessment, Action<string, string, string> add)
    {
        ControlChart chart = assessment.Chart;
        if (!chart.IsAvailable)
        {
            (string english, string chinese) = chart.Status switch
            {
                ControlChartStatus.SeasonNotCovered => ("the baseline does not hold each calendar month twice", "基线期内各月份未满两次"),
                ControlChartStatus.ValuesNotPositive => ("logarithms need values above 0", "取对数要求数值大于 0"),
                ControlChartStatus.NotMonthly => ("the series is not monthly", "序列不是月度序列"),
                _ => ("the baseline has too few values (12 are needed, 2 where months are named)", "基线期数据不足(需 12 个月,指定基线期时至少 2 个月)"),
            };
            add("noControlLimits", "No control limits: " + english + ".", "无法计算控制限:" + chinese + "。");
            return;
        }

        if (chart.Limits.Status == ControlLimitsStatus.TooShort)
        {
            add(
                "baselineTooShort",
                Text("The baseline has {0} months; under 12 the limits are a guess.", chart.Limits.BaselineCount),
                Text("基线期仅 {0} 个月,少于 12 个月时控制限不可靠。", chart.Limits.BaselineCount));
        }
        else if (chart.Limits.Status == ControlLimitsStatus.Provisional)
        {
            add(
                "baselineProvisional",
                Text("The baseline has {0} months; the limits are provisional until 24.", chart.Limits.BaselineCount),
                Text("基线期为 {0} 个月,满 24 个月前控制限为暂定。", chart.Limits.BaselineCount));
        }

        double autocorrelation = assessment.Trend.IsAvailable ? assessment.Trend.Test.Autocorrelation : 0;
        if (autocorrelation >= AutocorrelationToTell && chart.Alarms.Count > 0)
        {
            add(
                "alarmsUnderAutocorrelation",
                Text("The months are autocorrelated (about {0:0.0}): alarms are more often false than the rule set states.", autocorrelation),
                Text("各月数据存在自相关(约 {0:0.0}),误报率高于该规则集标明的水平。", autocorrelation));
        }

        if (chart.Limits.MeanMovingRange == 0)
        {
            add("baselineWithoutVariation", "The baseline has no variation: any other value is outside the limits.", "基线期数值无变化,任何不同的数值都会超出控制限。");
        }
    }

    private static void Trend(KpiAssessment assessment, Action<string, string, string> add)
    {
        KpiTrend trend = assessment.Trend;
        if (trend.IsAvailable && trend.Test.IsExact && trend.Test.VarianceFactor > 1)
        {
            add(
                "exactPIgnoresAutocorrelation",
                Text("The exact p takes no account of autocorrelation; corrected for it p is {0:0.000}.", trend.Test.NormalPValue),
                Text("精确 p 值未考虑自相关,校正后 p 值为 {0:0.000}。", trend.Test.NormalPValue));
        }

        if (trend.IsSeasonal && trend.Test.IsSignificant(assessment.Options.Level) != trend.Seasonal.PValue <= assessment.Options.Level)
        {
            SeasonalTrend seasonal = trend.Seasonal;
            add(
                "seasonalTestDiffers",
                Text("The plain test (p = {0:0.000}) and the seasonal test (p = {1:0.000}) disagree; the state follows the seasonal one.", trend.Test.PValue, seasonal.PValue),
                Text("普通检验(p = {0:0.000})与季节检验(p = {1:0.000})结论不一致,状态以季节检验为准。", trend.Test.PValue, seasonal.PValue));
        }
    }

    private static void Forecast(KpiAssessment assessment, Action<string, string, string> add)
    {
        KpiForecast forecast = assessment.Forecast;
        KpiDefinition kpi = assessment.Series.Definition;
        if (assessment.HasTarget && kpi.Direction == KpiDirection.Neutral)
        {
            add("targetWithoutDirection", "The KPI has no better direction; the target is not judged.", "该指标无优劣方向,不判断是否达标。");
        }

        if (!forecast.IsAvailable)
        {
            if (forecast.Status is KpiForecastStatus.TooFewValues or KpiForecastStatus.NoVariation or KpiForecastStatus.NotMonthly)
            {
                add(
                    "noForecast",
                    "No forecast to the target: " + (forecast.Status == KpiForecastStatus.TooFewValues ? "fewer than 8 months with values." : forecast.Status == KpiForecastStatus.NoVariation ? "the values do not vary." : "the series is not monthly."),
                    "无法预测:" + (forecast.Status == KpiForecastStatus.TooFewValues ? "有数据的月份少于 8 个。" : forecast.Status == KpiForecastStatus.NoVariation ? "数值没有波动。" : "序列不是月度序列。"));
            }

            return;
        }

        if (forecast.IsAtEdge)
        {
            add(
                "autocorrelationAtEdge",
                Text("The autocorrelation was found at the edge of its range ({0:0.00}); interval and chance are not to be trusted.", forecast.Autocorrelation),
                Text("自相关系数达到搜索范围边界({0:0.00}),区间与达标概率不可信。", forecast.Autocorrelation));
        }

        if (2 * forecast.MonthsAhead > assessment.Series.ObservedCount)
        {
            add(
                "forecastFarAhead",
                Text("The forecast reaches {0} months past {1} months of values.", forecast.MonthsAhead, assessment.Series.ObservedCount),
                Text("预测期 {0} 个月,而历史数据仅 {1} 个月。", forecast.MonthsAhead, assessment.Series.ObservedCount));
        }

        if (forecast.Mean < kpi.Minimum || forecast.Mean > kpi.Maximum)
        {
            add(
                "forecastOutOfRange",
                Text("The forecast {0:G4} is outside {1} to {2}: a straight trend cannot go on that long.", forecast.Mean, Bound(kpi.Minimum), Bound(kpi.Maximum)),
                Text("预测值 {0:G4} 超出 {1} 至 {2} 的范围,线性趋势无法持续到该月。", forecast.Mean, Bound(kpi.Minimum), Bound(kpi.Maximum)));
        }
    }

    private static string Bound(double bound) =>
        double.IsNegativeInfinity(bound) ? "-∞" : double.IsPositiveInfinity(bound) ? "∞" : bound.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(string format, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, format, arguments);
}
