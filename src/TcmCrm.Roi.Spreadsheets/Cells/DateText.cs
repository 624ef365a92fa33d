namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Dates and months as people write them: 2025-03-15, 2025/3, 202503, 2025年3月, 25年3月, Mar-25, 15/03/2025, 45731.</summary>
internal static class DateText
{
    internal const int FirstYear = 1900;
    internal const int LastYear = 9999;

    /// <summary>Serials of Excel: 1954-10-03 to 2173-10-13; a number outside is no date of a business.</summary>
    private const int LeastSerial = 20_000;
    private const int MostSerial = 99_999;

    private static readonly string[] MonthNames =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Eras = ["民国", "民國", "中华民国", "中華民國"];

    private static readonly string[] OtherPeriods = ["q", "fy", "h", "半年", "上半年", "下半年", "周", "旬", "上旬", "中旬", "下旬"];

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
        return TryUsual(plain, out DateParts usual) ? usual : TryRepublic(plain, out ReadOnlySpan<char> behind) ? Tokens(behind, FirstYear + 11) : Tokens(plain, 0);
    }

    /// <summary>民国114年3月: the years of the Republic count from 1912.</summary>
    private static bool TryRepublic(ReadOnlySpan<char> text, out ReadOnlySpan<char> behind)
    {
        foreach (string era in Eras)
        {
            if (text.StartsWith(era.AsSpan(), StringComparison.Ordinal))
            {
                behind = CellChars.Trim(text.Slice(era.Length));
                return behind.Length > 0;
            }
        }

        behind = default;
        return false;
    }

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
        return IsDate(year, month, day);
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
            else if (NumeralOf(c) >= 0)
            {
                while (i < text.Length && NumeralOf(text[i]) >= 0)
                {
                    i++;
                }

                if (i < text.Length && text[i] is '季' or '旬')
                {
                    isOther = true;
                    continue;
                }

                if (count == 3 || !Numeral(text.Slice(start, i - start), i < text.Length && text[i] == '年', out int value))
                {
                    return default;
                }

                numbers[count] = value;
                widths[count++] = i - start > 2 ? i - start : 2;
            }
            else if (c == '第' && ordinalAt < 0 && i + 1 < text.Length && (text[i + 1] is >= '0' and <= '9' || NumeralOf(text[i + 1]) >= 0))
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
                if (word.StartsWith("星期".AsSpan(), StringComparison.Ordinal) && count > 0)
                {
                    continue;
                }

                int month = MonthOf(word);
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
                else if (IsOtherPeriod(word))
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
        return isOther ? new DateParts { Form = DateForm.OtherPeriod } : ordinalAt >= 0 && ordinalAt != monthAt ? default : Form(numbers.Slice(0, count), widths, yearAt, monthAt, dayAt, nameAt, hasFraction);
    }

    private static DateParts Form(ReadOnlySpan<int> n, ReadOnlySpan<int> width, int yearAt, int monthAt, int dayAt, int nameAt, bool hasFraction)
    {
        bool isMarked = yearAt >= 0 || monthAt >= 0 || dayAt >= 0;
        switch (n.Length)
        {
            case 1 when nameAt == 0 || (monthAt == 0 && n[0] is >= 1 and <= 12):
                return new DateParts { Form = DateForm.MonthOnly, B = n[0] };
            case 1 when monthAt == 0 && width[0] == 6:
                return Alone(n[0], width[0]); // 202503月
            case 1 when yearAt == 0 && width[0] == 1:
                return default; // 5年: a fifth year, or a slip of the pen.
            case 1 when yearAt == 0:
                return new DateParts { Form = DateForm.YearOnly, A = YearOf(n[0], width[0]) };
            case 1 when !isMarked:
                return Alone(n[0], width[0]);
            case 2 when hasFraction && !isMarked && nameAt < 0 && width[0] == 5:
                return Alone(n[0], 5); // A serial with a time of day.
            case 2:
                return Two(n, width, yearAt, monthAt, dayAt, nameAt, isMarked);
            case 3:
                return Three(n, width, yearAt, monthAt, dayAt, nameAt, isMarked);
            default:
                return default;
        }
    }

    private static DateParts Alone(int number, int width) => width switch
    {
        8 when IsDate(number / 10_000, number / 100 % 100, number % 100) => Whole(number / 10_000, number / 100 % 100, number % 100),
        6 when IsDate(number / 100, number % 100, 1) => Monthly(number / 100, number % 100),
        5 when number is >= LeastSerial and <= MostSerial => new DateParts { Form = DateForm.Serial, A = number },
        4 when number is >= FirstYear and <= 2200 => new DateParts { Form = DateForm.YearOnly, A = number },
        <= 2 when number is >= 1 and <= 12 => new DateParts { Form = DateForm.MonthOnly, B = number },
        _ => default,
    };

    private static DateParts Two(ReadOnlySpan<int> n, ReadOnlySpan<int> width, int yearAt, int monthAt, int dayAt, int nameAt, bool isMarked)
    {
        if (yearAt == 0 && monthAt is 1 or -1 && dayAt < 0)
        {
            return width[0] == 1 ? default : Monthly(YearOf(n[0], width[0]), n[1]);
        }

        if (monthAt == 0 && dayAt is 1 or -1 && yearAt < 0)
        {
            return width[1] == 4 ? Monthly(n[1], n[0])
                : dayAt == 1 ? new DateParts { Form = DateForm.DayWithoutYear, B = n[0], C = n[1] }
                : new DateParts { Form = DateForm.NameThenNumber, A = n[0], B = n[1] }; // 3月-25: Mar-25 in a Chinese Excel.
        }

        if (monthAt == 1 && yearAt < 0 && dayAt < 0)
        {
            return width[0] == 4 ? Monthly(n[0], n[1]) : new DateParts { Form = DateForm.NumberThenName, A = n[0], B = n[1] };
        }

        if (isMarked)
        {
            return default;
        }

        if (width[0] == 4)
        {
            return Monthly(n[0], n[1]);
        }

        if (width[1] == 4)
        {
            return Monthly(n[1], n[0]);
        }

        if (nameAt >= 0)
        {
            return width[1 - nameAt] is 1 or 2 ? new DateParts { Form = nameAt == 0 ? DateForm.NameThenNumber : DateForm.NumberThenName, A = n[0], B = n[1] } : default;
        }

        return width[0] <= 2 && width[1] <= 2 ? new DateParts { Form = DateForm.Two, A = n[0], B = n[1] } : default;
    }

    private static DateParts Three(ReadOnlySpan<int> n, ReadOnlySpan<int> width, int yearAt, int monthAt, int dayAt, int nameAt, bool isMarked)
    {
        if (width[0] == 4 || yearAt == 0)
        {
            return width[0] == 1 || (isMarked && (yearAt is not (0 or -1) || monthAt is not (1 or -1) || dayAt is not (2 or -1))) || nameAt is 0 or 2
                ? default
                : Whole(YearOf(n[0], width[0]), n[1], n[2]);
        }

        if (nameAt == 0)
        {
            return width[2] == 4 && !isMarked ? Whole(n[2], n[0], n[1]) : default; // Mar 15, 2025
        }

        bool nameInMiddle = nameAt == 1 || monthAt == 1;
        if (nameAt == 2 || yearAt >= 0 || dayAt >= 0 || monthAt is 0 or 2 || width[0] > 2 || width[1] > 2)
        {
            return default;
        }

        if (width[2] == 4)
        {
            return nameInMiddle ? Whole(n[2], n[1], n[0]) : new DateParts { Form = DateForm.TwoAndYear, A = n[0], B = n[1], C = n[2] };
        }

        return width[2] > 2 ? default : new DateParts { Form = nameInMiddle ? DateForm.NameBetween : DateForm.Three, A = n[0], B = n[1], C = n[2] };
    }

    private static DateParts Whole(int year, int month, int day) => IsDate(year, month, day) ? new DateParts { Form = DateForm.Day, A = year, B = month, C = day } : default;

    private static DateParts Monthly(int year, int month) => IsDate(year, month, 1) ? new DateParts { Form = DateForm.Month, A = year, B = month, C = 1 } : default;

    internal static bool IsDate(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A year of two digits lies from 1969 to 2068, as in Excel's and POSIX's rule to a few years.</summary>
    internal static int YearOf(int year, int width) => width > 2 || year > 99 ? year : year <= 68 ? 2000 + year : 1900 + year;

    private static bool Digits(ReadOnlySpan<char> text, out int value)
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

    private static int NumeralOf(char c) => c switch
    {
        '〇' or '零' or '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => -1,
    };

    /// <summary>二〇二五 for a year, 十二 for a month or a day.</summary>
    private static bool Numeral(ReadOnlySpan<char> text, bool isYear, out int value)
    {
        value = 0;
        if (isYear || text.IndexOf('十') < 0)
        {
            if (text.Length > 4 || text.IndexOf('十') >= 0)
            {
                return false;
            }

            foreach (char c in text)
            {
                value = (value * 10) + NumeralOf(c);
            }

            return isYear ? text.Length is 2 or 4 : text.Length == 1;
        }

        int ten = text.IndexOf('十');
        if (ten > 1 || text.Length - ten > 2 || text.Slice(ten + 1).IndexOf('十') >= 0)
        {
            return false;
        }

        value = (ten == 0 ? 10 : NumeralOf(text[0]) * 10) + (text.Length > ten + 1 ? NumeralOf(text[ten + 1]) : 0);
        return true;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        for (int i = 0; i < MonthNames.Length; i++)
        {
            ReadOnlySpan<char> name = MonthNames[i].AsSpan();
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase) || (word.Length == 3 && name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                || (i == 8 && word.Equals("sept".AsSpan(), StringComparison.OrdinalIgnoreCase)))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool IsOtherPeriod(ReadOnlySpan<char> word)
    {
        if (word.IndexOf('季') >= 0 || word.IndexOf("财年".AsSpan(), StringComparison.Ordinal) >= 0)
        {
            return true;
        }

        foreach (string other in OtherPeriods)
        {
            if (word.Equals(other.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
