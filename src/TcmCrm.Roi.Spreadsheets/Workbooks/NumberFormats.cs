namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What a number format of a workbook shows: a date, per cent, or a scale written behind the number.</summary>
internal static class NumberFormats
{
    /// <summary>The formats that have a number and no text, in a Chinese Excel too (ECMA-376 part 1, 18.8.30).</summary>
    internal static CellKind BuiltIn(int id) => id switch
    {
        9 or 10 => CellKind.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => CellKind.Date,
        (>= 18 and <= 21) or (>= 45 and <= 47) => CellKind.Duration,
        _ => CellKind.Number,
    };

    internal static ShownAs Of(string code)
    {
        bool isDate = false;
        bool isTime = false;
        bool isPercent = false;
        sbyte power = 0;
        sbyte share = 0;
        byte currency = 0;
        sbyte scale = 0;
        for (int i = 0; i < code.Length && code[i] != ';'; i++)
        {
            char c = code[i];
            switch (c)
            {
                case '"':
                    int end = code.IndexOf('"', i + 1);
                    end = end < 0 ? code.Length : end;
                    string quoted = code.Substring(i + 1, end - i - 1);
                    Literal(quoted);
                    scale += quoted == "." ? DigitsFrom(code, end + 1) : (sbyte)0;
                    i = end;
                    break;
                case '[':
                    int close = code.IndexOf(']', i + 1);
                    close = close < 0 ? code.Length : close;
                    string inside = code.Substring(i + 1, close - i - 1);
                    isTime |= inside is "h" or "hh" or "H" or "HH" or "m" or "mm" or "M" or "MM" or "s" or "ss" or "S" or "SS";
                    currency = inside.StartsWith("$", StringComparison.Ordinal) ? CurrencyOf(inside.Substring(1)) : currency;
                    i = close;
                    break;
                case '\\' or '!' or '_' or '*':
                    // 0!.0, and 0\.0, show a ten-thousandth of the number by moving its point.
                    if (i + 1 < code.Length)
                    {
                        if (c is '\\' or '!')
                        {
                            scale += code[i + 1] == '.' ? DigitsFrom(code, i + 2) : (sbyte)0;
                            Literal(code.Substring(i + 1, 1));
                        }
                    }

                    i++;
                    break;
                case '%':
                    isPercent = true;
                    break;
                case ',':
                    // Behind the last digit a comma shows thousandths.
                    scale += i + 1 >= code.Length || code[i + 1] is not ('0' or '#' or '?' or '.') ? (sbyte)3 : (sbyte)0;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'e' when !StartsGeneral(code, i):
                    isDate |= c != 'e' || (i + 1 < code.Length && code[i + 1] is not ('+' or '-'));
                    break;
                case 'm' or 'M' when code.IndexOf('h') < 0 && code.IndexOf('H') < 0 && code.IndexOf('s') < 0:
                    isDate = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    isTime = true;
                    break;
                case 'G' or 'g':
                    i += StartsGeneral(code, i) ? "eneral".Length : 0;
                    break;
                default:
                    Literal(c.ToString());
                    break;
            }
        }

        return isDate ? new ShownAs(CellKind.Date)
            : isTime ? new ShownAs(CellKind.Duration)
            : isPercent ? new ShownAs(CellKind.Percent)
            : new ShownAs(CellKind.Number, share < 0 ? share : scale > 0 ? (sbyte)0 : power, currency, scale);

        void Literal(string text)
        {
            power = Math.Max(power, PowerOf(text));
            share = text.Contains('%') || text.Contains('％') ? (sbyte)-2 : text.Contains('‰') ? (sbyte)-3 : share;
            currency = CurrencyOf(text) is > 0 and var shown ? shown : currency;
        }
    }

    /// <summary>How many digits follow in a format: those behind a point that is written as a text.</summary>
    private static sbyte DigitsFrom(string code, int at)
    {
        sbyte digits = 0;
        while (at + digits < code.Length && digits < 12 && code[at + digits] is '0' or '#' or '?')
        {
            digits++;
        }

        return digits;
    }

    /// <summary>The currency of a text of a format: ￥, US$, 元, or $-409 of a bracket, where a Japanese place makes the sign a yen.</summary>
    private static byte CurrencyOf(string text)
    {
        int dash = text.IndexOf('-');
        string sign = (dash < 0 ? text : text.Substring(0, dash)).Trim();
        if (sign.Length == 0 || !NumberText.TryUnit(sign.AsSpan(), out CellNumber unit) || unit.Currency is null)
        {
            return 0;
        }

        bool isYen = unit.Currency == "CNY" && dash >= 0 && text.EndsWith("411", StringComparison.Ordinal);
        return (byte)Math.Max(0, Array.IndexOf(ShownAs.Currencies, isYen ? "JPY" : unit.Currency));
    }

    private static bool StartsGeneral(string code, int at) => string.Compare(code, at, "General", 0, 7, StringComparison.OrdinalIgnoreCase) == 0;

    private static sbyte PowerOf(string text)
    {
        sbyte power = 0;
        foreach (char c in text)
        {
            power += c switch { '千' => 3, '百' => 2, '万' => 4, '亿' => 8, _ => 0 };
        }

        return power <= 12 ? power : (sbyte)0;
    }
}
