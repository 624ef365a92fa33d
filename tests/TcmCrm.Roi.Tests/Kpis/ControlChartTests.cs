using System.Text.Json;
using CsCheck;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tests.Statistics;

namespace TcmCrm.Roi.Tests.Kpis;

public class ControlChartTests
{
    private static readonly YearMonth Start = new(2021, 3);

    [Fact]
    public void RandomSeries_LimitsAgree()
    {
        foreach (JsonElement item in StatisticsCases.Each("random-series-200"))
        {
            string id = item.GetProperty("id").GetString()!;
            double[] y = item.GetProperty("inputs").GetProperty("y").Doubles();
            JsonElement expected = item.GetProperty("expected").GetProperty("xmr");
            ControlLimits limits = ControlLimits.Of(y);
            StatisticsCases.Close(expected.Number("center"), limits.Center, 1e-12, id);
            StatisticsCases.Close(expected.Number("mrBar"), limits.MeanMovingRange, 1e-12, id);
            StatisticsCases.Close(expected.Number("upl"), limits.Upper, 1e-12, id, 1e-10);
            StatisticsCases.Close(expected.Number("lpl"), limits.Lower, 1e-12, id, 1e-10);
            StatisticsCases.Close(expected.Number("mrUcl"), limits.MovingRangeLimit, 1e-12, id);
            JsonElement screened = item.GetProperty("expected").GetProperty("xmrScreenedNelson");
            StatisticsCases.Close(screened.Number("amr"), ControlLimits.Of(y, screenOutliers: true).MeanMovingRange, 1e-12, id);
        }
    }

    [Fact]
    public void RandomSeries_NhsMarksAgreeExactly()
    {
        foreach (JsonElement item in StatisticsCases.Each("random-series-200"))
        {
            double[] y = item.GetProperty("inputs").GetProperty("y").Doubles();
            AssertMarks(item.GetProperty("expected").GetProperty("nhsPlotTheDotsFlags"), Chart(y, y.Length, AlarmRuleSet.Nhs, false));
        }
    }

    [Fact]
    public void PublishedCharts_LimitsAndNhsMarksAgreeExactly()
    {
        int marked = 0;
        foreach (JsonElement item in StatisticsCases.Each("xmr-control-charts"))
        {
            JsonElement expected = item.GetProperty("expected");
            if (!expected.TryGetProperty("amr", out JsonElement range))
            {
                continue;
            }

            string id = item.GetProperty("id").GetString()!;
            JsonElement inputs = item.GetProperty("inputs");
            double[] y = inputs.GetProperty("y").Doubles();
            int baseline = inputs.GetProperty("baselinePoints").ValueKind == JsonValueKind.Number ? inputs.GetProperty("baselinePoints").GetInt32() : y.Length;
            ControlChart chart = Chart(y, baseline, AlarmRuleSet.Nhs, inputs.GetProperty("screenOutliers").GetBoolean());
            StatisticsCases.Close(expected.Number("mean"), chart.Limits.Center, 1e-9, id);
            StatisticsCases.Close(range.GetDouble(), chart.Limits.MeanMovingRange, 1e-9, id);
            StatisticsCases.Close(expected.Number("lpl"), chart.Limits.Lower, 1e-9, id);
            StatisticsCases.Close(expected.Number("upl"), chart.Limits.Upper, 1e-9, id);
            if (expected.TryGetProperty("flags", out JsonElement flags))
            {
                AssertMarks(flags, chart);
                marked++;
            }
        }

        Assert.Equal(21, marked);
    }

    [Fact]
    public void PublishedCharts_WesternElectricRulesAgreeExactly()
    {
        int charts = 0;
        foreach (JsonElement item in StatisticsCases.Each("xmr-control-charts"))
        {
            if (!item.GetProperty("expected").TryGetProperty("westernElectricRulePerPoint", out JsonElement rules))
            {
                continue;
            }

            double[] y = item.GetProperty("inputs").GetProperty("y").Doubles();
            ControlChart chart = Chart(y, y.Length, AlarmRuleSet.WesternElectric, false);
            Assert.Equal(
                rules.EnumerateArray().Select(rule => rule.ValueKind == JsonValueKind.Null ? 0 : rule.GetInt32()),
                chart.Points.Select(point => point.Rule switch
                {
                    AlarmRule.None => 0,
                    AlarmRule.OutsideLimits => 1,
                    AlarmRule.TwoOfThree => 2,
                    AlarmRule.FourOfFive => 3,
                    AlarmRule.EightOnOneSide => 4,
                    _ => -1,
                }));
            charts++;
        }

        Assert.Equal(10, charts);
    }

    [Fact]
    public void Antifreeze_LimitsAgreeWithQccUpToItsRoundedFactor()
    {
        JsonElement item = StatisticsCases.Each("xmr-control-charts").First(candidate => candidate.GetProperty("id").GetString() == "qcc-anti");
        ControlLimits limits = ControlLimits.Of(item.GetProperty("inputs").GetProperty("y").Doubles());
        JsonElement expected = item.GetProperty("expected");
        StatisticsCases.Close(expected.Number("center"), limits.Center, 1e-9, "centre");
        StatisticsCases.Close(expected.Number("mrBar"), limits.MeanMovingRange, 1e-9, "mR");

        // qcc takes 3 / 1.128 = 2.65957 for 2.66.
        double halfWidth = expected.Number("ucl3sigma") - expected.Number("center");
        StatisticsCases.Close(halfWidth * 2.66 * 1.128 / 3, limits.Upper - limits.Center, 1e-9, "half-width");
    }

