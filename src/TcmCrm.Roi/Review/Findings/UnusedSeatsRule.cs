namespace TcmCrm.Roi.Review;

internal sealed class UnusedSeatsRule : IReviewRule
{
    // A bill for more than five years is not a subscription.
    private const int LongestBill = 60;

    public string Id => "unusedSeats";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (!line.IsCost || !context.TryGetUnusedSeats(line, out decimal unused) || unused <= context.Policy.UnusedSeats.Value)
            {
                continue;
            }

            line.Record.Seats!.TryGetMeanRatio(context.Months.AsOf, context.Months.AsOf + 1, Share.Whole, out decimal used);
            Money paid = context.Money(Math.Max(0, PaidFor(line, line.Record.Seats.First, context.Months.AsOf) * (1 - used)));
            Money perMonth = context.Money(Math.Max(0, Coming.CostPerMonth(context, line) * unused));
            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Ratio("unusedShare", unused),
                    MessageArgument.Ratio("meanUsedShare", used),
                    MessageArgument.Money(Finding.AtStakeName, paid)),
                context.SeverityOf(paid),
                paid,
                perMonth,
                ReviewActions.RenegotiateSeats,
                context.Months.MonthAt(line.Record.Seats!.Since(context.Months.AsOf, Share.Whole, 1 - context.Policy.UnusedSeats.Value)));
        }
    }

    /// <summary>What was booked for the months from one on to the review's: before seats were counted nobody knows how many stood unused. A bill lasts from its month to the next planned one.</summary>
    private static decimal PaidFor(ReviewLine line, int first, int asOf)
    {
        decimal sum = 0;
        for (int month = 0; month <= asOf; month++)
        {
            if (line.Record.Amounts[month] == 0)
            {
                continue;
            }

            int next = month - line.MonthsLate + 1;
            while (next < month - line.MonthsLate + LongestBill && line.Plan.Exact(next) == 0)
            {
                next++;
            }

            int length = line.Plan.Exact(next) == 0 ? LastLength(line, month - line.MonthsLate, asOf - month + 1) : next - (month - line.MonthsLate);
            int within = Math.Min(asOf, month + length - 1) - Math.Max(first, month) + 1;
            sum += within <= 0 ? 0 : line.Record.Amounts[month] * within / length;
        }

        return sum;
    }

    /// <summary>The last bill of a plan lasts as long as the one before it; of one bill alone nothing says how long, and it lasts until now.</summary>
    private static int LastLength(ReviewLine line, int month, int otherwise)
    {
        int before = month - 1;
        while (before > month - LongestBill && line.Plan.Exact(before) == 0)
        {
            before--;
        }

        return line.Plan.Exact(before) == 0 ? otherwise : month - before;
    }
}
