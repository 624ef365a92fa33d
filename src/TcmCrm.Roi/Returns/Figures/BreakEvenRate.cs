namespace TcmCrm.Roi.Returns;

/// <summary>Break-even rate (盈亏平衡折现率): how far the discount rate may move before the net present value changes its sign.</summary>
/// <remarks>With a unique internal rate of return it is that rate. With several, the verdict at a discount rate changes at the neighbouring ones: these.</remarks>
public static class BreakEvenRate
{
    /// <summary>The next rate above a discount rate at which the net present value is zero.</summary>
    /// <param name="rates">All internal rates of return of the flows.</param>
    /// <param name="discountRate">The discount rate in use, as a fraction above -1.</param>
    /// <returns>The rate, or the reason why there is none: that of the result, or <see cref="NotApplicableReason.OutOfRange"/> when all rates lie below.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public static Figure<double> Above(InternalRateOfReturnResult rates, double discountRate)
    {
        Check.Rate(discountRate);
        if (rates.Reason is { } reason)
        {
            return Figure.NotApplicable<double>(reason);
        }

        for (int i = 0; i < rates.Count; i++)
        {
            if (rates[i].Rate > discountRate)
            {
                return Figure.Of(rates[i].Rate);
            }
        }

        return Figure.NotApplicable<double>(NotApplicableReason.OutOfRange);
    }

    /// <summary>The next rate below a discount rate at which the net present value is zero.</summary>
    /// <param name="rates">All internal rates of return of the flows.</param>
    /// <param name="discountRate">The discount rate in use, as a fraction above -1.</param>
    /// <returns>The rate, or the reason why there is none: that of the result, or <see cref="NotApplicableReason.OutOfRange"/> when all rates lie above.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public static Figure<double> Below(InternalRateOfReturnResult rates, double discountRate)
    {
        Check.Rate(discountRate);
        if (rates.Reason is { } reason)
        {
            return Figure.NotApplicable<double>(reason);
        }

        for (int i = rates.Count - 1; i >= 0; i--)
        {
            if (rates[i].Rate < discountRate)
            {
                return Figure.Of(rates[i].Rate);
            }
        }

        return Figure.NotApplicable<double>(NotApplicableReason.OutOfRange);
    }
}
