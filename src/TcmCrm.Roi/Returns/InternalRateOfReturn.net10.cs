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

    /// <inheritdoc cref="Dated(double[], LocalDate[], DayCount)"/>
    public static InternalRateOfReturnResult Dated(
        ReadOnlySpan<double> amounts, ReadOnlySpan<LocalDate> dates, DayCount dayCount = DayCount.Actual365Fixed)
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
}
