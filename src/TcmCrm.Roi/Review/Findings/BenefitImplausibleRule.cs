namespace TcmCrm.Roi.Review;

internal sealed class BenefitImplausibleRule : IReviewRule
{
    private const int FewestMonths = 3;
    private const decimal FarMore = 1.5m;

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

            if (line.Record.Questioned is { TotalsBeside.Rows: > 0 } beside && context.IsMaterial(context.Money(beside.TotalsBeside.Amount)))
            {
                yield return Report(context, line, Id + ".totalBeside", beside.TotalsBeside);
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

            if (!context.WasFound(Id, line.Id.Text) && line.Measurement is { Doubted.Rows: 0 } high && FarAbove(context, line, high) is { } above)
            {
                yield return above;
            }

            if (line.Measurement is not { Doubted.Rows: > 0 } measured || !context.IsMaterial(context.Money(measured.Doubted.Excess)))
            {
                continue;
            }

            yield return Report(context, line, line.Plan.IsReversed ? Id + ".sign" : Id, measured.Doubted);
        }
    }

    /// <summary>A line that brings more than half more than its plan all along: it counts, and may be more than the part that is due to the CRM.</summary>
    private Finding? FarAbove(ReviewContext context, ReviewLine line, BenefitMeasurement measured)
    {
        (decimal plan, int months, int last) = (0, 0, -1);
        for (int month = 0; month <= context.Months.AsOf; month++)
        {
            if (measured.Covers(month))
            {
                (plan, months, last) = (plan + line.Plan.In(month - line.MonthsLate), months + 1, month);
            }
        }

        Money excess = context.Money(line.Counted.Amount - plan);
        return months < FewestMonths || plan <= 0 || line.Counted.Amount <= FarMore * plan || last <= line.Record.VerifiedThrough || !context.IsMaterial(excess) ? null : new Finding(
            new Message(Id + ".high", line.AsArgument(), MessageArgument.Ratio("share", line.Counted.Amount / plan), MessageArgument.Money(Finding.AtStakeName, excess)),
            context.SeverityOf(excess),
            excess,
            context.Zero,
            ReviewActions.CorrectRows,
            context.Months.MonthAt(measured.First));
    }

    private static Finding Report(ReviewContext context, ReviewLine line, string id, (int Rows, decimal Amount, int Month) doubted)
    {
        Money excess = context.Money(doubted.Amount);
        return new Finding(
            new Message(id, line.AsArgument(), MessageArgument.Number("rows", doubted.Rows), MessageArgument.Money(Finding.AtStakeName, excess)),
            context.SeverityOf(excess),
            excess,
            context.Zero,
            ReviewActions.CorrectRows,
            context.Months.MonthAt(doubted.Month));
    }
}
