namespace TcmCrm.Roi.Review;

internal sealed class CostOverrunRule : IReviewRule
{
    private const int FewestBills = 3;
    private const decimal Unseen = 0.0005m;

    /// <summary>A price this near to the plan's is the plan's.</summary>
    private const decimal SamePrice = 0.02m;

    public string Id => "costOverrun";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.IsCost && line.Record.Questioned is { Misread.Rows: > 0 } read && context.IsMaterial(context.Money(read.Misread.Amount)))
            {
                yield return ReportCurrency(context, line, read.Misread);
            }

            if (!line.IsCost || line.IsUnplanned || line.Plan.IsReversed || line.IsAsPlanned || !line.HasStarted)
            {
                continue;
            }

            // What is owed belongs to what is due; what was paid ahead does not.
            CostSettlement paid = line.Settlement!;
            Money due = line.Variance.Plan;

            // What keeps coming outside the bills is a finding of its own.
            Money spent = context.Money(line.Variance.Actual.Amount + paid.Accrued - paid.Prepaid - (context.WasFound(RecurringUnplannedRule.RuleId, line.Id.Text) ? paid.Recurring!.ToDate : 0));
            Money over = spent - due;
            bool isTiming = Math.Abs(over.Amount) <= Math.Min(paid.LargestBill, ToCome(line, context)) && Math.Abs(paid.PriceRatio - 1) <= SamePrice;

            // Within the tolerance so far, and no longer within it at the price that is paid now.
            bool isDearer = paid.Matched >= FewestBills && paid.PriceRatio > 1 + context.Policy.Tolerance.Value;
            if (isTiming || (over <= due * context.Policy.Tolerance && !isDearer) || !context.IsMaterial(over))
            {
                continue;
            }

            decimal factor = paid.PriceRatio;
            decimal perMonth = factor > 1 ? Math.Max(0, Coming.CostPerMonth(context, line) * (1 - (1 / factor))) : 0;
            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Money("actual", spent),
                    MessageArgument.Money("due", due),
                    MessageArgument.Money(Finding.AtStakeName, over),
                    MessageArgument.Part("extent", Extent(over, due)),
                    MessageArgument.Part("cause", Cause(Math.Max(0, line.Variance.VolumeAndAdoption.Amount) / over.Amount))),
                context.SeverityOf(over),
                over,
                context.Money(perMonth),
                ReviewActions.CostControl,
                context.Months.MonthAt(SinceOf(line, context)));
        }
    }

    private Finding ReportCurrency(ReviewContext context, ReviewLine line, (int Rows, decimal Amount, int Month) read)
    {
        Money added = context.Money(read.Amount);
        return new Finding(
            new Message(Id + ".currency", line.AsArgument(), MessageArgument.Number("rows", read.Rows), MessageArgument.Money(Finding.AtStakeName, added)),
            context.SeverityOf(added), added, context.Zero, ReviewActions.CorrectRows, context.Months.MonthAt(read.Month));
    }

    /// <summary>What the plan still has for the line: where it has nothing, no booking is one ahead of its time.</summary>
    private static decimal ToCome(ReviewLine line, ReviewContext context) =>
        line.Plan.Between(context.Months.AsOf + 1, Math.Min(line.Plan.End, context.Months.IndexOf(context.End.PlusDays(-1)) + 1) - 1);

    /// <summary>The first month in which more was booked than the plan has, by more than the tolerance.</summary>
    private static int SinceOf(ReviewLine line, ReviewContext context)
    {
        int month = line.FirstActual;
        while (month < context.Months.AsOf && line.Record.Amounts[month] <= line.Plan.Exact(month) * (1 + context.Policy.Tolerance.Value))
        {
            month++;
        }

        return month;
    }

    /// <summary>How far above plan, as a share of it; a booking where nothing was due has none.</summary>
    private static Message Extent(Money over, Money due) => due.Amount > 0
        ? new Message("overrunExtent.share", MessageArgument.Ratio("share", over / due))
        : new Message("overrunExtent.nothingDue");

    /// <summary>A share of volume that would print as 0.0 % or 100.0 % is told as none or all.</summary>
    private static Message Cause(decimal byVolume) => byVolume < Unseen ? new Message("overrunCause.price")
        : Math.Abs(byVolume - 1) < Unseen ? new Message("overrunCause.volume")
        : new Message("overrunCause.both", MessageArgument.Ratio("volumeShare", byVolume));
}
