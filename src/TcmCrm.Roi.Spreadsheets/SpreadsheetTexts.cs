using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The words for what this package says itself: the problems and notes of tables.</summary>
/// <remarks><c>SpreadsheetTexts.In(Language.Of("zh")).Say(problem.Sentence)</c> says a problem in Chinese.</remarks>
public static class SpreadsheetTexts
{
    /// <summary>A language that can say the problems and notes of tables too.</summary>
    /// <param name="language">
    /// English, Chinese, or a host's own, whose words come first; what a host's language does not have is said in English.
    /// </param>
    /// <returns>The same language with the words of this package behind its own.</returns>
    /// <exception cref="ArgumentNullException">The language is null.</exception>
    public static Language In(Language language) => PackageWords.In(language ?? throw new ArgumentNullException(nameof(language)));
}
