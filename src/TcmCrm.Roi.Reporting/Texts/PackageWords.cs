using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Texts;

/// <summary>Puts the words of this package behind those that a language has.</summary>
internal static class PackageWords
{
    private static readonly EnglishWords EnglishSource = new EnglishWords();

    private static readonly ChineseWords ChineseSource = new ChineseWords();

    public static Language In(Language language) => language.With(new Behind(language, language.Tag == ChineseSource.Language ? (ITextSource)ChineseSource : EnglishSource));

    /// <summary>Words that are asked for only where the language has none.</summary>
    private sealed class Behind(Language language, ITextSource words) : ITextSource
    {
        public string Language => language.Tag;

        public IReadOnlyCollection<string> Ids => EnglishSource.Ids;

        public string? Find(string id) => language.Knows(id) ? null : words.Find(id);
    }
}
