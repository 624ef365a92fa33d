using TcmCrm.Roi.Json;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Texts;

/// <summary>The languages that the tool speaks: the words of the libraries and its own.</summary>
internal static class ToolLanguage
{
    /// <summary>The languages of <c>--lang</c>; the first is the default.</summary>
    internal static readonly string[] Tags = ["en", "zh"];

    private static readonly string[] OptionNames = ["--lang", "-l"];

    internal static Language Of(string tag) => JsonTexts.In(Language.Of(tag)).With(tag == "zh" ? new ChineseWords() : new EnglishWords());

    /// <summary>
    /// The language that the arguments ask for, the default where they ask for none or for one that there is not: known before the command line is
    /// parsed, so that help and what is wrong with the command line are in it too.
    /// </summary>
    internal static Language From(IReadOnlyList<string> args)
    {
        string tag = Tags[0];
        for (int i = 0; i < args.Count && args[i] != "--"; i++)
        {
            string[] parts = args[i].Split(['=', ':'], 2);
            if (OptionNames.Contains(parts[0]) && (parts.Length == 2 ? parts[1] : args.ElementAtOrDefault(i + 1)) is { } given && Tags.Contains(given))
            {
                tag = given;
            }
        }

        return Of(tag);
    }
}
