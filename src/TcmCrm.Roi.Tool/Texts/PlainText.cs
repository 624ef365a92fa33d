using System.Text;

namespace TcmCrm.Roi.Tool.Texts;

/// <summary>Text from a file or the command line, made safe to print.</summary>
internal static class PlainText
{
    /// <summary>
    /// Line ends and tabs become spaces, other control and format characters (terminal escapes, bidirectional overrides) are
    /// dropped: a name in a case document must not be able to move the cursor or to forge a line.
    /// </summary>
    internal static string OneLine(string text) => NoCommand(Printable(text));

    /// <summary>
    /// Build runners read commands out of what a program prints: <c>::error::</c> at the start of a line, <c>##vso[</c> and <c>##[</c> anywhere. A name that looks like one gets a space.
    /// </summary>
    internal static string NoCommand(string text)
    {
        if (text.Contains("##", StringComparison.Ordinal))
        {
            text = text.Replace("##vso[", "## vso[", StringComparison.OrdinalIgnoreCase).Replace("##[", "## [", StringComparison.Ordinal);
        }

        int start = text.AsSpan().IndexOf("::");
        return start >= 0 && text.AsSpan(0, start).IsWhiteSpace() ? string.Concat(text.AsSpan(0, start), ": :", text.AsSpan(start + 2)) : text;
    }

    private static string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t' or 0x85 or 0x2028 or 0x2029)
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
