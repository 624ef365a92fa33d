namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What people write around a month: marks of footnotes, that it is a forecast or an actual one, and several months together.</summary>
internal static class DateAround
{
    private static readonly string[] Forecasts = ["预测", "预计", "预算", "计划", "目标", "估计", "预估", "估算", "forecast", "budget", "plan", "target", "est", "f", "e", "p"];

    private static readonly string[] Actuals = ["实际", "实绩", "实际数", "actual", "a"];

    private static readonly string[] Together = ["全年", "上半年", "下半年", "年初至今", "年初至本月", "本年累计", "累计", "前半年", "后半年"];

    /// <summary>The parts of a text that is no date by itself, in plain characters.</summary>
    internal static DateParts Parse(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = WithoutMarks(text);
        if (rest.Length < text.Length && rest.Length > 0)
        {
            DateParts marked = DateText.Alone(rest);
            marked.HasMark = marked.Form != DateForm.None;
            if (marked.HasMark)
            {
                return marked;
            }
        }

        if (Before(rest, Forecasts) is { Length: > 0 } forecast && DateText.Alone(forecast).Form is not (DateForm.None or DateForm.Empty or DateForm.Serial))
        {
            return new DateParts { Form = DateForm.Forecast };
        }

        if (Before(rest, Actuals) is { Length: > 0 } actual && DateText.Alone(actual) is { Form: not (DateForm.None or DateForm.Empty or DateForm.Serial) } known)
        {
            return known;
        }

        return IsTogether(rest) ? new DateParts { Form = DateForm.SeveralMonths } : Range(rest);
    }

    /// <summary>A text without a word at its end that says that it is forecast or actual: 2025E, 2025年（预测）.</summary>
    internal static string Plain(string text)
    {
        ReadOnlySpan<char> plain = text.Select(CellChars.Plain).ToArray();
        plain = CellChars.Trim(plain);
        ReadOnlySpan<char> before = Before(plain, Forecasts);
        before = before.Length > 0 ? before : Before(plain, Actuals);
        return before.Length > 0 ? before.ToString() : text;
    }

    /// <summary>Whether a character marks a footnote: *, ①, †.</summary>
    internal static bool IsMark(char c) => c is '*' or '†' or '‡' or '§' or (>= '①' and <= '⑳') or '¹' or '²' or '³' or (>= '⁴' and <= '⁹');

    private static ReadOnlySpan<char> WithoutMarks(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && IsMark(text[text.Length - 1]))
        {
            text = CellChars.Trim(text.Slice(0, text.Length - 1));
        }

        return text;
    }

    /// <summary>What stands before one of the words, with brackets around it or without; empty where none of them ends the text.</summary>
    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, string[] words)
    {
        bool hasBrackets = text.Length > 2 && text[text.Length - 1] is ')' or ']';
        ReadOnlySpan<char> plain = hasBrackets ? text.Slice(0, text.Length - 1) : text;
        foreach (string word in words)
        {
            if (plain.Length > word.Length && plain.EndsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                ReadOnlySpan<char> before = plain.Slice(0, plain.Length - word.Length);
                if (hasBrackets ? before[before.Length - 1] is '(' or '[' : word[0] > '\u007F' || before[before.Length - 1] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
                {
                    before = hasBrackets ? before.Slice(0, before.Length - 1) : before;
                    while (before.Length > 0 && before[before.Length - 1] is ' ' or '-' or '_')
                    {
                        before = before.Slice(0, before.Length - 1);
                    }

                    return before;
                }
            }
        }

        return default;
    }

    private static bool IsTogether(ReadOnlySpan<char> text)
    {
        foreach (string word in Together)
        {
            if (text.EndsWith(word.AsSpan(), StringComparison.Ordinal))
            {
                ReadOnlySpan<char> before = text.Slice(0, text.Length - word.Length);
                before = before.Length > 0 && before[before.Length - 1] == '年' ? before.Slice(0, before.Length - 1) : before;
                return before.Length == 0 || DateText.Alone(before).Form is DateForm.YearOnly or DateForm.Month || Range(before).Form == DateForm.SeveralMonths;
            }
        }

        return false;
    }

    /// <summary>2024年1-2月, 2024-01至2024-02, 2024年1、2月; the first to the last day of one month is that month.</summary>
    private static DateParts Range(ReadOnlySpan<char> text)
    {
        for (int at = 1; at < text.Length - 1; at++)
        {
            if (text[at] is not ('~' or '至' or '到' or '-' or '、' or '&' or '和' or '及'))
            {
                continue;
            }

            ReadOnlySpan<char> left = CellChars.Trim(text.Slice(0, at).TrimEnd('-'));
            ReadOnlySpan<char> right = CellChars.Trim(text.Slice(at + 1).TrimStart('-'));
            DateParts first = DateText.Alone(left);
            DateParts last = DateText.Alone(right);
            if (first.Form == DateForm.Day && last.Form == DateForm.Day)
            {
                return first.A == last.A && first.B == last.B && first.C <= last.C
                    ? new DateParts { Form = DateForm.Month, A = first.A, B = first.B, C = 1 }
                    : new DateParts { Form = DateForm.SeveralMonths };
            }

            bool isMonth = first.Form is DateForm.Month or DateForm.MonthOnly && last.Form is DateForm.Month or DateForm.MonthOnly;
            if (isMonth && (first.Form == DateForm.Month || last.Form == DateForm.Month || text[text.Length - 1] is '月' or '份'))
            {
                return new DateParts { Form = DateForm.SeveralMonths };
            }
        }

        return default;
    }
}
