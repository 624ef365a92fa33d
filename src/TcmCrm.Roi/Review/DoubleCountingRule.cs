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
            foreach (string name in warning.Subjects)
            {
                ReviewLine line = context.FindBenefit(name)!;
                decimal amount = Math.Max(0, line.HasStarted ? line.Variance.Actual.Amount : line.Variance.Plan.Amount);
                decimal month = Math.Max(0, Coming.BenefitPlanPerMonth(context, line));
                sum += amount;
                largest = Math.Max(largest, amount);
                perMonth += month;
                largestPerMonth = Math.Max(largestPerMonth, month);
            }

            Money atStake = context.Money(sum - largest);
            yield return new Finding(
                Id,
                string.Join(", ", warning.Subjects),
                context.SeverityOf(atStake),
                atStake,
                context.Money(perMonth - largestPerMonth),
                ReviewActions.SeparatePools,
                $"{warning.English} At most {context.Text(atStake.Amount)} so far.",
                $"{warning.Chinese}迄今至多 {context.ChineseText(atStake.Amount)}。",
                new FindingFigure("benefits", warning.Subjects.Count));
        }
    }
}
