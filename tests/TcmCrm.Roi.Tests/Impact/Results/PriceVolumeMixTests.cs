using CsCheck;
using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

public class PriceVolumeMixTests
{
    [Fact]
    public void PriceCutOfProcurement_IsNotBlamedOnVolume()
    {
        // 集采 cuts one SKU from 20 to 7 while its units rise by half; the other stays.
        PriceVolumeMix split = PriceVolumeMix.Split(
        [
            new SalesLine("复方丹参片", 1000, Money.Cny(20), 1500, Money.Cny(7)),
            new SalesLine("六味地黄丸", 1000, Money.Cny(10), 1000, Money.Cny(10)),
        ]);
        Assert.Equal(-9_500m, split.Change.Amount);
        Assert.Equal(-19_500m, split.PriceEffect.Amount);

        // Units 2000 -> 2500: volume 25 % of 30,000; the rest of the 10,000 at constant prices is mix.
        Assert.Equal(7_500m, split.VolumeEffect.Amount);
        Assert.Equal(2_500m, split.MixEffect.Amount);
        Assert.Equal(10_000m, split.ChangeAtConstantPrices.Amount);
        Assert.Contains(split.Warnings, w => w.Code == "deepPriceCut" && w.InEnglish().Contains("65.0%", StringComparison.Ordinal));
    }

    [Fact]
    public void NewAndGoneLines_CountAsVolumeAndMix()
    {
        PriceVolumeMix split = PriceVolumeMix.Split(
            [new SalesLine("old", 10, Money.Cny(5), 0, Money.Cny(0)), new SalesLine("new", 0, Money.Cny(0), 10, Money.Cny(8))]);
        Assert.Equal(0m, split.PriceEffect.Amount);
        Assert.Equal(0m, split.VolumeEffect.Amount);
        Assert.Equal(30m, split.MixEffect.Amount);
        Assert.Contains(split.Warnings, w => w.Code == "newLine");
        Assert.Contains(split.Warnings, w => w.Code == "goneLine");
    }

    [Fact]
    public void NothingSoldBefore_IsAllMix()
    {
        PriceVolumeMix split = PriceVolumeMix.Split([new SalesLine("new", 0, Money.Cny(1), 3, Money.Cny(4))]);
        Assert.Equal(12m, split.MixEffect.Amount);
        Assert.Contains(split.Warnings, w => w.Code == "emptyBase");
    }

