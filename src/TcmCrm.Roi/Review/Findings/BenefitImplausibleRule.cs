namespace TcmCrm.Roi.Review;

internal sealed class BenefitImplausibleRule : IReviewRule
{
    public string Id => "benefitImplausible";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Measurement is not { Doubted.Rows: > 0 } measured || !context.IsMaterial(context.Money(measured.Doubted.Excess)))
            {
                continue;
            }

            Money excess = context.Money(measured.Doubted.Excess);
            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Number("rows", measured.Doubted.Rows),
                    MessageArgument.Money(Finding.AtStakeName, excess)),
                context.SeverityOf(excess),
                excess,
                context.Zero,
                ReviewActions.DataQuality,
                context.Months.MonthAt(measured.Doubted.Month));
        }
    }
}
