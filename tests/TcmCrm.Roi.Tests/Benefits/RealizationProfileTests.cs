using CsCheck;
using TcmCrm.Roi.Benefits;

namespace TcmCrm.Roi.Tests.Benefits;

public class RealizationProfileTests
{
    private static readonly RealizationProfile Points = RealizationProfile.Custom([new(0, Share.Percent(10)), new(4, Share.Percent(50)), new(6, Share.Percent(40))]);

    public static TheoryData<RealizationProfile, decimal[]> Shares => new()
    {
        { RealizationProfile.Immediate, [1, 1, 1] },
        { RealizationProfile.Immediate.WithLag(2), [0, 0, 1, 1] },
        { RealizationProfile.Linear(4), [0.125m, 0.375m, 0.625m, 0.875m, 1, 1] },
        { RealizationProfile.Linear(1), [0.5m, 1] },
        { RealizationProfile.Linear(2).WithLag(1), [0, 0.25m, 0.75m, 1] },

        // Means of 3x^2 - 2x^3 over halves and quarters: integral x^3 - x^4/2 is 3/32 at 1/2, 7/512 at 1/4, 135/512 at 3/4, 1/2 at 1.
        { RealizationProfile.SCurve(2), [0.1875m, 0.8125m, 1] },
        { RealizationProfile.SCurve(4), [0.0546875m, 0.3203125m, 0.6796875m, 0.9453125m, 1] },
        { Points, [0.1m, 0.2m, 0.3m, 0.4m, 0.5m, 0.45m, 0.4m, 0.4m] },
        { RealizationProfile.Custom([new(2, Share.Percent(80))]), [0, 0, 0.8m, 0.8m] },
        { RealizationProfile.Immediate.WithDip(2, Share.Percent(30)), [0.7m, 0.7m, 1, 1] },
        { RealizationProfile.Linear(4).WithDip(2, Share.Percent(40)).WithLag(1), [0, 0.075m, 0.375m, 0.625m, 0.875m, 1] },
        { RealizationProfile.Immediate.WithLag(3).WithDip(3, Share.Whole), [0, 0, 0, 1] },
    };

    [Theory]
    [MemberData(nameof(Shares))]
    public void At_GivesTheShareOfEachMonth(RealizationProfile profile, decimal[] shares)
    {
        Assert.Equal(shares, Enumerable.Range(0, shares.Length).Select(profile.At));
        Assert.Equal(shares[^1], profile.At(100_000));
        Assert.Equal(0, profile.At(-1));
    }

    [Fact]
    public void Ramps_RiseAndLoseHalfTheirLength() =>
        Gen.Select(Gen.Int[1, 600], Gen.Bool).Sample((months, linear) =>
        {
            RealizationProfile profile = linear ? RealizationProfile.Linear(months) : RealizationProfile.SCurve(months);
            decimal sum = 0;
            for (int month = 0; month < months; month++)
            {
                Assert.InRange(profile.At(month), profile.At(month - 1), profile.At(month + 1));
                sum += profile.At(month);
            }

            Assert.Equal(months / 2m, Math.Round(sum, 12));
            Assert.Equal(1, profile.At(months));
        });

