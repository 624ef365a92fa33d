using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// What was observed of a KPI in one month: its value, or its numerator and denominator. The default is the value 0 in January of year 1.
/// </summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public readonly record struct KpiObservation
{
    private readonly double _first;
    private readonly double _denominator;

    private KpiObservation(YearMonth month, bool hasParts, double first, double denominator)
    {
        Month = month;
        HasParts = hasParts;
        _first = first;
        _denominator = denominator;
    }

    /// <summary>The calendar month.</summary>
    public YearMonth Month { get; }

    /// <summary>Whether numerator and denominator were observed, rather than the value.</summary>
    public bool HasParts { get; }

    /// <summary>The value, in the unit of the KPI.</summary>
    /// <exception cref="InvalidOperationException">The observation has parts.</exception>
    public double Value => HasParts ? throw new InvalidOperationException("The observation has numerator and denominator, no value.") : _first;

    /// <summary>The numerator.</summary>
    /// <exception cref="InvalidOperationException">The observation has a value only.</exception>
    public double Numerator => HasParts ? _first : throw new InvalidOperationException("The observation has a value, no numerator.");

    /// <summary>The denominator, 0 or more.</summary>
    /// <exception cref="InvalidOperationException">The observation has a value only.</exception>
    public double Denominator => HasParts ? _denominator : throw new InvalidOperationException("The observation has a value, no denominator.");

    /// <summary>An observed value.</summary>
    /// <param name="month">The calendar month.</param>
    /// <param name="value">The value in the unit of the KPI; finite.</param>
    /// <returns>The observation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static KpiObservation OfValue(YearMonth month, double value) => new(month, false, Check.Finite(value), 0);

    /// <summary>An observed numerator and denominator.</summary>
    /// <param name="month">The calendar month.</param>
    /// <param name="numerator">The numerator; finite.</param>
    /// <param name="denominator">The denominator; finite and 0 or more. With 0 the month has parts but no value.</param>
    /// <returns>The observation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part is not finite, or the denominator is negative.</exception>
    public static KpiObservation OfParts(YearMonth month, double numerator, double denominator) =>
        new(month, true, Check.Finite(numerator), KpiSeries.CheckDenominator(denominator));

    /// <summary>An invariant text, such as <c>2026-03: 12/48</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => HasParts
        ? string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM}: {1:R}/{2:R}", Month, _first, _denominator)
        : string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM}: {1:R}", Month, _first);
}
