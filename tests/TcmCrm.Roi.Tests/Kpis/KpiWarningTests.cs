using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiWarningTests
{
    private static readonly YearMonth January = new(2023, 1);
    private static readonly KpiAssessmentOptions Default = KpiAssessmentOptions.Default;

    [Fact]
    public void Subject_IsTheKpiAndItsSegment()
    {
        Assert.Equal(["HoursSaved"], Find(KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0]), "tooFewValues")!.Subjects);
        Assert.Equal(["HoursSaved/East"], Find(KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0], "East"), "tooFewValues")!.Subjects);
    }

    [Fact]
    public void TooFewValues_AreCounted()
    {
        Told(
            Find(Series([1, 2, 3, 4, 5, 6, 7]), "tooFewValues"),
            "7 months with values; a state needs 8.",
            "有数据的月份为7个，判断状态至少需要8个。");
        Assert.Null(Find(Series([1, 2, 3, 4, 5, 6, 7, 8]), "tooFewValues"));
    }

    [Fact]
    public void Gaps_AreNamedUpToSix()
    {
        Told(
            Find(Series([1, null, 3]), "gaps"),
            "1 of 3 months has no value: 2023-02.",
            "3个月中有1个月没有数值：2023年2月。");
        const string chineseSix = "2023年2月、2023年3月、2023年4月、2023年5月、2023年6月、2023年7月";
        const string six = "2023-02, 2023-03, 2023-04, 2023-05, 2023-06, 2023-07";
        Told(
            Find(Series([1, null, null, null, null, null, null, 8, 9]), "gaps"),
            "6 of 9 months have no value: " + six + ".",
            "9个月中有6个月没有数值：" + chineseSix + "。");
        Told(
            Find(Series([1, null, null, null, null, null, null, 8, null]), "gaps"),
            "7 of 9 months have no value: " + six + " and more.",
            "9个月中有7个月没有数值：" + chineseSix + "等。");
        Assert.Null(Find(Series([1, 2, 3]), "gaps"));
    }

    [Fact]
    public void ValuesOutsideTheRangeOfTheKpi_AreCounted()
    {
        Told(
            Find(KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [0, 1, 1.01, -0.01]).WithDefinition(KpiCatalog.WinRate), "valuesOutOfRange"),
            "2 values are outside 0% to 100%: is the unit right?",
            "2个数值超出0%至100%的范围，请核对单位。");
        Told(
            Find(KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [-5.0, 30]).WithDefinition(KpiCatalog.Dso), "valuesOutOfRange"),
            "1 value is under 0: is the unit right?",
            "1个数值低于0，请核对单位。");
        var atMost = new KpiDefinition(
            "Own", KpiUnit.Number, KpiDirection.LowerIsBetter, KpiAggregation.Sum, KpiAggregation.Sum) { Maximum = 2.5 };
        Told(
            Find(KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [-1e9, 2.5, 3]).WithDefinition(atMost), "valuesOutOfRange"),
            "1 value is above 2.5: is the unit right?",
            "1个数值高于2.5，请核对单位。");
        Assert.Null(Find(KpiSeries.FromValues(KpiCatalog.WinRate, January, [0.0, 0.5, 1]), "valuesOutOfRange"));
        Assert.Null(Find(KpiSeries.FromValues(atMost, January, [-1e9, 2.5]), "valuesOutOfRange"));
    }

    [Fact]
    public void MissingLimits_HaveTheirReason()
    {
        double?[] noise = Noise(30);
        Told(
            Find(Series(noise[..11]), "noControlLimits"),
            "No control limits: the baseline has too few values (12 are needed, 2 where months are named).",
            "无法计算控制限：基线期数据不足（需12个月，指定基线期时至少2个月）。");
        Told(
            Find(Series(noise[..23]), "noControlLimits", Default.WithChart(ChartBasis.SeasonalResiduals)),
            "No control limits: the baseline does not hold each calendar month twice.",
            "无法计算控制限：基线期内各月份未满两次。");
        Told(
            Find(Series(noise), "noControlLimits", Default.WithChart(ChartBasis.SeasonalLogs)),
            "No control limits: logarithms need values above 0.",
            "无法计算控制限：取对数要求数值大于0。");
        KpiSeries quarters = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [.. Noise(36).Select(value => value!.Value)]).Aggregate(KpiFrequency.Quarterly).Series;
        Told(
            Find(quarters, "noControlLimits", Default.WithChart(ChartBasis.SeasonalResiduals)),
            "No control limits: the series is not monthly.",
            "无法计算控制限：数据不是月度数据。");
        Assert.Null(Find(Series(noise), "noControlLimits"));
    }

    [Fact]
    public void ShortBaselines_AreTold()
    {
        KpiAssessmentOptions Named(int months) => Default.WithBaseline(KpiBaseline.Months(January, January.PlusMonths(months - 1)));
        Told(
            Find(Series(Noise(30)), "baselineTooShort", Named(11)),
            "The baseline has 11 months; under 12 the limits are a guess.",
            "基线期仅11个月，少于12个月时控制限不可靠。");
        Told(
            Find(Series(Noise(30)), "baselineProvisional", Named(12)),
            "The baseline has 12 months; the limits are provisional until 24.",
            "基线期为12个月，满24个月前控制限为暂定。");
        Told(
            Find(Series(Noise(30)), "baselineProvisional", Named(23)),
            "The baseline has 23 months; the limits are provisional until 24.",
            "基线期为23个月，满24个月前控制限为暂定。");
        Assert.Null(Find(Series(Noise(30)), "baselineProvisional", Named(24)));
        Assert.Null(Find(Series(Noise(30)), "baselineTooShort", Named(12)));

        // Two values are a chart, but no trend whose autocorrelation could be told.
        Assert.NotNull(Find(Series([1, 2]), "baselineTooShort", Named(2)));
    }

    [Fact]
    public void BaselineWithoutVariation_IsTold()
    {
        Told(
            Find(Series([.. Enumerable.Repeat((double?)4, 12)]), "baselineWithoutVariation"),
            "The baseline has no variation: any other value is outside the limits.",
            "基线期数值无变化，任何不同的数值都会超出控制限。");
        Assert.Null(Find(Series(Noise(12)), "baselineWithoutVariation"));
    }

    [Fact]
    public void AlarmsOfAutocorrelatedMonths_AreQualified()
    {
        // Up and down in steps, over and over: neighbours are alike, and no value is far from the centre.
        double?[] wave = [.. Enumerable.Range(0, 48).Select(i => (double?)new[] { 0, 3, 10, 13, 10, 3 }[i % 6])];
        KpiAssessmentOptions asTheyAre = KpiAssessmentOptions.Default.WithChart(ChartBasis.Values);
        KpiAssessment calm = KpiAssessment.Of(Series(wave), asTheyAre);
        Assert.True(calm.Trend.Test.Autocorrelation > 0.3);
        Assert.Empty(calm.Chart.Alarms);
        Assert.Null(Find(calm, "alarmsUnderAutocorrelation"));

        wave[47] = 60;
        KpiAssessment alarmed = KpiAssessment.Of(Series(wave), asTheyAre);
        Assert.Null(Find(KpiAssessment.Of(Series(wave)), "alarmsUnderAutocorrelation"));
        Assert.NotEmpty(alarmed.Chart.Alarms);
        string r = FormattableString.Invariant($"{alarmed.Trend.Test.Autocorrelation:0.0}");
        Told(
            Find(alarmed, "alarmsUnderAutocorrelation"),
            "The months are autocorrelated (about " + r + "): alarms are more often false than the rule set states.",
            "各月数据存在自相关（约" + r + "），异常点的误判率高于该规则标明的水平。");

        double?[] apart = [.. Enumerable.Range(0, 48).Select(i => (double?)(i == 47 ? 60 : i % 2))];
        KpiAssessment independent = KpiAssessment.Of(Series(apart), asTheyAre);
        Assert.True(independent.Trend.Test.Autocorrelation < 0.3);
        Assert.NotEmpty(independent.Chart.Alarms);
        Assert.Null(Find(independent, "alarmsUnderAutocorrelation"));
    }

    [Fact]
    public void ExactP_IsQualifiedWhereMonthsAreAutocorrelated()
    {
        KpiAssessment dependent = KpiAssessment.Of(Series([1, 2, 3, 5, 8, 9, 8.5, 7, 6.5, 4]));
        Assert.True(dependent.Trend.Test.IsExact);
        Assert.True(dependent.Trend.Test.VarianceFactor > 1);
        string p = FormattableString.Invariant($"{dependent.Trend.Test.NormalPValue:0.000}");
        Told(
            Find(dependent, "exactPIgnoresAutocorrelation"),
            "The exact p takes no account of autocorrelation; corrected for it p = " + p + ".",
            "精确p值未考虑自相关，校正后p = " + p + "。");

        // About the line the values alternate: no autocorrelation above zero, nothing to correct.
        KpiAssessment independent = KpiAssessment.Of(Series([1, 3, 2, 5, 4, 7, 6, 9, 8, 10.5]));
        Assert.True(independent.Trend.Test.IsExact);
        Assert.Equal(1, independent.Trend.Test.VarianceFactor);
        Assert.Null(Find(independent, "exactPIgnoresAutocorrelation"));
        Assert.Null(Find(Series([1, 2, 3, 5, 8, 9, 8.5, 7, 6.5, 4, 3.5]), "exactPIgnoresAutocorrelation"));
    }

    [Fact]
    public void SeasonalTestThatDiffers_IsTold()
    {
        // A season of 40 hides a rise of 3 a year from the plain test, not from the test within calendar months.
        double?[] y = [.. Enumerable.Range(0, 48).Select(i => (double?)((40 * (i % 12 * 5 % 12)) + (i / 12 * 3) + (i % 7 * 0.25)))];
        KpiAssessment assessment = KpiAssessment.Of(Series(y));
        KpiTrend trend = assessment.Trend;
        Assert.True(trend.SeasonalTest.PValue < 0.05 && trend.Test.PValue > 0.05);
        string plain = FormattableString.Invariant($"{trend.Test.PValue:0.000}");
        string seasonal = trend.SeasonalTest.PValue < 0.001 ? "< 0.001" : FormattableString.Invariant($"= {trend.SeasonalTest.PValue:0.000}");
        Told(
            Find(assessment, "seasonalTestDiffers"),
            "The plain test (p = " + plain + ") and the seasonal test (p " + seasonal + ") disagree; the state follows the seasonal one.",
            "普通检验（p = " + plain + "）与季节检验（p " + seasonal + "）结论不一致，状态以季节检验为准。");
        Assert.Equal(KpiState.Improving, assessment.State);

        // A rise that both see, also at a level that is exactly the seasonal p: significance begins at p = level.
        double?[] rising = [.. Noise(48).Select((value, i) => value + (i * 1.0))];
        KpiTrend both = KpiTrend.Of(Series(rising));
        Assert.True(both.Test.PValue < both.SeasonalTest.PValue && both.SeasonalTest.PValue < 0.05);
        Assert.Null(Find(Series(rising), "seasonalTestDiffers"));
        Assert.Null(Find(Series(rising), "seasonalTestDiffers", Default.WithLevel(both.SeasonalTest.PValue)));
        Assert.NotNull(Find(Series(rising), "seasonalTestDiffers", Default.WithChart(ChartBasis.Values).WithLevel(both.SeasonalTest.PValue * 0.999)));

        // Where no season is there the plain test decides, and there is nothing to tell.
        Assert.Null(Find(Series(rising), "seasonalTestDiffers", Default.WithLevel(both.SeasonalTest.PValue * 0.999)));
    }

    [Fact]
    public void TargetOfAKpiWithoutDirection_IsNotJudged()
    {
        KpiAssessmentOptions target = Default.WithTarget(new KpiTarget(5, new YearMonth(2030, 1)));
        KpiSeries neutral = KpiSeries.FromValues(KpiCatalog.PriceEffect, January, Noise(30));
        Told(
            Find(neutral, "targetWithoutDirection", target),
            "The KPI has no better direction; the target is not judged.",
            "该指标无优劣方向，不判断是否达标。");
        Assert.Null(Find(neutral, "targetWithoutDirection"));
        Assert.Null(Find(Series(Noise(30)), "targetWithoutDirection", target));
    }

    [Fact]
    public void MissingForecast_HasItsReason()
    {
        KpiAssessmentOptions target = Default.WithTarget(new KpiTarget(99, new YearMonth(2030, 1)));
        Told(
            Find(Series(Noise(7)), "noForecast", target),
            "No forecast to the target: fewer than 8 months with values.",
            "无法预测：有数据的月份少于8个。");
        Told(
            Find(Series([.. Enumerable.Range(0, 20).Select(i => (double?)(2 * i))]), "noForecast", target),
            "No forecast to the target: the values do not vary.",
            "无法预测：数值没有波动。");
        KpiSeries quarters = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, Noise(36)).Aggregate(KpiFrequency.Quarterly).Series;
        Told(
            Find(quarters, "noForecast", target),
            "No forecast to the target: the series is not monthly.",
            "无法预测：数据不是月度数据。");
        Assert.Null(Find(Series(Noise(7)), "noForecast"));
        Assert.Null(Find(Series(Noise(8)), "noForecast", target));
        Assert.Null(Find(Series(Noise(30)), "noForecast", Default.WithTarget(new KpiTarget(99, January))));
    }

    [Fact]
    public void ForecastWithAutocorrelationAtTheEdge_IsNotToBeTrusted()
    {
        KpiAssessmentOptions target = Default.WithTarget(new KpiTarget(99, January.PlusMonths(21)));
        Told(
            Find(Series([.. Enumerable.Range(0, 20).Select(i => (double?)(i * i))]), "autocorrelationAtEdge", target),
            "The autocorrelation was found at the edge of its range (0.95); interval and chance are not to be trusted.",
            "自相关系数达到搜索范围边界（0.95），区间与达标概率不可信。");
        Assert.Null(Find(Series(Noise(20)), "autocorrelationAtEdge", target));
    }

    [Fact]
    public void ForecastBeyondHalfOfTheHistory_IsFarAhead()
    {
        KpiAssessmentOptions Ahead(int months) => Default.WithTarget(new KpiTarget(1, January.PlusMonths(19 + months)));
        Assert.Null(Find(Series(Noise(20)), "forecastFarAhead", Ahead(1)));
        Assert.Null(Find(Series(Noise(20)), "forecastFarAhead", Ahead(10)));
        Told(
            Find(Series(Noise(20)), "forecastFarAhead", Ahead(11)),
            "The forecast reaches 11 months past 20 months of values.",
            "预测期11个月，而历史数据仅20个月。");
    }

    [Theory]
    [InlineData(0.02, 0)]
    [InlineData(0.02, 40)]
    [InlineData(-0.02, 40)]
    public void ForecastOutsideTheRangeOfTheKpi_IsTold(double slope, int ahead)
    {
        double[] y = [.. Noise(20).Select((value, i) => 0.5 + (slope * (i - 10)) + (value!.Value / 1000))];
        KpiAssessment assessment = KpiAssessment.Of(
            KpiSeries.FromValues(KpiCatalog.WinRate, January, y), Default.WithTarget(new KpiTarget(0.9, January.PlusMonths(20 + ahead))));
        Assert.True(assessment.Forecast.IsAvailable);
        if (ahead == 0)
        {
            Assert.InRange(assessment.Forecast.Mean, 0, 1);
            Assert.Null(Find(assessment, "forecastOutOfRange"));
            return;
        }

        // 0.5 +- 0.02 x 50 = 1.5 or -0.5, less what the noise turns the line.
        KpiForecast forecast = assessment.Forecast;
        Assert.Equal(0.5 + (slope * 50), forecast.OfLine, 0.1);
        Assert.Equal(slope > 0 ? 1 : 0, forecast.Mean);
        Assert.True(forecast.Lower >= 0 && forecast.Upper <= 1 && forecast.Lower <= forecast.Mean && forecast.Mean <= forecast.Upper);

        // What the line is beyond the range, about 0.5, is the least error: a target of 0.9 is 0.2 of it below 1.
        Assert.True(forecast.StandardError >= Math.Abs(forecast.OfLine - forecast.Mean));
        Assert.InRange(forecast.Chance, slope > 0 ? 0.5 : 0, slope > 0 ? 0.65 : 0.1);
        Assert.NotEqual(KpiTargetState.OnTarget, assessment.TargetState);
        string line = FormattableString.Invariant($"{100 * forecast.OfLine:0.0}%");
        Told(
            Find(assessment, "forecastOutOfRange"),
            "The straight trend gives " + line + ", outside 0% to 100%: it cannot go on that long. Forecast and interval are kept in the range, and what is beyond it counts as error.",
            "按线性趋势推算为" + line + "，超出0%至100%的范围，趋势无法持续到该月；预测值和区间已限制在范围内，超出部分计入预测误差。");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void ForecastOfANetScore_StaysBetweenItsEnds(int sign)
    {
        double[] y = [.. Noise(24).Select((value, i) => sign * ((3 * i) + (value!.Value / 10)))];
        KpiForecast forecast = KpiAssessment.Of(
            KpiSeries.FromValues(KpiCatalog.Nps, January, y), Default.WithTarget(new KpiTarget(sign * 95, January.PlusMonths(60)))).Forecast;
        Assert.True(sign * forecast.OfLine > 150);
        Assert.Equal(sign * 100, forecast.Mean);
        Assert.InRange(forecast.Lower, -100, 100);
        Assert.InRange(forecast.Upper, -100, 100);
        Assert.InRange(forecast.Chance, sign > 0 ? 0.5 : 0.4, sign > 0 ? 0.6 : 0.5);
    }

    [Fact]
    public void ForecastBeyondTheOneEndOfARange_NamesThatEnd()
    {
        double[] falling = [.. Noise(20).Select((value, i) => 30 - i + (value!.Value / 100))];
        KpiAssessment dso = KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.Dso, January, falling), Default.WithTarget(new KpiTarget(1, January.PlusMonths(60))));
        Message under = Find(dso, "forecastOutOfRange")!;
        Assert.Equal("forecastOutOfRange.below", under.Id);
        Assert.Equal(0m, under.Find("minimum")!.Value);
        Assert.Equal(0, dso.Forecast.Mean);
        Assert.Equal(0, dso.Forecast.Lower);
        string line = dso.Forecast.OfLine.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        Told(
            under,
            "The straight trend gives " + line + ", under 0: it cannot go on that long. Forecast and interval are kept in the range, and what is beyond it counts as error.",
            "按线性趋势推算为" + line + "，低于0，趋势无法持续到该月；预测值和区间已限制在范围内，超出部分计入预测误差。");

        var atMost = new KpiDefinition("Own", KpiUnit.Number, KpiDirection.LowerIsBetter, KpiAggregation.Sum, KpiAggregation.Sum) { Maximum = 40 };
        double[] rising = [.. falling.Select(value => 40 - value)];
        KpiAssessment own = KpiAssessment.Of(KpiSeries.FromValues(atMost, January, rising), Default.WithTarget(new KpiTarget(1, January.PlusMonths(60))));
        Assert.Equal("forecastOutOfRange.above", Find(own, "forecastOutOfRange")!.Id);
    }

    // Noise without a pattern that a rule or test would find.
    private static double?[] Noise(int months) => [.. Enumerable.Range(0, months).Select(i => (double?)((i * i * 37 % 23) - 11))];

    private static KpiSeries Series(double?[] values) => KpiSeries.FromValues(KpiCatalog.HoursSaved, January, values);

    private static Message? Find(KpiSeries series, string code, KpiAssessmentOptions? options = null) => Find(KpiAssessment.Of(series, options), code);

    private static Message? Find(KpiAssessment assessment, string code) => assessment.Warnings.SingleOrDefault(warning => warning.Code == code);

    private static void Told(Message? warning, string english, string chinese)
    {
        Assert.NotNull(warning);
        Assert.Equal(english, Language.Of("en").Say(warning));
        Assert.Equal(chinese, Language.Of("zh").Say(warning));
    }
}
