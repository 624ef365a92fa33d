namespace TcmCrm.Roi.Returns;

/// <summary>Profitability index (盈利指数). Two definitions are in use, and they differ as soon as money is paid after the start; both are here under
/// their own names.</summary>
public static class ProfitabilityIndex
{
    /// <summary>Present value of all later flows / initial investment = 1 + NPV / initial investment. Brealey, Myers and Allen, Principles of Corporate
    /// Finance: the textbook definition.</summary>
    /// <param name="netPresentValue">Net present value at the time of the initial flow.</param>
    /// <param name="initialFlow">The flow at t = 0, negative.</param>
    /// <returns>The index; above 1 creates value. <see cref="NotApplicableReason.NoInitialCost"/> when nothing is paid at t = 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static Figure<double> OnInitialInvestment(double netPresentValue, double initialFlow)
    {
        Check.Finite(netPresentValue);
        return Check.Finite(initialFlow) < 0
            ? Figure.OfFinite(1 - (netPresentValue / initialFlow))
            : Figure.NotApplicable<double>(NotApplicableReason.NoInitialCost);
    }

    /// <summary>Present value of inflows / present value of outflows, wherever they stand: the benefit-cost form.</summary>
    /// <param name="presentValueOfInflows">Discounted inflows, 0 or more.</param>
    /// <param name="presentValueOfOutflows">Discounted outflows as a positive amount.</param>
    /// <returns>The index; above 1 creates value. <see cref="NotApplicableReason.NoInvestment"/> when nothing is paid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static Figure<double> OnAllOutflows(double presentValueOfInflows, double presentValueOfOutflows)
    {
        if (!(Check.Finite(presentValueOfInflows) >= 0))
        {
            throw Check.OutOfRange(nameof(presentValueOfInflows), presentValueOfInflows, "0 or more", AllowedRange.NotNegative);
        }

        if (!(Check.Finite(presentValueOfOutflows) >= 0))
        {
            throw Check.OutOfRange(nameof(presentValueOfOutflows), presentValueOfOutflows, "0 or more", AllowedRange.NotNegative);
        }

        return presentValueOfOutflows == 0
            ? Figure.NotApplicable<double>(NotApplicableReason.NoInvestment)
            : Figure.OfFinite(presentValueOfInflows / presentValueOfOutflows);
    }

    /// <summary>Both present values that <see cref="OnAllOutflows(double, double)"/> needs, of flows at any times.</summary>
    /// <param name="amounts">The flows in any order, negative when paid; finite.</param>
    /// <param name="years">The time of each flow in years.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1.</param>
    /// <returns>The index, or <see cref="NotApplicableReason.NoInvestment"/>, or <see cref="NotApplicableReason.OutOfRange"/>.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public static Figure<double> OnAllOutflows(double[] amounts, double[] years, double annualRate) =>
        DiscountedOnAllOutflows(Check.NotNull(amounts), Check.NotNull(years), annualRate);

    internal static Figure<double> DiscountedOnAllOutflows(Reals amounts, Reals years, double annualRate)
    {
        double[] scratch = ScratchSpace.Rent(amounts.Length);
        try
        {
            RealsBuffer part = ((RealsBuffer)scratch).Slice(0, amounts.Length);
            return PresentValueOf(1, amounts, years, annualRate, part).TryGetValue(out double inflows)
                && PresentValueOf(-1, amounts, years, annualRate, part).TryGetValue(out double outflows)
                    ? OnAllOutflows(inflows, outflows)
                    : Figure.NotApplicable<double>(NotApplicableReason.OutOfRange);
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }

    private static Figure<double> PresentValueOf(int sign, Reals amounts, Reals years, double annualRate, RealsBuffer part)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            part[i] = Math.Max(sign * amounts[i], 0);
        }

        return NetPresentValue.TimedCore(part, years, annualRate);
    }
}
