using System.Text.Unicode;
using CsCheck;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Tests.Reading;

public class Utf8CheckTests
{
    private static readonly byte[] Bytes = [0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF];

    [Fact]
    public void AnyBytes_AreJudgedAsTheFrameworkJudgesThem() =>
        Gen.OneOf(
                Gen.Byte.Array[0, 24],
                Gen.Int[0, Bytes.Length - 1].Select(i => Bytes[i]).Array[0, 12],
                Gen.String.Select(System.Text.Encoding.UTF8.GetBytes))
            .Sample(
                bytes =>
                {
                    int bad = Utf8Check.FirstInvalid(bytes);
                    return Utf8.IsValid(bytes) ? bad == -1 : bad >= 0 && Utf8.IsValid(bytes.AsSpan(0, bad));
                },
                iter: 20_000);
}
