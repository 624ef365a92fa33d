using System.Text;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A header in its parts: its name, and the unit that stands in brackets or behind a stroke.</summary>
internal static class HeaderText
{
    private static readonly string[] WrittenUnits = ["百万元", "千万元", "十万元", "万元", "亿元", "千元"];

    /// <summary>What is compared: small letters, narrow forms, without blanks, quotation marks and stars.</summary>
    internal static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char plain = CellChars.Plain(c);
            if (plain is not (' ' or '*' or '"' or '\'' or '_' or '-' or '“' or '”'))
            {
                key.Append(char.ToLowerInvariant(plain));
            }
        }

        while (key.Length > 1 && key[key.Length - 1] is ':' or '.')
        {
            key.Length--;
        }

        return key.ToString();
    }

    /// <summary>The name of a header without its unit, and the unit; the whole header where no unit is known in it.</summary>
    internal static (string Name, CellNumber? Unit) Split(string header)
    {
        string plain = new([.. header.Select(CellChars.Plain)]);
        plain = plain.Replace('[', '(').Replace(']', ')').Replace('【', '(').Replace('】', ')').Trim();
        int open = plain.IndexOf('(');
        int close = plain.LastIndexOf(')');
        if (open > 0 && close > open)
        {
            string name = plain.Substring(0, open) + plain.Substring(close + 1);
            return (name.Trim(), UnitIn(plain.Substring(open + 1, close - open - 1)));
        }

        int stroke = plain.LastIndexOfAny(['/', '_', ':', '-', ' ']);
        if (stroke > 0 && stroke + 1 < plain.Length && (plain[stroke] == '/' || plain.Length > stroke + 2 || !char.IsLetter(plain[stroke + 1]) || plain[stroke + 1] > '\u007F') && NumberText.TryUnit(plain.AsSpan(stroke + 1), out CellNumber behind))
        {
            return (plain.Substring(0, stroke).TrimEnd('/', '_', ':', '-', ' '), behind);
        }

        if (stroke > 0 && TimeUnit.IsBehind(plain, stroke))
        {
            return (plain.Substring(0, stroke).TrimEnd('/', '_', ':', '-', ' '), null);
        }

        // 销售额万元: only units that are written out, because 万 alone may be the end of a name.
        foreach (string written in WrittenUnits)
        {
            if (plain.Length > written.Length && plain.EndsWith(written, StringComparison.Ordinal) && NumberText.TryUnit(written.AsSpan(), out CellNumber own))
            {
                return (plain.Substring(0, plain.Length - written.Length).Trim(), own);
            }
        }

        return (plain, null);
    }

    /// <summary>The unit of 单位：万元, 金额单位：人民币万元, unit: CNY; null where the text states none.</summary>
    internal static CellNumber? UnitRow(string text)
    {
        string plain = new([.. text.Select(CellChars.Plain)]);
        int at = plain.IndexOf("单位", StringComparison.Ordinal);
        int length = 2;
        if (at < 0)
        {
            at = plain.IndexOf("unit", StringComparison.OrdinalIgnoreCase);
            length = 4;
        }

        if (at < 0)
        {
            return null;
        }

        string rest = plain.Substring(at + length).TrimStart(':', ' ', 's', '(').TrimEnd(')', ' ', '.', '。');
        return UnitIn(rest);
    }

    private static CellNumber? UnitIn(string text)
    {
        if (text.StartsWith("单位", StringComparison.Ordinal))
        {
            text = text.Substring(2).TrimStart(':', ' ');
        }

        foreach (string part in text.Split(',', '、', ';', '/', ' ').Prepend(text))
        {
            if (part.Trim().Length > 0 && NumberText.TryUnit(part.AsSpan(), out CellNumber unit))
            {
                return unit;
            }

            if (TimeUnit.Of(part) is { IsPeriod: false })
            {
                return null; // 分钟/单 is minutes, which TimeUnit reads, and no number of 单.
            }
        }

        return null;
    }
}
