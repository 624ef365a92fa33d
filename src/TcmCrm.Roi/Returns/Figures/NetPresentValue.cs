using System.Runtime.CompilerServices;
using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

/// <summary>Net present value (净现值): flows discounted to one date and added up.</summary>
/// <remarks>
/// <c>NPV = sum a_i (1+r)^(-t_i)</c>. Where the first flow stands is always said (<see cref="PeriodicTiming"/>): Excel's NPV has it at the end of
/// the first period, numpy-financial at t = 0. Excel's XNPV refuses rates below 0 and dates before the first one; this does not. No flows: 0.
/// </remarks>
/// <example>
/// <code>
/// Figure&lt;double&gt; npv = NetPresentValue.Dated(
///     [-100, 60, 60], [new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)], annualRate: 0.08);
/// </code>
/// </example>
public static partial class NetPresentValue
{
    /// <summary>The net present value of flows at equal distances.</summary>
    /// <param name="amounts">One flow a period in order, negative when paid; finite.</param>
    /// <param name="rate">Rate a period as a fraction above -1; 0.08 is 8 %.</param>
    /// <param name="timing">Where the first flow stands.</param>
    /// <returns>The value, or <see cref="NotApplicableReason.OutOfRange"/> when it exceeds the range of a double.</returns>
    /// <exception cref="ArgumentNullException">The amounts are null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1, or the timing is not a named value.</exception>
    [OverloadResolutionPriority(1)] // An array beside a collection expression would be ambiguous with the span overloads.
    public static Figure<double> Periodic(double[] amounts, double rate, PeriodicTiming timing) =>
        PeriodicCore(Check.NotNull(amounts), rate, timing);

    /// <summary>The net present value of flows at any times, at t = 0.</summary>
    /// <param name="amounts">The flows in any order, negative when paid; finite.</param>
    /// <param name="years">The time of each flow in years from the date of valuation; negative before it.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1.</param>
    /// <returns>The value, or <see cref="NotApplicableReason.OutOfRange"/>.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or a number is a NaN or infinite; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    [OverloadResolutionPriority(1)] // An array beside a collection expression would be ambiguous with the span overloads.
    public static Figure<double> Timed(double[] amounts, double[] years, double annualRate) =>
        TimedCore(Check.NotNull(amounts), Check.NotNull(years), annualRate);

    /// <summary>The net present value of dated flows at the earliest of them, as Excel's XNPV counts time.</summary>
    /// <param name="amounts">The flows in any order, negative when paid; finite.</param>
    /// <param name="dates">The date of each flow.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1.</param>
    /// <returns>The value, or <see cref="NotApplicableReason.OutOfRange"/>.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or a number is a NaN or infinite; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    [OverloadResolutionPriority(1)] // As above.
    public static Figure<double> Dated(double[] amounts, LocalDate[] dates, double annualRate) => Dated(amounts, dates, annualRate, null, DayCount.Actual365Fixed);

    /// <summary>The net present value of dated flows.</summary>
    /// <param name="amounts">The flows in any order, negative when paid; finite.</param>
    /// <param name="dates">The date of each flow.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1.</param>
    /// <param name="baseDate">The date of valuation; null for the earliest flow. May lie after flows, which are then compounded.</param>
    /// <param name="dayCount">How time becomes years.</param>
    /// <returns>The value, or <see cref="NotApplicableReason.OutOfRange"/>.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or a number is a NaN or infinite; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1, or the day count is not a named value.</exception>
    [OverloadResolutionPriority(1)] // An array beside a collection expression would be ambiguous with the span overloads.
    public static Figure<double> Dated(
        double[] amounts, LocalDate[] dates, double annualRate, LocalDate? baseDate, DayCount dayCount) =>
        TimedCore(Check.NotNull(amounts), YearFractions.From(baseDate, Check.NotNull(dates), Check.Defined(dayCount)), annualRate);

    /// <summary>The net present value of a series of money flows. Each amount is multiplied in decimal, so that parts sum to the whole exactly.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1.</param>
    /// <param name="dayCount">How time becomes years.</param>
    /// <param name="baseDate">The date of valuation; null for the earliest flow.</param>
    /// <returns>The value, not rounded, or <see cref="NotApplicableReason.OutOfRange"/> when it exceeds the range of decimal.</returns>
    /// <exception cref="ArgumentNullException">The flows are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1, or the day count is not a named value.</exception>
    public static Figure<Money> Of(CashFlowSeries flows, double annualRate, DayCount dayCount = DayCount.Anniversary, LocalDate? baseDate = null)
    {
        Check.NotNull(flows);
        Check.Defined(dayCount);
        double u = ElementaryFunctions.LogP1(Check.Rate(annualRate));
        decimal total = 0;
        foreach (CashFlow flow in flows)
        {
            double years = dayCount.YearFraction(baseDate ?? flows[0].Date, flow.Date);
            if (!MoneyConversion.TryScale(flow.Amount.Amount, ElementaryFunctions.Exp(-u * years), out decimal discounted)
                || !MoneyConversion.TryAdd(ref total, discounted))
            {
                return Figure.NotApplicable<Money>(NotApplicableReason.OutOfRange);
            }
        }

        return Figure.Of(new Money(total, flows.Currency));
    }

    private static Figure<double> PeriodicCore(Reals amounts, double rate, PeriodicTiming timing)
    {
        Check.Rate(rate);
        double atFirst = DiscountKernel.Periodic(amounts, rate);
        return timing switch
        {
            PeriodicTiming.StartAtZero => Answer(InRange(atFirst, amounts, default, rate, 0), amounts, default),
            PeriodicTiming.EndOfFirstPeriod => Answer(InRange(atFirst / (1 + rate), amounts, default, rate, 1), amounts, default),
            _ => throw Check.OutOfRange(nameof(timing), timing, "StartAtZero, EndOfFirstPeriod", AllowedRange.OneOf("StartAtZero, EndOfFirstPeriod")),
        };
    }

    internal static Figure<double> TimedCore(Reals amounts, Reals years, double annualRate)
    {
        YearFractions.CheckLengths(amounts.Length, years.Length);
        return Answer(InRange(DiscountKernel.Timed(amounts, years, ElementaryFunctions.LogP1(Check.Rate(annualRate))), amounts, years, annualRate, 0), amounts, years);
    }

    /// <summary>The value itself; where a part of the sum left the range of doubles, the sum in smaller units: the value of all may lie within it.</summary>
    private static double InRange(double value, Reals amounts, Reals years, double rate, int firstPeriod)
    {
        if (!double.IsNaN(value) && !double.IsInfinity(value))
        {
            return value;
        }

        const double Unit = 1.8446744073709552e19;
        double u = ElementaryFunctions.LogP1(rate);
        double sum = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            sum += amounts[i] == 0 ? 0 : amounts[i] / Unit * ElementaryFunctions.Exp(-u * (years.Length == 0 ? i + firstPeriod : years[i]));
        }

        return sum * Unit;
    }

    /// <summary>A value, or why there is none. A number that is none makes the value so; it is looked for only then.</summary>
    internal static Figure<double> Answer(double value, Reals amounts, Reals years)
    {
        Figure<double> figure = Figure.OfFinite(value);
        if (!figure.IsApplicable)
        {
            RateBatch.CheckFinite(amounts, nameof(amounts));
            RateBatch.CheckFinite(years, nameof(years));
        }

        return figure;
    }
}
