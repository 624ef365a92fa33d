namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Numbers as people write them: 1,234.50; ￥1,234; CNY 1,000.00; 120.5万元; 25.0%; (300); １２０; 1.2E+05.</summary>
internal static class NumberText
{
    /// <summary>What may stand before or behind a number, longest first: its power of ten, currency or measure.</summary>
    private static readonly (string Text, int Power, bool IsPercent, string? Currency, string? Measure)[] Marks = MakeMarks();

    /// <summary>The unit of a text such as 万元, %, USD or 户.</summary>
    internal static bool TryUnit(ReadOnlySpan<char> text, out CellNumber unit)
    {
        unit = default;
        Span<char> buffer = stackalloc char[CellChars.Longest];
        int length = CellChars.Plain(text, buffer);
        if (length <= 0)
        {
            return false;
        }

        ReadOnlySpan<char> rest = buffer.Slice(0, length);
        while (rest.Length > 0)
        {
            if (!TakeMark(ref rest, ref unit, atEnd: false))
            {
                return false;
            }

            rest = CellChars.Trim(rest);
        }

        return true;
    }

    internal static NumberFault Parse(ReadOnlySpan<char> text, out CellNumber number)
    {
        number = default;
        text = CellChars.Trim(text);
        if (text.Length == 0)
        {
            return NumberFault.Empty;
        }

        if (ParsePlain(text, ref number))
        {
            return NumberFault.None;
        }

        Span<char> buffer = stackalloc char[CellChars.Longest];
        int length = CellChars.Plain(text, buffer);
        if (length < 0)
        {
            return NumberFault.NotANumber;
        }

        number = default;
        ReadOnlySpan<char> rest = CellChars.Trim(buffer.Slice(0, length));
        if (rest.Length > 3 && rest[0] == '=' && rest[1] == '"' && rest[rest.Length - 1] == '"')
        {
            rest = CellChars.Trim(rest.Slice(2, rest.Length - 3)); // ="00123": what keeps a text a text in Excel.
        }
        else if (rest.Length > 1 && rest[0] == '\'' && rest[rest.Length - 1] != '\'')
        {
            rest = CellChars.Trim(rest.Slice(1)); // '1234: the same, as it is typed.
        }

        return rest.Length == 0 ? NumberFault.Empty : rest[0] == '#' ? NumberFault.Error : IsDash(rest) ? NumberFault.Dash : ParseMarked(rest, ref number);
    }

