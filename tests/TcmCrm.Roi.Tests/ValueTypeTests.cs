using NodaTime;

namespace TcmCrm.Roi.Tests;

public class ValueTypeTests
{
    [Fact]
    public void Share_HoldsZeroToOne()
    {
        Assert.Equal(0.42m, Share.Percent(42).Value);
        Assert.Equal(Share.None, default);
        Assert.Equal("58%", Share.Percent(42).Complement.ToString());
        Assert.Equal(Share.Of(0.08m), Share.Percent(20) * Share.Percent(40));
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Share.Of(1.01m)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Share.Percent(-1));
    }

    [Theory]
    [InlineData("CNY", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    public void Currency_KnowsItsMinorUnit(string code, int digits) => Assert.Equal(digits, Currency.Of(code).MinorUnitDigits);

    [Fact]
    public void Currency_RefusesUnknownCodes()
    {
        Assert.Throws<ArgumentException>(() => Currency.Of("RMB"));
        Assert.Throws<ArgumentException>(() => Currency.Of("cny"));
        Assert.False(Currency.TryOf(null, out _));
        Assert.Equal("XXX", default(Currency).Code);
    }

    [Fact]
    public void DatedAmount_RefusesNegativeAmounts() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DatedAmount(new LocalDate(2025, 1, 1), Money.Cny(-1)));

    [Fact]
    public void ExchangeRates_TakeTheLatestRateOnOrBeforeTheDate()
    {
        var rates = new ExchangeRates(
        [
            new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 7, 1), 7.1m),
            new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), 7.3m),
        ]);

        Assert.Equal(Money.Cny(730), rates.Convert(Money.Usd(100), Currency.Cny, new LocalDate(2025, 6, 30)));
        Assert.Equal(Money.Cny(710), rates.Convert(Money.Usd(100), Currency.Cny, new LocalDate(2025, 7, 1)));
        Assert.Equal(100m, rates.Convert(Money.Cny(710), Currency.Usd, new LocalDate(2025, 7, 1)).Amount, 20);
        Assert.Throws<InvalidOperationException>(() => rates.Convert(Money.Usd(1), Currency.Cny, new LocalDate(2024, 12, 31)));
        Assert.Throws<InvalidOperationException>(() => rates.Convert(Money.Usd(1), Currency.Eur, new LocalDate(2025, 12, 31)));
        Assert.Equal(Money.Cny(5), ExchangeRates.None.Convert(Money.Cny(5), Currency.Cny, default));
    }

    [Fact]
    public void ExchangeRates_RefuseTwoRatesOnOneDate()
    {
        var rate = new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), 7.1m);
        Assert.Throws<ArgumentException>(() => new ExchangeRates([rate, rate]));
        Assert.Throws<ArgumentException>(() => new ExchangeRate(Currency.Cny, Currency.Cny, default, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRate(Currency.Usd, Currency.Cny, default, 0));
    }

    [Fact]
    public void ExchangeRate_IsTheLatestBeforeOrTheReciprocal()
    {
        var rates = new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), 8)]);
        Assert.True(rates.TryGetRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), out decimal direct));
        Assert.True(rates.TryGetRate(Currency.Cny, Currency.Usd, new LocalDate(2025, 1, 2), out decimal reciprocal));
        Assert.True(rates.TryGetRate(Currency.Eur, Currency.Eur, new LocalDate(1999, 1, 1), out decimal same));
        Assert.False(rates.TryGetRate(Currency.Usd, Currency.Cny, new LocalDate(2024, 12, 31), out decimal early));
        Assert.False(rates.TryGetRate(Currency.Usd, Currency.Eur, new LocalDate(2025, 12, 31), out decimal unknown));
        Assert.Equal([8m, 0.125m, 1m, 0m, 0m], new[] { direct, reciprocal, same, early, unknown });
        Assert.Equal(8, Assert.Single(rates.Rates).Rate);
        Assert.Empty(ExchangeRates.None.Rates);
    }

    [Fact]
    public void ExchangeRate_DirectPairGoesBeforeTheOpposite()
    {
        var rates = new ExchangeRates(
        [
            new ExchangeRate(Currency.Cny, Currency.Usd, new LocalDate(2025, 1, 1), 0.1m),
            new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), 8),
        ]);
        Assert.Equal(Money.Cny(80), rates.Convert(Money.Usd(10), Currency.Cny, new LocalDate(2025, 1, 1)));
        Assert.Equal(Money.Usd(8), rates.Convert(Money.Cny(80), Currency.Usd, new LocalDate(2025, 1, 1)));
    }

    [Fact]
    public void ExchangeRates_NameWhatIsWrong()
    {
        var date = new LocalDate(2025, 1, 1);
        var rate = new ExchangeRate(Currency.Usd, Currency.Cny, date, 7.1m);
        StartsWith("Two rates from USD to CNY are dated 2025-01-01 1 USD = 7.1 CNY; allowed: one.", Assert.Throws<ArgumentException>("rates", () => new ExchangeRates([rate, rate])));
        StartsWith("A rate needs two currencies; both are CNY.", Assert.Throws<ArgumentException>("to", () => new ExchangeRate(Currency.Cny, Currency.Cny, date, 1)));
        StartsWith("rate is 0; allowed: from 0.000001 to 1000000.", Assert.Throws<ArgumentOutOfRangeException>("rate", () => new ExchangeRate(Currency.Usd, Currency.Cny, date, 0)));
        Assert.Throws<ArgumentNullException>("rates", () => new ExchangeRates(null!));
        Assert.Throws<ArgumentNullException>("rates", () => new ExchangeRates([rate, null!]));
        Assert.Equal(
            "There is no exchange rate from USD to CNY on or before 2024-12-31.",
            Assert.Throws<InvalidOperationException>(() => new ExchangeRates([rate]).Convert(Money.Usd(1), Currency.Cny, date.PlusDays(-1))).Message);
    }

    [Fact]
    public void Texts_AreInvariant()
    {
        var date = new LocalDate(2025, 3, 1);
        Assert.Equal("2025-03-01 1 USD = 7.25 CNY", new ExchangeRate(Currency.Usd, Currency.Cny, date, 7.25m).ToString());
        Assert.Equal("2025-03-01 CNY 100.5", new DatedAmount(date, Money.Cny(100.5m)).ToString());
        Assert.Equal("CNY", Currency.Cny.ToString());
        Assert.Equal(["0%", "12.5%", "100%"], new[] { Share.None, Share.Of(0.125m), Share.Whole }.Select(share => share.ToString()));
    }

    [Fact]
    public void DatedAmount_NamesANegativeAmount()
    {
        StartsWith("amount is -0.01; allowed: 0 or more.", Assert.Throws<ArgumentOutOfRangeException>("amount", () => new DatedAmount(new LocalDate(2025, 1, 1), Money.Cny(-0.01m))));
        Assert.True(new DatedAmount(new LocalDate(2025, 1, 1), Money.Cny(0)).Amount.IsZero);
    }

    [Fact]
    public void Share_HoldsBothEndsAndNothingBeyond()
    {
        Assert.Equal((0m, 1m), (Share.Of(0).Value, Share.Of(1).Value));
        Assert.Equal((0m, 1m), (Share.Percent(0).Value, Share.Percent(100).Value));
        Assert.Equal((Share.Whole, Share.None), (Share.None.Complement, Share.Whole.Complement));
        Assert.Equal(0.06m, (Share.Of(0.2m) * Share.Of(0.3m)).Value);
        StartsWith("fraction is -0.01; allowed: from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>("fraction", () => Share.Of(-0.01m)));
        StartsWith("fraction is 1.01; allowed: from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>("fraction", () => Share.Of(1.01m)));
        StartsWith("percent is -1; allowed: from 0 to 100.", Assert.Throws<ArgumentOutOfRangeException>("percent", () => Share.Percent(-1)));
        StartsWith("percent is 100.1; allowed: from 0 to 100.", Assert.Throws<ArgumentOutOfRangeException>("percent", () => Share.Percent(100.1m)));
    }

    [Fact]
    public void Currency_IsItsCode()
    {
        Currency cny = Currency.Of("CNY");
        Assert.True(cny == Currency.Cny);
        Assert.False(cny != Currency.Cny);
        Assert.True(cny != Currency.Usd);
        Assert.True(cny.Equals((object)Currency.Cny));
        Assert.False(cny.Equals("CNY"));
        Assert.False(cny.Equals(Currency.None));
        Assert.Equal(cny.GetHashCode(), Currency.Cny.GetHashCode());
        Assert.Equal(["CNY", "USD", "EUR", "HKD", "XXX"], new[] { Currency.Cny, Currency.Usd, Currency.Eur, Currency.Hkd, Currency.None }.Select(currency => currency.Code));
        Assert.Equal(0, Currency.None.MinorUnitDigits);
        StartsWith(
            "'RMB' is not an active ISO 4217 currency code; allowed: three capital letters such as CNY, USD, EUR.",
            Assert.Throws<ArgumentException>("code", () => Currency.Of("RMB")));
        Assert.Throws<ArgumentNullException>("code", () => Currency.Of(null!));
        Assert.False(Currency.TryOf("RMB", out Currency unknown));
        Assert.Equal(Currency.None, unknown);
    }

    private static void StartsWith(string message, Exception error) => Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
}
