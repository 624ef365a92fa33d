using System.Text;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A header in its parts: its name, and the unit that stands in brackets or behind a stroke.</summary>
internal static class HeaderText
{
    private const int LongestUnit = 12;
    private const int MostUnitWords = 4;

    private static readonly string[] WrittenUnits = ["百万元", "千万元", "十万元", "万元", "亿元", "千元"];

    /// <summary>Words that may stand in an English statement beside the unit itself: figures in thousands of RMB.</summary>
    private static readonly HashSet<string> Beside = new(["in", "of", "a", "the", "all", "amount", "amounts", "figures", "numbers", "values", "are", "expressed", "stated", "shown", "reported"], StringComparer.Ordinal);

    /// <summary>Spellings of multiples beside a currency, and the one that is read.</summary>
    private static readonly Dictionary<string, string> Multiples = new(StringComparer.Ordinal)
    {
        ["thousands"] = "thousand", ["ths"] = "thousand", ["thd"] = "thousand", ["tsd"] = "thousand", ["000"] = "thousand", ["000s"] = "thousand", ["'000"] = "thousand", ["'000s"] = "thousand",
        ["’000"] = "thousand", ["’000s"] = "thousand", ["10k"] = "万", ["millions"] = "million", ["mio"] = "million", ["mln"] = "million", ["billions"] = "billion", ["bln"] = "billion",
    };

    /// <summary>Words of a line that says when the table was made.</summary>
    private static readonly string[] DayWords = ["日期", "制表", "打印", "填报", "导出", "截至", "截止", "时间"];

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

