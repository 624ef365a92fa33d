using NodaTime;
using NodaTime.Text;
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
    [InlineData("P99999999999Y")]
    [InlineData("P2000000000Y")]
    [InlineData(null)]
    public void Parse_RefusesWithTheReason(string? text)
    {
        Assert.False(EvaluationPeriod.TryParse(text, out EvaluationPeriod? period, out Message? problem));
        Assert.Null(period);
        Assert.True(TcmCrm.Roi.Texts.Language.Of("zh").Knows(problem!.Id));
        Assert.Equal(text ?? "", problem.Find("text")!.Value);
    }

    [Fact]
    public void MonthsAndDays_AreCountedTogether()
    {
        EvaluationPeriod period = EvaluationPeriod.Parse("P1Y2M3W4D");
        Assert.Equal((14, 25), (period.Months, period.Days));
        Assert.Equal(new LocalDate(2026, 3, 26), period.EndFrom(new LocalDate(2025, 1, 1)));
        Assert.Equal("P1Y2M3W4D", period.ToString());
        Assert.Equal((36, 0), (EvaluationPeriod.ThreeYears.Months, EvaluationPeriod.ThreeYears.Days));
        Assert.Equal((0, 21), (EvaluationPeriod.Parse("P3W").Months, EvaluationPeriod.Parse("P3W").Days));
    }

    [Fact]
    public void Equality_IsOfMonthsAndDays()
    {
        EvaluationPeriod period = EvaluationPeriod.Parse("P1Y7D");
        object same = EvaluationPeriod.Parse("P12M1W");
        Assert.True(period.Equals(same));
        Assert.Equal(period.GetHashCode(), same.GetHashCode());
        Assert.False(period.Equals(EvaluationPeriod.Parse("P1Y8D")));
        Assert.False(period.Equals(EvaluationPeriod.Parse("P13M7D")));
        Assert.False(period.Equals((EvaluationPeriod?)null));
        Assert.False(period.Equals((object)"P1Y7D"));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(31, false)]
    public void Contains_IsHalfOpen(int day, bool expected)
    {
        var start = new LocalDate(2025, 1, 1);
        Assert.Equal(expected, EvaluationPeriod.Parse("P30D").Contains(start, start.PlusDays(day)));
    }

    [Theory]
    [InlineData("P1D")]
    [InlineData("P100Y")]
    [InlineData("P1200M")]
    [InlineData("P5200W")]
    [InlineData("P36500D")]
    [InlineData("P99Y12M")]
    public void Lengths_AreOneDayToAHundredYears(string text)
    {
        Assert.Equal(text, EvaluationPeriod.Parse(text).ToString());
        Assert.Equal(text, EvaluationPeriod.Of(PeriodPattern.Roundtrip.Parse(text).Value).ToString());
    }

    [Theory]
    [InlineData("P0D", "is empty; allowed: one day or more")]
    [InlineData("P-1Y2M", "has a negative part; allowed: 0 or more in each")]
    [InlineData("P1Y-2M", "has a negative part; allowed: 0 or more in each")]
    [InlineData("P1Y-2W", "has a negative part; allowed: 0 or more in each")]
    [InlineData("P1Y-2D", "has a negative part; allowed: 0 or more in each")]
    [InlineData("P1YT1H", "has a time of day; allowed: years, months, weeks and days")]
    [InlineData("P100Y1D", "is longer than 100 years; allowed: up to 100 years")]
    [InlineData("P1201M", "is longer than 100 years; allowed: up to 100 years")]
    [InlineData("P5201W", "is longer than 100 years; allowed: up to 100 years")]
    [InlineData("P36501D", "is longer than 100 years; allowed: up to 100 years")]
    public void OtherLengths_AreRefusedWithTheReason(string text, string reason)
    {
        Assert.False(EvaluationPeriod.TryParse(text, out EvaluationPeriod? period, out Message? problem));
        Assert.Null(period);
        Assert.Equal($"the period '{text}' {reason}", TcmCrm.Roi.Texts.Language.Of("en").Say(problem!));
        FormatException refused = Assert.Throws<FormatException>(() => EvaluationPeriod.Parse(text));
        Assert.Equal($"The period '{text}' {reason}.", refused.Message);
        Assert.Equal(problem, Message.Of(refused));
        Period length = PeriodPattern.Roundtrip.Parse(text).Value;
        Assert.StartsWith(
            $"The period {PeriodPattern.Roundtrip.Format(length)} {reason}.",
            Assert.Throws<ArgumentException>("length", () => EvaluationPeriod.Of(length)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TextThatIsNoPeriod_IsQuoted()
    {
        Assert.Equal("'1 year' is not an ISO 8601 period; expected for example P6M, P1Y, P3Y or P90D.", Assert.Throws<FormatException>(() => EvaluationPeriod.Parse("1 year")).Message);
        Assert.False(EvaluationPeriod.TryParse(null, out _, out Message? problem));
        Assert.Equal("evaluationPeriod.noPeriod", problem!.Id);
        Assert.True(EvaluationPeriod.TryParse("P6M", out EvaluationPeriod? period, out problem));
        Assert.Equal(EvaluationPeriod.SixMonths, period);
        Assert.Null(problem);
        Assert.Throws<ArgumentNullException>("text", () => EvaluationPeriod.Parse(null!));
        Assert.Throws<ArgumentNullException>("length", () => EvaluationPeriod.Of(null!));
    }
}
