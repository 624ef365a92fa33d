namespace TcmCrm.Roi.Review;

/// <summary>
/// Words by which a bill, a note beside it, or what was paid for outside the plan, says that its amount takes money back, or that it holds no longer: then the
/// amount is expected to be negative.
/// </summary>
internal static class CreditWords
{
    private static readonly string[] Credits =
        ["红字", "红冲", "冲红", "贷项", "退款", "退费", "退回", "退还", "返还", "折让", "credit note", "credit memo", "creditnote", "creditmemo", "refund", "refunds", "refunded", "chargeback", "money back"];

    private static readonly string[] Reversals =
        ["冲销", "冲回", "冲减", "冲抵", "冲账", "转回", "红冲", "冲红", "reversal", "reversals", "reversed", "reversing", "reverses", "written back", "write-back", "storno"];

    /// <summary>What says of a booking that it was made before its invoice came.</summary>
    private static readonly string[] Accruals = ["暂估", "预提", "计提", "accrual", "accruals", "accrued"];

    private static readonly string[] Voids = ["作废", "废票", "void", "voided", "cancelled", "canceled"];

    /// <summary>What makes a word the opposite of itself: not refunded, cannot be refunded.</summary>
    private const string Not = "不无非未勿没";

    private const string Between = "可能予得含有会";

    private const int Shortest = 4;

    /// <summary>One of them stands in every Chinese word of the lists.</summary>
    private static readonly char[] Characters = [.. "红冲贷退返折转废估提"];

    /// <summary>Whether a row says that it takes money back. A benefit may be that less is refunded; only that it takes another back is said of itself.</summary>
    internal static bool AreIn(Actual row) => IsSaid(row, Reversals) || (row.Kind != ActualKind.Benefit && IsSaid(row, Credits));

    /// <summary>Whether a row says that it holds no longer.</summary>
    internal static bool AreVoidIn(Actual row) => IsSaid(row, Voids);

    /// <summary>Whether a negative booking says that it takes an earlier one back, and no money comes back.</summary>
    internal static bool AreReversalsIn(Actual row) => IsSaid(row, Reversals) || IsSaid(row, Accruals);

    private static bool IsSaid(Actual row, string[] words) =>
        Holds(row.Paper, words) || Holds(row.Note, words) || (row.Kind == ActualKind.UnplannedCost && Holds(row.Line, words));

    /// <summary>Whether a text may hold one at all: the number of a bill is seldom more than digits and a letter or two.</summary>
    private static bool MayHold(string text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            letters += c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') ? 1 : 0;
        }

        return letters >= Shortest || text.IndexOfAny(Characters) >= 0;
    }

    private static bool Holds(string? text, string[] words)
    {
        if (text is null || !MayHold(text))
        {
            return false;
        }

        string plain = text.ToLowerInvariant().Replace('_', ' ').Replace("credit-", "credit ");
        foreach (string word in words)
        {
            for (int at = plain.IndexOf(word, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (word[0] > '\u007F' ? !IsDeniedBySign(plain, at) : IsWhole(plain, at, word.Length) && !IsDeniedByWord(plain, at))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsDeniedBySign(string text, int at) =>
        at > 0 && (Not.Contains(text[at - 1]) || (at > 1 && Between.Contains(text[at - 1]) && Not.Contains(text[at - 2])));

    private static bool IsDeniedByWord(string text, int at)
    {
        string before = text.Substring(0, at).TrimEnd(' ', '-');
        return EndsWith("no") || EndsWith("not") || EndsWith("non") || EndsWith("without") || EndsWith("not be") || EndsWith("never");

        bool EndsWith(string word) => before.EndsWith(word, StringComparison.Ordinal) && (before.Length == word.Length || !IsLetter(before[before.Length - word.Length - 1]));
    }

    /// <summary>Whether a word stands alone: avoid is no void.</summary>
    private static bool IsWhole(string text, int at, int length) => (at == 0 || !IsLetter(text[at - 1])) && (at + length == text.Length || !IsLetter(text[at + length]));

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z';
}
