namespace TcmCrm.Roi.Returns;

public static partial class InternalRateOfReturn
{
    private const int MostExcelSteps = 20;

    /// <summary>The internal rate a period that Newton's method reaches from a guess.</summary>
    /// <param name="amounts">One flow a period in order, negative when paid; finite.</param>
    /// <param name="guess">Where to start, as a fraction above -1; 0.1 is Excel's default.</param>
    /// <returns>One of the rates of <see cref="Periodic(double[])"/>; its reason when there is none; or
    /// <see cref="NotApplicableReason.NoConvergence"/>, where Excel shows #NUM!.</returns>
    /// <exception cref="ArgumentNullException">The amounts are null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The guess is not finite or not above -1.</exception>
    public static Figure<double> ExcelPeriodic(double[] amounts, double guess = 0.1)
    {
        InternalRateOfReturnResult all = Periodic(Check.NotNull(amounts));
        double rate = Check.Rate(guess);
        if (all.Reason is { } reason)
        {
            return Figure.NotApplicable<double>(reason);
        }

        for (int step = 0; step < MostExcelSteps; step++)
        {
            double x = 1 / (1 + rate);
            double value = 0;
            double slope = 0;
            for (int i = amounts.Length - 1; i >= 0; i--)
            {
                slope = (slope * x) + value;
                value = (value * x) + amounts[i];
            }

            double next = rate + (value / (slope * x * x));
            if (!(next > -1 && next < double.MaxValue))
            {
                break;
            }

            if (Math.Abs(next - rate) <= 1e-7)
            {
                return all.Select(RateSelection.NearestTo(next));
            }

            rate = next;
        }

        return Figure.NotApplicable<double>(NotApplicableReason.NoConvergence);
    }
}
