using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>What a message reads like.</summary>
internal static class Said
{
    private static readonly Language English = Language.Of("en");
    private static readonly Language Chinese = Language.Of("zh");

    internal static string InEnglish(this Message message) => English.Say(message);

    internal static string InChinese(this Message message) => Chinese.Say(message);
}
