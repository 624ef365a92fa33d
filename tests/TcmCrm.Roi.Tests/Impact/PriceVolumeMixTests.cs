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
        Assert.Contains(split.Warnings, w => w.Code == "deepPriceCut" && w.English.Contains("65.0%", StringComparison.Ordinal));
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
    public void WrongLines_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => PriceVolumeMix.Split([]));
        Assert.Throws<ArgumentException>(() => PriceVolumeMix.Split([Line("a"), Line("a")]));
        Assert.Throws<ArgumentException>(() => new SalesLine("a", 1, Money.Cny(1), 1, Money.Usd(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SalesLine("a", -1, Money.Cny(1), 1, Money.Cny(1)));
    }

    private static SalesLine Line(string name) => new(name, 1, Money.Cny(1), 1, Money.Cny(1));
}
