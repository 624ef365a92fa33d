using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>
/// Turns an hourly rate that is paid (monthly pay over paid days) into the cost of an hour that is worked: more days are paid than worked,
/// because statutory holidays are paid.
/// </summary>
/// <remarks>Cost of a worked hour = paid hourly rate x paid days / worked days. Such figures change by law, so they are data with a source that the host can replace.</remarks>
public sealed class WorkTimeFactor : IEquatable<WorkTimeFactor>
{
    /// <summary>A factor from the days of an average month.</summary>
    /// <param name="paidDaysPerMonth">Days a month that the pay is divided by, more than 0 and at most 31.</param>
    /// <param name="workedDaysPerMonth">Days a month that are worked, more than 0, at most 31, and at least a hundredth of the paid days.</param>
    /// <param name="source">Where the figures stand, for example the number of the rule.</param>
    /// <param name="effectiveFrom">The first date that they hold for, where the source says so; otherwise null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is outside its range.</exception>
    /// <exception cref="ArgumentException">The source is blank.</exception>
    public WorkTimeFactor(decimal paidDaysPerMonth, decimal workedDaysPerMonth, string source, LocalDate? effectiveFrom = null)
    {
        PaidDaysPerMonth = Check.PositiveUpTo(paidDaysPerMonth, 31);
        WorkedDaysPerMonth = Check.PositiveUpTo(workedDaysPerMonth, 31) >= paidDaysPerMonth / 100
            ? workedDaysPerMonth
            : throw Check.OutOfRange(nameof(workedDaysPerMonth), workedDaysPerMonth, "at least a hundredth of the paid days", new Message("range.hundredthOfPaidDays"));
        Source = Check.NotBlank(source);
        EffectiveFrom = effectiveFrom;
    }

    /// <summary>No correction: the rate is already the cost of a worked hour.</summary>
    public static WorkTimeFactor None { get; } = new(1, 1, "none");

    /// <summary>China from 2025: 21.75 paid days (月计薪天数) and 20.67 worked days (248 a year) in an average month.</summary>
    public static WorkTimeFactor China2025 { get; } = new(21.75m, 20.67m, "人社部发〔2025〕2号", new LocalDate(2025, 1, 1));

    /// <summary>Days a month that the pay is divided by.</summary>
    public decimal PaidDaysPerMonth { get; }

    /// <summary>Days a month that are worked.</summary>
    public decimal WorkedDaysPerMonth { get; }

    /// <summary>Where the figures stand.</summary>
    public string Source { get; }

    /// <summary>The first date that they hold for, or null where the source does not say.</summary>
    public LocalDate? EffectiveFrom { get; }

    /// <summary>Paid days / worked days; 1 for <see cref="None"/>.</summary>
    public decimal Ratio => PaidDaysPerMonth / WorkedDaysPerMonth;

    /// <inheritdoc/>
    public bool Equals(WorkTimeFactor? other) =>
        other is not null && PaidDaysPerMonth == other.PaidDaysPerMonth && WorkedDaysPerMonth == other.WorkedDaysPerMonth
        && Source == other.Source && EffectiveFrom == other.EffectiveFrom;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkTimeFactor);

    /// <inheritdoc/>
    public override int GetHashCode() => (PaidDaysPerMonth.GetHashCode() * 397) ^ WorkedDaysPerMonth.GetHashCode();

    /// <summary>The invariant text, for example <c>21.75/20.67 (人社部发〔2025〕2号)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}/{1} ({2})", PaidDaysPerMonth, WorkedDaysPerMonth, Source);
}
