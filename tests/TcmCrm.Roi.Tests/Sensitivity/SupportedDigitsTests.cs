using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Tests.Sensitivity;

public class SupportedDigitsTests
{
    [Theory]
    [InlineData(123_456.789, 234, 1, 123_500)]
    [InlineData(123_456.789, 234, 2, 123_460)]
    [InlineData(0.123456, 0.0014, 1, 0.123)]
    [InlineData(-2.5, 1, 1, -3)]
    [InlineData(123.456, 0, 1, 123.456)]
    public void Rounded_KeepsWhatTheErrorSupports(double value, double error, int digits, double expected) => Assert.Equal(expected, SupportedDigits.Rounded(value, error, digits));

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportedDigits.Step(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportedDigits.Rounded(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportedDigits.Step(1, 3));
    }
}
