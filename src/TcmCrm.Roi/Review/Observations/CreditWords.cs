using System.Globalization;

namespace TcmCrm.Roi.Review;

/// <summary>Words by which a bill, or what was paid for outside the plan, says that it is a credit: its amount is expected to be negative.</summary>
internal static class CreditWords
{
    private static readonly string[] Words =
        ["红字", "红冲", "冲红", "冲销", "贷项", "退款", "退费", "返还", "credit note", "credit memo", "creditnote", "credit-note", "credit_note", "refund"];

    internal static bool AreIn(Actual row) => Names(row.Paper) || (row.Kind == ActualKind.UnplannedCost && Names(row.Line));

    private static bool Names(string? text) => text is not null && Array.Exists(Words, word => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.OrdinalIgnoreCase) >= 0);
}
