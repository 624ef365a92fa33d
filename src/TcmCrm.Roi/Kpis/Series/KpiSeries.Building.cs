using System.Runtime.CompilerServices;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <content>From what a series is built.</content>
public sealed partial class KpiSeries
{
    private static readonly YearMonth LastOfCalendar = new(9999, 12);

    /// <summary>A monthly series of values for the whole.</summary>
    /// <param name="definition">What the values are of.</param>
    /// <param name="start">The month of the first value.</param>
    /// <param name="values">One value a month, oldest first, in the unit of the KPI; null is a gap. At least one place; copied.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no place, or a value is not finite; the message names its index.</exception>
    [OverloadResolutionPriority(1)] // Null and an empty list fit every overload.
    public static KpiSeries FromValues(KpiDefinition definition, YearMonth start, IReadOnlyList<double?> values) => FromValues(definition, start, values, string.Empty);

    /// <summary>A monthly series of values.</summary>
    /// <param name="definition">What the values are of.</param>
    /// <param name="start">The month of the first value.</param>
    /// <param name="values">One value a month, oldest first, in the unit of the KPI; null is a gap. At least one place; copied.</param>
    /// <param name="segment">The segment, or empty for the whole.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no place, or a value is not finite; the message names its index.</exception>
    [OverloadResolutionPriority(1)] // Null and an empty list fit every overload.
    public static KpiSeries FromValues(KpiDefinition definition, YearMonth start, IReadOnlyList<double?> values, string segment)
    {
        Check.NotNull(definition);
        Check.NotNull(segment);
        double[] copy = Copy(values, nameof(values));
        CheckRange(definition, CheckStart(start, copy.Length), copy, nameof(values));
        return new KpiSeries(definition, segment, start, KpiFrequency.Monthly, copy, null, null);
    }

    /// <summary>A monthly series of values for the whole.</summary>
    /// <param name="definition">What the values are of.</param>
    /// <param name="start">The month of the first value.</param>
    /// <param name="values">One value a month, oldest first, in the unit of the KPI; finite. At least one place; copied.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no place, or a value is not finite; the message names its index.</exception>
    public static KpiSeries FromValues(KpiDefinition definition, YearMonth start, IReadOnlyList<double> values) => FromValues(definition, start, values, string.Empty);

    /// <summary>A monthly series without gaps.</summary>
    /// <param name="definition">What the values are of.</param>
    /// <param name="start">The month of the first value.</param>
    /// <param name="values">One value a month, oldest first, in the unit of the KPI; finite. At least one; copied.</param>
    /// <param name="segment">The segment, or empty for the whole.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no value, or a value is not finite; the message names its index.</exception>
    public static KpiSeries FromValues(KpiDefinition definition, YearMonth start, IReadOnlyList<double> values, string segment)
    {
        Check.NotNull(values);
        return FromValues(definition, start, [.. values.Select(value => (double?)value)], segment);
    }

    /// <summary>A monthly series of numerators and denominators, for ratio KPIs of the whole.</summary>
    /// <param name="definition">What the values are of; the value of a month is scale x numerator / denominator.</param>
    /// <param name="start">The month of the first place.</param>
    /// <param name="numerators">One a month, oldest first; null is a gap. Copied.</param>
    /// <param name="denominators">One a month, 0 or more; null exactly where the numerator is. Where it is 0 the month has no value, but its parts count in sums.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The lists are empty or differ in length, or a part is not finite, negative in a denominator, or null without the other; the message names
    /// the index.
    /// </exception>
    [OverloadResolutionPriority(1)] // Null and an empty list fit every overload.
    public static KpiSeries FromParts(KpiDefinition definition, YearMonth start, IReadOnlyList<double?> numerators, IReadOnlyList<double?> denominators) =>
        FromParts(definition, start, numerators, denominators, string.Empty);

