using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the sheets of a case workbook are called: in each language of the package, so that every workbook is read.</summary>
internal static class CaseSheetNames
{
    internal const string Case = "case";
    internal const string Guide = "guide";

    private static readonly Language[] Languages = [PackageWords.In(Language.Of("en")), PackageWords.In(Language.Of("zh"))];

    internal static string Of(Language language, string id) => PackageWords.In(language).Say("book.sheet." + id);

    internal static bool Is(string id, string name) => Array.Exists(Languages, language => string.Equals(Of(language, id), name.Trim(), StringComparison.OrdinalIgnoreCase));
}
