using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Texts;

/// <summary>The two languages of a result document, with words of a host's own before those of the packages.</summary>
internal sealed class DocumentWords
{
    private DocumentWords(Language english, Language chinese) => (English, Chinese) = (english, chinese);

    public static DocumentWords OfPackages { get; } = new(PackageWords.English, PackageWords.Chinese);

    public Language English { get; }

    public Language Chinese { get; }

    /// <summary>Two languages as they are: those of the command line, with its own words.</summary>
    public static DocumentWords Of(Language english, Language chinese) => new(english, chinese);

    /// <exception cref="ArgumentNullException">The sources or one of them is null.</exception>
    /// <exception cref="ArgumentException">A source is neither English nor Chinese.</exception>
    public static DocumentWords With(IEnumerable<ITextSource> sources, string name)
    {
        (Language english, Language chinese) = (PackageWords.English, PackageWords.Chinese);
        foreach (ITextSource source in sources ?? throw new ArgumentNullException(name))
        {
            string language = (source ?? throw new ArgumentNullException(name)).Language;
            if (language == english.Tag)
            {
                english = english.With(source);
            }
            else if (language == chinese.Tag)
            {
                chinese = chinese.With(source);
            }
            else
            {
                throw new ArgumentException($"A document has words in {english.Tag} and {chinese.Tag}; there are words in '{language}'.", name);
            }
        }

        return new DocumentWords(english, chinese);
    }
}
