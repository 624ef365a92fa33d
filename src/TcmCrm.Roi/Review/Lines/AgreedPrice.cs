namespace TcmCrm.Roi.Review;

/// <summary>Whether bills of agreed amounts say that their price is another than the plan's.</summary>
internal static class AgreedPrice
{
    private const int Fewest = 3;

    /// <summary>So many agreed bills below plan are a price even where their amounts differ a little; not below two thirds, where they may be parts.</summary>
    private const int ManyBills = 6;

    /// <summary>As much as seats move from bill to bill; parts of bills lie further apart.</summary>
    private const decimal Alike = 0.15m;

    /// <summary>An agreed bill below a third of its plan is a part of it, or an error of its unit or currency, however often it comes.</summary>
    internal const decimal Least = 1 / 3m;

    /// <summary>Below this an agreed bill is clearly below its plan.</summary>
    private const decimal Clear = 0.9m;

    /// <summary>
    /// Whether bills say that their median is the price. One or two below plan are paid in part; that an agreed price fell takes three at one amount, or many that
    /// are no halves and lie close together.
    /// </summary>
    internal static bool IsIn(List<decimal> ratios, decimal median) => median >= 1
        || (ratios.Count >= Fewest && IsAgreedPrice(ratios, median));

    private static bool IsAgreedPrice(List<decimal> ratios, decimal median) => median >= Clear
        || (median * BillMatching.FurthestPrice >= 1 && CountNear(ratios, median, BillMatching.Same) >= Fewest)
        || (ratios.Count >= ManyBills && median * BillMatching.FurthestPrice >= 1 && 4 * CountNear(ratios, median, Alike) >= 3 * ratios.Count);

    internal static int CountNear(List<decimal> ratios, decimal one, decimal within)
    {
        int count = 0;
        foreach (decimal ratio in ratios)
        {
            count += Math.Abs(ratio - one) <= within * one ? 1 : 0;
        }

        return count;
    }
}
