namespace TcmCrm.Roi.Returns;

public static partial class InternalRateOfReturn
{
    private const int MostExcelSteps = 20;
    private const int MostTimedSteps = 100;

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
                return Figure.Of(all[all.NearestTo(next)].Rate);
            }

            rate = next;
        }

        return Figure.NotApplicable<double>(NotApplicableReason.NoConvergence);
    }

    /// <summary>The yearly rate that Newton's method reaches from a guess on flows at any times, in at most 100 steps to 1e-8, as Excel documents XIRR.</summary>
    /// <param name="amounts">The flows in any order, negative when paid; finite.</param>
    /// <param name="years">The time of each flow in years from any one date.</param>
    /// <param name="guess">Where to start, as a fraction above -1; 0.1 is Excel's default.</param>
    /// <returns>One of the rates of <see cref="Timed(double[], double[])"/>; its reason when there is none; or
    /// <see cref="NotApplicableReason.NoConvergence"/>, where Excel shows #NUM!.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A number is a NaN or infinite, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The guess is not finite or not above -1.</exception>
    public static Figure<double> ExcelTimed(double[] amounts, double[] years, double guess = 0.1) =>
        ExcelOf(Timed(Check.NotNull(amounts), Check.NotNull(years)), amounts, years, Check.Rate(guess));

    /// <summary>The same where all rates of the flows are known.</summary>
    internal static Figure<double> ExcelOf(in InternalRateOfReturnResult all, Reals amounts, Reals years, double guess = 0.1)
    {
        if (all.Reason is { } reason)
        {
            return Figure.NotApplicable<double>(reason);
        }

        double rate = guess;
        for (int step = 0; step < MostTimedSteps; step++)
        {
            double u = ElementaryFunctions.LogP1(rate);
            double value = 0;
            double slope = 0;
            for (int i = 0; i < amounts.Length; i++)
            {
                double term = amounts[i] * ElementaryFunctions.Exp(-u * (years[i] - years[0]));
                value += term;
                slope -= (years[i] - years[0]) * term / (1 + rate);
            }

            double next = rate - (value / slope);
            if (!(next > -1 && next < double.MaxValue))
            {
                break;
            }

            if (Math.Abs(next - rate) <= 1e-8)
            {
                return Figure.Of(all[all.NearestTo(next)].Rate);
            }

            rate = next;
        }

        return Figure.NotApplicable<double>(NotApplicableReason.NoConvergence);
    }
}
