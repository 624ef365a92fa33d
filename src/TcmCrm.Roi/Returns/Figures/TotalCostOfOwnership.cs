namespace TcmCrm.Roi.Returns;

/// <summary>Total cost of ownership (总拥有成本) and what it is a year.</summary>
public static class TotalCostOfOwnership
{
    /// <summary>The exact, undiscounted sum of all costs: software, implementation, maintenance and time.</summary>
    /// <param name="costs">The costs, positive amounts of one currency; at least one.</param>
    /// <returns>The sum, or <see cref="NotApplicableReason.NoCost"/> when the list is empty.</returns>
    /// <exception cref="ArgumentNullException">The costs are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost is negative.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Figure<Money> Of(IReadOnlyList<Money> costs)
    {
        if (Check.NotNull(costs).Count == 0)
        {
            return Figure.NotApplicable<Money>(NotApplicableReason.NoCost);
        }

        Money total = Money.Zero(costs[0].Currency);
        foreach (Money cost in costs)
        {
            Check.NotNegative(cost.Amount, nameof(costs));
            total += cost;
        }

        return Figure.Of(total);
    }

    /// <summary>Average annual cost (年均拥有成本): total cost / years, undiscounted.</summary>
    /// <param name="totalCost">The total cost of ownership of the period.</param>
    /// <param name="years">The length of the period in years, more than 0; half a year is 0.5.</param>
    /// <returns>The cost a year, not rounded, or <see cref="NotApplicableReason.PeriodTooShort"/> when the period is not longer than 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The years are a NaN or infinite.</exception>
    public static Figure<Money> AverageAnnual(Money totalCost, double years) =>
        Check.Finite(years) <= 0
            ? Figure.NotApplicable<Money>(NotApplicableReason.PeriodTooShort)
            : MoneyConversion.Scaled(totalCost, 1 / years);

    /// <summary>The factor that turns a present value into its equivalent annual amount: r / (1 - (1+r)^-n).</summary>
    /// <param name="annualRate">Yearly rate as a fraction above -1; 0.08 is 8 %.</param>
    /// <param name="years">The length of the period in years, more than 0.</param>
    /// <returns>The factor a year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1, the years are not above 0, or a number is not finite.</exception>
    public static double AnnuityFactor(double annualRate, double years)
    {
        Check.Rate(annualRate);
        if (Check.Finite(years) <= 0)
        {
            throw Check.OutOfRange(nameof(years), years, "more than 0", AllowedRange.Positive);
        }

        if (annualRate == 0)
        {
            return 1 / years;
        }

        return annualRate / -ElementaryFunctions.ExpM1(-years * ElementaryFunctions.LogP1(annualRate));
    }

    /// <summary>The equivalent annual cost.</summary>
    /// <param name="presentValueOfCosts">Present value of the costs.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1; 0.08 is 8 %.</param>
    /// <param name="years">The length of the period in years; a fraction of a year is allowed.</param>
    /// <returns>The amount a year, not rounded, or <see cref="NotApplicableReason.PeriodTooShort"/> when the period is not longer than 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1, or a number is not finite.</exception>
    public static Figure<Money> EquivalentAnnual(Money presentValueOfCosts, double annualRate, double years)
    {
        if (Check.Finite(years) <= 0)
        {
            Check.Rate(annualRate);
            return Figure.NotApplicable<Money>(NotApplicableReason.PeriodTooShort);
        }

        return MoneyConversion.Scaled(presentValueOfCosts, AnnuityFactor(annualRate, years));
    }
}
