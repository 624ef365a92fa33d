using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class PhiloxTests
{
    // The known answers of the authors' Random123 distribution, file kat_vectors.
    [Theory]
    [InlineData(0ul, 0ul, 0ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x299f31d0a4093822ul, 0x85a308d3243f6a88ul, 0x0370734413198a2eul, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Words_AreTheKnownAnswers(ulong key, ulong trial, ulong stream, uint first, uint second, uint third, uint fourth) =>
        Assert.Equal((first, second, third, fourth), Philox.Words(key, trial, stream));

    [Fact]
    public void Uniform_LiesStrictlyInside_AndHasTheMomentsOfTheUniform()
    {
        const int Count = 100_000;
        double sum = 0;
        double square = 0;
        for (int trial = 0; trial < Count; trial++)
        {
            double value = Philox.Uniform(7, (ulong)trial, Philox.Stream("adoption"));
            Assert.InRange(value, double.Epsilon, 1 - 1e-16);
            sum += value;
            square += value * value;
        }

        Assert.Equal(0.5, sum / Count, 4 / Math.Sqrt(12.0 * Count));
        Assert.Equal(1.0 / 3, square / Count, 4 * Math.Sqrt(4.0 / 45 / Count));
    }

    // FNV-1a test vectors of the authors' page: "" and "a" and "foobar".
    [Theory]
    [InlineData("", 0xcbf29ce484222325ul)]
    [InlineData("a", 0xaf63dc4c8601ec8cul)]
    [InlineData("foobar", 0x85944171f73967e8ul)]
    public void Stream_IsFnv1a(string id, ulong expected) => Assert.Equal(expected, Philox.Stream(id));

    [Theory]
    [InlineData(1UL, 0UL)]
    [InlineData(0xFEDCBA9876543210UL, 0xFFFFFFFEUL)]
    public void Fill_IsTheNumbersOneByOne(ulong seed, ulong trial)
    {
        const int Count = 23;
        var filled = new double[Count];
        ulong stream = Philox.Stream("adoption");
        Philox.Fill(seed, trial, stream, filled, Count);
        Assert.Equal([.. Enumerable.Range(0, Count).Select(i => Philox.Uniform(seed, trial + (ulong)i, stream))], filled);
    }
}
