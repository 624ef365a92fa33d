using NodaTime;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Review;

/// <summary>
/// When cumulative benefits first reach cumulative costs, by calendar month with linear interpolation inside it: the rule of the evaluation's payback, on
/// calendar months.
/// </summary>
internal static class PaybackDate
{
    internal static Figure<LocalDate> Of(decimal[] cost, decimal[] benefit, ReviewMonths months, int end)
    {
        decimal cumulative = 0;
        bool wasNegative = false;
        for (int month = 0; month < end; month++)
        {
            decimal before = cumulative;
            decimal net = benefit[month] - cost[month];
            cumulative += net;
            if (before < 0 && cumulative >= 0)
            {
                LocalDate first = months.MonthAt(month).OnDayOfMonth(1);
                int days = Period.DaysBetween(first, first.PlusMonths(1));
                return Figure.Of(first.PlusDays((int)Math.Min(days - 1, decimal.Floor(-before / net * days))));
            }

            wasNegative |= cumulative < 0;
        }

        return wasNegative
            ? Figure.NotApplicable<LocalDate>(NotApplicableReason.NeverPaidBack)
            : Figure.NotApplicable<LocalDate>(NotApplicableReason.NoInvestment);
    }
}
