namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Dates and months as people write them: 2025-03-15, 2025/3, 202503, 2025年3月, 25年3月, Mar-25, 15/03/2025, 45731.</summary>
internal static class DateText
{
    internal const int FirstYear = 1900;
    internal const int LastYear = 9999;

    internal static DateParts Parse(ReadOnlySpan<char> text)
    {
        text = CellChars.Trim(text);
        if (text.Length == 0)
        {
            return new DateParts { Form = DateForm.Empty };
        }

        Span<char> buffer = stackalloc char[CellChars.Longest];
        int length = CellChars.Plain(text, buffer);
        if (length < 0)
        {
            return default;
        }

        ReadOnlySpan<char> plain = buffer.Slice(0, length);
        if (plain.Length > 3 && plain[0] == '=' && plain[1] == '"' && plain[plain.Length - 1] == '"')
        {
            plain = CellChars.Trim(plain.Slice(2, plain.Length - 3));
        }

        if (plain.Length > 0 && plain[0] == '\'')
        {
            plain = plain.Slice(1);
        }

        plain = WithoutTime(plain);
        DateParts parts = Alone(plain);
        return parts.Form == DateForm.None && plain.Length > 1 ? DateAround.Parse(plain) : parts;
    }

    /// <summary>A date or a month with nothing beside it, in plain characters.</summary>
    internal static DateParts Alone(ReadOnlySpan<char> plain) =>
        TryUsual(plain, out DateParts usual) ? usual : DateWords.TryRepublic(plain, out ReadOnlySpan<char> behind) ? Tokens(behind, FirstYear + 11) : Tokens(plain, 0);

    /// <summary>2025-03-15 and 2025-03, also with slashes or points.</summary>
    private static bool TryUsual(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        if (text.Length is < 6 or > 10 || !Digits(text.Slice(0, 4), out int year) || text[4] is not ('-' or '/' or '.'))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.Slice(5);
        int second = rest.IndexOf(text[4]);
        bool hasDay = second >= 0;
        if (!Digits(hasDay ? rest.Slice(0, second) : rest, out int month) || (hasDay ? second : rest.Length) > 2)
        {
            return false;
        }

        int day = 1;
        if (hasDay && (rest.Length - second - 1 > 2 || !Digits(rest.Slice(second + 1), out day)))
        {
            return false;
        }

        parts = new DateParts { Form = hasDay ? DateForm.Day : DateForm.Month, A = year, B = month, C = day };
        return DateShape.IsDate(year, month, day);
    }

    /// <summary>The text up to a time of day: behind a T, or behind a blank where a colon follows.</summary>
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        if (colon < 1)
        {
            return text;
        }

        int start = colon;
        while (start > 0 && text[start - 1] is >= '0' and <= '9')
        {
            start--;
        }

        if (start == colon || start == 0 || text[start - 1] is not (' ' or 'T' or 't' or '午'))
        {
            return text;
        }

        ReadOnlySpan<char> date = text.Slice(0, start - 1);
        if (text[start - 1] == '午' && date.Length > 0 && date[date.Length - 1] is '上' or '下')
        {
            date = date.Slice(0, date.Length - 1);
        }

