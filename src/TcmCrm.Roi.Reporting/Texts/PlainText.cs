using System.Globalization;
using System.Text;

namespace TcmCrm.Roi.Reporting.Texts;

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
        text = Spaced(Spaced(text, "##vso["), "##[");
        int start = text.IndexOf("::", StringComparison.Ordinal);
        return start >= 0 && string.IsNullOrWhiteSpace(text.Substring(0, start)) ? text.Substring(0, start) + ": :" + text.Substring(start + 2) : text;
    }

    private static string Spaced(string text, string command)
    {
        for (int at = text.IndexOf(command, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(command, at + 2, StringComparison.OrdinalIgnoreCase))
        {
            text = text.Insert(at + 2, " ");
        }

        return text;
    }

    private static string Printable(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\r' or '\n' or '\t' or (char)0x85 or (char)0x2028 or (char)0x2029)
            {
                clean.Append(' ');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(text, i) != UnicodeCategory.Format)
                {
                    clean.Append(c).Append(text[i + 1]);
                }

                i++;
            }
            else if (char.IsSurrogate(c))
            {
                // Half a character.
                clean.Append('\uFFFD');
            }
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }
}
