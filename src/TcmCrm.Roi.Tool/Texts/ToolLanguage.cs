using System.Runtime.InteropServices;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Texts;

/// <summary>The languages that the tool speaks: the words of the libraries and its own.</summary>
internal static class ToolLanguage
{
    /// <summary>The languages of <c>--lang</c>.</summary>
    internal static readonly string[] Tags = ["en", "zh"];

    private static readonly string[] OptionNames = ["--lang", "-l"];

    internal static Language Of(string tag) => ReportingTexts.In(SpreadsheetTexts.In(JsonTexts.In(Language.Of(tag)))).With(tag == "zh" ? new ChineseWords() : new EnglishWords());

    /// <summary>
    /// The language that the arguments ask for, the default where they ask for none or for one that there is not: known before the command line is
    /// parsed, so that help and what is wrong with the command line are in it too.
    /// </summary>
    internal static Language From(IReadOnlyList<string> args, string standard = "en")
    {
        string tag = standard;
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

    /// <summary>
    /// The language of the user, for a run that asks for none: what <c>LC_ALL</c>, <c>LC_MESSAGES</c> or <c>LANG</c> says, the first of them that is set; on Windows without them the
    /// language of Windows for the user. English where that is neither Chinese nor known.
    /// </summary>
    /// <param name="variable">The environment.</param>
    /// <param name="windowsLanguage">The language of Windows as its number, 0 elsewhere.</param>
    internal static string OfUser(Func<string, string?> variable, Func<int> windowsLanguage)
    {
        foreach (string name in new[] { "LC_ALL", "LC_MESSAGES", "LANG" })
        {
            if (variable(name) is { Length: > 0 } value)
            {
                return value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en";
            }
        }

        return (windowsLanguage() & 0x3FF) == PrimaryChinese ? "zh" : "en";
    }

    /// <summary>What Windows calls the language of its user; 0 on other systems. The tool runs without cultures, so the framework does not know it.</summary>
    internal static int OfWindows() => OperatingSystem.IsWindows() ? GetUserDefaultUILanguage() : 0;

    /// <summary>The lower ten bits of a LANGID of Windows for Chinese.</summary>
    private const int PrimaryChinese = 0x04;

    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}
