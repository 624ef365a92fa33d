using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>One correction of a month: what it was and what it became. The default is version 0 in January of year 1.</summary>
public readonly record struct KpiCorrection
{
    /// <summary>Describes a correction.</summary>
    /// <param name="month">The month.</param>
    /// <param name="version">The version that the month has since, 2 or more (1 is the first value).</param>
    /// <param name="before">The value before; finite.</param>
    /// <param name="after">The value since; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is under 2, or a value is not finite.</exception>
    public KpiCorrection(YearMonth month, int version, double before, double after)
    {
        Month = month;
        Version = Check.InRange(version, 2, int.MaxValue);
        Before = Check.Finite(before);
        After = Check.Finite(after);
    }

    /// <summary>The month.</summary>
    public YearMonth Month { get; }

    /// <summary>The version that the month has since.</summary>
    public int Version { get; }

    /// <summary>The value before.</summary>
    public double Before { get; }

    /// <summary>The value since.</summary>
    public double After { get; }

    /// <summary>An invariant text, such as <c>2026-03 v2: 12 -> 14</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM} v{1}: {2:R} -> {3:R}", Month, Version, Before, After);
}
