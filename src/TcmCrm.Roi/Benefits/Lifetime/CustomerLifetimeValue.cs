using System.Globalization;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Benefits;

/// <summary>Discounted lifetime value, and what a change in retention adds to it.</summary>
/// <remarks>
/// Value of one customer over n periods: margin x sum of S(t) / (1 + d)^t, t from the start or from the end of each period. The benefit of the CRM is the difference of
/// two such values over the same tenure, never a whole lifetime value: the customers were worth something before.
/// </remarks>
public static class CustomerLifetimeValue
{
    private const int MostPeriods = 1200;

    /// <summary>The discounted margin of one new customer under a retention model.</summary>
    /// <param name="model">The retention of the group.</param>
    /// <param name="marginPerPeriod">Contribution margin (not revenue) of one customer in one period, -1e15 to 1e15.</param>
    /// <param name="ratePerPeriod">Discount rate per period as a fraction, above -1, and such that the value is at most 1e18; a yearly rate r is (1 + r)^(1/12) - 1 a month.</param>
    /// <param name="periods">The tenure up to which margin is counted, 1 to 1,200 periods.</param>
    /// <param name="isCountedAtEnd">Whether the margin of a period is counted at its end, as <see cref="LifetimeValueTerms.IsCountedAtEnd"/> says.</param>
    /// <returns>The value, not rounded.</returns>
    /// <exception cref="ArgumentNullException">The model is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Money Of(
        RetentionModel model, Money marginPerPeriod, double ratePerPeriod, int periods, bool isCountedAtEnd = false)
    {
        Check.NotNull(model);
        double[] weights = Weights(ratePerPeriod, periods, isCountedAtEnd);
        double survival = 1;
        double sum = weights[0];
        for (int t = 1; t < weights.Length; t++)
        {
            survival *= model.RetentionAt(t);
            sum += weights[t] * survival;
        }

        return Times(marginPerPeriod, sum, ratePerPeriod);
    }

    /// <summary>The gain between two observed curves at equal tenure, with an interval.</summary>
    /// <param name="before">The customers before, or without, the CRM.</param>
    /// <param name="after">The customers after, or with it; compared at the same tenure.</param>
    /// <param name="terms">Margin, discount rate, tenure and customers.</param>
    /// <returns>
    /// The gain with its normal interval (Greenwood's variance of the discounted sum, the two groups independent), or the reason why there is none.
    /// </returns>
    /// <exception cref="ArgumentNullException">A curve is null, or the terms are.</exception>
    /// <exception cref="ArgumentException">The curves have different confidence levels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static LifetimeValueGain Gain(SurvivalCurve before, SurvivalCurve after, LifetimeValueTerms terms)
    {
        Check.NotNull(before);
        Check.NotNull(after);
        (Money marginPerPeriod, double ratePerPeriod, int periods, int customers) =
            (Check.NotNull(terms).MarginPerPeriod, terms.RatePerPeriod, terms.Periods, terms.Customers);
        Check.NotNegative(customers);
        double[] weights = Weights(ratePerPeriod, periods, terms.IsCountedAtEnd);
        if (before.ConfidenceLevel != after.ConfidenceLevel)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture, "The curve has the confidence level {0}; allowed: that of the other, {1}.", after.ConfidenceLevel, before.ConfidenceLevel),
                nameof(after));
        }

        Message? reason = Reason(before, weights.Length - 1) ?? Reason(after, weights.Length - 1);
        if (reason is not null)
        {
            return new LifetimeValueGain(reason, marginPerPeriod.Currency, periods);
        }

        double first = before.Table.WeightedSum(weights, out double firstVariance);
        double second = after.Table.WeightedSum(weights, out double secondVariance);
        double reach = NormalDistribution.Quantile(0.5 + before.ConfidenceLevel / 2) * Math.Sqrt(firstVariance + secondVariance);
        return new LifetimeValueGain(
            Times(marginPerPeriod, first, ratePerPeriod),
            Times(marginPerPeriod, second, ratePerPeriod),
            customers,
            periods,
            Times(marginPerPeriod, reach, ratePerPeriod));
    }

    /// <summary>The gain between two fitted models at equal tenure, which may reach beyond the data and has no interval.</summary>
    /// <param name="before">The retention before, or without, the CRM.</param>
    /// <param name="after">The retention after, or with it.</param>
    /// <param name="terms">Margin, discount rate, tenure and customers.</param>
    /// <exception cref="ArgumentNullException">A model is null, or the terms are.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static LifetimeValueGain GainOfModels(RetentionModel before, RetentionModel after, LifetimeValueTerms terms)
    {
        Check.NotNull(before);
        Check.NotNull(after);
        (Money marginPerPeriod, double ratePerPeriod, int periods, int customers) =
            (Check.NotNull(terms).MarginPerPeriod, terms.RatePerPeriod, terms.Periods, terms.Customers);
        Check.NotNegative(customers);
        return new LifetimeValueGain(
            Of(before, marginPerPeriod, ratePerPeriod, periods, terms.IsCountedAtEnd),
            Of(after, marginPerPeriod, ratePerPeriod, periods, terms.IsCountedAtEnd),
            customers,
            periods,
            null);
    }

    /// <summary>The margin times a discounted sum; a rate near -1 over many periods makes that larger than any amount.</summary>
    private static Money Times(Money margin, double sum, double ratePerPeriod)
    {
        Check.InRange(margin.Amount, -LineRange.MostMoney, LineRange.MostMoney, "marginPerPeriod");
        return sum * Math.Max(1, Math.Abs((double)margin.Amount)) <= LineRange.MostBenefit
            ? margin * (decimal)sum
            : throw LineRange.TooLarge(nameof(ratePerPeriod), ratePerPeriod, LineRange.MostBenefit);
    }

    /// <summary>The discount weight of S(t) at index t.</summary>
    private static double[] Weights(double ratePerPeriod, int periods, bool isCountedAtEnd)
    {
        Check.Rate(ratePerPeriod);
        Check.InRange(periods, 1, MostPeriods);
        int first = isCountedAtEnd ? 1 : 0;
        var weights = new double[periods + first];
        for (int t = first; t < weights.Length; t++)
        {
            weights[t] = Math.Pow(1 + ratePerPeriod, -t);
        }

        return weights;
    }

    private static Message? Reason(SurvivalCurve curve, int lastPeriod) =>
        curve.Customers < SurvivalCurve.FewestCustomers ? new Message("tooFewCustomers", MessageArgument.Number("customers", curve.Customers), MessageArgument.Number("needed", SurvivalCurve.FewestCustomers))
        : curve.Events < SurvivalCurve.FewestEvents ? new Message("tooFewEvents", MessageArgument.Number("events", curve.Events), MessageArgument.Number("needed", SurvivalCurve.FewestEvents))
        : !curve.TryGetSurvival(lastPeriod, out _) ? new Message("tenureNotObserved", MessageArgument.Number("period", lastPeriod))
        : null;
}
