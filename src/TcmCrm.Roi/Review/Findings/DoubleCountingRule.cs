using TcmCrm.Roi.Benefits;

namespace TcmCrm.Roi.Review;

internal sealed class DoubleCountingRule : IReviewRule
{
    public string Id => "doubleCounting";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        if (context.Plan.Pools.Count == 0)
        {
            yield break;
        }

        foreach (Message warning in PoolCheck.Warnings(context.Plan.Pools, context.Plan.Benefits))
        {
            if (warning.Code != "poolOverdrawn")
            {
                continue;
            }

            // What is counted twice cannot be more than all of the benefits but the largest.
            decimal sum = 0;
            decimal largest = 0;
            decimal perMonth = 0;
            decimal largestPerMonth = 0;
            List<ReviewLine> lines = [.. warning.Subjects.Select(subject => context.FindBenefit(subject)!)];
            foreach (ReviewLine line in lines)
            {
                decimal amount = Math.Max(0, line.HasStarted ? line.Variance.Actual.Amount : line.Variance.Plan.Amount);
                decimal month = Math.Max(0, Coming.BenefitPlanPerMonth(context, line));
                sum += amount;
                largest = Math.Max(largest, amount);
                perMonth += month;
                largestPerMonth = Math.Max(largestPerMonth, month);
            }

            Money atStake = context.Money(sum - largest);
            yield return new Finding(
                new Message(
                    Id,
                    MessageArgument.Part("overdrawn", warning),
                    MessageArgument.Parts("lines", lines.Select(line => new Message("line", line.AsArgument()))),
                    MessageArgument.Number("benefits", lines.Count),
                    MessageArgument.Money(Finding.AtStakeName, atStake)),
                context.SeverityOf(atStake),
                atStake,
                context.Money(perMonth - largestPerMonth),
                ReviewActions.SeparatePools,
                context.Plan.Start.ToYearMonth());
        }
    }
}