    /// <summary>The usual form: a sign, up to 19 digits, a point.</summary>
    private static bool ParsePlain(ReadOnlySpan<char> text, ref CellNumber number)
    {
        int i = 0;
        if (text[0] is '-' or '+')
        {
            number.IsNegative = text[0] == '-';
            i = 1;
        }

        ulong digits = 0;
        int count = 0;
        int point = -1;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= '0' and <= '9')
            {
                if (++count > 19)
                {
                    return false;
                }

                digits = (digits * 10) + (ulong)(c - '0');
            }
            else if (c == '.' && point < 0)
            {
                point = count;
            }
            else
            {
                return false;
            }
        }

        if (count == 0)
        {
            return false;
        }

        number.Digits = digits;
        number.Power = point < 0 ? 0 : point - count;
        return true;
    }

    private static NumberFault ParseMarked(ReadOnlySpan<char> rest, ref CellNumber number)
    {
        bool hasSign = false;
        bool hasBrackets = false;
        if (IsTriangle(rest[0]) || IsTriangle(rest[rest.Length - 1]))
        {
            return NumberFault.Triangle;
        }

        ReadOnlySpan<char> whole = rest;
        rest = WithoutMarks(rest);
        number.HasMark = rest.Length < whole.Length;
        while (rest.Length > 0)
        {
            char first = rest[0];
            if (first is >= '0' and <= '9' or '.')
            {
                break;
            }

            if (first is '-' or '+' or '负' && !hasSign && !hasBrackets)
            {
                hasSign = true;
                number.IsNegative = first != '+';
                rest = rest.Slice(1);
            }
            else if (first == '(' && !hasBrackets && !hasSign && rest[rest.Length - 1] == ')')
            {
                hasBrackets = true;
                number.IsNegative = true;
                rest = rest.Slice(1, rest.Length - 2);
            }
            else if (first == '(' && !hasBrackets && !hasSign && rest.IndexOf(')') > 0 && TakeMark(ref rest, ref number, atEnd: true))
            {
                continue; // (12.5)万
            }
            else if (!TakeMark(ref rest, ref number, atEnd: false) || number.HasScale || number.IsPercent || number.Measure is not null)
            {
                return NumberFault.NotANumber;
            }

            rest = CellChars.Trim(rest);
        }

        while (rest.Length > 0 && rest[rest.Length - 1] is not ((>= '0' and <= '9') or '.'))
        {
            if (rest[rest.Length - 1] == '-' && !hasSign && !hasBrackets)
            {
                hasSign = true;
                number.IsNegative = true;
                rest = rest.Slice(0, rest.Length - 1); // 1,234-: as SAP writes it.
            }
            else if (!TakeMark(ref rest, ref number, atEnd: true))
            {
                return NumberFault.NotANumber;
            }

            rest = CellChars.Trim(rest);
        }

        return rest.Length == 0 ? NumberFault.NotANumber : Core(rest, ref number);
    }

    private static bool IsTriangle(char c) => c is '△' or '▲' or '▽' or '▼' or '∆' or '↑' or '↓';

    /// <summary>The text without marks of footnotes around it: 123*, 123①, 123[1].</summary>
    private static ReadOnlySpan<char> WithoutMarks(ReadOnlySpan<char> text)
    {
        if (text[text.Length - 1] == ']' && text.LastIndexOf('[') is > 0 and var open && text.Length - open is 3 or 4 && text[open + 1] is >= '1' and <= '9')
        {
            text = text.Slice(0, open);
        }

        while (text.Length > 1 && DateAround.IsMark(text[text.Length - 1]))
        {
            text = text.Slice(0, text.Length - 1);
        }

        while (text.Length > 1 && DateAround.IsMark(text[0]))
        {
            text = text.Slice(1);
        }

        return CellChars.Trim(text);
    }

    private static NumberFault Core(ReadOnlySpan<char> text, ref CellNumber number)
    {
        Span<char> digits = stackalloc char[CellChars.Longest];
        int count = 0;
        int point = -1;
        int commas = 0;
        int group = 0;
        char separator = '\0';
        int exponent = 0;
        int i = 0;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= '0' and <= '9')
            {
                digits[count++] = c;
                group++;
            }
            else if (c == '.' && point < 0)
            {
                if (commas > 0 && group != 3)
                {
                    return NumberFault.NotANumber;
                }

                point = count;
                group = 0;
            }
            else if (c == '.')
            {
                return group == 3 && commas == 0 ? NumberFault.DecimalComma : NumberFault.NotANumber; // 1.234.567: points between thousands.
            }
            else if (c is ',' or ' ')
            {
                if (point >= 0)
                {
                    return c == ',' ? NumberFault.DecimalComma : NumberFault.NotANumber;
                }

                bool isFirst = commas++ == 0;
                if ((isFirst ? group is < 1 or > 3 : group != 3 || separator != c) || i + 1 >= text.Length || text[i + 1] is not (>= '0' and <= '9'))
                {
                    return c == ',' && isFirst && text.IndexOf(',') == text.LastIndexOf(',') ? NumberFault.DecimalComma : NumberFault.NotANumber;
                }

                separator = c;
                group = 0;
            }
            else if (c is 'e' or 'E' && count > 0 && commas == 0)
            {
                if (!TryExponent(text.Slice(i + 1), out exponent))
                {
                    return NumberFault.NotANumber;
                }

                break;
            }
            else
            {
                return NumberFault.NotANumber;
            }
        }

        if (commas > 0 && point < 0 && group != 3)
        {
            return commas == 1 && separator == ',' ? NumberFault.DecimalComma : NumberFault.NotANumber;
        }

        if (count == 0)
        {
            return NumberFault.NotANumber;
        }

        number.HasLoneComma = commas == 1 && separator == ',' && point < 0;
        number.Power += exponent - (point < 0 ? 0 : count - point);
        ReadOnlySpan<char> all = digits.Slice(0, count);
        while (all.Length > 1 && all[0] == '0')
        {
            all = all.Slice(1);
        }

        if (all.Length > 19)
        {
            number.LongDigits = all.ToString();
            return NumberFault.None;
        }

        foreach (char c in all)
        {
            number.Digits = (number.Digits * 10) + (ulong)(c - '0');
        }

        return NumberFault.None;
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        bool isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
        {
            text = text.Slice(1);
        }

        if (text.Length is < 1 or > 4)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c is not (>= '0' and <= '9'))
            {
                return false;
            }

            exponent = (exponent * 10) + c - '0';
        }

        exponent = isNegative ? -exponent : exponent;
        return true;
    }

    private static bool IsDash(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is not ('-' or ' ' or '\u00A5'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TakeMark(ref ReadOnlySpan<char> text, ref CellNumber number, bool atEnd)
    {
        foreach ((string mark, int power, bool isPercent, string? currency, string? measure) in Marks)
        {
            if (mark.Length > text.Length || !(atEnd ? text.Slice(text.Length - mark.Length) : text.Slice(0, mark.Length)).Equals(mark.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            bool isTaken = (isPercent && (number.IsPercent || number.HasScale || number.Currency is not null)) || (power > 0 && (number.IsPercent || number.HasScale))
                || (currency is not null && number.Currency is not null && number.Currency != currency) || (measure is not null && number.Measure is not null);
            if (isTaken)
            {
                return false;
            }

            number.Power += power;
            number.IsPercent |= isPercent;
            number.HasScale |= power > 0;
            number.Currency ??= currency;
            number.Measure ??= measure;
            text = atEnd ? text.Slice(0, text.Length - mark.Length) : text.Slice(mark.Length);
            return true;
        }

        return false;
    }

    private static (string Text, int Power, bool IsPercent, string? Currency, string? Measure)[] MakeMarks()
    {
        var marks = new List<(string Text, int Power, bool IsPercent, string? Currency, string? Measure)>
        {
            ("%", -2, true, null, null), ("\u2030", -3, true, null, null),
        };
        foreach ((string text, int power) in new[] { ("亿", 8), ("億", 8), ("千万", 7), ("百万", 6), ("十万", 5), ("万", 4), ("萬", 4), ("千", 3), ("thousand", 3), ("'000", 3), ("k", 3), ("w", 4), ("million", 6), ("mn", 6), ("billion", 9), ("bn", 9) })
        {
            marks.Add((text, power, false, null, null));
        }

        foreach ((string text, string code) in new[]
        {
            ("\u00A5", "CNY"), ("人民币", "CNY"), ("RMB", "CNY"), ("CN\u00A5", "CNY"), ("CNY", "CNY"), ("元整", "CNY"), ("元", "CNY"), ("圆", "CNY"), ("块", "CNY"),
            ("USD", "USD"), ("US$", "USD"), ("$", "USD"), ("美元", "USD"), ("EUR", "EUR"), ("\u20AC", "EUR"), ("欧元", "EUR"), ("HKD", "HKD"), ("HK$", "HKD"), ("港元", "HKD"),
            ("港币", "HKD"), ("JPY", "JPY"), ("日元", "JPY"), ("GBP", "GBP"), ("\u00A3", "GBP"), ("英镑", "GBP"), ("KRW", "KRW"), ("韩元", "KRW"), ("TWD", "TWD"), ("新台币", "TWD"), ("SGD", "SGD"), ("AUD", "AUD"), ("CAD", "CAD"), ("CHF", "CHF"),
        })
        {
            marks.Add((text, 0, false, code, null));
        }

        foreach (string measure in new[] { "个月", "个", "户", "家", "人次", "人", "次", "件", "单", "笔", "天", "小时", "条", "盒", "箱", "台", "套", "分", "席", "份" })
        {
            marks.Add((measure, 0, false, null, measure));
        }

        return [.. marks.OrderByDescending(mark => mark.Text.Length)];
    }
}
