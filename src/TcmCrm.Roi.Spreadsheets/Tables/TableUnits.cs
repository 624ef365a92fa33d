namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The unit that a table states for all its numbers, in a title or below them (单位：万元), and the names that it holds for.</summary>
internal static class TableUnits
{
    /// <summary>Endings of names whose numbers are money, whatever they count beside it.</summary>
    private static readonly string[] MoneyEndings =
    [
        "额", "收入", "金额", "成本", "费用", "利润", "毛利", "净利", "回款", "货款", "价", "款", "费", "sales", "revenue", "amount", "cost", "costs", "profit", "margin", "price",
    ];

    /// <summary>The unit that a cell above or below a table states: 单位：万元, （万元）, 销售月报（万元）, RMB in thousands; null where it states none.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="isAlone">Whether the cell is about units alone, as in 单位：万元, and not a title with a unit in brackets.</param>
    internal static CellNumber? In(string text, out bool isAlone)
    {
        string plain = new([.. text.Select(CellChars.Plain)]);
        plain = plain.Replace('[', '(').Replace(']', ')').Replace('【', '(').Replace('】', ')').Trim();
        isAlone = false;
        for (int at = plain.IndexOf("单位", StringComparison.Ordinal); at >= 0; at = plain.IndexOf("单位", at + 2, StringComparison.Ordinal))
        {
            if (HeaderText.UnitIn(Rest(plain.Substring(at + 2))) is { } stated)
            {
                isAlone = true;
                return stated;
            }
        }

        int english = plain.IndexOf("unit", StringComparison.OrdinalIgnoreCase);
        if (english >= 0 && HeaderText.UnitIn(Rest(plain.Substring(english + 4).TrimStart('s', 'S'))) is { } unit)
        {
            isAlone = true;
            return unit;
        }

        string bare = plain.Trim('(', ')', ' ');
        if (NumberText.TryUnit(bare.AsSpan(), out CellNumber alone) && (alone.Power != 0 || alone.Currency is not null))
        {
            isAlone = true;
            return alone;
        }

        int open = plain.LastIndexOf('(');
        return open > 0 && plain[plain.Length - 1] == ')' && HeaderText.UnitIn(plain.Substring(open + 1, plain.Length - open - 2)) is { } bracketed ? bracketed : WrittenMoney(plain) ?? InEnglish(plain);
    }

    /// <summary>The unit of time that a cell above or below a table states: 单位：分钟.</summary>
    internal static TimeUnit? TimeIn(string text)
    {
        string plain = new([.. text.Select(CellChars.Plain)]);
        int at = plain.LastIndexOf("单位", StringComparison.Ordinal);
        return at < 0 ? null : TimeUnit.Of(Rest(plain.Substring(at + 2)));
    }

    /// <summary>Whether the unit of a table holds for the numbers of a name: money for what is no count, no rate and no duration, a count for what is no money and no rate, per cent for rates.</summary>
    internal static bool HoldFor(in CellNumber unit, string name)
    {
        string plain = HeaderText.Key(HeaderText.Split(name).Name);
        bool isRate = KnownWords.IsRate(plain) || KnownWords.IsRate(HeaderText.Key(name));
        if (unit.IsPercent)
        {
            return isRate;
        }

        return unit.Measure is null
            ? !KnownWords.IsCount(plain) && !KnownWords.IsCount(HeaderText.Key(name))
            : !isRate && !IsMoney(plain);
    }

    /// <summary>Whether a name, as <see cref="HeaderText.Key"/> has it, is one of money.</summary>
    internal static bool IsMoney(string key) => Array.Exists(MoneyEndings, ending => key.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>What stands behind the word 单位, up to the next statement of the line.</summary>
    private static string Rest(string text)
    {
        string rest = text.TrimStart(':', ' ', '(', '为', '是');
        int end = rest.IndexOfAny([' ', ')', '。', ';']);
        if (end < 0)
        {
            return rest.TrimEnd('.', '。');
        }

        // 人民币 万元 is one unit; what follows behind a blank is otherwise another statement.
        int second = rest[end] == ' ' ? rest.IndexOfAny([' ', ')', '。', ';'], end + 1) : end;
        string both = second < 0 ? rest : rest.Substring(0, second);
        return NumberText.TryUnit(both.AsSpan(), out _) ? both : rest.Substring(0, end);
    }

    /// <summary>A unit of money that stands alone in brackets or behind a colon: 经营表（金额：万元）, 销售额：万元.</summary>
    private static CellNumber? WrittenMoney(string plain)
    {
        for (int i = 0; i < plain.Length; i++)
        {
            if (plain[i] is not ('(' or ':'))
            {
                continue;
            }

            int close = plain.IndexOf(')', i);
            string piece = plain.Substring(i + 1, (close < 0 ? plain.Length : close) - i - 1).Trim();
            if (piece.Length is > 0 and <= 12 && NumberText.TryUnit(piece.AsSpan(), out CellNumber unit) && !unit.IsPercent && unit.Measure is null && (unit.Power != 0 || piece.EndsWith("元", StringComparison.Ordinal)))
            {
                return unit;
            }
        }

        return null;
    }

    private static CellNumber? InEnglish(string plain)
    {
        string[] words = plain.ToLowerInvariant().Split([' ', '(', ')', ':', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        int at = Array.LastIndexOf(words, "in");
        if (at < 0 || words.Length > 12)
        {
            return null;
        }

        string before = at > 0 && NumberText.TryUnit(words[at - 1].AsSpan(), out CellNumber currency) && currency.Currency is not null ? words[at - 1] + " " : string.Empty;
        string joined = HeaderText.OneForm(before + string.Join(" ", words.Skip(at + 1)));
        return joined.Length > 0 && NumberText.TryUnit(joined.AsSpan(), out CellNumber found) ? found : null;
    }
}
