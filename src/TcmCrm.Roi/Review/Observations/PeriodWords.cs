using System.Text;

namespace TcmCrm.Roi.Review;

/// <summary>Takes out of the name of a cost what says for which month it is: 顾问9月 and 顾问10月 are one cost.</summary>
internal static class PeriodWords
{
    private const string Units = "年月日号期季度周第";

    /// <summary>Numerals that stand before one of the units are a part of it.</summary>
    private const string Numerals = "〇一二三四五六七八九十";

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "q"];

    /// <summary>The name without digits, months and signs; empty where nothing else is in it.</summary>
    internal static string Without(string name)
    {
        var kept = new StringBuilder(name.Length);
        var word = new StringBuilder();
        for (int i = 0; i <= name.Length; i++)
        {
            char c = i < name.Length ? name[i] : ' ';
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 0 && !Months.Contains(word.ToString().ToLowerInvariant()))
            {
                kept.Append(kept.Length > 0 && IsLatin(kept[kept.Length - 1]) ? " " : string.Empty).Append(word);
            }

            word.Clear();
            if (char.IsLetter(c) && !IsOfPeriod(name, i))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static bool IsLatin(char c) => c < '\u0250';

    /// <summary>Whether a sign is a unit after a number, or a numeral before a unit.</summary>
    private static bool IsOfPeriod(string name, int at)
    {
        if (Numerals.Contains(name[at]))
        {
            int next = at;
            while (next < name.Length && Numerals.Contains(name[next]))
            {
                next++;
            }

            return next < name.Length && Units.Contains(name[next]);
        }

        return Units.Contains(name[at]) && (at == 0 || char.IsDigit(name[at - 1]) || Numerals.Contains(name[at - 1]) || Units.Contains(name[at - 1]) || (at + 1 < name.Length && (char.IsDigit(name[at + 1]) || Numerals.Contains(name[at + 1]))));
    }
}
