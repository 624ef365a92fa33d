namespace TcmCrm.Roi.Orleans.Tests;

/// <summary>A clock that stands until a test moves it, in a time zone eight hours ahead.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("+8", TimeSpan.FromHours(8), "+8", "+8");

    internal void MoveTo(DateTimeOffset now) => _now = now;

    public override DateTimeOffset GetUtcNow() => _now;
}
