using System.Globalization;
using CsCheck;
using TcmCrm.Roi.Texts;

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
        Assert.Equal(expected, Language.Of("zh").WriteInWan(Money.Cny(decimal.Parse(amount, CultureInfo.InvariantCulture)), 2));

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
            Assert.Equal("1,234.57万元", Language.Of("zh").WriteInWan(Money.Cny(12345678.9m), 2));
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

    [Fact]
    public void Arithmetic_IsThatOfTheAmounts()
    {
        Money six = Money.Cny(6), four = Money.Cny(4);
        Assert.Equal([10m, 2m, -6m, 9m, 9m, 1.5m], new[] { six + four, six - four, -six, six * 1.5m, 1.5m * six, six / 4m }.Select(money => money.Amount));
        Assert.Equal(1.5m, six / four);
        Assert.Equal(Money.Cny(1.5m), six * Share.Percent(25));
        Assert.Equal((Currency.Usd, 3m), (Money.Usd(3).Currency, Money.Usd(3).Amount));
        Assert.True(Money.Zero(Currency.Eur).IsZero);
        Assert.Throws<DivideByZeroException>(() => six / 0m);
        Assert.Throws<DivideByZeroException>(() => six / Money.Cny(0));
    }

    [Fact]
    public void DifferentCurrencies_AreNamed()
    {
        Money yuan = Money.Cny(1), dollar = Money.Usd(2);
        Func<object>[] calls = [() => yuan + dollar, () => yuan - dollar, () => yuan / dollar, () => yuan < dollar, () => yuan > dollar, () => yuan <= dollar, () => yuan >= dollar, () => yuan.CompareTo(dollar)];
        Assert.All(calls, call => Assert.Equal(
            "CNY 1 and USD 2 are of different currencies; convert one with ExchangeRates first.",
            Assert.Throws<InvalidOperationException>(call).Message));
    }

    [Theory]
    [InlineData("CNY 7", "7")]
    [InlineData("CNY -7.50", "-7.50")]
    [InlineData("CNY +7", "7")]
    [InlineData("CNY .5", "0.5")]
    public void Parse_ReadsSignsAndDecimals(string text, string amount) =>
        Assert.Equal(Money.Cny(decimal.Parse(amount, CultureInfo.InvariantCulture)), Money.Parse(text));

    [Theory]
    [InlineData("CNY-7")]
    [InlineData("CNY\t7")]
    [InlineData("CNY 7 ")]
    [InlineData("CNY 1e3")]
    [InlineData("CNY (7)")]
    public void Parse_QuotesWhatItRefuses(string text)
    {
        Assert.False(Money.TryParse(text, out Money money));
        Assert.Equal(default, money);
        Assert.Equal(
            $"'{text}' is not an amount; expected a currency code, a space and a number, for example 'CNY 1234.50'.",
            Assert.Throws<FormatException>(() => Money.Parse(text)).Message);
    }

    [Fact]
    public void NoText_IsNoAmount()
    {
        Assert.False(Money.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>("text", () => Money.Parse(null!));
    }

    [Fact]
    public void Round_IsToTheDecimalsAskedFor()
    {
        Assert.Equal([1.2m, 1.3m, 1.25m, 1m], new[] { Money.Cny(1.25m).Round(1, MidpointRounding.ToEven), Money.Cny(1.25m).Round(1), Money.Cny(1.25m).Round(2), Money.Cny(1.25m).Round(0) }.Select(money => money.Amount));
        Assert.Equal(1.22m, Money.Cny(1.225m).RoundToMinorUnit(MidpointRounding.ToEven).Amount);
        Assert.Equal(1.25m, Money.Cny(1.25m).Round(28).Amount);
        foreach (int decimals in new[] { -1, 29 })
        {
            Assert.StartsWith(
                FormattableString.Invariant($"decimals is {decimals}; allowed: from 0 to 28."),
                Assert.Throws<ArgumentOutOfRangeException>(nameof(decimals), () => Money.Cny(1).Round(decimals)).Message,
                StringComparison.Ordinal);
            Assert.Throws<ArgumentOutOfRangeException>(nameof(decimals), () => Language.Of("zh").WriteInWan(Money.Cny(1), decimals));
        }
    }

    [Theory]
    [InlineData("99999999.99", "CNY", 4, "10,000.0000万元")]
    [InlineData("99990000", "CNY", 2, "9,999.00万元")]
    [InlineData("100000000", "USD", 1, "1.0亿美元")]
    [InlineData("-100000000", "CNY", 0, "-1亿元")]
    [InlineData("-20000", "JPY", 0, "-2万日元")]
    public void WanText_HasTheDecimalsAskedForAndTheCurrency(string amount, string currency, int decimals, string expected) =>
        Assert.Equal(expected, Language.Of("zh").WriteInWan(new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Of(currency)), decimals));

    // Largest remainder: every part gets its whole minor units, what is left goes one by one to the largest remainders, ties to the earlier part.
    [Theory]
    [InlineData("0.05", "CNY", "1 1", "0.03 0.02")]
    [InlineData("-0.05", "CNY", "1 1", "-0.03 -0.02")]
    [InlineData("1.00", "CNY", "1 2 3", "0.17 0.33 0.50")]
    [InlineData("0.10", "CNY", "3 3 1", "0.04 0.04 0.02")]
    [InlineData("0.02", "CNY", "0 1 0 1 1", "0 0.01 0 0.01 0")]
    [InlineData("10", "JPY", "1 1 1", "4 3 3")]
    [InlineData("0.010", "KWD", "1 1 1", "0.004 0.003 0.003")]
    [InlineData("100", "CNY", "0.5 0.25 0.25", "50 25 25")]
    [InlineData("0", "CNY", "1 1", "0 0")]
    [InlineData("-1.00", "CNY", "1 2 3", "-0.17 -0.33 -0.50")]
    public void Allocate_GivesTheRestToTheLargestRemainders(string amount, string currency, string weights, string expected) =>
        Assert.Equal(
            Numbers(expected),
            new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Of(currency)).Allocate(Numbers(weights)).Select(part => part.Amount));

    [Fact]
    public void AllocationThatCannotBe_IsNamed()
    {
        Assert.StartsWith("weights[0] is -0.5; allowed: 0 or more.", Assert.Throws<ArgumentException>("weights", () => Money.Cny(1).Allocate([-0.5m, 2])).Message, StringComparison.Ordinal);
        Assert.StartsWith("At least one weight must be more than 0.", Assert.Throws<ArgumentException>("weights", () => Money.Cny(1).Allocate([0, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("weights", () => Money.Cny(1).Allocate([]));
        Assert.Throws<ArgumentNullException>("weights", () => Money.Cny(1).Allocate(null!));
        Assert.Equal(
            "0.5 holds fractions of the minor unit (0 digits); round it before it is divided.",
            Assert.Throws<InvalidOperationException>(() => new Money(0.5m, Currency.Of("JPY")).Split(2)).Message);
        Assert.StartsWith("parts is 0; allowed: from 1 to 1000000.", Assert.Throws<ArgumentOutOfRangeException>("parts", () => Money.Cny(1).Split(0)).Message, StringComparison.Ordinal);
        Assert.Equal([Money.Cny(1)], Money.Cny(1).Split(1));
    }

    private static decimal[] Numbers(string text) => [.. text.Split(' ').Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];
}
