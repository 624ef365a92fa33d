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
