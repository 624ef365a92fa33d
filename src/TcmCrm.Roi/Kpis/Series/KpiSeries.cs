using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// The values of one KPI over time, one point a month (or a quarter, a year, or a trailing twelve months, see <see cref="Frequency"/>), oldest
/// first, on a complete calendar: a month without a value is a gap that the series knows of, never a missing place.
/// </summary>
/// <remarks>
/// A ratio KPI keeps numerator and denominator, because its value over a longer time or over several segments is the ratio of the sums, not the
/// mean of the ratios. Immutable; two series are equal when definition, segment, start, frequency and all points are.
/// </remarks>
/// <example>
/// <code>
/// KpiSeries nps = KpiSeries.FromValues(KpiCatalog.Nps, new YearMonth(2024, 1), values);
/// KpiSeries winRate = KpiSeries.FromParts(KpiCatalog.WinRate, new YearMonth(2025, 1), [18, 21, 24], [60, 61, 58]);   // won, decided
/// </code>
/// </example>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public sealed partial class KpiSeries : IEquatable<KpiSeries>
{
    // NaN marks a gap inside these arrays; it never leaves the type.
    private readonly double[] _values;
    private readonly double[]? _numerators;
    private readonly double[]? _denominators;

    private KpiSeries(
        KpiDefinition definition, string segment, YearMonth start, KpiFrequency frequency, double[] values, double[]? numerators, double[]? denominators)
    {
        Definition = definition;
        Segment = segment;
        Start = start;
        Frequency = frequency;
        _values = values;
        _numerators = numerators;
        _denominators = denominators;
        int observed = 0;
        foreach (double value in values)
        {
            observed += double.IsNaN(value) ? 0 : 1;
        }

        ObservedCount = observed;
    }

    /// <summary>What the values are of.</summary>
    public KpiDefinition Definition { get; }

    /// <summary>The channel, region or product line that the series is of; empty for the whole company.</summary>
    public string Segment { get; }

    /// <summary>The month of the first point; for a quarter or a year its first month, for a trailing twelve months its last.</summary>
    public YearMonth Start { get; }

    /// <summary>The month of the last point, inclusive, named as <see cref="Start"/>.</summary>
    public YearMonth End => MonthAt(Count - 1);

    /// <summary>What one point covers.</summary>
    public KpiFrequency Frequency { get; }

    /// <summary>The number of points, gaps included; at least 1.</summary>
    public int Count => _values.Length;

    /// <summary>The number of points that have a value.</summary>
    public int ObservedCount { get; }

    /// <summary>Whether the series keeps numerators and denominators.</summary>
    public bool HasParts => _numerators is not null;

    /// <summary>The points without a value, oldest first.</summary>
    public IReadOnlyList<YearMonth> Gaps => Array.AsReadOnly(Months(wanted: false));

    /// <summary>The months of the points that have a value, oldest first.</summary>
    public IReadOnlyList<YearMonth> ObservedMonths => Array.AsReadOnly(Months(wanted: true));

    /// <summary>The values of the points that have one, oldest first, beside <see cref="ObservedMonths"/>; a new list.</summary>
    public IReadOnlyList<double> ObservedValues
    {
        get
        {
            var values = new double[ObservedCount];
            int next = 0;
            foreach (double value in _values)
            {
                if (!double.IsNaN(value))
                {
                    values[next++] = value;
                }
            }

            return Array.AsReadOnly(values);
        }
    }

    /// <summary>One value a point, NaN at a gap: for the numerics inside the assembly, which must not write to it.</summary>
    internal double[] RawValues => _values;

    private int Step => Frequency switch
    {
        KpiFrequency.Quarterly => 3,
        KpiFrequency.Yearly => 12,
        _ => 1,
    };

    /// <summary>The same points under another definition, such as one with another direction; parts give their values anew.</summary>
    /// <param name="definition">The definition.</param>
    /// <returns>A series.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public KpiSeries WithDefinition(KpiDefinition definition) => HasParts
        ? FromOwnedParts(Check.NotNull(definition), Segment, Start, Frequency, _numerators!, _denominators!)
        : new KpiSeries(Check.NotNull(definition), Segment, Start, Frequency, _values, null, null);

    /// <summary>The same points, each covering another length of time: how a series that was written is made again.</summary>
    internal KpiSeries WithFrequency(KpiFrequency frequency) => HasParts
        ? FromOwnedParts(Definition, Segment, Start, Check.Defined(frequency), _numerators!, _denominators!)
        : new KpiSeries(Definition, Segment, Start, Check.Defined(frequency), _values, null, null);

    /// <summary>The month of a point, named as <see cref="Start"/>.</summary>
    /// <param name="index">From 0, inclusive, to <see cref="Count"/>, exclusive.</param>
    /// <returns>The month.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside.</exception>
    public YearMonth MonthAt(int index) => Start.PlusMonths(Check.InRange(index, 0, Count - 1) * Step);

    /// <summary>The index of the point that is named by a month.</summary>
    /// <param name="month">The month.</param>
    /// <param name="index">The index from 0; -1 when there is no such point.</param>
    /// <returns>Whether there is such a point (it may be a gap).</returns>
    public bool TryIndexOf(YearMonth month, out int index)
    {
        int months = MonthsBetween(Start, month);
        bool found = months >= 0 && months % Step == 0 && months / Step < Count;
        index = found ? months / Step : -1;
        return found;
    }

    /// <summary>The value of a point.</summary>
    /// <param name="index">From 0, inclusive, to <see cref="Count"/>, exclusive.</param>
    /// <param name="value">The value in the unit of the KPI; 0 at a gap.</param>
    /// <returns>False at a gap.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside.</exception>
    public bool TryGetValue(int index, out double value)
    {
        value = _values[Check.InRange(index, 0, Count - 1)];
        if (!double.IsNaN(value))
        {
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>The value of a month.</summary>
    /// <param name="month">Any month.</param>
    /// <param name="value">The value in the unit of the KPI; 0 when there is none.</param>
    /// <returns>False at a gap and outside the series.</returns>
    public bool TryGetValue(YearMonth month, out double value)
    {
        value = 0;
        return TryIndexOf(month, out int index) && TryGetValue(index, out value);
    }

    /// <summary>The numerator and denominator of a point.</summary>
    /// <param name="index">From 0, inclusive, to <see cref="Count"/>, exclusive.</param>
    /// <param name="numerator">The numerator; 0 when there is none.</param>
    /// <param name="denominator">The denominator; 0 when there is none, and when it is 0.</param>
    /// <returns>False at a gap and in a series without parts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside.</exception>
    public bool TryGetParts(int index, out double numerator, out double denominator)
    {
        Check.InRange(index, 0, Count - 1);
        numerator = denominator = 0;
        if (_numerators is null || double.IsNaN(_numerators[index]))
        {
            return false;
        }

        numerator = _numerators[index];
        denominator = _denominators![index];
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(KpiSeries? other) =>
        other is not null && Definition == other.Definition && Segment == other.Segment && Start == other.Start && Frequency == other.Frequency
        && Same(_values, other._values) && Same(_numerators, other._numerators) && Same(_denominators, other._denominators);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiSeries);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(
        (((((StringComparer.Ordinal.GetHashCode(Definition.Id) * 31) + StringComparer.Ordinal.GetHashCode(Segment)) * 31) + Start.GetHashCode()) * 31) + Count);

    /// <summary>An invariant text, such as <c>WinRate [Hospital] 2024-01..2025-12 Monthly, 23 of 24 points</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text(
        "{0}{1} {2:uuuu-MM}..{3:uuuu-MM} {4}, {5} of {6} points",
        Definition.Id, Segment.Length == 0 ? string.Empty : " [" + Segment + "]", Start, End, Frequency, ObservedCount, Count);

    internal static double CheckDenominator(double denominator) =>
        Check.Finite(denominator) >= 0 ? denominator : throw Check.OutOfRange(nameof(denominator), denominator, "0 or more", AllowedRange.NotNegative);

    /// <summary>The last month that a place covers; quarters and years are named by their first.</summary>
    internal YearMonth LastMonthOf(int index) => MonthAt(index).PlusMonths(Frequency switch
    {
        KpiFrequency.Quarterly => 2,
        KpiFrequency.Yearly => 11,
        _ => 0,
    });

    internal static int MonthsBetween(YearMonth start, YearMonth month) => ((month.Year - start.Year) * 12) + month.Month - start.Month;

    internal static YearMonth CheckMonth(YearMonth month, [CallerArgumentExpression(nameof(month))] string name = "") =>
        month.Calendar == CalendarSystem.Iso
            ? month
            : throw Check.Wrong($"{name} is of the calendar {month.Calendar.Id}; allowed: ISO.", name, "argument.calendar", MessageArgument.Text("calendar", month.Calendar.Id));

    private static bool Same(double[]? left, double[]? right)
    {
        if (left is null || right is null || left.Length != right.Length)
        {
            return left is null && right is null;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].Equals(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(string format, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, format, arguments);

    private YearMonth[] Months(bool wanted)
    {
        var months = new List<YearMonth>();
        for (int i = 0; i < _values.Length; i++)
        {
            if (double.IsNaN(_values[i]) != wanted)
            {
                months.Add(MonthAt(i));
            }
        }

        return [.. months];
    }
}
