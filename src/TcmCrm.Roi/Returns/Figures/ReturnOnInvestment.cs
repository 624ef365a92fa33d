namespace TcmCrm.Roi.Returns;

/// <summary>Return on investment (投资回报率) as a ratio: 0.6 is 60 %. Exact in decimal.</summary>
/// <remarks>
/// <c>ROI = (benefit - cost) / cost</c>. What counts as benefit and cost depends on the convention (<see cref="RoiConvention"/>); each has
/// a method of its own whose parameters name what goes in. Costs are positive amounts. Without cost the answer is a reason, never an
/// infinity. Amounts of different currencies are refused.
/// </remarks>
public static class ReturnOnInvestment
{
    /// <summary>(benefit - cost) / cost.</summary>
    /// <param name="benefit">Total benefit, 0 or more for a gain.</param>
    /// <param name="cost">Total cost, positive.</param>
    /// <returns>The ratio, or <see cref="NotApplicableReason.NoCost"/> when the cost is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public static Figure<decimal> Of(decimal benefit, decimal cost) => Ratio(benefit, cost, NotApplicableReason.NoCost, minusOne: true);

    /// <summary>(benefit - cost) / cost.</summary>
    /// <param name="benefit">Total benefit.</param>
    /// <param name="cost">Total cost, positive, of the same currency.</param>
    /// <returns>The ratio, or <see cref="NotApplicableReason.NoCost"/> when the cost is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Figure<decimal> Of(Money benefit, Money cost) => Of(benefit.Amount, SameCurrency(benefit, cost).Amount);

    /// <summary>The simple ROI: (total benefit - total cost) / total cost, undiscounted.</summary>
    /// <param name="totalBenefit">Undiscounted total benefit.</param>
    /// <param name="totalCost">Undiscounted total cost, positive.</param>
    /// <returns>The ratio, or <see cref="NotApplicableReason.NoCost"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Figure<decimal> Simple(Money totalBenefit, Money totalCost) => Of(totalBenefit, totalCost);

    /// <summary>Forrester's Total Economic Impact: (PV of benefits - PV of costs) / PV of costs.</summary>
    /// <param name="presentValueOfBenefits">Risk-adjusted benefits, discounted, initial column at t = 0 and years at year end.</param>
    /// <param name="presentValueOfCosts">Risk-adjusted costs, discounted alike, positive.</param>
    /// <returns>The ratio, or <see cref="NotApplicableReason.NoCost"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Figure<decimal> Tei(Money presentValueOfBenefits, Money presentValueOfCosts) => Of(presentValueOfBenefits, presentValueOfCosts);

    /// <summary>IDC business value: NPV / discounted investment.</summary>
    /// <param name="netPresentValue">Discounted benefits less discounted investment.</param>
    /// <param name="discountedInvestment">Discounted investment, positive.</param>
    /// <returns>The ratio, or <see cref="NotApplicableReason.NoInvestment"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The investment is negative.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Figure<decimal> Idc(Money netPresentValue, Money discountedInvestment) =>
        Ratio(netPresentValue.Amount, SameCurrency(netPresentValue, discountedInvestment).Amount, NotApplicableReason.NoInvestment, minusOne: false);

    /// <summary>Nucleus Research: average annual net benefit of years 1 to 3 / initial cost. An annual percentage.</summary>
    /// <param name="netBenefitsOfYears">Benefit less cost of year 1, 2 and 3, without the initial cost; from one to three years, one currency.</param>
    /// <param name="initialCost">What was paid before year 1, positive.</param>
    /// <returns>The ratio a year, or <see cref="NotApplicableReason.NoInitialCost"/>, or <see cref="NotApplicableReason.PeriodTooShort"/>
    /// when no year is given.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">More than three years are given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The initial cost is negative.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Figure<decimal> Nucleus(IReadOnlyList<Money> netBenefitsOfYears, Money initialCost)
    {
        if (Check.NotNull(netBenefitsOfYears).Count > 3)
        {
            throw new ArgumentException($"{netBenefitsOfYears.Count} years are given; allowed: years 1 to 3.", nameof(netBenefitsOfYears));
        }

        if (netBenefitsOfYears.Count == 0)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.PeriodTooShort);
        }

        decimal total = 0;
        foreach (Money year in netBenefitsOfYears)
        {
            total += SameCurrency(initialCost, year).Amount;
        }

        return Ratio(total / netBenefitsOfYears.Count, initialCost.Amount, NotApplicableReason.NoInitialCost, minusOne: false);
    }

    /// <summary>Phillips: first-year net programme benefit / fully loaded cost of that year.</summary>
    /// <param name="firstYearBenefit">Gross benefit of the first year.</param>
    /// <param name="fullyLoadedCost">What recurs in the first year, and that year's share of what is paid once, positive.</param>
    /// <returns>The ratio, benefit-cost ratio less 1, or <see cref="NotApplicableReason.NoCost"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Figure<decimal> Phillips(Money firstYearBenefit, Money fullyLoadedCost) => Of(firstYearBenefit, fullyLoadedCost);

    /// <summary>The yearly rate that compounds to a ROI.</summary>
    /// <param name="returnOnInvestment">ROI of the whole period as a ratio; 0.6 is 60 %.</param>
    /// <param name="years">The length of the period in years; half a year is 0.5.</param>
    /// <returns>The yearly rate as a fraction, or <see cref="NotApplicableReason.PeriodTooShort"/> when the period is not longer than 0,
    /// or <see cref="NotApplicableReason.LossExceedsInvestment"/> when the ROI is below -1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static Figure<double> Annualized(double returnOnInvestment, double years)
    {
        Check.Finite(returnOnInvestment);
        if (Check.Finite(years) <= 0)
        {
            return Figure.NotApplicable<double>(NotApplicableReason.PeriodTooShort);
        }

        return returnOnInvestment switch
        {
            < -1 => Figure.NotApplicable<double>(NotApplicableReason.LossExceedsInvestment),
            -1 => Figure.Of(-1.0),
            _ => Figure.OfFinite(ElementaryFunctions.ExpM1(ElementaryFunctions.LogP1(returnOnInvestment) / years)),
        };
    }

    /// <summary>The yearly rate that compounds to a ROI; a missing ROI stays missing for its own reason.</summary>
    /// <param name="returnOnInvestment">ROI of the whole period.</param>
    /// <param name="years">The length of the period in years; half a year is 0.5.</param>
    /// <returns>The yearly rate as a fraction, or the reason why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The years are not a finite number.</exception>
    public static Figure<double> Annualized(Figure<decimal> returnOnInvestment, double years) =>
        returnOnInvestment.TryGetValue(out decimal ratio)
            ? Annualized((double)ratio, years)
            : Figure.NotApplicable<double>(returnOnInvestment.Reason!.Value);

    internal static Money SameCurrency(Money first, Money second) => first.Currency == second.Currency
        ? second
        : throw new InvalidOperationException($"{first} and {second} are of different currencies; convert one with ExchangeRates first.");

    internal static Figure<decimal> Ratio(decimal numerator, decimal denominator, NotApplicableReason whenZero, bool minusOne)
    {
        Check.NotNegative(denominator);
        if (denominator == 0)
        {
            return Figure.NotApplicable<decimal>(whenZero);
        }

        try
        {
            return Figure.Of(minusOne ? (numerator - denominator) / denominator : numerator / denominator);
        }
        catch (OverflowException)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.OutOfRange);
        }
    }
}
