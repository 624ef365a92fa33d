using System.Runtime.InteropServices;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF (Unicode 15, table 3-7).</summary>
internal static class Utf8Check
{
    private const ulong NotAscii = 0x8080808080808080;

    /// <summary>Finds the first byte that does not belong to a well-formed sequence; -1 when all do.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int i = 0;
        while (i < text.Length)
        {
            if (i + 8 <= text.Length && (MemoryMarshal.Read<ulong>(text.Slice(i)) & NotAscii) == 0)
            {
                i += 8;
                continue;
            }

            byte first = text[i];
            if (first < 0x80)
            {
                i++;
                continue;
            }

            int length = SequenceLength(text, i);
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    private static int SequenceLength(ReadOnlySpan<byte> text, int i)
    {
        byte first = text[i];
        int length = first switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || i + length > text.Length)
        {
            return 0;
        }

        byte second = text[i + 1];
        byte least = first switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 };
        byte most = first switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
        if (second < least || second > most)
        {
            return 0;
        }

        for (int k = 2; k < length; k++)
        {
            if ((text[i + k] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length;
    }
}
