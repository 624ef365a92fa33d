namespace TcmCrm.Roi.Review;

internal sealed class CostOverrunRule : IReviewRule
{
    public string Id => "costOverrun";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            Money over = line.Variance.Total - line.Variance.Timing;
            Money due = line.Variance.Plan + line.Variance.Timing;
            if (line.Side != LineSide.Cost || line.IsUnplanned || !line.HasStarted || over <= due * context.Policy.Tolerance || !context.IsMaterial(over))
            {
                continue;
            }

            decimal factor = line.Realisation.Factor;
            decimal perMonth = factor > 1 ? Coming.CostPerMonth(context, line) * (1 - (1 / factor)) : 0;
            string byVolume = ReviewContext.Percent(Math.Max(0, line.Variance.VolumeAndAdoption.Amount) / over.Amount);
            yield return new Finding(
                Id,
                line.Name,
                context.SeverityOf(over),
                over,
                context.Money(perMonth),
                ReviewActions.CostControl,
                $"'{line.Name}' cost {context.Text(line.Variance.Actual.Amount)}, {context.Text(over.Amount)} more than the {context.Text(due.Amount)} due by now; {byVolume} of that by volume.",
                $"“{line.Name}”已支出 {context.ChineseText(line.Variance.Actual.Amount)},比应支出的 {context.ChineseText(due.Amount)} 超支 {context.ChineseText(over.Amount)};其中数量因素占 {byVolume}。",
                new FindingFigure("actual", line.Variance.Actual.Amount),
                new FindingFigure("due", due.Amount));
        }
    }
}
