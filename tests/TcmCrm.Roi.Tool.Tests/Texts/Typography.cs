using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tool.Tests.Texts;

/// <summary>What a Chinese finance editor would strike out (GB/T 15834): half-width punctuation beside Chinese, spaces between Chinese and digits, codes.</summary>
internal static partial class Typography
{
    internal static IEnumerable<string> FaultsOf(string text) =>
        HalfWidth().Matches(text).Concat(SpacedDigits().Matches(text)).Select(match => Around(text, match));

    /// <summary>Identifiers and ISO periods, which people do not read.</summary>
    internal static IEnumerable<string> CodesOf(string text) => Code().Matches(text).Select(match => Around(text, match));

    private static string Around(string text, Match match) => text[Math.Max(0, match.Index - 12)..Math.Min(text.Length, match.Index + match.Length + 12)];

    [GeneratedRegex(@"[\u4e00-\u9fff”）%] ?[,:;()!?](?![\w{])|[\u4e00-\u9fff”）] ?[,;()!?]|[,:;()!?] ?[\u4e00-\u9fff“（]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"[\u4e00-\u9fff，。；：] \d|\d [\u4e00-\u9fff]")]
    private static partial Regex SpacedDigits();

    [GeneratedRegex(@"\b[a-z]+[A-Z]\w*|\bP\d+[YMD]\b|\b[a-z]{3,}\b|\d{4}-\d{2}")]
    private static partial Regex Code();
}
