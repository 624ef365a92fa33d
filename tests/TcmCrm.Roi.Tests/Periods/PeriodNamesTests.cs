using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Periods;

public class PeriodNamesTests
{
    [Theory]
    [InlineData("P6M", "6 months", "6个月")]
    [InlineData("P1Y", "1 year", "1年")]
    [InlineData("P1Y6M", "1 year 6 months", "1年6个月")]
    [InlineData("P90D", "90 days", "90天")]
    [InlineData("P2W1D", "2 weeks 1 day", "2周1天")]
    public void EvaluationPeriod_IsNamedInBothLanguages(string iso, string english, string chinese)
    {
        EvaluationPeriod period = EvaluationPeriod.Parse(iso);
        Assert.Equal(english, period.English());
        Assert.Equal(chinese, period.Chinese());
    }

    [Fact]
    public void EveryConvention_HasItsOwnNameInBothLanguages()
    {
        DayCount[] dayCounts = Enum.GetValues<DayCount>();
        FlowTiming[] timings = Enum.GetValues<FlowTiming>();
        Assert.Equal(dayCounts.Length, dayCounts.Select(d => d.Chinese()).Distinct().Count());
        Assert.Equal(dayCounts.Length, dayCounts.Select(d => d.English()).Distinct().Count());
        Assert.Equal(timings.Length, timings.Select(t => t.Chinese()).Distinct().Count());
        Assert.Equal(timings.Length, timings.Select(t => t.English()).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((DayCount)99).English());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((FlowTiming)99).Chinese());
    }
}
