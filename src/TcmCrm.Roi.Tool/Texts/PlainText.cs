using System.Text;

namespace TcmCrm.Roi.Tool.Texts;

/// <summary>Text from a file or the command line, made safe to print.</summary>
internal static class PlainText
{
    /// <summary>
    /// Line ends and tabs become spaces, other control and format characters (terminal escapes, bidirectional overrides) are
    /// dropped: a name in a case document must not be able to move the cursor or to forge a line.
    /// </summary>
    internal static string OneLine(string text)
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
