using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Tests.Cases;

public class SharedCostKeyTests
{
    private static readonly SharedCostKey Seats = Key(("hospital", 60), ("pharmacy", 90), ("online", 0));

    [Theory]
    [InlineData("", true, "60 90 0")]
    [InlineData("phase 1", true, "60 90 0")]
    [InlineData("", false, "0 0 0")]
    [InlineData("phase 1", false, "0 0 0")]
    [InlineData("pharmacy", true, "0 1 0")]
    [InlineData("pharmacy phase1", false, "0 1 0")]
    [InlineData("hospital pharmacy", true, "60 90 0")]
    [InlineData("online", true, "0 0 1")]
    [InlineData("online hospital", true, "60 0 0")]
    public void Line_IsDividedAmongItsTags(string tags, bool isCost, string weights) =>
        Assert.Equal(weights, string.Join(" ", Seats.WeightsOf(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries), isCost)));

    [Fact]
    public void TagsOfNoWeightAlone_ShareAlike() =>
        Assert.Equal([1, 1, 0], Key(("a", 0), ("b", 0), ("c", 5)).WeightsOf(["a", "b"], isCost: true));

    [Fact]
    public void Key_RefusesWhatDividesNothing()
    {
        Assert.Contains("weight above 0", Assert.Throws<ArgumentException>(() => Key(("a", 0))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Key());
        Assert.Throws<ArgumentException>(() => Key(("a", 1), ("a", 2)));
        Assert.Throws<ArgumentException>(() => Key(("*", 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Key(("a", -1)));
        Assert.Throws<ArgumentException>(() => new SharedCostKey(" ", [new("a", 1)]));
    }

    [Fact]
    public void Keys_AreEqualWhereAllIs()
    {
        Assert.Equal(Key(("a", 1), ("b", 2)), Key(("a", 1), ("b", 2)));
        Assert.NotEqual(Key(("a", 1), ("b", 2)), Key(("b", 2), ("a", 1)));
        Assert.NotEqual(Key(("a", 1)), Key(("a", 2)));
        Assert.NotEqual(Key(("a", 1)), new SharedCostKey("revenue", [new("a", 1)]));
        Assert.Equal("seats: a, b", Key(("a", 1), ("b", 2)).ToString());
    }

    [Fact]
    public void Tags_StayWhateverElseChanges()
    {
        CostItem cost = ImplementationCost.Training("training", Money.Cny(1)).WithTags("hospital", "phase 1");
        Assert.All(
            new[]
            {
                cost.WithId(new LineId("x")), cost.WithName("y"), cost.WithBasis(CostBasis.OneOff(Money.Cny(2))), cost.WithElement(CostElement.Unspecified), cost.WithRiskUplift(1),
            },
            changed => Assert.Equal(["hospital", "phase 1"], changed.Tags));
        BenefitItem benefit = SalesGrowth.Uplift("more", Money.Cny(1), 1, Share.Whole).WithTags("hospital");
        Assert.Equal(["hospital"], benefit.WithOwner("x").WithName("z").Tags);
        Assert.NotEqual(cost, cost.WithTags("hospital"));
        Assert.NotEqual(benefit, benefit.WithTags());
        Assert.Empty(cost.WithTags().Tags);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("a\nb")]
    public void Tag_ThatIsNone_IsRefused(string tag)
    {
        Assert.Throws<ArgumentException>(() => ImplementationCost.Training("training", Money.Cny(1)).WithTags(tag));
        Assert.Throws<ArgumentException>(() => ImplementationCost.Training("training", Money.Cny(1)).WithTags("a", "a"));
        Assert.Throws<ArgumentException>(() => ImplementationCost.Training("training", Money.Cny(1)).WithTags(new string('a', 101)));
        Assert.Throws<ArgumentException>(() => ImplementationCost.Training("training", Money.Cny(1)).WithTags([.. Enumerable.Range(0, 51).Select(i => "t" + i)]));
    }

    private static SharedCostKey Key(params (string Tag, decimal Weight)[] weights) => new("seats", weights.Select(w => new KeyValuePair<string, decimal>(w.Tag, w.Weight)));
}
