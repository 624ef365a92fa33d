using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// Everything that a <see cref="KpiTracker"/> knows, as plain values: what was observed, every correction, and how it is watched. A tracker that is
/// restored from it answers every later observation with the same bits, because all else follows from these values.
/// </summary>
/// <remarks>
/// To keep it as JSON, write each double in a form that reads back to the same bits (System.Text.Json does), months as <c>2026-03</c>.
/// Equal when everything in it is.
/// </remarks>
public sealed class KpiTrackerState : IEquatable<KpiTrackerState>
{
    /// <summary>Describes the state of a tracker; checked.</summary>
    /// <param name="kpiId">The id of the KPI.</param>
    /// <param name="segment">The segment; empty for the whole.</param>
    /// <param name="rules">The alarm rules.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="start">The first month; any month when there are no values.</param>
    /// <param name="values">One a month from <paramref name="start"/>, null for a gap; the first and the last are not null. Copied.</param>
    /// <param name="corrections">All corrections, oldest first. Copied.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// A value is not finite, an end is null, or a correction is of a month without a value, out of the order of versions, or does not lead to the
    /// value that the month has.
    /// </exception>
    public KpiTrackerState(
        string kpiId,
        string segment,
        AlarmRuleSet rules,
        KpiBaseline baseline,
        YearMonth start,
        IReadOnlyList<double?> values,
        IReadOnlyList<KpiCorrection> corrections)
    {
        KpiId = Check.NotBlank(kpiId);
        Segment = Check.NotNull(segment);
        Rules = Check.Defined(rules);
        Baseline = Check.NotNull(baseline);
        Start = start;
        double?[] valueCopy = [.. Check.NotNull(values)];
        KpiCorrection[] correctionCopy = [.. Check.NotNull(corrections)];
        Values = Array.AsReadOnly(valueCopy);
        Corrections = Array.AsReadOnly(correctionCopy);
        CheckValues(valueCopy);
        CheckCorrections(start, valueCopy, correctionCopy);
    }

    /// <summary>The id of the KPI.</summary>
    public string KpiId { get; }

    /// <summary>The segment; empty for the whole.</summary>
    public string Segment { get; }

    /// <summary>The alarm rules.</summary>
    public AlarmRuleSet Rules { get; }

    /// <summary>The baseline.</summary>
    public KpiBaseline Baseline { get; }

    /// <summary>The first month.</summary>
    public YearMonth Start { get; }

    /// <summary>The current value of each month from <see cref="Start"/>; null is a gap.</summary>
    public IReadOnlyList<double?> Values { get; }

    /// <summary>All corrections, oldest first.</summary>
    public IReadOnlyList<KpiCorrection> Corrections { get; }

    /// <inheritdoc/>
    public bool Equals(KpiTrackerState? other) =>
        other is not null && KpiId == other.KpiId && Segment == other.Segment && Rules == other.Rules && Baseline.Equals(other.Baseline)
        && (Start == other.Start || Values.Count == 0) && Values.SequenceEqual(other.Values) && Corrections.SequenceEqual(other.Corrections);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiTrackerState);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(KpiId) * 31) + Values.Count);

    /// <summary>An invariant text, such as <c>WinRate from 2024-01, 24 months, 1 corrections</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0} from {1:uuuu-MM}, {2} months, {3} corrections", KpiId, Start, Values.Count, Corrections.Count);

    private static void CheckValues(double?[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value && (double.IsNaN(value) || double.IsInfinity(value)))
            {
                throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, "The value at index {0} is not finite.", i), nameof(values));
            }
        }

        if (values.Length > 0 && (values[0] is null || values[values.Length - 1] is null))
        {
            throw new ArgumentException("The first and the last month need a value.", nameof(values));
        }
    }

    private static void CheckCorrections(YearMonth start, double?[] values, KpiCorrection[] corrections)
    {
        var latest = new Dictionary<YearMonth, KpiCorrection>();
        foreach (KpiCorrection correction in corrections)
        {
            int index = KpiSeries.MonthsBetween(start, correction.Month);
            bool follows = latest.TryGetValue(correction.Month, out KpiCorrection before)
                ? correction.Version == before.Version + 1 && correction.Before.Equals(before.After)
                : correction.Version == 2;
            if (index < 0 || index >= values.Length || values[index] is null || !follows)
            {
                throw new ArgumentException(correction + " does not follow what is known of its month.", nameof(corrections));
            }

            latest[correction.Month] = correction;
        }

        foreach (KpiCorrection correction in latest.Values)
        {
            if (!correction.After.Equals(values[KpiSeries.MonthsBetween(start, correction.Month)]!.Value))
            {
                throw new ArgumentException(correction + " does not lead to the value that its month has.", nameof(corrections));
            }
        }
    }
}
