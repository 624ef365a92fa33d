namespace TcmCrm.Roi.Sensitivity;

/// <summary>Rounds a number such that it shows no more digits than its standard error supports.</summary>
public static class SupportedDigits
{
    /// <summary>The step in which a number of some standard error is printed: a power of ten.</summary>
    /// <param name="standardError">The standard error, 0 or more.</param>
    /// <param name="digits">How many digits of the error are kept, 1 or 2.</param>
    /// <returns>0 where the error is 0: every digit counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Step(double standardError, int digits = 1)
    {
        Check.InRange(digits, 1, 2);
        return Check.Finite(standardError) switch
        {
            < 0 => throw Check.OutOfRange(nameof(standardError), standardError, "0 or more", AllowedRange.NotNegative),
            < 1e-300 => 0,
            _ => Math.Pow(10, Math.Floor(Math.Log10(standardError)) - (digits - 1)),
        };
    }

    /// <summary>A number in whole steps, half away from zero.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="standardError">Its standard error, 0 or more.</param>
    /// <param name="digits">How many digits of the error are kept, 1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Rounded(double value, double standardError, int digits = 1)
    {
        double step = Step(standardError, digits);
        return step == 0 || Math.Abs(value) / step > 1e15 ? Check.Finite(value)
            : step >= 1 ? Math.Round(Check.Finite(value) / step, MidpointRounding.AwayFromZero) * step
            : Math.Round(Check.Finite(value) * Math.Round(1 / step), MidpointRounding.AwayFromZero) / Math.Round(1 / step);
    }
}