    /// <summary>A monthly series of numerators and denominators, for ratio KPIs.</summary>
    /// <param name="definition">What the values are of; the value of a month is scale x numerator / denominator.</param>
    /// <param name="start">The month of the first place.</param>
    /// <param name="numerators">One a month, oldest first; null is a gap. Copied.</param>
    /// <param name="denominators">One a month, 0 or more; null exactly where the numerator is. Where it is 0 the month has no value, but its parts count in sums.</param>
    /// <param name="segment">The segment, or empty for the whole.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The lists are empty or differ in length, or a part is not finite, negative in a denominator, or null without the other; the message names
    /// the index.
    /// </exception>
    [OverloadResolutionPriority(1)] // Null and an empty list fit every overload.
    public static KpiSeries FromParts(
        KpiDefinition definition, YearMonth start, IReadOnlyList<double?> numerators, IReadOnlyList<double?> denominators, string segment)
    {
        Check.NotNull(definition);
        Check.NotNull(segment);
        double[] above = Copy(numerators, nameof(numerators));
        double[] below = Copy(denominators, nameof(denominators));
        if (above.Length != below.Length)
        {
            throw Check.Wrong(
                Text("There are {0} numerators but {1} denominators.", above.Length, below.Length), nameof(denominators), "argument.partCounts",
                MessageArgument.Number("numerators", above.Length), MessageArgument.Number("denominators", below.Length));
        }

        CheckStart(start, below.Length);
        for (int i = 0; i < below.Length; i++)
        {
            if (double.IsNaN(above[i]) != double.IsNaN(below[i]))
            {
                throw Check.Wrong(Text("Index {0} has one part but not the other.", i), nameof(denominators), "argument.partMissing", MessageArgument.Month("month", start.PlusMonths(i)));
            }

            if (below[i] < 0)
            {
                throw Check.Wrong(
                    Text("The denominator at index {0} is {1:R}; allowed: 0 or more.", i, below[i]), nameof(denominators), "argument.denominator",
                    MessageArgument.Month("month", start.PlusMonths(i)), MessageArgument.Text("value", Text("{0:R}", below[i])));
            }
        }

        KpiSeries series = FromOwnedParts(definition, segment, start, KpiFrequency.Monthly, above, below);
        CheckRange(definition, start, series._values, nameof(numerators));
        return series;
    }

    /// <summary>A monthly series of numerators and denominators without gaps, for ratio KPIs.</summary>
    /// <param name="definition">What the values are of; the value of a month is scale x numerator / denominator.</param>
    /// <param name="start">The month of the first place.</param>
    /// <param name="numerators">One a month, oldest first. Copied.</param>
    /// <param name="denominators">One a month, 0 or more. Where it is 0 the month has no value, but its parts count in sums.</param>
    /// <returns>The series of the whole.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">As for the form with gaps.</exception>
    public static KpiSeries FromParts(KpiDefinition definition, YearMonth start, IReadOnlyList<double> numerators, IReadOnlyList<double> denominators) =>
        FromParts(definition, start, Whole(Check.NotNull(numerators), number => number), Whole(Check.NotNull(denominators), number => number), string.Empty);

    /// <summary>A monthly series of numerators and denominators without gaps, for ratio KPIs of a segment.</summary>
    /// <param name="definition">What the values are of; the value of a month is scale x numerator / denominator.</param>
    /// <param name="start">The month of the first place.</param>
    /// <param name="numerators">One a month, oldest first. Copied.</param>
    /// <param name="denominators">One a month, 0 or more. Where it is 0 the month has no value, but its parts count in sums.</param>
    /// <param name="segment">The segment, or empty for the whole.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">As for the form with gaps.</exception>
    public static KpiSeries FromParts(KpiDefinition definition, YearMonth start, IReadOnlyList<double> numerators, IReadOnlyList<double> denominators, string segment) =>
        FromParts(definition, start, Whole(Check.NotNull(numerators), number => number), Whole(Check.NotNull(denominators), number => number), segment);

    /// <summary>A monthly series of numerators and denominators without gaps, for ratio KPIs.</summary>
    /// <param name="definition">What the values are of; the value of a month is scale x numerator / denominator.</param>
    /// <param name="start">The month of the first place.</param>
    /// <param name="numerators">One a month, oldest first. Copied.</param>
    /// <param name="denominators">One a month, 0 or more. Where it is 0 the month has no value, but its parts count in sums.</param>
    /// <returns>The series of the whole.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">As for the form with gaps.</exception>
    public static KpiSeries FromParts(KpiDefinition definition, YearMonth start, IReadOnlyList<int> numerators, IReadOnlyList<int> denominators) =>
        FromParts(definition, start, Whole(Check.NotNull(numerators), number => number), Whole(Check.NotNull(denominators), number => number), string.Empty);

