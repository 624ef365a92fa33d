using System.Globalization;
using System.Text;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The characters of a text file whose encoding is told by its content: UTF-8, UTF-16 or GB18030, with a byte order mark or without.</summary>
internal static class TextDecoding
{
    private const string UsualInBig5 = "年月日份金額銷售項目數單位期合計客戶收入支出名稱類別營業實際";

    private const string UsualInGb = "年月日份金额销售项目数单位期合计客户收入支出名称类别营业实际";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The characters, without a byte order mark.</summary>
    /// <exception cref="TableFault">The bytes are no text, or of an encoding that cannot be told.</exception>
    internal static char[] Decode(byte[] bytes, int count)
    {
        if (count >= 4 && ((bytes[0] == 0xFF && bytes[1] == 0xFE && bytes[2] == 0 && bytes[3] == 0) || (bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0xFE && bytes[3] == 0xFF)))
        {
            return Checked(new UTF32Encoding(bytes[0] == 0, true).GetChars(bytes, 4, (count - 4) / 4 * 4));
        }

        if (count >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
        {
            return Wide(bytes, 2, count, isBigEndian: false);
        }

        if (count >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
        {
            return Wide(bytes, 2, count, isBigEndian: true);
        }

        if (count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        {
            return Checked(Encoding.UTF8.GetChars(bytes, 3, count - 3));
        }

        if (count >= 4 && bytes[0] == 0x84 && bytes[1] == 0x31 && bytes[2] == 0x95 && bytes[3] == 0x33)
        {
            return Gb18030(bytes, 4, count);
        }

        int wide = WideWithoutMark(bytes, Math.Min(count, 4096));
        return wide != 0 ? Wide(bytes, 0, count, wide > 0) : Narrow(bytes, count);
    }

    /// <summary>Whether the beginning of a file holds what no text has: the rest need not be read.</summary>
    internal static bool IsBinary(byte[] bytes, int count)
    {
        if (count >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0 && count >= 4 && bytes[2] == 0xFE)))
        {
            return false;
        }

        int sample = Math.Min(count, 4096);
        return Array.IndexOf(bytes, (byte)0, 0, sample) >= 0 && WideWithoutMark(bytes, sample) == 0;
    }

    private static char[] Narrow(byte[] bytes, int count)
    {
        try
        {
            return Checked(StrictUtf8.GetChars(bytes, 0, count));
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8, or UTF-8 with a damaged place.
        }

        (int good, int bad) = Utf8Sequences(bytes, count);
        if (good > 4 * bad)
        {
            return Checked(Encoding.UTF8.GetChars(bytes, 0, count));
        }

        if (IsBig5(bytes, Math.Min(count, 8192)))
        {
            throw new TableFault(Said.As("big5"));
        }

        return Gb18030(bytes, 0, count);
    }

    /// <summary>Whether the beginning of a file is made of more of the words of tables in Big5 (traditional Chinese) than in GB18030: both take almost every pair of bytes.</summary>
    private static bool IsBig5(byte[] bytes, int count)
    {
        Encoding big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5", EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;
        int traditional = big5.GetString(bytes, 0, count).Count(c => UsualInBig5.Contains(c));
        return traditional > 1 && traditional > 2 * gb.GetString(bytes, 0, count).Count(c => UsualInGb.Contains(c));
    }

    private static char[] Gb18030(byte[] bytes, int start, int count)
    {
        // As an instance and not registered: a library does not change what encodings a process has.
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;
        char[] text = Checked(encoding.GetChars(bytes, start, count - start));
        (int common, int rare, int broken) = GbSequences(bytes, start, count);
        if (common < rare + (8 * broken) || (broken > 0 && common == 0))
        {
            throw new TableFault(Said.As("encoding"));
        }

        return text;
    }

    /// <summary>Pairs of the everyday characters and signs of GB2312, other pairs and quadruples, and bytes that are neither.</summary>
    private static (int Common, int Rare, int Broken) GbSequences(byte[] bytes, int start, int count)
    {
        int common = 0;
        int rare = 0;
        int broken = 0;
        for (int i = start; i < count; i++)
        {
            byte lead = bytes[i];
            if (lead < 0x80)
            {
                continue;
            }

            byte trail = i + 1 < count ? bytes[i + 1] : (byte)0;
            if (lead is 0x80 or 0xFF || trail is < 0x30 or 0x7F or 0xFF or (>= 0x3A and < 0x40))
            {
                broken++;
            }
            else if (trail < 0x3A)
            {
                // Two bytes and two digits in turn: no other encoding looks like it.
                bool isWhole = i + 3 < count && bytes[i + 2] is >= 0x81 and <= 0xFE && bytes[i + 3] is >= 0x30 and <= 0x39;
                _ = isWhole ? common++ : broken++;
                i += isWhole ? 3 : 0;
            }
            else
            {
                _ = trail >= 0xA1 && lead is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xF7) ? common++ : rare++;
                i++;
            }
        }

        return (common, rare, broken);
    }

    /// <summary>How many characters of several bytes are right, and how many bytes are wrong.</summary>
    private static (int Good, int Bad) Utf8Sequences(byte[] bytes, int count)
    {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < count;)
        {
            byte lead = bytes[i++];
            if (lead < 0x80)
            {
                continue;
            }

            int more = lead is >= 0xC2 and <= 0xDF ? 1 : lead is >= 0xE0 and <= 0xEF ? 2 : lead is >= 0xF0 and <= 0xF4 ? 3 : -1;
            int j = i;
            while (more > 0 && j < count && j < i + more && (bytes[j] & 0xC0) == 0x80)
            {
                j++;
            }

            _ = more > 0 && j == i + more ? good++ : bad++;
            i = more > 0 ? j : i;
        }

        return (good, bad);
    }

    /// <summary>1 for UTF-16 with the high byte first, -1 with the low byte first, 0 for neither: by whether the pairs are what tables are made of.</summary>
    private static int WideWithoutMark(byte[] bytes, int count)
    {
        int pairs = count / 2;
        int zeros = 0;
        int bigEndian = 0;
        int littleEndian = 0;
        for (int i = 0; i + 1 < count; i += 2)
        {
            zeros += bytes[i] == 0 || bytes[i + 1] == 0 ? 1 : 0;
            bigEndian += IsUsual(bytes[i], bytes[i + 1]) ? 1 : 0;
            littleEndian += IsUsual(bytes[i + 1], bytes[i]) ? 1 : 0;
        }

        return zeros == 0 || Math.Max(bigEndian, littleEndian) * 10 < pairs * 9 || bigEndian == littleEndian ? 0 : bigEndian > littleEndian ? 1 : -1;
    }

    /// <summary>ASCII without control characters, Chinese characters and punctuation, full-width forms.</summary>
    private static bool IsUsual(byte high, byte low) =>
        high == 0 ? low is (>= 0x20 and < 0x7F) or 0x09 or 0x0A or 0x0D or 0xA0 or 0xA5 : high is (>= 0x4E and <= 0x9F) or 0x30 or 0x20 or 0xFF;

    private static char[] Wide(byte[] bytes, int start, int count, bool isBigEndian) =>
        Checked(new UnicodeEncoding(isBigEndian, false).GetChars(bytes, start, (count - start) / 2 * 2));

    private static char[] Checked(char[] text)
    {
        int zero = Array.IndexOf(text, '\0');
        if (zero >= 0)
        {
            throw new TableFault(Said.As("binary", ("position", zero.ToString(CultureInfo.InvariantCulture))));
        }

        return text;
    }
}
