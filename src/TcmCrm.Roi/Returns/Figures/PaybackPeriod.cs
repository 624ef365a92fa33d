using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

/// <summary>Payback period (投资回收期): when the cumulative net flow is no longer negative. Simple (静态) without a rate, discounted (动态) with one.</summary>
/// <remarks>
/// <para>The first flow stands at t = 0. Between two flows the cumulative flow is taken to run in a straight line, so the answer is
/// <c>t_(k-1) + |C_(k-1)| / a_k x (t_k - t_(k-1))</c>; on yearly flows that is the Chinese textbook form (first year with a positive cumulative) - 1 +
/// |previous cumulative| / current flow. Without interpolation, <see cref="IndexOf(double[], PaybackKind, double)"/> gives the exact flow.</para>
/// <para>Flows that are never negative in sum have nothing to pay back: 0. A sum within the rounding of the amounts to doubles is zero.</para>
/// </remarks>
public static class PaybackPeriod
{
    /// <summary>The payback of flows at equal distances, in periods.</summary>
    /// <param name="amounts">One flow a period in order, the first at t = 0, negative when paid; finite.</param>
    /// <param name="kind">Which crossing counts.</param>
    /// <param name="rate">Rate a period as a fraction above -1 for the discounted payback; 0 for the simple one.</param>
    /// <returns>Periods from the first flow, or <see cref="NotApplicableReason.NoFlows"/>, <see cref="NotApplicableReason.NeverPaidBack"/>,
    /// <see cref="NotApplicableReason.NotDurablyPaidBack"/>, or <see cref="NotApplicableReason.OutOfRange"/> when a sum exceeds the range of a double.</returns>
    /// <exception cref="ArgumentNullException">The amounts are null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1, or the kind is not a named value.</exception>
    public static Figure<double> Periodic(double[] amounts, PaybackKind kind, double rate = 0) => Solve(Check.NotNull(amounts), kind, rate);

    internal static Figure<double> Solve(Reals amounts, PaybackKind kind, double rate)
    {
        Figure<int> index = Find(amounts, null, kind, rate, out double fraction);
        return index.TryGetValue(out int k) ? Figure.Of(k == 0 ? 0.0 : k - 1 + fraction) : Figure.NotApplicable<double>(index.Reason!.Value);
    }

    /// <summary>The flow that pays back: without interpolation, for monthly flows the exact month.</summary>
    /// <param name="amounts">One flow a period in order, the first at t = 0, negative when paid; finite.</param>
    /// <param name="kind">Which crossing counts.</param>
    /// <param name="rate">Rate a period as a fraction above -1 for the discounted payback; 0 for the simple one.</param>
    /// <returns>The index of that flow, 0 when there is nothing to pay back, or the reason as above.</returns>
    /// <exception cref="ArgumentNullException">The amounts are null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1, or the kind is not a named value.</exception>
    public static Figure<int> IndexOf(double[] amounts, PaybackKind kind, double rate = 0) =>
        Find(Check.NotNull(amounts), null, kind, rate, out _);

    /// <summary>The payback of flows at any times, in years from the first.</summary>
    /// <param name="amounts">The flows in order of time, negative when paid; finite.</param>
    /// <param name="years">The time of each flow in years, ascending; flows of one time are added up.</param>
    /// <param name="kind">Which crossing counts.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1 for the discounted payback; 0 for the simple one.</param>
    /// <returns>Years from the first flow, or the reason as above.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, the times do not ascend, or a number is a NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1, or the kind is not a named value.</exception>
    public static Figure<double> Timed(double[] amounts, double[] years, PaybackKind kind, double annualRate = 0)
    {
        YearFractions.CheckLengths(Check.NotNull(amounts).Length, Check.NotNull(years).Length);
        RateBatch.CheckFinite(amounts, nameof(amounts));
        RateBatch.CheckFinite(years, nameof(years));
        var net = new double[amounts.Length];
        var times = new double[amounts.Length];
        int count = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            if (i > 0 && !(years[i] >= years[i - 1]))
            {
                throw new ArgumentException($"The time with index {i} is before the one with index {i - 1}; times must ascend.", nameof(years));
            }

            if (count > 0 && years[i] == times[count - 1])
            {
                net[count - 1] += amounts[i];
            }
            else
            {
                net[count] = amounts[i];
                times[count++] = years[i];
            }
        }

        Array.Resize(ref net, count);
        Array.Resize(ref times, count);
        Figure<int> index = Find(net, times, kind, annualRate, out double fraction);
        return index.TryGetValue(out int k)
            ? Figure.Of(k == 0 ? 0.0 : times[k - 1] - times[0] + (fraction * (times[k] - times[k - 1])))
            : Figure.NotApplicable<double>(index.Reason!.Value);
    }

    /// <summary>The payback of a series of money flows, in years from the first flow.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="kind">Which crossing counts.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1 for the discounted payback; 0 for the simple one.</param>
    /// <param name="dayCount">How time becomes years.</param>
    /// <returns>Years from the first flow, or the reason as above.</returns>
    /// <exception cref="ArgumentNullException">The flows are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1, or the kind or day count is not a named value.</exception>
    public static Figure<double> Of(CashFlowSeries flows, PaybackKind kind, double annualRate = 0, DayCount dayCount = DayCount.Anniversary)
    {
        Check.NotNull(flows);
        double[] amounts = [.. flows.Select(flow => (double)flow.Amount.Amount)];
        double[] years = YearFractions.From(null, [.. flows.Select(flow => flow.Date)], Check.Defined(dayCount));
        return Timed(amounts, years, kind, annualRate);
    }

    /// <summary>The flow at which the cumulative sum reaches zero, and how far into the interval before it.</summary>
    private static Figure<int> Find(Reals amounts, double[]? times, PaybackKind kind, double rate, out double fraction)
    {
        double u = ElementaryFunctions.LogP1(Check.Rate(rate));
        Check.Defined(kind);
        RateBatch.CheckFinite(amounts, nameof(amounts));
        fraction = 0;
        if (amounts.Length == 0)
        {
            return Figure.NotApplicable<int>(NotApplicableReason.NoFlows);
        }

        double cumulative = 0;
        double size = 0;
        bool everNegative = false;
        bool isNegative = false;
        int crossing = 0;
        int crossings = 0;
        for (int k = 0; k < amounts.Length; k++)
        {
            double flow = amounts[k];
            if (u != 0)
            {
                flow *= ElementaryFunctions.Exp(-u * (times is null ? k : times[k] - times[0]));
            }

            double before = cumulative;
            cumulative += flow;
            size += Math.Abs(flow);
            bool negative = cumulative < -4 * ExponentialSum.Ulp * size;
            if (isNegative && !negative)
            {
                crossings++;
                if (kind == PaybackKind.Durable || crossings == 1)
                {
                    crossing = k;
                    fraction = Math.Min(1, -before / flow);
                }
            }

            isNegative = negative;
            everNegative |= negative;
        }

        if (double.IsInfinity(size) || double.IsNaN(size))
        {
            return Figure.NotApplicable<int>(NotApplicableReason.OutOfRange);
        }

        if (!everNegative)
        {
            return Figure.Of(0);
        }

        return crossings == 0 ? Figure.NotApplicable<int>(NotApplicableReason.NeverPaidBack)
            : kind == PaybackKind.Durable && isNegative ? Figure.NotApplicable<int>(NotApplicableReason.NotDurablyPaidBack)
            : Figure.Of(crossing);
    }
}
