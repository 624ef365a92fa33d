using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests;

/// <summary>Operators and boundaries that a slip of the pen would turn around.</summary>
public class ComparisonTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(-2, 2)]
    public void Money_ComparesAsItsAmount(int left, int right)
    {
        Assert.Equal(left < right, Money.Cny(left) < Money.Cny(right));
        Assert.Equal(left > right, Money.Cny(left) > Money.Cny(right));
        Assert.Equal(left <= right, Money.Cny(left) <= Money.Cny(right));
        Assert.Equal(left >= right, Money.Cny(left) >= Money.Cny(right));
        Assert.Equal(left.CompareTo(right), Money.Cny(left).CompareTo(Money.Cny(right)));
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(20, 20)]
    [InlineData(30, 20)]
    public void Share_ComparesAsItsValue(int left, int right)
    {
        Assert.Equal(left < right, Share.Percent(left) < Share.Percent(right));
        Assert.Equal(left > right, Share.Percent(left) > Share.Percent(right));
        Assert.Equal(left <= right, Share.Percent(left) <= Share.Percent(right));
        Assert.Equal(left >= right, Share.Percent(left) >= Share.Percent(right));
    }

    [Fact]
    public void Money_ChangesSignAndScalesFromBothSides()
    {
        Assert.Equal(-5, (-Money.Cny(5)).Amount);
        Assert.Equal(Money.Cny(15), 3 * Money.Cny(5));
        Assert.Equal(Money.Cny(15), Money.Cny(5) * 3);
        Assert.Equal(Money.Cny(2), Money.Cny(6) / 3m);
        Assert.True(Money.Cny(0).IsZero);
        Assert.False(Money.Cny(0.01m).IsZero);
    }

    [Fact]
    public void Money_ParsesItsShortestText() => Assert.Equal(Money.Cny(7), Money.Parse("CNY 7"));

    [Fact]
    public void WanText_NamesAForeignCurrency()
    {
        Assert.Equal("2.00万美元", TcmCrm.Roi.Texts.Language.Of("zh").WriteInWan(Money.Usd(20_000), 2));
        Assert.Equal("CNY 2.00 ten thousand", TcmCrm.Roi.Texts.Language.Of("en").WriteInWan(Money.Cny(20_000), 2));
    }

    [Fact]
    public void Mistakes_AreNamedWithTheirValues()
    {
        Assert.Contains("'seven'", Assert.Throws<FormatException>(() => Money.Parse("seven")).Message, StringComparison.Ordinal);
        string mixed = Assert.Throws<InvalidOperationException>(() => Money.Cny(1) + Money.Usd(2)).Message;
        Assert.Contains("CNY 1", mixed, StringComparison.Ordinal);
        Assert.Contains("USD 2", mixed, StringComparison.Ordinal);
        Assert.Contains("weights[1] is -1", Assert.ThrowsAny<ArgumentException>(() => Money.Cny(1).Allocate([2, -1])).Message, StringComparison.Ordinal);
        Assert.Contains("weight", Assert.Throws<ArgumentException>(() => Money.Cny(1).Allocate([0, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("0.001 holds fractions", Assert.Throws<InvalidOperationException>(() => Money.Cny(0.001m).Split(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocation_GivesNothingToWeightZeroAndLosesNothingOfADebt()
    {
        IReadOnlyList<Money> parts = Money.Cny(-0.05m).Allocate([0, 1, 1, 0]);
        Assert.Equal([0m, -0.05m, 0m], [parts[0].Amount, parts[1].Amount + parts[2].Amount, parts[3].Amount]);
    }

    [Fact]
    public void Series_CompareByFlowsAndCurrency()
    {
        var january = new LocalDate(2025, 1, 1);
        CashFlowSeries one = Series(Currency.Cny, 1), same = Series(Currency.Cny, 1), other = Series(Currency.Cny, 2), none = new(Currency.Cny, []);
        Assert.True(one.Equals(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one.GetHashCode(), none.GetHashCode());
        Assert.Equal(none.GetHashCode(), new CashFlowSeries(Currency.Cny, []).GetHashCode());
        Assert.False(one.Equals(other));
        Assert.False(none.Equals(new CashFlowSeries(Currency.Usd, [])));
        Assert.False(one.Equals(null));
        Assert.Equal("1 flows, CNY 1", one.ToString());
        Assert.Contains("0 to 0", Assert.Throws<ArgumentOutOfRangeException>(() => one[1]).Message, StringComparison.Ordinal);
        Assert.Contains("USD", Assert.Throws<ArgumentException>(() => new CashFlowSeries(Currency.Usd, [new CashFlow(january, Money.Cny(1))])).Message, StringComparison.Ordinal);

        CashFlowSeries Series(Currency currency, decimal amount) => new(currency, [new CashFlow(january, new Money(amount, currency))]);
    }

    [Fact]
    public void BenefitCostRatio_IsNotTheReturn()
    {
        Assert.Equal(1.8m, BenefitCostRatio.Of(Money.Cny(180), Money.Cny(100)).Value);
        Assert.Equal(0.8m, ReturnOnInvestment.Simple(Money.Cny(180), Money.Cny(100)).Value);
    }

    [Fact]
    public void CostOfOwnership_AverageNeedsSomeTime()
    {
        Assert.False(TotalCostOfOwnership.AverageAnnual(Money.Cny(10), 0).IsApplicable);
        Assert.False(TotalCostOfOwnership.AverageAnnual(Money.Cny(10), -1).IsApplicable);
        Assert.Equal(Money.Cny(5), TotalCostOfOwnership.AverageAnnual(Money.Cny(10), 2).Value);
    }
}