    [Fact]
    public void EveryShare_LiesBetweenNothingAndTheWhole() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 100]).Sample((months, lag, dip, depth) =>
        {
            RealizationProfile profile = RealizationProfile.SCurve(months).WithLag(lag).WithDip(dip, Share.Percent(depth));
            for (int month = 0; month < 90; month++)
            {
                Assert.InRange(profile.At(month), 0, 1);
                Assert.True(month >= lag || profile.At(month) == 0);
            }
        });

    [Fact]
    public void Immediate_IsKnown()
    {
        Assert.True(RealizationProfile.Immediate.IsImmediate);
        Assert.True(RealizationProfile.Linear(3).WithLag(0).IsImmediate is false);
        Assert.False(RealizationProfile.Immediate.WithLag(1).IsImmediate);
        Assert.False(Points.IsImmediate);
        Assert.True(RealizationProfile.Custom([new(0, Share.Whole)]).IsImmediate);
    }

    [Fact]
    public void Equality_ComparesTheDescription()
    {
        Assert.Equal(RealizationProfile.Linear(12).WithLag(2).WithDip(3, Share.Percent(30)), RealizationProfile.Linear(12).WithDip(3, Share.Percent(30)).WithLag(2));
        Assert.NotEqual(RealizationProfile.Linear(12), RealizationProfile.SCurve(12));
        Assert.Equal(Points, RealizationProfile.Custom(Points.Points));
        Assert.Equal(Points.GetHashCode(), RealizationProfile.Custom(Points.Points).GetHashCode());
        Assert.Equal("Linear 12 months, lag 2, dip 30% for 3", RealizationProfile.Linear(12).WithLag(2).WithDip(3, Share.Percent(30)).ToString());
        Assert.Equal("Custom month 0: 10%; month 4: 50%; month 6: 40%, lag 0, dip 0% for 0", Points.ToString());
    }

    [Fact]
    public void CustomPoints_AreJoinedByLines()
    {
        // Nothing before month 2; a third of the way from 20 % to 50 % each month; then down to 40 % in two months, for ever.
        RealizationProfile profile = RealizationProfile.Custom([new(2, Share.Percent(20)), new(5, Share.Percent(50)), new(7, Share.Percent(40))]);
        Assert.Equal([0, 0, 0.2m, 0.3m, 0.4m, 0.5m, 0.45m, 0.4m, 0.4m], Enumerable.Range(0, 9).Select(profile.At));
        Assert.Equal([0, 0, 0, 0.2m], Enumerable.Range(0, 4).Select(profile.WithLag(1).At));
        RealizationPoint[] points = [.. profile.Points];
        Assert.Equal([2, 5, 7], points.Select(point => point.Month));
        Assert.Equal("month 5: 50%", points[1].ToString());
    }

    [Fact]
    public void SettledMonth_IsTheFirstWithTheLastShare()
    {
        Assert.Equal(0, RealizationProfile.Immediate.WithLag(0).SettledMonth);
        Assert.Equal(4, RealizationProfile.Linear(4).SettledMonth);
        Assert.Equal(6, RealizationProfile.SCurve(4).WithLag(2).SettledMonth);
        Assert.Equal(9, RealizationProfile.Linear(4).WithDip(9, Share.Percent(10)).SettledMonth);
        Assert.Equal(7, RealizationProfile.Custom([new(2, Share.None), new(7, Share.Whole)]).SettledMonth);
    }

    [Fact]
    public void Equality_ComparesEveryMember()
    {
        RealizationProfile Profile() => RealizationProfile.Linear(12).WithLag(2).WithDip(3, Share.Percent(30)).WithFade(36, Share.Percent(20));
        EqualityLaw.Holds(
            Profile(),
            Profile(),
            RealizationProfile.SCurve(12).WithLag(2).WithDip(3, Share.Percent(30)).WithFade(36, Share.Percent(20)),
            RealizationProfile.Linear(11).WithLag(2).WithDip(3, Share.Percent(30)).WithFade(36, Share.Percent(20)),
            Profile().WithLag(1),
            Profile().WithDip(4, Share.Percent(30)),
            Profile().WithDip(3, Share.Percent(31)),
            Profile().WithFade(35, Share.Percent(20)),
            Profile().WithFade(36, Share.Percent(21)));
        EqualityLaw.Holds(
            RealizationProfile.Custom([new(0, Share.None), new(3, Share.Whole)]),
            RealizationProfile.Custom([new(0, Share.None), new(3, Share.Whole)]),
            RealizationProfile.Custom([new(0, Share.None), new(4, Share.Whole)]),
            RealizationProfile.Custom([new(0, Share.None), new(3, Share.Percent(99))]),
            RealizationProfile.Custom([new(3, Share.Whole)]));
    }

    [Fact]
    public void Text_NamesRampLagDipAndFading()
    {
        Assert.Equal("Immediate, lag 0, dip 0% for 0", RealizationProfile.Immediate.WithLag(0).ToString());
        Assert.Equal(
            "SCurve 6 months, lag 1, dip 12.5% for 3, fading 20% a year from 36",
            RealizationProfile.SCurve(6).WithLag(1).WithDip(3, Share.Percent(12.5m)).WithFade(36, Share.Percent(20)).ToString());
    }

    [Fact]
    public void Lengths_AreTakenUpToTheirEnds()
    {
        Assert.Equal(600, RealizationProfile.Linear(600).RampMonths);
        Assert.Equal((600, 600, 600), (RealizationProfile.SCurve(1).WithLag(600).LagMonths, RealizationProfile.SCurve(1).WithDip(600, Share.None).DipMonths, new RealizationPoint(600, Share.Whole).Month));
        Assert.Equal((0, 600), (RealizationProfile.Linear(1).WithFade(0, Share.Whole).FadeFromMonth, RealizationProfile.Linear(1).WithFade(600, Share.Whole).FadeFromMonth));
        Refused.OutOfRange("months", "601", "from 1 to 600", () => RealizationProfile.Linear(601));
        Refused.OutOfRange("months", "0", "from 1 to 600", () => RealizationProfile.SCurve(0));
        Refused.OutOfRange("months", "601", "from 0 to 600", () => RealizationProfile.Linear(1).WithLag(601));
        Refused.OutOfRange("months", "-1", "from 0 to 600", () => RealizationProfile.Linear(1).WithDip(-1, Share.None));
        Refused.OutOfRange("fromMonth", "-1", "from 0 to 600", () => RealizationProfile.Linear(1).WithFade(-1, Share.None));
        Refused.OutOfRange("month", "601", "from 0 to 600", () => new RealizationPoint(601, Share.None));
        Refused.Argument("points", "At least one point is needed.", () => RealizationProfile.Custom([]));
        Refused.Argument(
            "points", "Point 2 (month 3: 60%) is not after the one before (month 4: 50%).",
            () => RealizationProfile.Custom([new(0, Share.None), new(4, Share.Percent(50)), new(3, Share.Percent(60))]));
    }

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RealizationProfile.Linear(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RealizationProfile.SCurve(601));
        Assert.Throws<ArgumentOutOfRangeException>(() => RealizationProfile.Immediate.WithLag(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RealizationProfile.Immediate.WithDip(601, Share.Whole));
        Assert.Throws<ArgumentException>(() => RealizationProfile.Custom([]));
        Assert.Throws<ArgumentNullException>(() => RealizationProfile.Custom(null!));
        Assert.Throws<ArgumentException>(() => RealizationProfile.Custom([new(3, Share.Whole), new(3, Share.None)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RealizationPoint(-1, Share.Whole));
    }
}