        return CellChars.Trim(date);
    }

    /// <param name="text">The text.</param>
    /// <param name="yearsBefore">What is added to a year that stands first, of one to three digits; 0 for years of our calendar.</param>
    private static DateParts Tokens(ReadOnlySpan<char> text, int yearsBefore)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        int count = 0;
        int yearAt = -1;
        int monthAt = -1;
        int dayAt = -1;
        int nameAt = -1;
        int ordinalAt = -1;
        bool isOther = false;
        bool hasFraction = false;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            int start = i;
            if (c is >= '0' and <= '9')
            {
                while (i < text.Length && text[i] is >= '0' and <= '9')
                {
                    i++;
                }

                int value = 0;
                if (count == 3 || (!Digits(text.Slice(start, i - start), out value) && !(hasFraction && i == text.Length)))
                {
                    return default;
                }

                numbers[count] = value;
                widths[count++] = i - start;
            }
            else if (c is '年' or '月' or '日' or '号')
            {
                if (count == 0 || (c == '年' ? yearAt : c == '月' ? monthAt : dayAt) >= 0)
                {
                    return default;
                }

                _ = c == '年' ? yearAt = count - 1 : c == '月' ? monthAt = count - 1 : dayAt = count - 1;
                i++;
                if (c == '月' && i < text.Length && text[i] == '份')
                {
                    i++;
                }
                else if (c == '年' && i < text.Length && text[i] == '度')
                {
                    i++;
                }
            }
            else if (c == '元' && count < 3 && i + 1 < text.Length && text[i + 1] == '月')
            {
                numbers[count] = 1; // 元月
                widths[count++] = 2;
                i++;
            }
            else if (DateWords.NumeralOf(c) >= 0)
            {
                while (i < text.Length && DateWords.NumeralOf(text[i]) >= 0)
                {
                    i++;
                }

                if (i < text.Length && text[i] is '季' or '旬')
                {
                    isOther = true;
                    continue;
                }

                if (count == 3 || !DateWords.Numeral(text.Slice(start, i - start), i < text.Length && text[i] == '年', out int value))
                {
                    return default;
                }

                numbers[count] = value;
                widths[count++] = i - start > 2 ? i - start : 2;
            }
            else if (c == '第' && ordinalAt < 0 && i + 1 < text.Length && (text[i + 1] is >= '0' and <= '9' || DateWords.NumeralOf(text[i + 1]) >= 0))
            {
                ordinalAt = count;
                i++;
            }
            else if (char.IsLetter(c))
            {
                while (i < text.Length && (char.IsLetter(text[i]) && text[i] is not ('年' or '月' or '日' or '号')))
                {
                    i++;
                }

                ReadOnlySpan<char> word = text.Slice(start, i - start);
                if (count > 0 && (word.StartsWith("星期".AsSpan(), StringComparison.Ordinal) || word.StartsWith("周".AsSpan(), StringComparison.Ordinal) && (word.Length > 1 || i == text.Length - 1) && text[text.Length - 1] is '一' or '二' or '三' or '四' or '五' or '六' or '日' or '天'))
                {
                    continue;
                }

                int month = DateWords.MonthOf(word);
                if (month > 0 && nameAt < 0 && count < 3)
                {
                    nameAt = count;
                    numbers[count] = month;
                    widths[count++] = 0;
                }
                else if (word.Length == 1 && word[0] is 'M' or 'm' && count == 1 && widths[0] == 4)
                {
                    // 2025M03
                }
                else if (DateWords.IsOtherPeriod(word))
                {
                    isOther = true;
                }
                else
                {
                    return default;
                }
            }
            else if (c is '-' or '/' or '.' or ' ' or ',' or '_')
            {
                hasFraction |= c == '.' && count == 1 && text.Length > 6;
                i++;
            }
            else
            {
                return default;
            }
        }

        if (yearsBefore > 0 && count > 0)
        {
            if (yearAt > 0 || nameAt == 0 || numbers[0] is < 1 or > 200)
            {
                return default;
            }

            numbers[0] += yearsBefore;
            widths[0] = 4;
        }

        // 第3月 of a year is its third month; 第3年 is no year of the calendar.
        return isOther ? new DateParts { Form = DateForm.OtherPeriod } : ordinalAt >= 0 && ordinalAt != monthAt ? default : DateShape.Form(numbers.Slice(0, count), widths, yearAt, monthAt, dayAt, nameAt, hasFraction);
    }

    internal static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is < 1 or > 8)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c is not (>= '0' and <= '9'))
            {
                return false;
            }

            value = (value * 10) + c - '0';
        }

        return true;
    }
}
