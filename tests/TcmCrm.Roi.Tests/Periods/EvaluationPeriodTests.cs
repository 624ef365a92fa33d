using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Periods;

public class EvaluationPeriodTests
{
    [Fact]
    public void Ends_AreHalfOpenAndCountedFromTheStart()
    {
        var start = new LocalDate(2024, 2, 29);
        Assert.Equal(new LocalDate(2025, 2, 28), EvaluationPeriod.OneYear.EndFrom(start));
        Assert.Equal(new LocalDate(2024, 8, 29), EvaluationPeriod.SixMonths.EndFrom(start));
        Assert.True(EvaluationPeriod.OneYear.Contains(start, start));
        Assert.False(EvaluationPeriod.OneYear.Contains(start, new LocalDate(2025, 2, 28)));
        Assert.Equal(3.0, EvaluationPeriod.ThreeYears.YearsFrom(start, DayCount.Anniversary));
    }

    [Fact]
    public void TwelveMonths_EqualOneYearAndKeepTheirText()
    {
        EvaluationPeriod twelve = EvaluationPeriod.Parse("P12M");
        Assert.Equal(EvaluationPeriod.OneYear, twelve);
        Assert.Equal(EvaluationPeriod.OneYear.GetHashCode(), twelve.GetHashCode());
        Assert.Equal("P12M", twelve.ToString());
        Assert.NotEqual(EvaluationPeriod.OneYear, EvaluationPeriod.Parse("P365D"));
    }

    [Theory]
    [InlineData("P0D")]
    [InlineData("")]
    [InlineData("1Y")]
    [InlineData("P-1Y")]
    [InlineData("P1YT1H")]
    [InlineData("P101Y")]
    [InlineData("P2000000000Y")]
    [InlineData(null)]
    public void Parse_RefusesWithTheReason(string? text)
    {
        Assert.False(EvaluationPeriod.TryParse(text, out EvaluationPeriod? period, out string? problem));
        Assert.Null(period);
        Assert.False(string.IsNullOrWhiteSpace(problem));
    }
}
