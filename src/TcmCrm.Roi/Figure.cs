namespace TcmCrm.Roi;

/// <summary>Builds <see cref="Figure{T}"/> values.</summary>
public static class Figure
{
    /// <summary>A figure that has an answer.</summary>
    /// <typeparam name="T">The figure's type.</typeparam>
    /// <param name="value">The answer. A floating-point answer must be a finite number.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is a NaN or an infinity: that is not an answer.</exception>
    public static Figure<T> Of<T>(T value)
        where T : struct
    {
        if (value is double number && (double.IsNaN(number) || double.IsInfinity(number)))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A figure is a finite number; use NotApplicable with a reason.");
        }

        return new Figure<T>(value);
    }

    /// <summary>A figure that has no answer.</summary>
    /// <typeparam name="T">The figure's type.</typeparam>
    /// <param name="reason">Why there is none.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a named reason.</exception>
    public static Figure<T> NotApplicable<T>(NotApplicableReason reason)
        where T : struct => new(Check.Defined(reason));

    /// <summary>The stable identifier of a reason, its name in camel case, as it stands in documents: <c>neverPaidBack</c>.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string IdOf(NotApplicableReason reason) => Message.CamelCase(Check.Defined(reason).ToString());

    /// <summary>A number as a figure; one beyond the range of a double becomes <see cref="NotApplicableReason.OutOfRange"/>.</summary>
    internal static Figure<double> OfFinite(double value) => double.IsNaN(value) || double.IsInfinity(value)
        ? new Figure<double>(NotApplicableReason.OutOfRange)
        : new Figure<double>(value);
}