    [Fact]
    public void Effects_SumExactly_InTotalAndByLine() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 1_000_000], Gen.Int[0, 100_000], Gen.Int[0, 1_000_000]).Array[1, 12].Sample(rows =>
        {
            PriceVolumeMix split = PriceVolumeMix.Split(rows.Select((r, i) => new SalesLine(
                "sku" + i, r.Item1 / 7m, Money.Cny(r.Item2 / 100m), r.Item3 / 7m, Money.Cny(r.Item4 / 100m))));
            Assert.Equal(split.Change, split.PriceEffect + split.VolumeEffect + split.MixEffect);
            foreach (PriceVolumeMix line in split.Lines)
            {
                Assert.Equal(line.Change, line.PriceEffect + line.VolumeEffect + line.MixEffect);
            }

            Money zero = Money.Zero(Currency.Cny);
            Assert.Equal(split.PriceEffect, split.Lines.Aggregate(zero, (sum, l) => sum + l.PriceEffect));
            Assert.Equal(split.VolumeEffect, split.Lines.Aggregate(zero, (sum, l) => sum + l.VolumeEffect));
            Assert.Equal(split.MixEffect, split.Lines.Aggregate(zero, (sum, l) => sum + l.MixEffect));
        });

    [Fact]
    public void LinesWithoutSalesOnBothSides_AreNotWarnedOf()
    {
        PriceVolumeMix split = PriceVolumeMix.Split([new SalesLine("idle", 0, Money.Cny(10), 0, Money.Cny(1)), Line("sold")]);
        Assert.Empty(split.Warnings);
        Assert.Equal(0m, split.Change.Amount);
    }

    /// <summary>A cut as deep as those of 集采 is one of more than 40 %.</summary>
    [Theory]
    [InlineData("6.00", null)]
    [InlineData("5.99", "40.1%")]
    [InlineData("0", "100.0%")]
    [InlineData("10", null)]
    [InlineData("12", null)]
    public void DeepPriceCut_IsReported(string priceAfter, string? cut)
    {
        PriceVolumeMix split = PriceVolumeMix.Split(
            [new SalesLine("丸", 5, Money.Cny(10), 5, Money.Cny(decimal.Parse(priceAfter, System.Globalization.CultureInfo.InvariantCulture)))]);
        if (cut is null)
        {
            Assert.Empty(split.Warnings);
            return;
        }

        Message warning = Assert.Single(split.Warnings);
        Assert.Equal("deepPriceCut", warning.Code);
        Assert.StartsWith($"The price of '丸' fell by {cut}, ", warning.InEnglish(), StringComparison.Ordinal);
        Assert.StartsWith($"“丸”价格下降{cut}，", warning.InChinese(), StringComparison.Ordinal);
    }

    [Fact]
    public void Total_HasNoName_AndLinesKeepTheirOrder()
    {
        PriceVolumeMix split = PriceVolumeMix.Split([Line("b"), Line("a")]);
        Assert.Equal("", split.Name);
        Assert.Equal(["b", "a"], split.Lines.Select(l => l.Name));
        Assert.Empty(split.Lines[0].Lines);
        Assert.Empty(split.Lines[0].Warnings);
    }

    [Fact]
    public void Texts_AreInvariant()
    {
        // Price (12.5 - 10) x 5 = 12.5; units 4 -> 5: volume a quarter of 40; nothing left for mix.
        var line = new SalesLine("丸", 4, Money.Cny(10), 5, Money.Cny(12.5m));
        Assert.Equal("丸: 4 x CNY 10 -> 5 x CNY 12.5", line.ToString());
        PriceVolumeMix split = PriceVolumeMix.Split([line]);
        Assert.Equal((40m, 62.5m), (split.SalesBefore.Amount, split.SalesAfter.Amount));
        Assert.Equal("CNY 40 -> CNY 62.5: price CNY 12.5, volume CNY 10.00, mix CNY 0.00", split.ToString());
    }

    [Fact]
    public void WrongLines_AreRefused()
    {
        Refused.Null("lines", () => PriceVolumeMix.Split(null!));
        Refused.Null("lines", () => PriceVolumeMix.Split([Line("a"), null!]));
        Refused.Argument("lines", "There is no line.", () => PriceVolumeMix.Split([]));
        Refused.Argument("lines", "'a' comes twice.", () => PriceVolumeMix.Split([Line("a"), Line("b"), Line("a")]));
        Refused.Argument(
            "lines", "'b' is in USD, not in CNY.", () => PriceVolumeMix.Split([Line("a"), new SalesLine("b", 1, Money.Usd(1), 1, Money.Usd(1))]));
        Refused.Argument(
            "priceAfter", "The prices are in CNY and USD; allowed: one currency.", () => new SalesLine("a", 1, Money.Cny(1), 1, Money.Usd(1)));
        Refused.Argument("name", "The text must not be blank.", () => new SalesLine(" ", 1, Money.Cny(1), 1, Money.Cny(1)));
        Refused.OutOfRange(
            "quantityBefore", "quantityBefore is -1; allowed: 0 or more.", () => new SalesLine("a", -1, Money.Cny(1), 1, Money.Cny(1)));
        Refused.OutOfRange(
            "quantityAfter", "quantityAfter is -0.5; allowed: 0 or more.", () => new SalesLine("a", 1, Money.Cny(1), -0.5m, Money.Cny(1)));
        Refused.OutOfRange(
            "priceBefore", "priceBefore is -0.01; allowed: 0 or more.", () => new SalesLine("a", 1, Money.Cny(-0.01m), 1, Money.Cny(1)));
        Refused.OutOfRange(
            "priceAfter", "priceAfter is -0.01; allowed: 0 or more.", () => new SalesLine("a", 1, Money.Cny(1), 1, Money.Cny(-0.01m)));
        Assert.Equal(0m, new SalesLine("a", 0, Money.Cny(0), 0, Money.Cny(0)).SalesAfter.Amount);
    }

    private static SalesLine Line(string name) => new(name, 1, Money.Cny(1), 1, Money.Cny(1));
}
