namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What a number format of a workbook shows: a date, per cent, or a scale written behind the number.</summary>
internal static class NumberFormats
{
    /// <summary>The formats that have a number and no text, in a Chinese Excel too (ECMA-376 part 1, 18.8.30).</summary>
    internal static CellKind BuiltIn(int id) => id switch
    {
        9 or 10 => CellKind.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => CellKind.Date,
        _ => CellKind.Number,
    };

    internal static (CellKind Kind, sbyte Power) Of(string code)
    {
        bool isDate = false;
        bool isPercent = false;
        sbyte power = 0;
        bool scales = false;
        for (int i = 0; i < code.Length && code[i] != ';'; i++)
        {
            char c = code[i];
            switch (c)
            {
                case '"':
                    int end = code.IndexOf('"', i + 1);
                    end = end < 0 ? code.Length : end;
                    power = Math.Max(power, PowerOf(code.Substring(i + 1, end - i - 1)));
                    i = end;
                    break;
                case '[':
                    int close = code.IndexOf(']', i + 1);
                    i = close < 0 ? code.Length : close;
                    break;
                case '\\' or '!' or '_' or '*':
                    // 0!.0, and 0\.0, show a ten-thousandth of the number by moving its point.
                    if (i + 1 < code.Length)
                    {
                        scales |= code[i + 1] == '.';
                        power = Math.Max(power, PowerOf(code.Substring(i + 1, 1)));
                    }

                    i++;
                    break;
                case '%':
                    isPercent = true;
                    break;
                case ',':
                    // Behind the last digit a comma shows thousandths.
                    scales |= i + 1 >= code.Length || code[i + 1] is not ('0' or '#' or '?' or '.');
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'e' when !StartsGeneral(code, i):
                    isDate |= c != 'e' || (i + 1 < code.Length && code[i + 1] is not ('+' or '-'));
                    break;
                case 'm' or 'M' when code.IndexOf('h') < 0 && code.IndexOf('H') < 0 && code.IndexOf('s') < 0:
                    isDate = true;
                    break;
                case 'G' or 'g':
                    i += StartsGeneral(code, i) ? "eneral".Length : 0;
                    break;
                default:
                    power = Math.Max(power, PowerOf(c.ToString()));
                    break;
            }
        }

        return isDate ? (CellKind.Date, (sbyte)0) : (isPercent ? CellKind.Percent : CellKind.Number, scales || isPercent ? (sbyte)0 : power);
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
