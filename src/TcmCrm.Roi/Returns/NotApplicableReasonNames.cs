namespace TcmCrm.Roi.Returns;

/// <summary>Identifiers and display texts of <see cref="NotApplicableReason"/>.</summary>
public static class NotApplicableReasonNames
{
    private static readonly (string Id, string English, string Chinese)[] Texts =
    [
        ("notComputed", "not computed", "未计算"),
        ("noCost", "there is no cost", "没有成本"),
        ("noInvestment", "nothing was invested", "没有投资支出"),
        ("noInitialCost", "there is no initial cost", "没有初始成本"),
        ("neverPaidBack", "never paid back within the period", "期间内未收回投资"),
        ("notDurablyPaidBack", "paid back once, but not durably within the period", "期间内曾收回投资,但未能持续"),
        ("noRate", "no discount rate was given", "未提供折现率"),
        ("rateNotAboveMinusOne", "the rate is not above -100 %", "折现率不高于 -100%"),
        ("noFlows", "there are no cash flows", "没有现金流量"),
        ("allZero", "every cash flow is zero", "现金流量全部为零"),
        ("onlyInflows", "there are inflows only", "只有现金流入"),
        ("onlyOutflows", "there are outflows only", "只有现金流出"),
        ("singleInstant", "all cash flows stand at one date", "全部现金流量发生在同一时点"),
        ("npvAlwaysPositive", "the net present value is positive at every rate", "净现值在任何折现率下均为正"),
        ("npvAlwaysNegative", "the net present value is negative at every rate", "净现值在任何折现率下均为负"),
        ("outOfRange", "the answer is out of the range of numbers", "结果超出数值范围"),
        ("multipleRates", "there are several rates", "存在多个收益率"),
        ("notCertified", "the answer could not be proven to be the only one", "无法证明结果唯一"),
        ("lossExceedsInvestment", "more than the investment was lost", "亏损超过全部投资"),
        ("periodTooShort", "the period is too short", "期间过短"),
        ("missingInput", "an input is missing", "缺少必要的输入"),
        ("noBenefit", "no benefit is monetised", "没有货币化的收益"),
        ("noConvergence", "the iteration does not converge", "迭代不收敛"),
    ];

    /// <summary>The stable identifier, in camel case, as it stands in result documents, for example <c>neverPaidBack</c>.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined reason.</exception>
    public static string Id(NotApplicableReason reason) => Find(reason).Id;

    /// <summary>A short English text, to stand behind "not applicable: ".</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined reason.</exception>
    public static string English(NotApplicableReason reason) => Find(reason).English;

    /// <summary>A short Chinese text, to stand behind 不适用:.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined reason.</exception>
    public static string Chinese(NotApplicableReason reason) => Find(reason).Chinese;

    /// <summary>Finds the reason with an identifier.</summary>
    /// <param name="id">The identifier, in camel case; compared exactly.</param>
    /// <param name="reason">The reason, or <see cref="NotApplicableReason.NotComputed"/> when there is none of that name.</param>
    /// <returns>Whether the identifier is known.</returns>
    public static bool TryParse(string? id, out NotApplicableReason reason)
    {
        int index = Array.FindIndex(Texts, text => string.Equals(text.Id, id, StringComparison.Ordinal));
        reason = (NotApplicableReason)Math.Max(index, 0);
        return index >= 0;
    }

    private static (string Id, string English, string Chinese) Find(NotApplicableReason reason) =>
        (uint)reason < (uint)Texts.Length
            ? Texts[(int)reason]
            : throw new ArgumentOutOfRangeException(nameof(reason), reason, "The reason is not one of the defined values.");
}
