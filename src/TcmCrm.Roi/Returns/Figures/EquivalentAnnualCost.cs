namespace TcmCrm.Roi.Returns;

/// <summary>Equivalent annual cost (等额年成本): the level yearly payment at year ends that is worth the same as the costs.</summary>
/// <remarks><c>EAC = PV(cost) x r / (1 - (1+r)^-n)</c>; at r = 0 it is PV / n. Excel's PMT(r; n; -PV) is the same number.</remarks>
public static class EquivalentAnnualCost
{
    /// <summary>The factor that turns a present value into its equivalent annual amount: r / (1 - (1+r)^-n).</summary>
    /// <param name="annualRate">Yearly rate as a fraction above -1; 0.08 is 8 %.</param>
    /// <param name="years">The length of the period in years, more than 0.</param>
    /// <returns>The factor a year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1, the years are not above 0, or a number is not finite.</exception>
    public static double Factor(double annualRate, double years)
    {
        Check.Rate(annualRate);
        if (Check.Finite(years) <= 0)
        {
            throw Check.OutOfRange(nameof(years), years, "more than 0");
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
    public static Figure<Money> Of(Money presentValueOfCosts, double annualRate, double years)
    {
        if (Check.Finite(years) <= 0)
        {
            Check.Rate(annualRate);
            return Figure.NotApplicable<Money>(NotApplicableReason.PeriodTooShort);
        }

        return MoneyConversion.Scaled(presentValueOfCosts, Factor(annualRate, years));
    }
}
