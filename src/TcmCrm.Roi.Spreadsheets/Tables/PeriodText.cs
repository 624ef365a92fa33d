namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Periods without a date: 第0年, 第3期, Year 2, 2025年. What counts is their number.</summary>
internal static class PeriodText
{
    private static readonly string[] Before = ["第", "year", "period", "t", "y"];

    private static readonly string[] Behind = ["年度", "年", "期", "个月", "月"];

    /// <summary>The number of a period that says what it is.</summary>
    internal static bool TryParse(string text, out int period)
    {
        string key = HeaderText.Key(DateAround.Plain(text));
        string number = key;
        foreach (string word in Before)
        {
            if (number.StartsWith(word, StringComparison.Ordinal))
            {
                number = number.Substring(word.Length);
                break;
            }
        }

        foreach (string word in Behind)
        {
            if (number.EndsWith(word, StringComparison.Ordinal))
            {
                number = number.Substring(0, number.Length - word.Length);
                break;
            }
        }

        return TryNumber(number, out period) && number.Length < key.Length;
    }

    /// <summary>The number of a period, also where it stands alone below a header that says what it is.</summary>
    internal static bool TryParseBelow(string text, out int period) => TryParse(text, out period) || TryNumber(HeaderText.Key(text), out period);

    /// <summary>A number of up to four digits.</summary>
    internal static bool TryNumber(string text, out int number)
    {
        number = 0;
        foreach (char c in text)
        {
            if (c is not (>= '0' and <= '9'))
            {
                return false;
            }

            number = (number * 10) + c - '0';
        }

        return text.Length is > 0 and < 5;
    }
}
