using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>The words for what this package says itself: headings, columns and sentences of reports.</summary>
/// <remarks><see cref="RoiReport"/> puts them behind the language that it is given; a host that writes words of its own finds their ids in <see cref="Language.Ids"/>.</remarks>
public static class ReportingTexts
{
    /// <summary>A language that can say what reports say too.</summary>
    /// <param name="language">
    /// English, Chinese, or a host's own, whose words come first; what a host's language does not have is said in English.
    /// </param>
    /// <returns>The same language with the words of this package behind its own.</returns>
    /// <exception cref="ArgumentNullException">The language is null.</exception>
    public static Language In(Language language) => PackageWords.In(language ?? throw new ArgumentNullException(nameof(language)));
}
