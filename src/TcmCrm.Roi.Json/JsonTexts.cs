using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json;

/// <summary>The words for what this package says itself: the problems of documents.</summary>
/// <remarks><c>JsonTexts.In(Language.Of("zh")).Say(problem.Message)</c> says a problem in Chinese.</remarks>
public static class JsonTexts
{
    /// <summary>A language that can say the problems of documents too.</summary>
    /// <param name="language">
    /// English, Chinese, or a host's own, whose words for the problems come first; what a host's language does not have is said in English.
    /// </param>
    /// <returns>The same language with the words of this package behind its own.</returns>
    /// <exception cref="ArgumentNullException">The language is null.</exception>
    public static Language In(Language language) => PackageWords.In(language ?? throw new ArgumentNullException(nameof(language)));
}