        if (InEnglish(plain) is { } english)
        {
            return english;
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

    /// <summary>A unit in words at the end of a name, without brackets: sales CNY '000s, sales MCNY, sales in RMB thousands; null where there is none.</summary>
    private static (string Name, CellNumber? Unit)? InEnglish(string plain)
    {
        string[] words = plain.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        for (int first = Math.Max(1, words.Length - MostUnitWords); first < words.Length; first++)
        {
            bool isSaid = words[first].Equals("in", StringComparison.OrdinalIgnoreCase) && first < words.Length - 1;
            if (NumberText.TryUnit(OneForm(string.Join(" ", words.Skip(first))).AsSpan(), out CellNumber unit) && unit.Power != 0 && (isSaid || unit.Currency is not null))
            {
                return (string.Join(" ", words.Take(first)), unit);
            }
        }

        return null;
    }

    /// <summary>What stands in the brackets of a header, is no unit that is known, and looks like one of money or a multiple: 港币万元, 000元, 万步, and 分 behind a name of money.</summary>
    internal static string? StrangeUnit(string header)
    {
        (string name, CellNumber? unit) = Split(header);
        string plain = new([.. header.Select(CellChars.Plain)]);
        int open = plain.IndexOf('(');
        int close = plain.LastIndexOf(')');
        if (open <= 0 || close <= open + 1)
        {
            return null;
        }

        string inside = plain.Substring(open + 1, close - open - 1).Trim();

        // 分 is a minute of a time and a point of a score as well.
        return inside is "分" or "角" ? (TableUnits.IsMoney(Key(name)) ? inside : null)
            : unit is null && inside.Length <= LongestUnit && (inside.EndsWith("元", StringComparison.Ordinal) || inside.IndexOfAny(['万', '亿']) >= 0) ? inside
            : null;
    }

    /// <summary>The years that a title states (2024年销售统计, 2024年度), but for those of the day on which it was made.</summary>
    internal static IEnumerable<int> YearsIn(string title)
    {
        if (DayWords.Any(title.Contains))
        {
            yield break;
        }

        for (int at = title.IndexOf('年'); at >= 0; at = title.IndexOf('年', at + 1))
        {
            int start = at;
            int year = 0;
            while (start > 0 && CellChars.Plain(title[start - 1]) is >= '0' and <= '9' && at - start < 5)
            {
                start--;
            }

            for (int i = start; i < at; i++)
            {
                year = (year * 10) + CellChars.Plain(title[i]) - '0';
            }

            if (at - start == 4)
            {
                yield return year;
                if (YearBefore(title, start) is { } first)
                {
                    yield return first; // 2023-2025年: a span, and no year of months.
                }
            }
        }
    }

    /// <summary>The year of four digits that a dash, a stroke or a word parts from what follows at a place: the first of 2023-2025年; null where there is none.</summary>
    private static int? YearBefore(string title, int at)
    {
        int end = at;
        while (end > 0 && CellChars.Plain(title[end - 1]) is '-' or '~' or ' ' or '/' or '、' or ',' or '&' or '.' or '至' or '到' or '和' or '与' or '及' or '〜')
        {
            end--;
        }

        int year = 0;
        for (int i = Math.Max(0, end - 4); i < end; i++)
        {
            if (CellChars.Plain(title[i]) is not (>= '0' and <= '9'))
            {
                return null;
            }

            year = (year * 10) + CellChars.Plain(title[i]) - '0';
        }

        return end < at && year is >= 1900 and <= 2200 ? year : null;
    }

    /// <summary>All units of a statement such as 单位：万元、户、%.</summary>
    internal static IEnumerable<CellNumber> UnitsIn(string statement)
    {
        string plain = new([.. statement.Select(CellChars.Plain)]);
        string rest = plain.Substring(plain.LastIndexOf("单位", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0);
        foreach (string part in rest.Split(',', '、', ';', '/', ' ', ':', '(', ')', '和'))
        {
            if (part.Length > 0 && NumberText.TryUnit(part.AsSpan(), out CellNumber unit))
            {
                yield return unit;
            }
        }
    }

    /// <summary>The first unit of a text such as 万元 or 单位：万元、户; null where there is none.</summary>
    internal static CellNumber? UnitIn(string text)
    {
        if (text.StartsWith("单位", StringComparison.Ordinal))
        {
            text = text.Substring(2).TrimStart(':', ' ');
        }

        text = OneForm(text);
        foreach (string part in text.Split(',', '、', ';', '/', ' ').Prepend(text))
        {
            if (part.Trim().Length > 0 && NumberText.TryUnit(part.AsSpan(), out CellNumber unit))
            {
                return unit;
            }

            // $m and RMB m are millions; an m alone may be months.
            string trimmed = part.Trim();
            if (trimmed.Length > 1 && trimmed[trimmed.Length - 1] is 'm' or 'M' && NumberText.TryUnit(trimmed.AsSpan(0, trimmed.Length - 1), out unit) && unit is { Currency: not null, Power: 0 })
            {
                unit.Power = 6;
                unit.HasScale = true;
                return unit;
            }

            if (TimeUnit.Of(part) is { IsPeriod: false })
            {
                return null; // 分钟/单 is minutes, which TimeUnit reads, and no number of 单.
            }
        }

        return null;
    }

    /// <summary>An English statement in the form of which a unit is read, the currency before its multiple: in thousands of RMB, RMB 000 and 10k CNY. Without it the currency alone would be taken.</summary>
    internal static string OneForm(string text)
    {
        List<string> words = [];
        foreach (string written in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = written.ToLowerInvariant();
            if (word.Length == 4 && word[0] == 'm' && NumberText.TryUnit(word.AsSpan(1), out CellNumber money) && money is { Currency: not null, Power: 0 })
            {
                words.AddRange([written.Substring(1), "million"]); // MCNY
            }
            else if (!Beside.Contains(word))
            {
                words.Add(Multiples.TryGetValue(word, out string? multiple) ? multiple : written);
            }
        }

        bool isMultipleFirst = words.Count == 2 && NumberText.TryUnit(words[0].AsSpan(), out CellNumber first) && first is { Power: not 0, Currency: null };
        return words.Count == 0 ? text : isMultipleFirst ? words[1] + " " + words[0] : string.Join(" ", words);
    }
}
