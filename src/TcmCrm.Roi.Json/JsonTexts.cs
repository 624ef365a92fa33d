using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json;

/// <summary>The words for what this package says itself: the problems of documents.</summary>
/// <remarks><c>JsonTexts.In(Language.Of("zh")).Say(problem.Message)</c> says a problem in Chinese.</remarks>
public static class JsonTexts
{
    private static readonly ITextSource English = new EnglishWords();

    private static readonly ITextSource Chinese = new ChineseWords();

    /// <summary>A language that can say the problems of documents too.</summary>
    /// <param name="language">
    /// English, Chinese, or a host's own, whose words for the problems come first; what a host's language does not have is said in English.
    /// </param>
    /// <returns>The same language with the words of this package behind its own.</returns>
    /// <exception cref="ArgumentNullException">The language is null.</exception>
    public static Language In(Language language) => language is null
        ? throw new ArgumentNullException(nameof(language))
        : language.With(new Behind(language, language.Tag == Chinese.Language ? Chinese : English));

    /// <summary>Words that are asked for only where the language has none.</summary>
    private sealed class Behind(Language language, ITextSource words) : ITextSource
    {
        public string Language => language.Tag;

        public string? Find(string id) => language.Knows(id) ? null : words.Find(id);
    }
}
