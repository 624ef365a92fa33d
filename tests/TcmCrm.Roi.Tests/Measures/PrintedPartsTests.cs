using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Tests.Measures;

public class PrintedPartsTests
{
    [Theory]
    [InlineData("3333,3333,3333", "9999", "10000", "3400,3300,3300")]
    [InlineData("149,149,149,53", "500", "500", "200,100,100,100")]
    [InlineData("-149,249", "100", "100", "-100,200")]
    [InlineData("0,100,49", "149", "100", "0,100,0")]
    [InlineData("", "0", "0", "")]
    public void Parts_SumToThePrintedTotal(string exact, string sum, string total, string printed)
    {
        Assert.Equal(decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture), Numbers(exact).Sum());
        Assert.Equal(Numbers(printed), PrintedParts.Of(Numbers(exact), Numbers(total)[0], 100));
    }

    /// <summary>A law: the parts sum to the total, and none moves by a whole step.</summary>
    [Fact]
    public void NoPart_MovesByAStep()
    {
        var random = new Random(1);
        for (int round = 0; round < 2_000; round++)
        {
            decimal[] exact = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (random.Next(5) == 0 ? -1 : 1) * random.Next(0, 1_000_000) / 100m)];
            decimal total = decimal.Round(exact.Sum() / 100, MidpointRounding.AwayFromZero) * 100;
            IReadOnlyList<decimal> printed = PrintedParts.Of(exact, total, 100);
            Assert.Equal(total, printed.Sum());
            Assert.All(exact.Zip(printed), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 99.99m));
        }
    }

    private static decimal[] Numbers(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