    /// <summary>A monthly series of numerators and denominators without gaps, for ratio KPIs of a segment.</summary>
    /// <param name="definition">What the values are of; the value of a month is scale x numerator / denominator.</param>
    /// <param name="start">The month of the first place.</param>
    /// <param name="numerators">One a month, oldest first. Copied.</param>
    /// <param name="denominators">One a month, 0 or more. Where it is 0 the month has no value, but its parts count in sums.</param>
    /// <param name="segment">The segment, or empty for the whole.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">As for the form with gaps.</exception>
    public static KpiSeries FromParts(KpiDefinition definition, YearMonth start, IReadOnlyList<int> numerators, IReadOnlyList<int> denominators, string segment) =>
        FromParts(definition, start, Whole(Check.NotNull(numerators), number => number), Whole(Check.NotNull(denominators), number => number), segment);

    /// <summary>A monthly series of numerators and denominators without gaps, for ratio KPIs.</summary>
    /// <param name="definition">What the values are of; the value of a month is scale x numerator / denominator.</param>
    /// <param name="start">The month of the first place.</param>
    /// <param name="numerators">One a month, oldest first. Copied.</param>
    /// <param name="denominators">One a month, 0 or more. Where it is 0 the month has no value, but its parts count in sums.</param>
    /// <returns>The series of the whole.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">As for the form with gaps.</exception>
    public static KpiSeries FromParts(KpiDefinition definition, YearMonth start, IReadOnlyList<decimal> numerators, IReadOnlyList<decimal> denominators) =>
        FromParts(definition, start, Whole(Check.NotNull(numerators), number => (double)number), Whole(Check.NotNull(denominators), number => (double)number), string.Empty);

    /// <summary>A monthly series of numerators and denominators without gaps, for ratio KPIs of a segment.</summary>
    /// <param name="definition">What the values are of; the value of a month is scale x numerator / denominator.</param>
    /// <param name="start">The month of the first place.</param>
    /// <param name="numerators">One a month, oldest first. Copied.</param>
    /// <param name="denominators">One a month, 0 or more. Where it is 0 the month has no value, but its parts count in sums.</param>
    /// <param name="segment">The segment, or empty for the whole.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">As for the form with gaps.</exception>
    public static KpiSeries FromParts(KpiDefinition definition, YearMonth start, IReadOnlyList<decimal> numerators, IReadOnlyList<decimal> denominators, string segment) =>
        FromParts(definition, start, Whole(Check.NotNull(numerators), number => (double)number), Whole(Check.NotNull(denominators), number => (double)number), segment);

    /// <summary>A monthly series of observations in any order; months between the first and the last that are not among them are gaps.</summary>
    /// <param name="definition">What the values are of.</param>
    /// <param name="observations">At least one; all with parts or all without; each month once.</param>
    /// <param name="segment">The segment, or empty for the whole.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is none, a month comes twice, or values and parts are mixed; the message names the month.</exception>
    public static KpiSeries FromObservations(KpiDefinition definition, IEnumerable<KpiObservation> observations, string segment = "")
    {
        Check.NotNull(definition);
        Check.NotNull(segment);
        KpiObservation[] sorted = Sorted(Check.NotNull(observations));
        if (sorted.Length == 0)
        {
            throw Check.Wrong("A series needs at least one observation.", nameof(observations), "argument.emptySeries");
        }

        YearMonth start = CheckMonth(sorted[0].Month, nameof(observations));
        bool hasParts = sorted[0].HasParts;
        var first = new double[MonthsBetween(start, sorted[sorted.Length - 1].Month) + 1];
        var second = hasParts ? new double[first.Length] : [];
        int next = 0;
        foreach (KpiObservation observation in sorted)
        {
            int index = MonthsBetween(start, observation.Month);
            if (index < next)
            {
                throw Check.Wrong(Text("{0:uuuu-MM} comes twice.", observation.Month), nameof(observations), "argument.monthTwice", MessageArgument.Month("month", observation.Month));
            }

            if (observation.HasParts != hasParts)
            {
                throw Check.Wrong(
                    Text("{0:uuuu-MM} mixes values with numerators and denominators.", observation.Month), nameof(observations), "argument.mixedParts", MessageArgument.Month("month", observation.Month));
            }

            for (; next < index; next++)
            {
                SetMonth(next, double.NaN, double.NaN);
            }

            SetMonth(next++, hasParts ? observation.Numerator : observation.Value, hasParts ? observation.Denominator : double.NaN);
        }

        KpiSeries series = hasParts
            ? FromOwnedParts(definition, segment, start, KpiFrequency.Monthly, first, second)
            : new KpiSeries(definition, segment, start, KpiFrequency.Monthly, first, null, null);
        CheckRange(definition, start, series._values, nameof(observations));
        return series;

        void SetMonth(int index, double value, double denominator)
        {
            first[index] = value;
            if (hasParts)
            {
                second[index] = denominator;
            }
        }
    }

