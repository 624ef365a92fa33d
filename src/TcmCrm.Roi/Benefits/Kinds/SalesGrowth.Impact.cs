using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Benefits;

public static partial class SalesGrowth
{
    /// <summary>
    /// A measured growth of sales: improvement x baseline revenue x contribution margin, measured, with the interval of the effect as the interval of
    /// the benefit.
    /// </summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="effect">A relative effect (0.08 is 8 %), or one in money a month.</param>
    /// <param name="baselineRevenuePerYear">Revenue of a year without the CRM, above 0.</param>
    /// <param name="contributionMargin">The part of revenue that is left after the costs that grow with it.</param>
    /// <returns>
    /// The line, of evidence measured. Where no improvement was measured a line in words that counts nothing; where the error of the effect cannot be
    /// trusted, the line is estimated and has no interval.
    /// </returns>
    /// <exception cref="ArgumentNullException">The effect is null.</exception>
    /// <exception cref="ArgumentException">The name is blank, the effect is in another unit, or the KPI is one of which less is better.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The baseline is not above 0, or the growth is more than a hundredfold.</exception>
    public static BenefitItem FromImpact(string name, ImpactEstimate effect, Money baselineRevenuePerYear, Share contributionMargin)
    {
        MeasuredEffect.CheckUnit(effect, EffectUnit.Relative, EffectUnit.KpiUnit);
        if (effect.LowerIsBetter)
        {
            throw Check.Wrong("Less of the KPI is better; allowed: a KPI of sales, of which more is better.", nameof(effect), "argument.notSales");
        }

        Check.Positive(baselineRevenuePerYear.Amount, nameof(baselineRevenuePerYear));
        double perUnit = effect.Unit == EffectUnit.Relative ? 1.0 : 12.0 / (double)baselineRevenuePerYear.Amount;
        return MeasuredEffect.Line(
            name, BenefitCategory.SalesGrowth, effect,
            improvement => new RevenueUpliftBenefit(baselineRevenuePerYear, MeasuredEffect.ToDecimal(improvement * perUnit), contributionMargin),
            improvement => improvement * perUnit);
    }

    /// <summary>A measured growth of sales on the baseline of the study itself: twelve times the mean of the last twelve months observed before go-live.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="impact">A study of monthly sales with an answer; its chosen estimate is taken.</param>
    /// <param name="currency">The currency of the series.</param>
    /// <param name="contributionMargin">The part of revenue that is left after the costs that grow with it.</param>
    /// <returns>As the other overload.</returns>
    /// <exception cref="ArgumentNullException">The study is null.</exception>
    /// <exception cref="ArgumentException">The study has no answer, or its effect is in another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The months before go-live do not average above 0.</exception>
    public static BenefitItem FromImpact(string name, ImpactResult impact, Currency currency, Share contributionMargin)
    {
        Check.NotNull(impact);
        if (!impact.HasAnswer)
        {
            throw Check.Wrong("The study has no answer: the data allow no estimate.", nameof(impact), "argument.noEstimate");
        }

        return FromImpact(name, impact.Chosen, new Money(MeasuredEffect.ToDecimal(BaselinePerYear(impact.Study)), currency).Round(2), contributionMargin);
    }

    private static double BaselinePerYear(ImpactStudy study)
    {
        KpiSeries series = study.Series;
        double sum = 0.0;
        int months = 0;
        series.TryIndexOf(study.GoLive, out int goLive);
        for (int i = goLive - 1; i >= 0 && months < 12; i--)
        {
            if (series.TryGetValue(i, out double value))
            {
                sum += value;
                months++;
            }
        }

        return months == 0 ? 0.0 : 12.0 * sum / months;
    }
}
