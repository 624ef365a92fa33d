using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Benefits;

public static partial class RetentionGain
{
    /// <summary>A measured rise of retention, or fall of churn, as a benefit with the interval of the effect.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="effect">A difference of shares (0.02 is two points): of retention, of which more is better, or of churn, of which less is.</param>
    /// <param name="customers">The customers, how many are lost, and what one is worth.</param>
    /// <param name="periodsPerYear">
    /// What the rates of the study cover: 1 for yearly rates, 12 for monthly ones. Monthly churn c compounds: a year loses 1 - (1-c)^12, so that the
    /// effect is turned into a yearly one at the churn of before.
    /// </param>
    /// <returns>As <see cref="SalesGrowth.FromImpact(string, ImpactEstimate, Money, Share)"/>. Churn does not fall below zero, at the upper limit neither.</returns>
    /// <exception cref="ArgumentNullException">The effect is null, or the customers are.</exception>
    /// <exception cref="ArgumentException">The name is blank, or the effect is not a difference of shares.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BenefitItem FromImpact(string name, ImpactEstimate effect, CustomerBase customers, int periodsPerYear = 1)
    {
        MeasuredEffect.CheckUnit(effect, EffectUnit.Share);
        Share churnBefore = Check.NotNull(customers).Churn;
        Check.InRange(periodsPerYear, 1, 366);
        double churn = (double)churnBefore.Value;
        double periodChurn = 1.0 - Math.Pow(1.0 - churn, 1.0 / periodsPerYear);
        double Fall(double improvement)
        {
            double after = Math.Min(Math.Max(periodChurn - improvement, 0.0), 1.0);
            return churn - (1.0 - Math.Pow(1.0 - after, periodsPerYear));
        }

        return MeasuredEffect.Line(
            name, BenefitCategory.Retention, effect,
            improvement =>
            {
                decimal after = Math.Max(churnBefore.Value - MeasuredEffect.ToDecimal(Fall(improvement)), 0);
                return new RetentionBenefit(customers.Customers, churnBefore, Share.Of(Math.Min(after, churnBefore.Value)), customers.MarginPerCustomerYear, customers.Accrual);
            },
            Fall);
    }
}
