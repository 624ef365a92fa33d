using System.Globalization;
using System.Text;
using CsCheck;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Tests.Reading;

public class DecimalTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.00", "0.00")]
    [InlineData("26670", "26670")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("1e3", "1000")]
    [InlineData("1.50E+2", "150")]
    [InlineData("25e-3", "0.025")]
    [InlineData("0e99", "0")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("-0.1234567890123456789012345678", "-0.1234567890123456789012345678")]
    [InlineData("12345678901234567.8901234567", "12345678901234567.8901234567")]
    public void Number_IsReadExactly(string text, string expected)
    {
        Assert.Equal(DecimalText.Outcome.Exact, DecimalText.Read(Encoding.UTF8.GetBytes(text), out decimal value));
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("-00.5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1,000")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e5x")]
    [InlineData("1 ")]
    [InlineData("NaN")]
    [InlineData("12万")]
    public void OtherText_IsNotANumber(string text) =>
        Assert.Equal(DecimalText.Outcome.NotANumber, DecimalText.Read(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1e29")]
    [InlineData("1e-29")]
    [InlineData("1e999999999999")]
    public void NumberThatADecimalCannotHold_IsTooLong(string text) =>
        Assert.Equal(DecimalText.Outcome.TooLong, DecimalText.Read(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void AnyDecimalOf28Digits_ComesBackWithItsScale() =>
        Gen.Select(Gen.Int[0, 0xFFFFFFF], Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28])
            .Select((high, mid, low, negative, scale) => new decimal(low, mid, high, negative, scale))
            .Where(d => d != 0m)
            .Sample(d =>
            {
                string text = d.ToString(CultureInfo.InvariantCulture);
                var outcome = DecimalText.Read(Encoding.UTF8.GetBytes(text), out decimal value);
                return outcome == DecimalText.Outcome.Exact && decimal.GetBits(value).SequenceEqual(decimal.GetBits(d));
            });
}
