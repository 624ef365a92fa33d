using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

/// <content>Overloads on spans; none of them allocates when the rate is unique.</content>
public static partial class InternalRateOfReturn
{
    /// <inheritdoc cref="Periodic(double[])"/>
    public static InternalRateOfReturnResult Periodic(ReadOnlySpan<double> amounts) => RateFinder.Periodic(amounts);

    /// <inheritdoc cref="Timed(double[], double[])"/>
    public static InternalRateOfReturnResult Timed(ReadOnlySpan<double> amounts, ReadOnlySpan<double> years) => RateFinder.Dated(amounts, years);

    /// <inheritdoc cref="Dated(double[], LocalDate[])"/>
    public static InternalRateOfReturnResult Dated(ReadOnlySpan<double> amounts, ReadOnlySpan<LocalDate> dates) => Dated(amounts, dates, DayCount.Actual365Fixed);

    /// <inheritdoc cref="Dated(double[], LocalDate[], DayCount)"/>
    public static InternalRateOfReturnResult Dated(
        ReadOnlySpan<double> amounts, ReadOnlySpan<LocalDate> dates, DayCount dayCount)
    {
        Check.Defined(dayCount);
        double[] scratch = ScratchSpace.Rent(Math.Max(1, dates.Length));
        try
        {
            Span<double> years = scratch.AsSpan(0, dates.Length);
            YearFractions.From(null, dates, dayCount, years);
            return RateFinder.Dated(amounts, years);
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }

    /// <summary>The rates a period of many series on the calling thread; allocates nothing but for series with several rates.</summary>
    /// <param name="amounts">The flows of all series, one after the other.</param>
    /// <param name="offsets">Where each series starts in <paramref name="amounts"/>, ascending, and after the last its end: one more than there are series.</param>
    /// <param name="results">Takes the result of each series.</param>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite, the offsets do not ascend within the amounts, or the lengths do not fit.</exception>
    public static void PeriodicBatch(ReadOnlySpan<double> amounts, ReadOnlySpan<int> offsets, Span<InternalRateOfReturnResult> results)
    {
        RateBatch.CheckResults(offsets.Length, results.Length);
        RateBatch.CheckFinite(amounts, nameof(amounts));
        for (int i = 0; i < offsets.Length; i++)
        {
            RateBatch.CheckOffset(i, i == 0 ? 0 : offsets[i - 1], offsets[i], amounts.Length);
        }

        for (int i = 0; i < results.Length; i++)
        {
            results[i] = RateFinder.Periodic(amounts[offsets[i]..offsets[i + 1]]);
        }
    }

    /// <summary>The rates a period of many series, on several threads where more than one is allowed.</summary>
    /// <param name="amounts">The flows of all series, one after the other.</param>
    /// <param name="offsets">Where each series starts, ascending, and after the last its end.</param>
    /// <param name="results">Takes the result of each series.</param>
    /// <param name="degreeOfParallelism">How many threads may work at a time, 1 or more. The results have the same bits for every degree.</param>
    /// <exception cref="ArgumentException">As above.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below 1.</exception>
    public static void PeriodicBatch(
        ReadOnlyMemory<double> amounts, ReadOnlyMemory<int> offsets, Memory<InternalRateOfReturnResult> results, int degreeOfParallelism)
    {
        if (Check.Positive(degreeOfParallelism) == 1)
        {
            PeriodicBatch(amounts.Span, offsets.Span, results.Span);
            return;
        }

        RateBatch.CheckResults(offsets.Length, results.Length);
        RateBatch.CheckFinite(amounts.Span, nameof(amounts));
        ReadOnlySpan<int> starts = offsets.Span;
        for (int i = 0; i < starts.Length; i++)
        {
            RateBatch.CheckOffset(i, i == 0 ? 0 : starts[i - 1], starts[i], amounts.Length);
        }

        RateBatch.Run(results.Length, degreeOfParallelism, (start, end) =>
        {
            ReadOnlySpan<double> all = amounts.Span;
            ReadOnlySpan<int> from = offsets.Span;
            Span<InternalRateOfReturnResult> into = results.Span;
            for (int i = start; i < end; i++)
            {
                into[i] = RateFinder.Periodic(all[from[i]..from[i + 1]]);
            }
        });
    }
}
