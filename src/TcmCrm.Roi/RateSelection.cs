using System.Globalization;

namespace TcmCrm.Roi;

/// <summary>An explicit policy that picks one of several internal rates of return. A case may state one, and every result says which was used.</summary>
public sealed class RateSelection : IEquatable<RateSelection>
{
    private const string NearestWord = "nearest:";
    private const string LowestWord = "lowestNonNegative";
    private const string ExcelWord = "excel";

    private RateSelection(double? target, bool isExcel)
    {
        Target = target;
        IsExcel = isExcel;
    }

    /// <summary>The lowest rate of 0 or more.</summary>
    public static RateSelection LowestNonNegative { get; } = new(null, isExcel: false);

    /// <summary>The rate that Excel would show: where Newton's method goes from its default guess, 0.1.</summary>
    public static RateSelection Excel { get; } = new(null, isExcel: true);

    /// <summary>The rate nearest to another one, for example to the discount rate; of two equally near ones the lower.</summary>
    /// <param name="rate">The rate to be near to, as a fraction above -1.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public static RateSelection NearestTo(double rate) => new(Check.Rate(rate), isExcel: false);

    /// <summary>Reads the text of <see cref="ToString"/>: <c>lowestNonNegative</c>, <c>nearest:0.1</c>, <c>excel</c>.</summary>
    /// <param name="text">The text; null is no policy.</param>
    /// <param name="selection">The policy, or null.</param>
    /// <returns>True where the text is a policy.</returns>
    public static bool TryParse(string? text, out RateSelection? selection)
    {
        selection = text == LowestWord ? LowestNonNegative
            : text == ExcelWord ? Excel
            : text is not null && text.StartsWith(NearestWord, StringComparison.Ordinal)
                && double.TryParse(text.Substring(NearestWord.Length), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate)
                && rate is > -1 and <= double.MaxValue ? NearestTo(rate)
            : null;
        return selection is not null;
    }

    /// <inheritdoc/>
    public bool Equals(RateSelection? other) => other is not null && Target == other.Target && IsExcel == other.IsExcel;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RateSelection);

    /// <inheritdoc/>
    public override int GetHashCode() => Target.GetHashCode() ^ (IsExcel ? 1 : 0);

    /// <summary>The policy as documents and commands write it, invariant.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsExcel ? ExcelWord : Target is { } target ? NearestWord + target.ToString("R", CultureInfo.InvariantCulture) : LowestWord;

    /// <summary>The policy in words, within a sentence: the lowest that is not negative.</summary>
    public Message InWords => IsExcel ? new Message("rateSelection.excel")
        : Target is { } target ? new Message("rateSelection.nearest", MessageArgument.Ratio("rate", target, 1))
        : new Message("rateSelection.lowestNonNegative");

    /// <summary>The rate to be near to; null where that is not the policy.</summary>
    internal double? Target { get; }

    internal bool IsExcel { get; }
}
