namespace TcmCrm.Roi.Review;

internal sealed class BenefitImplausibleRule : IReviewRule
{
    public string Id => "benefitImplausible";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Measurement is { Overlapping.Rows: > 0 } told && context.IsMaterial(context.Money(told.Overlapping.Amount)))
            {
                yield return Report(context, line, Id + ".overlap", told.Overlapping);
            }

            if (line.Record.Questioned is { Totals.Rows: > 0 } questioned)
            {
                yield return Report(context, line, Id + ".total", questioned.Totals);
            }

            if (line.Measurement is { Totals.Rows: > 0 } among && context.IsMaterial(context.Money(among.Totals.Amount)))
            {
                yield return Report(context, line, Id + ".periodTotal", among.Totals);
            }

            if (line.Record.Questioned is { BeforeGoLive.Rows: > 0 } early && context.IsMaterial(context.Money(early.BeforeGoLive.Amount)))
            {
                yield return Report(context, line, Id + ".beforeGoLive", early.BeforeGoLive);
            }

            if (line.Record.Questioned is { TakenBack.Rows: > 0 } back && context.IsMaterial(context.Money(back.TakenBack.Amount)))
            {
                yield return Report(context, line, Id + ".takenBack", back.TakenBack);
            }

            if (line.Measurement is { Misread.Rows: > 0 } read && context.IsMaterial(context.Money(read.Misread.Excess)))
            {
                yield return Report(context, line, Id + ".currency", read.Misread);
            }

            if (line.Measurement is not { Doubted.Rows: > 0 } measured || !context.IsMaterial(context.Money(measured.Doubted.Excess)))
            {
                continue;
            }

            yield return Report(context, line, line.Plan.IsReversed ? Id + ".sign" : Id, measured.Doubted);
        }
    }

    private static Finding Report(ReviewContext context, ReviewLine line, string id, (int Rows, decimal Amount, int Month) doubted)
    {
        Money excess = context.Money(doubted.Amount);
        return new Finding(
            new Message(id, line.AsArgument(), MessageArgument.Number("rows", doubted.Rows), MessageArgument.Money(Finding.AtStakeName, excess)),
            context.SeverityOf(excess),
            excess,
            context.Zero,
            ReviewActions.DataQuality,
            context.Months.MonthAt(doubted.Month));
    }
}
