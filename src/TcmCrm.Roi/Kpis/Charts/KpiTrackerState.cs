using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// Everything that a <see cref="KpiTracker"/> knows, as plain values that any serializer writes and reads back: what was observed, every correction, and how it is
/// watched. A tracker that is restored from it answers every later observation with the same bits, because all else follows from these values.
/// </summary>
/// <remarks>
/// <c>JsonSerializer.Serialize(tracker.Save())</c> and <c>KpiTracker.Restore(kpi, JsonSerializer.Deserialize&lt;KpiTrackerState&gt;(text))</c> need no converters: months are
/// ISO text, <c>2026-03</c>, and System.Text.Json writes doubles so that they read back to the same bits. <see cref="KpiTracker.Restore"/> checks what it is
/// given. Equal when everything in it is.
/// </remarks>
public sealed class KpiTrackerState : IEquatable<KpiTrackerState>
{
    private readonly IReadOnlyList<double?> values = Closed<double?>([]);
    private readonly IReadOnlyList<double?>? numerators;
    private readonly IReadOnlyList<double?>? denominators;
    private readonly IReadOnlyList<string> correctedMonths = Closed<string>([]);
    private readonly IReadOnlyList<int> versions = Closed<int>([]);
    private readonly IReadOnlyList<double> valuesBefore = Closed<double>([]);
    private readonly IReadOnlyList<double> valuesAfter = Closed<double>([]);

    /// <summary>An empty state, for serializers to fill.</summary>
    public KpiTrackerState()
    {
    }

    /// <summary>Describes the state of a tracker of values with the default basis; checked.</summary>
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
    internal KpiTrackerState(
        string kpiId,
        string segment,
        AlarmRuleSet rules,
        KpiBaseline baseline,
        YearMonth start,
        IReadOnlyList<double?> values,
        IReadOnlyList<KpiCorrection> corrections)
        : this(kpiId, segment, rules, ChartBasis.Adjusted, baseline, start, Check.NotNull(values), null, null, Check.NotNull(corrections))
    {
        CheckContents();
    }

    internal KpiTrackerState(
        string kpiId,
        string segment,
        AlarmRuleSet rules,
        ChartBasis basis,
        KpiBaseline baseline,
        YearMonth start,
        IReadOnlyList<double?> values,
        IReadOnlyList<double?>? numerators,
        IReadOnlyList<double?>? denominators,
        IReadOnlyList<KpiCorrection> corrections)
    {
        KpiId = Check.NotBlank(kpiId);
        Segment = Check.NotNull(segment);
        Rules = Check.Defined(rules);
        Basis = basis;
        Check.NotNull(baseline);
        BaselineFrom = baseline.IsAutomatic ? null : TextOf(baseline.From);
        BaselineTo = baseline.IsAutomatic ? null : TextOf(baseline.To);
        Start = values.Count == 0 ? null : TextOf(start);
        Values = values;
        Numerators = numerators;
        Denominators = denominators;
        CorrectedMonths = [.. corrections.Select(correction => TextOf(correction.Month))];
        ValuesBefore = [.. corrections.Select(correction => correction.Before)];
        ValuesAfter = [.. corrections.Select(correction => correction.After)];
        Versions = [.. corrections.Select(correction => correction.Version)];
    }

    /// <summary>The id of the KPI.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public string KpiId { get; init => field = Check.NotNull(value); } = string.Empty;

    /// <summary>The segment; empty for the whole.</summary>
    /// <exception cref="ArgumentNullException">The segment is null.</exception>
    public string Segment { get; init => field = Check.NotNull(value); } = string.Empty;

    /// <summary>The alarm rules.</summary>
    public AlarmRuleSet Rules { get; init; }

    /// <summary>What is charted: <see cref="ChartBasis.Adjusted"/> or <see cref="ChartBasis.Values"/>.</summary>
    public ChartBasis Basis { get; init; } = ChartBasis.Adjusted;

    /// <summary>The first month of the baseline, such as <c>2024-01</c>; null for the automatic one.</summary>
    public string? BaselineFrom { get; init; }

    /// <summary>The last month of the baseline, inclusive; null for the automatic one.</summary>
    public string? BaselineTo { get; init; }

    /// <summary>The first month, such as <c>2024-01</c>; null without values.</summary>
    public string? Start { get; init; }

    /// <summary>The current value of each month from <see cref="Start"/>, in the unit of the KPI; null is a gap.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<double?> Values
    {
        get => values;
        init => values = Closed(Check.NotNull(value, nameof(Values)));
    }

    /// <summary>The numerators of a tracked ratio, one a month beside <see cref="Values"/>; null where values were observed.</summary>
    public IReadOnlyList<double?>? Numerators
    {
        get => numerators;
        init => numerators = value is null ? null : Closed(value);
    }

    /// <summary>The denominators of a tracked ratio, one a month beside <see cref="Values"/>; null where values were observed.</summary>
    public IReadOnlyList<double?>? Denominators
    {
        get => denominators;
        init => denominators = value is null ? null : Closed(value);
    }

