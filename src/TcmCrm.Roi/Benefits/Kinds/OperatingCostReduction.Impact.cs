using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Benefits;

public static partial class OperatingCostReduction
{
    /// <summary>A measured fall of a running cost as a benefit with the interval of the effect. Of the class cashable: the money is not spent.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="effect">An effect on a cost, of which less is better: relative (-0.08 is 8 % less) or in money a month.</param>
    /// <param name="baselineCostPerYear">The cost of a year without the CRM, above 0.</param>
    /// <returns>As <see cref="SalesGrowth.FromImpact(string, ImpactEstimate, Money, Share)"/>.</returns>
    /// <exception cref="ArgumentNullException">The effect is null.</exception>
    /// <exception cref="ArgumentException">The name is blank, the effect is in another unit, or the KPI is one of which more is better.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The baseline is not above 0.</exception>
    public static BenefitItem FromImpact(string name, ImpactEstimate effect, Money baselineCostPerYear)
    {
        MeasuredEffect.CheckUnit(effect, EffectUnit.Relative, EffectUnit.KpiUnit);
        if (!effect.LowerIsBetter)
        {
            throw Check.Wrong("More of the KPI is better; allowed: a cost, of which less is better.", nameof(effect), "argument.notACost");
        }

        Check.Positive(baselineCostPerYear.Amount, nameof(baselineCostPerYear));
        double perUnit = effect.Unit == EffectUnit.Relative ? 1.0 : 12.0 / (double)baselineCostPerYear.Amount;
        BenefitItem line = MeasuredEffect.Line(
            name, BenefitCategory.OperatingCost, effect,
            improvement => new YearlyBenefit(baselineCostPerYear * MeasuredEffect.ToDecimal(improvement * perUnit)),
            improvement => improvement * perUnit);
        return line.Basis.IsMonetized ? line.WithClass(BenefitClass.Cashable) : line;
    }
}
