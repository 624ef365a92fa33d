using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests;

/// <summary>Every argument check: the last allowed value passes, the next is named with the parameter and what is allowed.</summary>
public class CheckTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void NotNegative_PassesZeroAndMore(int value)
    {
        Assert.Equal(value, Check.NotNegative(value, "count"));
        Assert.Equal(value, Check.NotNegative((decimal)value, "amount"));
    }

    [Fact]
    public void Positive_PassesMoreThanZero()
    {
        Assert.Equal(1, Check.Positive(1, "count"));
        Assert.Equal(0.0001m, Check.Positive(0.0001m, "amount"));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(3)]
    public void InRange_PassesBothEnds(int value)
    {
        Assert.Equal(value, Check.InRange(value, -2, 3, "count"));
        Assert.Equal(value, Check.InRange((decimal)value, -2, 3, "amount"));
    }

    [Fact]
    public void NumbersOutsideTheirRange_AreNamed()
    {
        Refused("count is -1; allowed: 0 or more.", () => Check.NotNegative(-1, "count"));
        Refused("count is -0.0001; allowed: 0 or more.", () => Check.NotNegative(-0.0001m, "count"));
        Refused("count is 0; allowed: 1 or more.", () => Check.Positive(0, "count"));
        Refused("count is 0; allowed: more than 0.", () => Check.Positive(0m, "count"));
        Refused("count is -3; allowed: from -2 to 3.", () => Check.InRange(-3, -2, 3, "count"));
        Refused("count is 4; allowed: from -2 to 3.", () => Check.InRange(4, -2, 3, "count"));
        Refused("count is -2.1; allowed: from -2 to 3.5.", () => Check.InRange(-2.1m, -2, 3.5m, "count"));
        Refused("count is 3.6; allowed: from -2 to 3.5.", () => Check.InRange(3.6m, -2, 3.5m, "count"));
    }

    [Fact]
    public void NumbersThatAreNotFinite_AreNamed()
    {
        Assert.Equal(double.MaxValue, Check.Finite(double.MaxValue, "value"));
        Refused("value is NaN; allowed: a finite number.", () => Check.Finite(double.NaN, "value"));
        Refused("value is Infinity; allowed: a finite number.", () => Check.Finite(double.PositiveInfinity, "value"));
        Refused("value is -Infinity; allowed: a finite number.", () => Check.Finite(double.NegativeInfinity, "value"));
    }

    [Fact]
    public void Rates_AreAboveMinusOne()
    {
        Assert.Equal(-0.9999, Check.Rate(-0.9999, "rate"));
        Assert.Equal(1000, Check.Rate(1000, "rate"));
        Refused("rate is -1; allowed: above -1 (-100 %).", () => Check.Rate(-1, "rate"));
        Refused("rate is -1.5; allowed: above -1 (-100 %).", () => Check.Rate(-1.5, "rate"));
        Refused("rate is NaN; allowed: a finite number.", () => Check.Rate(double.NaN, "rate"));
    }

    [Fact]
    public void NamesOfAnEnumeration_AreListed()
    {
        Assert.Equal(BusinessScale.Group, Check.Defined(BusinessScale.Group, "scale"));
        Refused("scale is 3; allowed: one of Small, Medium, Group.", () => Check.Defined((BusinessScale)3, "scale"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData("\u3000")]
    public void BlankText_IsRefused(string text) =>
        Assert.StartsWith("The text must not be blank.", Assert.Throws<ArgumentException>("name", () => Check.NotBlank(text, "name")).Message, StringComparison.Ordinal);

    [Fact]
    public void NoText_IsRefusedAsNull()
    {
        Assert.Throws<ArgumentNullException>("name", () => Check.NotBlank(null, "name"));
        Assert.Throws<ArgumentNullException>("name", () => Check.NotNull<string>(null, "name"));
        Assert.Equal(" text ", Check.NotBlank(" text ", "name"));
    }

    [Fact]
    public void Parameter_IsNamedByItsExpression()
    {
        int seats = -1;
        string? owner = null;
        Assert.Throws<ArgumentOutOfRangeException>(nameof(seats), () => Check.NotNegative(seats));
        Assert.Throws<ArgumentNullException>(nameof(owner), () => Check.NotNull(owner));
    }

    private static void Refused(string message, Func<object> call)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Equal(message[..message.IndexOf(' ', StringComparison.Ordinal)], error.ParamName);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValueWithoutAName_IsWrittenInTheInvariantCulture()
    {
        CultureInfo current = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus ";
        CultureInfo.CurrentCulture = odd;
        try
        {
            string message = Assert.Throws<ArgumentOutOfRangeException>(() => Check.Defined((DayCount)(-1), "dayCount")).Message;
            Assert.Contains("dayCount is -1; allowed: one of Anniversary", message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = current;
        }

        Assert.Contains("dayCount is Thirty360; allowed: none.", Check.OutOfRange("dayCount", DayCount.Thirty360, "none").Message, StringComparison.Ordinal);
    }
}
