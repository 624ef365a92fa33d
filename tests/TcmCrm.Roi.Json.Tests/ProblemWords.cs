using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>What a reader is shown of a problem.</summary>
internal static class ProblemWords
{
    private static readonly Language InEnglish = JsonTexts.In(Language.Of("en"));
    private static readonly Language InChinese = JsonTexts.In(Language.Of("zh"));

    public static string English(Message message) => InEnglish.Say(message);

    public static string English(this DocumentProblem problem) => InEnglish.Say(problem.Message);

    public static string Chinese(this DocumentProblem problem) => InChinese.Say(problem.Message);
}
