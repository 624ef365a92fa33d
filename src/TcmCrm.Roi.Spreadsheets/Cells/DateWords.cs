namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The words and numerals of dates: names of months, 二〇二五, 民国, quarters.</summary>
internal static class DateWords
{
    private static readonly string[] MonthNames =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Eras = ["民国", "民國", "中华民国", "中華民國"];

    private static readonly string[] OtherPeriods = ["q", "fy", "h", "半年", "上半年", "下半年", "周", "旬", "上旬", "中旬", "下旬"];

    internal static int NumeralOf(char c) => c switch
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
    internal static bool Numeral(ReadOnlySpan<char> text, bool isYear, out int value)
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

    internal static int MonthOf(ReadOnlySpan<char> word)
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

    internal static bool IsOtherPeriod(ReadOnlySpan<char> word)
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

    /// <summary>民国114年3月: the years of the Republic count from 1912.</summary>
    internal static bool TryRepublic(ReadOnlySpan<char> text, out ReadOnlySpan<char> behind)
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
}
