using System.Runtime.CompilerServices;
using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

/// <summary>
/// Internal rate of return (内部收益率): every rate at which the net present value is zero, found and proven to be all there are. No guess is needed.
/// </summary>
/// <remarks>
/// <para><c>sum a_i (1+r)^(-t_i) = 0</c>, solved in u = ln(1+r) on every rate that a double can hold, from just above -100 % to 1.8e308. The
/// result does not change with the unit of money, the sign of all flows, a shift of all dates, the order of input, or zeros before and after.</para>
/// <para>Excel's IRR and XIRR return one of several rates silently, depending on a guess, and fail on series that have one.</para>
/// <para>A touch of zero (a double root) counts as one rate when the net present value there is zero within the rounding of the amounts to
/// doubles. Flows of one date are added up first.</para>
/// </remarks>
/// <example>
/// <code>
/// InternalRateOfReturnResult rates = InternalRateOfReturn.Periodic([-100, 60, 60]);
/// double? only = rates.TryGetRate(out double rate) ? rate : null;   // 0.1307: one root, certified; null where there is none, or several
/// </code>
/// </example>
public static partial class InternalRateOfReturn
{
    /// <summary>The rates a period of flows at equal distances.</summary>
    /// <param name="amounts">One flow a period in order, negative when paid; the length of the period does not matter.</param>
    /// <returns>All rates a period, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">The amounts are null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite; the message names its index.</exception>
    [OverloadResolutionPriority(1)] // An array beside a collection expression would be ambiguous with the span overloads.
    public static InternalRateOfReturnResult Periodic(double[] amounts) => RateFinder.Periodic(Check.NotNull(amounts));

    /// <summary>The yearly rates of flows at any times.</summary>
    /// <param name="amounts">The flows in any order, negative when paid.</param>
    /// <param name="years">The time of each flow in years from any one date, -1e6 to 1e6.</param>
    /// <returns>All yearly rates, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A number is a NaN or infinite, or the lengths differ; the message names the index.</exception>
    [OverloadResolutionPriority(1)] // An array beside a collection expression would be ambiguous with the span overloads.
    public static InternalRateOfReturnResult Timed(double[] amounts, double[] years) =>
        RateFinder.Dated(Check.NotNull(amounts), Check.NotNull(years));

    /// <summary>The yearly rates of dated flows, as Excel's XIRR counts time.</summary>
    /// <param name="amounts">The flows in any order, negative when paid.</param>
    /// <param name="dates">The date of each flow.</param>
    /// <returns>All yearly rates, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite, or the lengths differ; the message names the index.</exception>
    [OverloadResolutionPriority(1)] // As above.
    public static InternalRateOfReturnResult Dated(double[] amounts, LocalDate[] dates) => Dated(amounts, dates, DayCount.Actual365Fixed);

    /// <summary>The yearly rates of dated flows.</summary>
    /// <param name="amounts">The flows in any order, negative when paid.</param>
    /// <param name="dates">The date of each flow.</param>
    /// <param name="dayCount">How time becomes years. With day counts other than Actual365Fixed time is counted from the earliest flow.</param>
    /// <returns>All yearly rates, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite, or the lengths differ; the message names the index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day count is not a named value.</exception>
    [OverloadResolutionPriority(1)] // An array beside a collection expression would be ambiguous with the span overloads.
    public static InternalRateOfReturnResult Dated(double[] amounts, LocalDate[] dates, DayCount dayCount)
    {
        Check.NotNull(amounts);
        return RateFinder.Dated(amounts, YearFractions.From(null, Check.NotNull(dates), Check.Defined(dayCount)));
    }

    /// <summary>The yearly rates of a series of money flows.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="dayCount">How time becomes years, counted from the earliest flow.</param>
    /// <returns>All yearly rates, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">The flows are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day count is not a named value.</exception>
    public static InternalRateOfReturnResult Of(CashFlowSeries flows, DayCount dayCount = DayCount.Anniversary)
    {
        Check.NotNull(flows);
        Check.Defined(dayCount);
        var amounts = new double[flows.Count];
        var years = new double[flows.Count];
        int count = 0;
        for (int i = 0; i < flows.Count;)
        {
            // Flows of one date are added in decimal, where they are exact.
            LocalDate date = flows[i].Date;
            decimal amount = 0;
            for (; i < flows.Count && flows[i].Date == date; i++)
            {
                amount += flows[i].Amount.Amount;
            }

            amounts[count] = (double)amount;
            years[count++] = dayCount.YearFraction(flows[0].Date, date);
        }

        Array.Resize(ref amounts, count);
        Array.Resize(ref years, count);
        return RateFinder.Dated(amounts, years);
    }

    /// <summary>The rates a period of many series of flows at equal distances, in one call on the calling thread.</summary>
    /// <param name="amounts">The flows of all series, one after the other.</param>
    /// <param name="offsets">Where each series starts in <paramref name="amounts"/>, ascending, and after the last its end: one more than there are series.</param>
    /// <param name="results">Takes the result of each series.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite, the offsets do not ascend within the amounts, or the lengths do not fit.</exception>
    [OverloadResolutionPriority(1)] // As above.
    public static void PeriodicBatch(double[] amounts, int[] offsets, InternalRateOfReturnResult[] results) => PeriodicBatch(amounts, offsets, results, degreeOfParallelism: 1);

    /// <summary>The rates a period of many series of flows at equal distances, in one call.</summary>
    /// <param name="amounts">The flows of all series, one after the other.</param>
    /// <param name="offsets">Where each series starts in <paramref name="amounts"/>, ascending, and after the last its end: one more than there are series.</param>
    /// <param name="results">Takes the result of each series.</param>
    /// <param name="degreeOfParallelism">How many threads may work at a time, 1 or more. The results have the same bits for every degree.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite, the offsets do not ascend within the amounts, or the lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below 1.</exception>
    [OverloadResolutionPriority(1)] // As above.
    public static void PeriodicBatch(double[] amounts, int[] offsets, InternalRateOfReturnResult[] results, int degreeOfParallelism)
    {
        Check.Positive(degreeOfParallelism);
        RateBatch.CheckResults(Check.NotNull(offsets).Length, Check.NotNull(results).Length);
        RateBatch.CheckFinite(Check.NotNull(amounts), nameof(amounts));
        for (int i = 0; i < offsets.Length; i++)
        {
            RateBatch.CheckOffset(i, i == 0 ? 0 : offsets[i - 1], offsets[i], amounts.Length);
        }

        RateBatch.Run(results.Length, degreeOfParallelism, (start, end) =>
        {
            Reals all = amounts;
            for (int i = start; i < end; i++)
            {
                results[i] = RateFinder.Periodic(all.Slice(offsets[i], offsets[i + 1] - offsets[i]));
            }
        });
    }
}
