using System.Globalization;

namespace TcmCrm.Roi.Tests;

public class FormattingTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    [Theory]
    [InlineData("N2", "CNY 1,234.57", "CNY 1.234,57")]
    [InlineData("F0", "CNY 1235", "CNY 1235")]
    [InlineData("#,##0.0", "CNY 1,234.6", "CNY 1.234,6")]
    [InlineData("G", "CNY 1234.567", "CNY 1234.567")]
    [InlineData("", "CNY 1234.567", "CNY 1234.567")]
    [InlineData(null, "CNY 1234.567", "CNY 1234.567")]
    public void Money_IsWrittenInTheFormat_WithItsCurrency(string? format, string invariant, string german)
    {
        Money money = Money.Cny(1234.567m);
        Assert.Equal(invariant, money.ToString(format, CultureInfo.InvariantCulture));
        Assert.Equal(german, money.ToString(format, German));
        AssertSpan(money, format, German, german);
    }

    [Theory]
    [InlineData("C")]
    [InlineData("c0")]
    public void Money_NeverTakesTheSymbolOfACulture(string format)
    {
        Assert.Throws<FormatException>(() => Money.Usd(5).ToString(format, CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Throws<FormatException>(() => Money.Usd(5).TryFormat(new char[40], out _, format, null));
    }

    [Fact]
    public void Share_IsAFractionInTheFormat()
    {
        Share share = Share.Percent(42.5m);
        Assert.Equal("42.50 %", share.ToString("P2", CultureInfo.InvariantCulture));
        Assert.Equal("0,43", share.ToString("N2", German));
        Assert.Equal("42.5%", share.ToString(null, German));
        AssertSpan(share, "N2", German, "0,43");
        AssertSpan(share, null, German, "42.5%");
    }

    [Fact]
    public void Figure_IsItsAnswerInTheFormat_OrItsReason()
    {
        Assert.Equal("29.5 %", Figure.Of(0.2951m).ToString("P1", CultureInfo.InvariantCulture));
        Assert.Equal("CNY 1.234,50", Figure.Of(Money.Cny(1234.5m)).ToString("N2", German));
        Assert.Equal("1.5", Figure.Of(1.5).ToString(null, German));
        Assert.Equal("notApplicable(neverPaidBack)", Figure.NotApplicable<double>(NotApplicableReason.NeverPaidBack).ToString("P1", German));
        AssertSpan(Figure.Of(0.2951m), "P1", CultureInfo.InvariantCulture, "29.5 %");
        AssertSpan(Figure.NotApplicable<double>(NotApplicableReason.NeverPaidBack), "P1", German, "notApplicable(neverPaidBack)");
    }

    [Fact]
    public void Interpolation_HonoursTheFormat()
    {
        Money money = Money.Cny(1234.567m);
        Assert.Equal("CNY 1,234.57 and 29.5 %", string.Create(CultureInfo.InvariantCulture, $"{money:N2} and {Figure.Of(0.295):P1}"));
    }

    [Theory]
    [InlineData("nonsense?")]
    [InlineData("Z9")]
    public void UnknownFormat_IsThatOfDecimal(string format)
    {
        string? expected = null;
        try
        {
            expected = "CNY " + 5m.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            Assert.Throws<FormatException>(() => Money.Cny(5).ToString(format, CultureInfo.InvariantCulture));
            return;
        }

        Assert.Equal(expected, Money.Cny(5).ToString(format, CultureInfo.InvariantCulture));
    }

    private static void AssertSpan(ISpanFormattable value, string? format, CultureInfo culture, string expected)
    {
        var room = new char[expected.Length];
        Assert.True(value.TryFormat(room, out int written, format, culture));
        Assert.Equal(expected, new string(room, 0, written));
        for (int less = 0; less < expected.Length; less++)
        {
            Assert.False(value.TryFormat(room.AsSpan(0, less), out written, format, culture));
            Assert.Equal(0, written);
        }
    }
}
