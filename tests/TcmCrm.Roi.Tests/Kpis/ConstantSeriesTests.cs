using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>A series that never moves gives no alarm, whatever its digits: a mean of thirty times 0.3 is not 0.3.</summary>
public class ConstantSeriesTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(0.3)]
    [InlineData(0.45)]
    [InlineData(0.9)]
    [InlineData(0.987)]
    [InlineData(0)]
    public void ConstantSeries_IsStable_WithoutAlarms(double value)
    {
        foreach (int months in new[] { 13, 24, 30, 47 })
        {
            KpiSeries series = KpiSeries.FromValues(KpiCatalog.WinRate, new YearMonth(2022, 1), [.. Enumerable.Repeat(value, months)]);
            foreach (AlarmRuleSet rules in Enum.GetValues<AlarmRuleSet>())
            {
                KpiAssessment assessment = KpiAssessment.Of(series, KpiAssessmentOptions.Default.WithRules(rules));
                Assert.All(assessment.Chart.Points, point => Assert.Equal(AlarmRule.None, point.Rule));
                Assert.True(assessment.State is KpiState.Flat or KpiState.InsufficientData, $"{value} over {months} months by {rules}: {assessment.State}");
            }
        }
    }

    [Fact]
    public void SmallestStepThatAReaderSees_IsStillSeen()
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.WinRate, new YearMonth(2022, 1), [.. Enumerable.Repeat(0.3, 29), 0.3001]);
        Assert.Equal(AlarmRule.OutsideLimits, KpiAssessment.Of(series, KpiAssessmentOptions.Default).Chart.Points[^1].Rule);
    }
}
