namespace TcmCrm.Roi.Review;

internal sealed class CostOverrunRule : IReviewRule
{
    private const decimal Unseen = 0.0005m;

    public string Id => "costOverrun";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            Money over = line.Variance.Total - line.Variance.Timing;
            Money due = line.Variance.Plan + line.Variance.Timing;
            if (!line.IsCost || line.IsUnplanned || line.IsAsPlanned || !line.HasStarted || over <= due * context.Policy.Tolerance || !context.IsMaterial(over))
            {
                continue;
            }

            decimal factor = line.Realization.Factor;
            decimal perMonth = factor > 1 ? Math.Max(0, Coming.CostPerMonth(context, line) * (1 - (1 / factor))) : 0;
            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Money("actual", line.Variance.Actual),
                    MessageArgument.Money("due", due),
                    MessageArgument.Money(Finding.AtStakeName, over),
                    MessageArgument.Part("extent", Extent(over, due)),
                    MessageArgument.Part("cause", Cause(Math.Max(0, line.Variance.VolumeAndAdoption.Amount) / over.Amount))),
                context.SeverityOf(over),
                over,
                context.Money(perMonth),
                ReviewActions.CostControl);
        }
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