    /// <summary>The month of each correction, oldest first.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> CorrectedMonths
    {
        get => correctedMonths;
        init => correctedMonths = Closed(Check.NotNull(value, nameof(CorrectedMonths)));
    }

    /// <summary>The version that the month has since each correction, 2 or more.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<int> Versions
    {
        get => versions;
        init => versions = Closed(Check.NotNull(value, nameof(Versions)));
    }

    /// <summary>The value before each correction.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<double> ValuesBefore
    {
        get => valuesBefore;
        init => valuesBefore = Closed(Check.NotNull(value, nameof(ValuesBefore)));
    }

    /// <summary>The value since each correction.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<double> ValuesAfter
    {
        get => valuesAfter;
        init => valuesAfter = Closed(Check.NotNull(value, nameof(ValuesAfter)));
    }

    internal KpiBaseline BaselineOf() => BaselineFrom is null && BaselineTo is null
        ? KpiBaseline.Automatic
        : KpiBaseline.Months(MonthOf(BaselineFrom, nameof(BaselineFrom)), MonthOf(BaselineTo, nameof(BaselineTo)));

    internal YearMonth StartOf() => Start is null && Values.Count == 0 ? default : MonthOf(Start, nameof(Start));

    internal KpiCorrection[] CorrectionsOf()
    {
        var corrections = new KpiCorrection[CorrectedMonths.Count];
        for (int i = 0; i < corrections.Length; i++)
        {
            corrections[i] = new KpiCorrection(MonthOf(CorrectedMonths[i], nameof(CorrectedMonths)), Versions[i], ValuesBefore[i], ValuesAfter[i]);
        }

        return corrections;
    }

    /// <summary>Throws where the contents contradict each other.</summary>
    internal void CheckContents()
    {
        Check.NotBlank(KpiId);
        Check.NotNull(Segment);
        Check.Defined(Rules);
        Check.NotNull(Values);
        double?[] values = [.. Values];
        CheckValues(values, "values");
        if (CorrectedMonths.Count != Versions.Count || CorrectedMonths.Count != ValuesBefore.Count || CorrectedMonths.Count != ValuesAfter.Count)
        {
            throw new ArgumentException(
                $"There are {CorrectedMonths.Count} corrected months, {Versions.Count} versions, {ValuesBefore.Count} values before and {ValuesAfter.Count} after; allowed: as many of each.", nameof(CorrectedMonths));
        }

        foreach (IReadOnlyList<double?>? parts in new[] { Numerators, Denominators })
        {
            if ((parts is null) != (Numerators is null) || (parts is not null && parts.Count != values.Length))
            {
                throw new ArgumentException("Numerators and denominators come together, one a month beside the values.", nameof(Numerators));
            }

            for (int i = 0; parts is not null && i < parts.Count; i++)
            {
                if (parts[i] is null != values[i] is null || (parts[i] is { } part && (double.IsNaN(part) || double.IsInfinity(part) || (parts == Denominators && part <= 0))))
                {
                    throw new ArgumentException($"The part at index {i} is not finite, not above 0 in a denominator, or there without the value.", nameof(Numerators));
                }
            }
        }

        CheckCorrections(StartOf(), values, CorrectionsOf());
    }

    /// <inheritdoc/>
    public bool Equals(KpiTrackerState? other) =>
        other is not null && KpiId == other.KpiId && Segment == other.Segment && Rules == other.Rules && Basis == other.Basis
        && BaselineFrom == other.BaselineFrom && BaselineTo == other.BaselineTo && Start == other.Start && Values.SequenceEqual(other.Values)
        && Same(Numerators, other.Numerators) && Same(Denominators, other.Denominators) && CorrectedMonths.SequenceEqual(other.CorrectedMonths)
        && Versions.SequenceEqual(other.Versions) && ValuesBefore.SequenceEqual(other.ValuesBefore) && ValuesAfter.SequenceEqual(other.ValuesAfter);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiTrackerState);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(KpiId) * 31) + Values.Count);

    /// <summary>An invariant text, such as <c>WinRate from 2024-01, 24 months, 1 corrections</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0} from {1}, {2} months, {3} corrections", KpiId, Start ?? "-", Values.Count, CorrectedMonths.Count);

    private static bool Same(IReadOnlyList<double?>? left, IReadOnlyList<double?>? right) =>
        left is null || right is null ? left is null && right is null : left.SequenceEqual(right);

    private static System.Collections.ObjectModel.ReadOnlyCollection<T> Closed<T>(IReadOnlyList<T> list) => Array.AsReadOnly(list.ToArray());

    private static string TextOf(YearMonth month) => YearMonthPattern.Iso.Format(month);

    private static YearMonth MonthOf(string? text, string name) =>
        text is not null && YearMonthPattern.Iso.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : throw new ArgumentException($"{name} is {(text is null ? "null" : "'" + text + "'")}; allowed: a month such as 2026-03.", name);

    private static void CheckValues(double?[] values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value && (double.IsNaN(value) || double.IsInfinity(value)))
            {
                throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, "The value at index {0} is not finite.", i), name);
            }
        }

        if (values.Length > 0 && (values[0] is null || values[values.Length - 1] is null))
        {
            throw new ArgumentException("The first and the last month need a value.", name);
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