    [Fact]
    public void SpecifiedCusum_AgreesAndSignalsAtTheSamePoint()
    {
        int charts = 0;
        foreach (JsonElement item in StatisticsCases.Each("specified-methods-200"))
        {
            if (!item.GetProperty("expected").TryGetProperty("cusum", out JsonElement expected))
            {
                continue;
            }

            string id = item.GetProperty("id").GetString()!;
            double[] y = item.GetProperty("inputs").GetProperty("y").Doubles();
            int baseline = expected.GetProperty("baselinePoints").GetInt32();
            ControlChart chart = Chart(y, baseline, AlarmRuleSet.Default, false);
            StatisticsCases.Close(expected.Number("center"), chart.Limits.Center, 1e-9, id);
            StatisticsCases.Close(expected.Number("sigma"), chart.Limits.Sigma, 1e-9, id);
            double[] high = expected.GetProperty("high").Doubles();
            double[] low = expected.GetProperty("low").Doubles();
            Assert.Equal(y.Length - baseline, high.Length);
            for (int i = 0; i < high.Length; i++)
            {
                StatisticsCases.Close(high[i], chart.Points[baseline + i].CusumHigh, 1e-9, id, 1e-12);
                StatisticsCases.Close(low[i], chart.Points[baseline + i].CusumLow, 1e-9, id, 1e-12);
            }

            JsonElement first = expected.GetProperty("firstSignalIndex");
            Assert.Equal(first.ValueKind == JsonValueKind.Null ? -1 : first.GetInt32(), chart.FirstCusumSignal);
            charts++;
        }

        Assert.Equal(54, charts);
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 12)]
    [InlineData(23, 12)]
    [InlineData(24, 24)]
    [InlineData(60, 24)]
    public void AutomaticBaseline_IsProvisionalAtTwelveAndFirmAtTwentyFour(int months, int baseline)
    {
        double[] y = [.. Enumerable.Range(0, months).Select(i => (double)(i * i % 7))];
        ControlChart chart = ControlChart.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y), KpiBaseline.Automatic);
        Assert.Equal(baseline > 0, chart.IsAvailable);
        if (baseline > 0)
        {
            Assert.Equal(baseline, chart.Limits.BaselineCount);
            Assert.Equal(ControlLimits.Of(y[..baseline]), chart.Limits);
            Assert.All(chart.Points, point => Assert.Equal(point.Index < baseline, point.IsInBaseline));
        }
        else
        {
            Assert.Equal("tooFewBaselineValues", chart.Reason?.Code);
            Assert.Empty(chart.Points);
        }
    }

    [Fact]
    public void LaterValues_NeverMoveTheLimits() =>
        Gen.Double[-100, 100].Array[24, 50].Sample(y =>
        {
            ControlLimits first = ControlChart.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y[..24]), KpiBaseline.Automatic).Limits;
            Assert.Equal(first, ControlChart.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y), KpiBaseline.Automatic).Limits);
        });

    [Fact]
    public void Mirrored_AlarmsChangeSide() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[-20, 20].Array[24, 60]).Sample((rules, steps) =>
        {
            double[] y = [.. steps.Select((step, i) => step + (i > 30 ? 9.0 : 0))];
            ControlChart up = Chart(y, 24, (AlarmRuleSet)rules, false);
            ControlChart down = Chart([.. y.Select(value => -value)], 24, (AlarmRuleSet)rules, false);
            foreach ((ControlChartPoint a, ControlChartPoint b) in up.Points.Zip(down.Points))
            {
                Assert.Equal(a.Rule, b.Rule);
                Assert.Equal(a.Side switch { AlarmSide.Above => AlarmSide.Below, AlarmSide.Below => AlarmSide.Above, _ => AlarmSide.None }, b.Side);
            }
        });

    [Fact]
    public void SeasonalResiduals_TakeTheSeasonOut()
    {
        // The season alone is 20 times the noise: on the values it raises false alarms, on the residuals only the fall at 40 does.
        double[] y = [.. Enumerable.Range(0, 48).Select(i => (40 * Math.Sin(i * Math.PI / 6)) + (i * 7 % 5) - (i >= 40 ? 25 : 0))];
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y);
        Assert.Contains(ControlChart.Of(series, KpiBaseline.Automatic).Alarms, point => point.Rule == AlarmRule.OutsideLimits && point.Index < 40);
        ControlChart seasonal = ControlChart.Of(series, KpiBaseline.Months(Start, Start.PlusMonths(35)), basis: ChartBasis.SeasonalResiduals);
        Assert.True(seasonal.IsAvailable);
        Assert.Equal(40, seasonal.Alarms[0].Index);
        Assert.Equal(AlarmSide.Below, seasonal.Alarms[0].Side);
        Assert.Equal(
            "seasonNotCovered",
            ControlChart.Of(series, KpiBaseline.Months(Start, Start.PlusMonths(22)), basis: ChartBasis.SeasonalResiduals).Reason?.Code);
        Assert.Equal("valuesNotPositive", ControlChart.Of(series, KpiBaseline.Automatic, basis: ChartBasis.SeasonalLogs).Reason?.Code);
    }

    private static ControlChart Chart(double[] y, int baseline, AlarmRuleSet rules, bool screen) => ControlChart.Of(
        KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y), KpiBaseline.Months(Start, Start.PlusMonths(baseline - 1)), rules, screenOutliers: screen);

    private static void AssertMarks(JsonElement expected, ControlChart chart) => Assert.Equal(
        string.Join('|', expected.EnumerateArray().Select(flag => flag.GetString())),
        string.Join('|', chart.Points.Select(point => Language.Of("en").Say(point.AlarmName))));
}
