using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

/// <summary>Modified internal rate of return (修正内部收益率): what is paid is financed at one rate, what is received is reinvested at another.</summary>
/// <remarks>
/// <c>MIRR = (FV(inflows at the reinvestment rate) / PV(outflows at the finance rate))^(1/T) - 1</c> with T = n - 1 periods, zeros at the ends counted,
/// or the years between the first and the last date. Every flow keeps its own period: Apache POI and formulajs count inflows and outflows apart and
/// get interleaved signs wrong. Computed in logarithms, so that long series do not overflow.
/// </remarks>
public static class ModifiedInternalRateOfReturn
{
    /// <summary>The modified rate a period of flows at equal distances, as Excel's MIRR.</summary>
    /// <param name="amounts">One flow a period in order, negative when paid; finite.</param>
    /// <param name="financeRate">Rate a period paid on outflows, as a fraction above -1.</param>
    /// <param name="reinvestRate">Rate a period earned on inflows, as a fraction above -1.</param>
    /// <returns>The rate, or the reason: <see cref="NotApplicableReason.NoFlows"/>, <see cref="NotApplicableReason.OnlyInflows"/>,
    /// <see cref="NotApplicableReason.OnlyOutflows"/>, <see cref="NotApplicableReason.AllZero"/>, <see cref="NotApplicableReason.OutOfRange"/>.</returns>
    /// <exception cref="ArgumentNullException">The amounts are null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not finite or not above -1.</exception>
    public static Figure<double> Periodic(double[] amounts, double financeRate, double reinvestRate)
    {
        var times = new double[Check.NotNull(amounts).Length];
        for (int i = 0; i < times.Length; i++)
        {
            times[i] = i;
        }

        return Timed(amounts, times, financeRate, reinvestRate);
    }

    /// <summary>The modified yearly rate of flows at any times.</summary>
    /// <param name="amounts">The flows in any order, negative when paid; finite.</param>
    /// <param name="years">The time of each flow in years from any one date.</param>
    /// <param name="financeRate">Yearly rate paid on outflows, as a fraction above -1.</param>
    /// <param name="reinvestRate">Yearly rate earned on inflows, as a fraction above -1.</param>
    /// <returns>The yearly rate, or the reason as above, or <see cref="NotApplicableReason.SingleInstant"/>.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A number is a NaN or infinite, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not finite or not above -1.</exception>
    public static Figure<double> Timed(double[] amounts, double[] years, double financeRate, double reinvestRate) =>
        Solve(Check.NotNull(amounts), Check.NotNull(years), financeRate, reinvestRate);

    internal static Figure<double> Solve(Reals amounts, Reals years, double financeRate, double reinvestRate)
    {
        YearFractions.CheckLengths(amounts.Length, years.Length);
        double finance = ElementaryFunctions.LogP1(Check.Rate(financeRate));
        double reinvest = ElementaryFunctions.LogP1(Check.Rate(reinvestRate));
        if (amounts.Length == 0)
        {
            return Figure.NotApplicable<double>(NotApplicableReason.NoFlows);
        }

        (double first, double last) = (years[0], years[0]);
        for (int i = 1; i < years.Length; i++)
        {
            (first, last) = (Math.Min(first, years[i]), Math.Max(last, years[i]));
        }

        double duration = last - first;
        double received = LogOfDiscounted(amounts, years, first, reinvest, positive: true);
        double paid = LogOfDiscounted(amounts, years, first, finance, positive: false);
        bool anyReceived = !double.IsNegativeInfinity(received);
        bool anyPaid = !double.IsNegativeInfinity(paid);
        if (!anyReceived || !anyPaid)
        {
            return Figure.NotApplicable<double>(anyReceived ? NotApplicableReason.OnlyInflows
                : anyPaid ? NotApplicableReason.OnlyOutflows : NotApplicableReason.AllZero);
        }

        if (!(duration > 0))
        {
            return Figure.NotApplicable<double>(NotApplicableReason.SingleInstant);
        }

        // The difference of two logarithms loses digits that their quotient has; where that is an ordinary number it is used.
        double ratio = Discounted(amounts, years, first, reinvest, positive: true) / Discounted(amounts, years, first, finance, positive: false);
        double growth = ratio is > 1e-100 and < 1e100 ? ElementaryFunctions.Log(ratio) : received - paid;
        return Figure.OfFinite(new RateRoot(reinvest + (growth / duration), 0).Rate);
    }

    /// <summary>The modified yearly rate of dated flows.</summary>
    /// <param name="amounts">The flows in any order, negative when paid; finite.</param>
    /// <param name="dates">The date of each flow.</param>
    /// <param name="financeRate">Yearly rate paid on outflows, as a fraction above -1.</param>
    /// <param name="reinvestRate">Yearly rate earned on inflows, as a fraction above -1.</param>
    /// <param name="dayCount">How time becomes years, counted from the earliest flow.</param>
    /// <returns>The yearly rate, or the reason as above.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A number is a NaN or infinite, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not finite or not above -1, or the day count is not a named value.</exception>
    public static Figure<double> Dated(
        double[] amounts, LocalDate[] dates, double financeRate, double reinvestRate, DayCount dayCount = DayCount.Actual365Fixed) =>
        Timed(amounts, YearFractions.From(null, Check.NotNull(dates), Check.Defined(dayCount)), financeRate, reinvestRate);

    private static double Discounted(Reals amounts, Reals years, double first, double u, bool positive)
    {
        double sum = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            double size = positive ? amounts[i] : -amounts[i];
            sum += size > 0 ? size * ElementaryFunctions.Exp(-u * (years[i] - first)) : 0;
        }

        return sum;
    }

    /// <summary>ln sum |a_i| e^(-u (t_i - first)) over the amounts of one sign; minus infinity when there is none.</summary>
    private static double LogOfDiscounted(Reals amounts, Reals years, double first, double u, bool positive)
    {
        double largest = double.NegativeInfinity;
        double sum = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            double amount = amounts[i];
            if (double.IsNaN(amount) || double.IsInfinity(amount) || double.IsNaN(years[i]) || double.IsInfinity(years[i]))
            {
                throw new ArgumentException($"The amount or time with index {i} is not a finite number.", nameof(amounts));
            }

            if (positive ? amount > 0 : amount < 0)
            {
                // Denormal amounts are lifted into the normal range, where the logarithm is defined.
                double log = Math.Abs(amount) >= 2.2250738585072014E-308
                    ? ElementaryFunctions.Log(Math.Abs(amount))
                    : ElementaryFunctions.Log(Math.Abs(amount) * 1.8014398509481984e16) - (54 * (ElementaryFunctions.Ln2High + ElementaryFunctions.Ln2Low));
                log -= u * (years[i] - first);
                if (log > largest)
                {
                    sum = (sum * ElementaryFunctions.Exp(largest - log)) + 1;
                    largest = log;
                }
                else
                {
                    sum += ElementaryFunctions.Exp(log - largest);
                }
            }
        }

        return sum == 0 ? double.NegativeInfinity : largest + ElementaryFunctions.Log(sum);
    }
}
