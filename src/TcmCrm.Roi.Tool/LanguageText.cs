namespace TcmCrm.Roi.Tool;

/// <summary>Both languages of a text stand side by side where it is used, so that neither is forgotten.</summary>
internal static class LanguageText
{
    internal static string Say(this Language language, string english, string chinese) =>
        language == Language.Chinese ? chinese : english;

    /// <summary>The words of the core in this language.</summary>
    internal static Texts.Language Words(this Language language) => Texts.Language.Of(language == Language.Chinese ? "zh" : "en");
}
