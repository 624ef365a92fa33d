using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>A value that a KPI is to reach by a month, and the straight path to it.</summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public sealed class KpiTarget : IEquatable<KpiTarget>
{
    /// <summary>A target without a path of its own; an assessment lets the path begin at the centre and the end of the baseline.</summary>
    /// <param name="value">The value to reach, in the unit of the KPI; finite.</param>
    /// <param name="by">The month by whose end it is to be reached.</param>
    /// <exception cref="ArgumentException">The month is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public KpiTarget(double value, YearMonth by)
    {
        Value = Check.Finite(value);
        By = KpiSeries.CheckMonth(by);
    }

    /// <summary>A target with a straight path.</summary>
    /// <param name="pathStart">The month that the path begins at; before <paramref name="by"/>.</param>
    /// <param name="pathStartValue">The value there; finite.</param>
    /// <param name="value">The value to reach; finite.</param>
    /// <param name="by">The month by whose end it is to be reached.</param>
    /// <exception cref="ArgumentException">A month is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the path does not begin before its end.</exception>
    public KpiTarget(YearMonth pathStart, double pathStartValue, double value, YearMonth by)
        : this(value, by)
    {
        PathStart = KpiSeries.CheckMonth(pathStart) < by ? pathStart : throw Check.OutOfRange(nameof(pathStart), pathStart, "before the month of the target", new Message("range.beforeTarget"));
        PathStartValue = Check.Finite(pathStartValue);
    }

    /// <summary>The value to reach, in the unit of the KPI.</summary>
    public double Value { get; }

    /// <summary>The month by whose end it is to be reached.</summary>
    public YearMonth By { get; }

    /// <summary>Whether the target has a path.</summary>
    public bool HasPath => PathStart is not null;

    internal YearMonth? PathStart { get; }

    internal double PathStartValue { get; }

    /// <summary>The value that the path asks for in a month.</summary>
    /// <param name="month">Any month.</param>
    /// <returns>
    /// On the straight line from the start of the path to the target; the start value before it, the target after it. Without a path the target.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The month is not of the ISO calendar.</exception>
    public double ValueAt(YearMonth month)
    {
        Check.Iso(month);
        if (PathStart is not { } start || month >= By)
        {
            return Value;
        }

        double share = Math.Max(0, KpiSeries.MonthsBetween(start, month)) / (double)KpiSeries.MonthsBetween(start, By);
        return PathStartValue + (share * (Value - PathStartValue));
    }

    /// <summary>Whether a value meets a wanted one in the better direction; equal is enough.</summary>
    internal static bool Meets(double value, double wanted, KpiDirection direction) =>
        direction == KpiDirection.LowerIsBetter ? value <= wanted : value >= wanted;

    /// <inheritdoc/>
    public bool Equals(KpiTarget? other) => other is not null && Value.Equals(other.Value) && By == other.By && PathStart == other.PathStart && PathStartValue.Equals(other.PathStartValue);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiTarget);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Value.GetHashCode() * 31) + By.GetHashCode());

    /// <summary>An invariant text, such as <c>0.9@2026-12</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:R}@{1:uuuu-MM}", Value, By);
}
