using CsCheck;
using NodaTime;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

public class ReviewCalendarTests
{
    private static readonly LocalDate GoLive = new(2025, 1, 31);

    [Fact]
    public void Reviews_AreMonthlyForHalfAYearAndQuarterlyAfter() => Assert.Equal(
        [
            new LocalDate(2025, 2, 28), new LocalDate(2025, 3, 31), new LocalDate(2025, 4, 30), new LocalDate(2025, 5, 31), new LocalDate(2025, 6, 30),
            new LocalDate(2025, 7, 31), new LocalDate(2025, 10, 31), new LocalDate(2026, 1, 31), new LocalDate(2026, 4, 30),
        ],
        new ReviewCalendar(GoLive).Between(new LocalDate(2024, 6, 1), new LocalDate(2026, 5, 1)));

    [Fact]
    public void TheLastDayOfNotice_IsAReview()
    {
        var contract = new ContractTerms("seats", new LocalDate(2026, 3, 1), termMonths: 12, noticeMonths: 2);
        var calendar = new ReviewCalendar(GoLive, [contract]);
        Assert.Equal(new LocalDate(2026, 1, 1), calendar.NextAfter(new LocalDate(2025, 11, 1)));
        Assert.Equal(new LocalDate(2026, 1, 31), calendar.NextAfter(new LocalDate(2026, 1, 1)));
        Assert.Equal(new LocalDate(2027, 1, 1), calendar.NextAfter(new LocalDate(2026, 10, 31)));
        Assert.Equal(new LocalDate(2026, 3, 1), contract.RenewalOpenOn(new LocalDate(2026, 1, 1)));
        Assert.Equal(new LocalDate(2027, 3, 1), contract.RenewalOpenOn(new LocalDate(2026, 1, 2)));
    }

    [Fact]
    public void TheNextReview_IsAlwaysLaterAndNoneIsSkipped() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 4000], Gen.Int[1, 48], Gen.Int[0, 12]).Sample((live, days, term, notice) =>
        {
            LocalDate goLive = new LocalDate(2020, 1, 1).PlusDays(live);
            LocalDate date = new LocalDate(2020, 1, 1).PlusDays(days);
            var calendar = new ReviewCalendar(goLive, [new ContractTerms("x", goLive.PlusMonths(term), term, notice)]);
            LocalDate next = calendar.NextAfter(date);
            return next > date && calendar.NextAfter(next.PlusDays(-1)) == next && Period.Between(LocalDate.Max(date, goLive), next, PeriodUnits.Months).Months <= 3;
        });
}