    /// <summary>Refuses what cannot be: a share of 500 %, negative days.</summary>
    private static void CheckRange(KpiDefinition definition, YearMonth start, double[] values, string name)
    {
        // A year more than the last month, for what is computed from its end.
        if (((start.Year * 12L) + values.Length) > 9998 * 12L)
        {
            throw Check.Wrong(
                Text("The series starts in {0:uuuu-MM} and has {1} places; allowed: up to the year 9997.", start, values.Length), name, "argument.longSeries",
                MessageArgument.Month("start", start), MessageArgument.Number("count", values.Length));
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]) && !definition.IsInRange(values[i]))
            {
                throw Check.Wrong(
                    Text("{0} is {1:R} in {2:uuuu-MM} (index {3}); allowed: {4}.", definition.Id, values[i], start.PlusMonths(i), i, definition.RangeText), name, "argument.impossible",
                    MessageArgument.Text("kpi", definition.Id), MessageArgument.Text("value", Text("{0:R}", values[i])), MessageArgument.Month("month", start.PlusMonths(i)),
                    MessageArgument.Part("allowed", definition.Range));
            }
        }
    }

    private static KpiObservation[] Sorted(IEnumerable<KpiObservation> observations)
    {
        KpiObservation[] all = [.. observations];
        foreach (KpiObservation observation in all)
        {
            CheckMonth(observation.Month, nameof(observations)); // Months of two calendars do not compare.
        }

        for (int i = 1; i < all.Length; i++)
        {
            if (all[i].Month < all[i - 1].Month)
            {
                return [.. all.OrderBy(observation => observation.Month)];
            }
        }

        return all;
    }

    private static KpiSeries FromOwnedParts(
        KpiDefinition definition, string segment, YearMonth start, KpiFrequency frequency, double[] numerators, double[] denominators)
    {
        var values = new double[numerators.Length];
        for (int i = 0; i < values.Length; i++)
        {
            // NaN parts give a NaN value; a zero denominator has to be caught, it would give an infinity.
            values[i] = denominators[i] == 0 ? double.NaN : definition.PartsScale * numerators[i] / denominators[i] * DaysFactor(definition, start, frequency, i);
        }

        return new KpiSeries(definition, segment, start, frequency, values, numerators, denominators);
    }

    /// <summary>Values without a gap, of any type of number.</summary>
    private static double?[] Whole<T>(IReadOnlyList<T> values, Func<T, double> number) => [.. values.Select(value => (double?)number(value))];

    private static double[] Copy(IReadOnlyList<double?> values, string name)
    {
        Check.NotNull(values, name);
        if (values.Count == 0)
        {
            throw Check.Wrong("A series needs at least one place.", name, "argument.emptySeries");
        }

        var copy = new double[values.Count];
        for (int i = 0; i < copy.Length; i++)
        {
            double? value = values[i];
            if (value is { } number && (double.IsNaN(number) || double.IsInfinity(number)))
            {
                throw Check.Wrong(
                    Text("Index {0} is {1:R}; allowed: a finite number, or null for a gap.", i, number), name, "argument.notFinite",
                    MessageArgument.Number("place", i + 1), MessageArgument.Text("value", Text("{0:R}", number)));
            }

            copy[i] = value ?? double.NaN;
        }

        return copy;
    }

    // The last month must be one too.
    private static YearMonth CheckStart(YearMonth start, int count) => MonthsBetween(CheckMonth(start), LastOfCalendar) >= count - 1
        ? start
        : throw Check.OutOfRange(nameof(start), start, "so early that the last month lies in 9999 at the latest", new Message("range.lastOfCalendar"));
}
