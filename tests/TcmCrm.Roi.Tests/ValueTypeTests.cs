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
    public void CodedWarning_ComparesByContent()
    {
        Assert.Equal(new CodedWarning("a", "b", "c", "d"), new CodedWarning("a", "b", "c", "d"));
        Assert.NotEqual(new CodedWarning("a", "b", "c", "d"), new CodedWarning("a", "b", "c"));
        Assert.Throws<ArgumentException>(() => new CodedWarning(" ", "b", "c"));
    }
}
