namespace TcmCrm.Roi.Returns;

public static partial class NetPresentValue
{
    /// <summary>The net future value of flows at equal distances, at the last one.</summary>
    /// <param name="amounts">One flow a period in order, negative when paid; finite.</param>
    /// <param name="rate">Rate a period as a fraction above -1; 0.08 is 8 %.</param>
    /// <returns>The value, or <see cref="NotApplicableReason.OutOfRange"/> when it exceeds the range of a double. No flows: 0.</returns>
    /// <exception cref="ArgumentNullException">The amounts are null.</exception>
    /// <exception cref="ArgumentException">An amount is a NaN or infinite; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public static Figure<double> FutureValuePeriodic(double[] amounts, double rate)
    {
        Check.NotNull(amounts);
        Check.Rate(rate);
        double value = 0;
        foreach (double amount in amounts)
        {
            value = (value * (1 + rate)) + amount;
        }

        return Answer(value, amounts, default);
    }

    /// <summary>The net future value of flows at any times, at the latest one.</summary>
    /// <param name="amounts">The flows in any order, negative when paid; finite.</param>
    /// <param name="years">The time of each flow in years from any one date.</param>
    /// <param name="annualRate">Yearly rate as a fraction above -1.</param>
    /// <returns>The value, or <see cref="NotApplicableReason.OutOfRange"/>. No flows: 0.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or a number is a NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public static Figure<double> FutureValueTimed(double[] amounts, double[] years, double annualRate)
    {
        YearFractions.CheckLengths(Check.NotNull(amounts).Length, Check.NotNull(years).Length);
        Check.Rate(annualRate);
        if (years.Length == 0)
        {
            return Figure.Of(0.0);
        }

        double end = years.Max();
        double[] before = Array.ConvertAll(years, year => year - end);
        return Timed(amounts, before, annualRate);
    }
}
