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
            Money paid = context.Money(Math.Max(0, (line.Variance.Actual.Amount - PaidAhead(line, context.Months.AsOf)) * (1 - used)));
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

    /// <summary>What the last bill pays for the months after the review's: a bill lasts from its planned month to the next planned one.</summary>
    private static decimal PaidAhead(ReviewLine line, int asOf)
    {
        int last = asOf - line.MonthsLate;
        while (last >= 0 && line.Plan.In(last) == 0)
        {
            last--;
        }

        int next = asOf - line.MonthsLate + 1;
        while (next < last + LongestBill && line.Plan.In(next) == 0)
        {
            next++;
        }

        if (last < 0 || last + line.MonthsLate < 0 || line.Plan.In(next) == 0)
        {
            return 0;
        }

        decimal ahead = (next - 1 - (asOf - line.MonthsLate)) / (decimal)(next - last);
        return line.Record.Amounts[Math.Min(asOf, last + line.MonthsLate)] * ahead;
    }
}
