namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The characters of a cell as they are read for numbers and dates: full-width forms are narrow, kinds of blanks and dashes are one.</summary>
internal static class CellChars
{
    /// <summary>A number or a date is never longer; what is, is neither.</summary>
    internal const int Longest = 80;

    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text.Slice(start, end - start);
    }

    internal static bool IsBlank(char c) => c <= ' ' || (c >= '\u007F' && (char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' or '\u007F'));

    /// <summary>Copies the text, trimmed, with each character in its plain form, to the buffer; -1 when it is too long.</summary>
    internal static int Plain(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text = Trim(text);
        if (text.Length > buffer.Length)
        {
            return -1;
        }

        for (int i = 0; i < text.Length; i++)
        {
            buffer[i] = Plain(text[i]);
        }

        return text.Length;
    }

    internal static char Plain(char c)
    {
        if (c < '\u007F')
        {
            return c < ' ' ? ' ' : c;
        }

        return c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '\uFFE5' => '\u00A5',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFE63' => '-',
            '\u2019' => '\'',
            '\u00B7' => '.',
            _ => IsBlank(c) ? ' ' : c,
        };
    }
}
