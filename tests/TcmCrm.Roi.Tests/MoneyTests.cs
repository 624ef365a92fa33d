using System.Globalization;
using CsCheck;

namespace TcmCrm.Roi.Tests;

public class MoneyTests
{
    private static readonly Gen<decimal> Amounts = Gen.Long[-9_000_000_000_000, 9_000_000_000_000].Select(fen => fen / 100m);

    [Fact]
    public void Arithmetic_KeepsCurrencyAndIsExact()
    {
        Assert.Equal(Money.Cny(0.3m), Money.Cny(0.1m) + Money.Cny(0.2m));
        Assert.Equal(Money.Cny(-5), Money.Cny(5) - Money.Cny(10));
        Assert.Equal(Money.Cny(42), Money.Cny(100) * Share.Percent(42));
        Assert.Equal(2.5m, Money.Cny(5) / Money.Cny(2));
        Assert.True(Money.Cny(1) < Money.Cny(2));
    }

    [Fact]
    public void DifferentCurrencies_Throw()
    {
        Assert.Throws<InvalidOperationException>(() => Money.Cny(1) + Money.Usd(1));
        Assert.Throws<InvalidOperationException>(() => Money.Cny(1) / Money.Usd(1));
        Assert.Throws<InvalidOperationException>(() => Money.Cny(1) < Money.Usd(1));
        Assert.False(Money.Cny(1) == Money.Usd(1));
    }

    [Fact]
    public void Default_IsZeroInNoCurrency()
    {
        Assert.Equal("XXX 0", default(Money).ToString());
        Assert.Equal(Currency.None, default(Money).Currency);
    }

    [Theory]
    [InlineData("0.125", "CNY", "0.13")]
    [InlineData("-0.125", "CNY", "-0.13")]
    [InlineData("0.5", "JPY", "1")]
    [InlineData("1.0005", "KWD", "1.001")]
    public void RoundToMinorUnit_RoundsHalfAwayFromZeroByTheCurrency(string amount, string currency, string expected) =>
        Assert.Equal(
            decimal.Parse(expected, CultureInfo.InvariantCulture),
            new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Of(currency)).RoundToMinorUnit().Amount);

    [Theory]
    [InlineData("12345678.9", "1,234.57万元")]
    [InlineData("99999999.99", "10,000.00万元")]
    [InlineData("100000000", "1.00亿元")]
    [InlineData("-123456789012", "-1,234.57亿元")]
    [InlineData("0", "0.00万元")]
    public void ToWanText_SwitchesToYiFromTenThousandWan(string amount, string expected) =>
        Assert.Equal(expected, Money.Cny(decimal.Parse(amount, CultureInfo.InvariantCulture)).ToWanText());

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    public void Text_IsInvariantAndRoundTrips(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("CNY -1234.50", Money.Cny(-1234.50m).ToString());
            Assert.Equal("1,234.57万元", Money.Cny(12345678.9m).ToWanText());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Amounts.Sample(amount => Assert.Equal(Money.Cny(amount), Money.Parse(Money.Cny(amount).ToString())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CNY")]
    [InlineData("CNY ")]
    [InlineData("CNY 1,000")]
    [InlineData("cny 1")]
    [InlineData("ABC 1")]
    [InlineData("CNY NaN")]
    [InlineData("CNY  1")]
    public void Parse_RefusesAnythingElse(string text)
    {
        Assert.False(Money.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Money.Parse(text));
    }

    [Fact]
    public void Allocate_LosesNoMinorUnitAndStaysWithinOneOfTheExactShare() =>
        Gen.Select(Amounts, Gen.Int[0, 1000].Array[1, 12].Where(weights => weights.Sum() > 0)).Sample((amount, weights) =>
        {
            decimal[] exact = [.. weights.Select(weight => (decimal)weight)];
            IReadOnlyList<Money> parts = Money.Cny(amount).Allocate(exact);
            Assert.Equal(amount, parts.Sum(part => part.Amount));
            for (int i = 0; i < parts.Count; i++)
            {
                Assert.True(Math.Abs(parts[i].Amount - (amount * (exact[i] / exact.Sum()))) < 0.0100000001m);
                Assert.True(weights[i] > 0 || parts[i].IsZero);
                Assert.Equal(parts[i], parts[i].RoundToMinorUnit());
            }
        });

    [Fact]
    public void Split_PutsTheOddMinorUnitsFirst() =>
        Assert.Equal([Money.Cny(33.34m), Money.Cny(33.33m), Money.Cny(33.33m)], Money.Cny(100).Split(3));

    [Fact]
    public void Allocate_RefusesWhatItCannotDivide()
    {
        Assert.Throws<InvalidOperationException>(() => Money.Cny(0.001m).Split(2));
        Assert.Throws<ArgumentException>(() => Money.Cny(1).Allocate([0, 0]));
        Assert.Throws<ArgumentException>(() => Money.Cny(1).Allocate([1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Cny(1).Split(0));
    }
}
