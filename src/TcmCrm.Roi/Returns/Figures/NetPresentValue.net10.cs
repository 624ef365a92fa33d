using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

/// <content>Overloads on spans; none of them allocates.</content>
public static partial class NetPresentValue
{
    /// <inheritdoc cref="Periodic(double[], double, PeriodicTiming)"/>
    public static Figure<double> Periodic(ReadOnlySpan<double> amounts, double rate, PeriodicTiming timing) => PeriodicCore(amounts, rate, timing);

    /// <inheritdoc cref="Timed(double[], double[], double)"/>
    public static Figure<double> Timed(ReadOnlySpan<double> amounts, ReadOnlySpan<double> years, double annualRate) =>
        TimedCore(amounts, years, annualRate);

    /// <inheritdoc cref="Dated(double[], LocalDate[], double)"/>
    public static Figure<double> Dated(ReadOnlySpan<double> amounts, ReadOnlySpan<LocalDate> dates, double annualRate) =>
        Dated(amounts, dates, annualRate, null, DayCount.Actual365Fixed);

    /// <inheritdoc cref="Dated(double[], LocalDate[], double, LocalDate?, DayCount)"/>
    public static Figure<double> Dated(
        ReadOnlySpan<double> amounts,
        ReadOnlySpan<LocalDate> dates,
        double annualRate,
        LocalDate? baseDate,
        DayCount dayCount)
    {
        Check.Defined(dayCount);
        double[] scratch = ScratchSpace.Rent(Math.Max(1, dates.Length));
        try
        {
            Span<double> years = scratch.AsSpan(0, dates.Length);
            YearFractions.From(baseDate, dates, dayCount, years);
            return TimedCore(amounts, years, annualRate);
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }
}
