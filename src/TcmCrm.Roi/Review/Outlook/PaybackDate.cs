using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>
/// When cumulative benefits first reach cumulative costs, by calendar month with linear interpolation inside it: the rule of the evaluation's payback, on
/// calendar months.
/// </summary>
internal static class PaybackDate
{
    /// <param name="cost">Costs by month.</param>
    /// <param name="benefit">Benefits by month.</param>
    /// <param name="months">The months.</param>
    /// <param name="end">The month after the last that counts.</param>
    /// <param name="durable">Whether the sum must stay reached to the end; the first time otherwise.</param>
    internal static Figure<LocalDate> Of(decimal[] cost, decimal[] benefit, ReviewMonths months, int end, bool durable)
    {
        decimal cumulative = 0;
        bool wasNegative = false;
        bool wasReached = false;
        LocalDate? reached = null;
        for (int month = 0; month < end; month++)
        {
            decimal before = cumulative;
            decimal net = benefit[month] - cost[month];
            cumulative += net;
            if (cumulative < 0)
            {
                wasNegative = true;
                reached = durable ? null : reached;
            }
            else if (before < 0 && reached is null)
            {
                LocalDate first = months.MonthAt(month).OnDayOfMonth(1);
                int days = Period.DaysBetween(first, first.PlusMonths(1));
                reached = first.PlusDays((int)Math.Min(days - 1, decimal.Floor(-before / net * days)));
                wasReached = true;
            }
        }

        return reached is { } date ? Figure.Of(date)
            : wasReached ? Figure.NotApplicable<LocalDate>(NotApplicableReason.NotDurablyPaidBack)
            : wasNegative ? Figure.NotApplicable<LocalDate>(NotApplicableReason.NeverPaidBack)
            : Figure.NotApplicable<LocalDate>(NotApplicableReason.NoInvestment);
    }
}
