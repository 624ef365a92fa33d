using NodaTime;
using TcmCrm.Roi.Orleans.Grains;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans.Tests;

/// <summary>Reviews by the calendar, with a clock that stands where the test puts it and reminders that come every half second.</summary>
public class CalendarTests
{
    private static readonly DateTimeOffset Spring = new(2026, 3, 31, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ReviewIsMade_WhenItIsDue_AsOfTheMonthBefore()
    {
        var storage = new OutsideStorage();

        // In the time zone of the clock it is the first of April.
        var clock = new FixedClock(Spring);
        await using TestSilos cluster = await StartAsync(storage, clock);
        IRoiPortfolio portfolio = cluster.Portfolio;

        // Two years without a row: only the calendar finds that nothing was booked.
        await portfolio.PutAsync("a", SampleTenants.Document(0, "a"));
        TenantResult before = (await portfolio.GetAsync("a"))!.Result;
        await portfolio.ScheduleReviewsAsync("a", new LocalDate(2026, 4, 2), 3);
        KeptTenant planned = (await portfolio.GetAsync("a"))!;
        Assert.Equal((3, null, new LocalDate(2026, 4, 2)), (planned.EveryMonths, planned.ReviewedOn, planned.NextReview));
        await Task.Delay(1_500);
        Assert.Null((await portfolio.GetAsync("a"))!.ReviewedOn);

        clock.MoveTo(Spring.AddDays(1));
        KeptTenant reviewed = await UntilAsync(portfolio, "a", tenant => tenant.ReviewedOn is not null);
        Assert.Equal((new LocalDate(2026, 4, 2), new LocalDate(2026, 7, 2)), (reviewed.ReviewedOn, reviewed.NextReview));
        Assert.Equal(new YearMonth(2026, 3), reviewed.Result.AsOf);
        Assert.NotEqual(before.AsOf, reviewed.Result.AsOf);

        // A run agrees with the review, and so does a grain that is read from storage again.
        PortfolioRun run = await portfolio.EvaluateKeptAsync(new[] { "a" }.ToAsyncEnumerable());
        Assert.Equal(1, run.Found);
        await cluster.DeactivateAsync(cluster.Grains.GetGrain<ITenantGrain>("a"));
        Assert.Equal(reviewed.ContentHash, (await portfolio.GetAsync("a"))!.ContentHash);

        // Three reviews were missed: one makes up for them, and the days are counted from the first.
        clock.MoveTo(Spring.AddYears(1));
        KeptTenant late = await UntilAsync(portfolio, "a", tenant => tenant.ReviewedOn != reviewed.ReviewedOn);
        Assert.Equal((new LocalDate(2027, 4, 1), new LocalDate(2027, 4, 2), new YearMonth(2027, 3)), (late.ReviewedOn, late.NextReview, late.Result.AsOf));

        await portfolio.CancelReviewsAsync("a");
        KeptTenant ended = (await portfolio.GetAsync("a"))!;
        Assert.Equal((null, null, late.ReviewedOn), (ended.EveryMonths, ended.NextReview, ended.ReviewedOn));
    }

    [Fact]
    public async Task TenantWithoutABooking_IsNoSuccessByTheCalendar()
    {
        var clock = new FixedClock(Spring);
        await using TestSilos cluster = await StartAsync(new OutsideStorage(), clock);
        int number = Enumerable.Range(0, SampleTenants.Kinds).First(i => TenantOf(i) is { Actuals: null } tenant && tenant.TryGetCase(out _));
        await cluster.Portfolio.PutAsync("a", SampleTenants.Document(number, "a"));
        Assert.Null((await cluster.Portfolio.GetAsync("a"))!.Result.OriginalDecision);
        await cluster.Portfolio.ScheduleReviewsAsync("a", new LocalDate(2026, 1, 31), 1);
        KeptTenant reviewed = await UntilAsync(cluster.Portfolio, "a", tenant => tenant.ReviewedOn is not null);
        Assert.Equal(new LocalDate(2026, 4, 30), reviewed.NextReview);
        Assert.NotNull(reviewed.Result.OriginalDecision);
        Assert.NotEqual(Review.OriginalDecision.Stands, reviewed.Result.OriginalDecision);
        Assert.True(reviewed.Result.IsAtRisk);

        PortfolioTenant TenantOf(int i) => Json.TenantDocument.Read(SampleTenants.Document(i, "a"), "a");
    }

    [Fact]
    public async Task WhatCannotBeScheduled_IsTold()
    {
        await using TestSilos cluster = await TestSilos.StartAsync(1);
        IRoiPortfolio portfolio = cluster.Portfolio;
        var day = new LocalDate(2026, 1, 1);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => portfolio.ScheduleReviewsAsync("a", day, 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => portfolio.ScheduleReviewsAsync("a", day, 121));
        Assert.Contains("is not kept", (await Assert.ThrowsAsync<InvalidOperationException>(() => portfolio.ScheduleReviewsAsync("a", day, 3))).Message, StringComparison.Ordinal);
        await portfolio.PutAsync("a", SampleTenants.Document(0, "a"));
        Assert.Contains("reminder service", (await Assert.ThrowsAsync<InvalidOperationException>(() => portfolio.ScheduleReviewsAsync("a", day, 3))).Message, StringComparison.Ordinal);
        Assert.Null((await portfolio.GetAsync("a"))!.NextReview);
        await portfolio.CancelReviewsAsync("a");
    }

    private static Task<TestSilos> StartAsync(OutsideStorage storage, FixedClock clock) => TestSilos.StartAsync(
        1,
        storage,
        configure: options =>
        {
            options.Clock = clock;
            options.ReminderPeriod = TimeSpan.FromMilliseconds(500);
        },
        silo: one => one.UseInMemoryReminderService().Configure<ReminderOptions>(options => options.MinimumReminderPeriod = TimeSpan.FromMilliseconds(100)));

    private static async Task<KeptTenant> UntilAsync(IRoiPortfolio portfolio, string id, Func<KeptTenant, bool> isSo)
    {
        for (int i = 0; i < 100; i++)
        {
            if (await portfolio.GetAsync(id) is { } tenant && isSo(tenant))
            {
                return tenant;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The reminder did not come.");
    }
}
