using NodaTime;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Tests.Figures;

public class FigureFormatTests
{
    private readonly FigureFormat chinese = new(ReportingTexts.In(Language.Of("zh")), Currency.Cny);
    private readonly FigureFormat english = new(ReportingTexts.In(Language.Of("en")), Currency.Cny);

    // Cells stay in the unit of the title whatever their size: only so do the parts of a column sum to its total.
    [Theory]
    [InlineData("1234567.89", "123.46", "1,234,567.89")]
    [InlineData("50", "0.01", "50.00")]
    [InlineData("49.99", "0.00", "49.99")]
    [InlineData("-49.99", "0.00", "-49.99")]
    [InlineData("-0.001", "0.00", "0.00")]
    [InlineData("0.005", "0.00", "0.01")]
    [InlineData("99999999.99", "10,000.00", "99,999,999.99")]
    [InlineData("100000000", "10,000.00", "100,000,000.00")]
    [InlineData("-123456789", "-12,345.68", "-123,456,789.00")]
    public void Amount_IsInWanOrInYuan(string amount, string inChinese, string inEnglish)
    {
        decimal value = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(inChinese, chinese.Amount(value));
        Assert.Equal(inEnglish, english.Amount(value));
    }

    [Fact]
    public void Amount_HasTheCurrencysOwnDigits() =>
        Assert.Equal("1,235", new FigureFormat(ReportingTexts.In(Language.Of("en")), Currency.Of("JPY")).Amount(1234.5m));

    [Theory]
    [InlineData("1793200", "179.32万元", "CNY 1,793,200.00")]
    [InlineData("180000000", "1.80亿元", "CNY 180,000,000.00")]
    public void AmountInASentence_CarriesItsUnit(string amount, string inChinese, string inEnglish)
    {
        decimal value = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(inChinese, chinese.AmountWithUnit(value));
        Assert.Equal(inEnglish, english.AmountWithUnit(value));
    }

    [Fact]
    public void Titles_CarryTheUnit()
    {
        Assert.Equal("成本明细（单位：万元）", chinese.Titled("成本明细"));
        Assert.Equal("Costs (CNY)", english.Titled("Costs"));
        Assert.Equal("成本明细（单位：万美元）", new FigureFormat(ReportingTexts.In(Language.Of("zh")), Currency.Usd).Titled("成本明细"));
    }

    [Theory]
    [InlineData(0.6, "60.0%")]
    [InlineData(-0.00049, "0.0%")]
    [InlineData(-0.0005, "-0.1%")]
    [InlineData(12.3456, "1,234.6%")]
    [InlineData(1e20, "1E+22%")]
    public void Percent_HasOneDecimal(double ratio, string text) => Assert.Equal(text, FigureFormat.Percent(ratio));

    [Fact]
    public void Dates_AreWrittenAsTheLanguageDoes()
    {
        Assert.Equal("2026年3月", chinese.Month(new YearMonth(2026, 3)));
        Assert.Equal("2026-03", english.Month(new YearMonth(2026, 3)));
        Assert.Equal("2026年3月1日", chinese.Date(new LocalDate(2026, 3, 1)));
        Assert.Equal("不适用（成本为零）", chinese.NotApplicable("成本为零"));
        Assert.Equal("n/a (no cost)", english.NotApplicable("no cost"));
    }
}
