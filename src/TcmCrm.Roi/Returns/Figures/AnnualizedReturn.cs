namespace TcmCrm.Roi.Returns;

/// <summary>Annualised ROI (年化投资回报率): the yearly rate that compounds to the ROI of the whole period.</summary>
/// <remarks><c>(1 + ROI)^(1/years) - 1</c>. A ROI of -100 % gives -100 %; below it no real rate exists.</remarks>
public static class AnnualizedReturn
{
    /// <summary>The yearly rate that compounds to a ROI.</summary>
    /// <param name="returnOnInvestment">ROI of the whole period as a ratio; 0.6 is 60 %.</param>
    /// <param name="years">The length of the period in years; half a year is 0.5.</param>
    /// <returns>The yearly rate as a fraction, or <see cref="NotApplicableReason.PeriodTooShort"/> when the period is not longer than 0,
    /// or <see cref="NotApplicableReason.LossExceedsInvestment"/> when the ROI is below -1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static Figure<double> Of(double returnOnInvestment, double years)
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
    public static Figure<double> Of(Figure<decimal> returnOnInvestment, double years) =>
        returnOnInvestment.TryGetValue(out decimal ratio)
            ? Of((double)ratio, years)
            : Figure.NotApplicable<double>(returnOnInvestment.Reason!.Value);
}
