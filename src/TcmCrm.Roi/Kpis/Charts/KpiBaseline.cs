using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>Which months the limits of a control chart are computed from.</summary>
public sealed class KpiBaseline : IEquatable<KpiBaseline>
{
    private readonly YearMonth? from;
    private readonly YearMonth? to;

    private KpiBaseline(YearMonth? from, YearMonth? to)
    {
        this.from = from;
        this.to = to;
    }

    /// <summary>
    /// The first 24 months with values once there are 24 (firm), before that the first 12 (provisional); no limits with fewer. Never moved later.
    /// </summary>
    public static KpiBaseline Automatic { get; } = new(null, null);

    /// <summary>Whether the baseline is the automatic one.</summary>
    public bool IsAutomatic => from is null;

    /// <summary>The first month, inclusive.</summary>
    /// <exception cref="InvalidOperationException">The baseline is automatic.</exception>
    public YearMonth From => from ?? throw new InvalidOperationException("The baseline is automatic and names no months.");

    /// <summary>The last month, inclusive.</summary>
    /// <exception cref="InvalidOperationException">The baseline is automatic.</exception>
    public YearMonth To => to ?? throw new InvalidOperationException("The baseline is automatic and names no months.");

    /// <summary>The values of named months.</summary>
    /// <param name="from">The first month, inclusive.</param>
    /// <param name="to">The last month, inclusive; not before <paramref name="from"/>.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="ArgumentException">A month is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The last month is before the first.</exception>
    public static KpiBaseline Months(YearMonth from, YearMonth to) =>
        KpiSeries.CheckMonth(to) >= KpiSeries.CheckMonth(from) ? new KpiBaseline(from, to) : throw Check.OutOfRange(nameof(to), to, "the first month or a later one", new Message("range.firstMonthOrLater"));

    /// <inheritdoc/>
    public bool Equals(KpiBaseline? other) => other is not null && from == other.from && to == other.to;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiBaseline);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((from.GetHashCode() * 31) + to.GetHashCode());

    /// <summary>An invariant text, such as <c>2024-01..2024-12</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        IsAutomatic ? "automatic" : string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM}..{1:uuuu-MM}", From, To);
}
