using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>A task that takes less time with the CRM, or more: data entry, e-mails, reports.</summary>
public sealed class AutomatedTask : IEquatable<AutomatedTask>
{
    /// <summary>A task.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="minutesBefore">Minutes each time without the CRM, 0 to 100,000.</param>
    /// <param name="minutesAfter">Minutes each time with the CRM, 0 to 100,000. May be more than before: new work of the CRM counts against the saving.</param>
    /// <param name="timesPerMonth">How often it is done in a month, by all people together, 0 to 1,000,000,000,000.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public AutomatedTask(string name, decimal minutesBefore, decimal minutesAfter, decimal timesPerMonth)
    {
        Name = Check.NotBlank(name);
        MinutesBefore = Check.InRange(minutesBefore, 0, 100_000);
        MinutesAfter = Check.InRange(minutesAfter, 0, 100_000);
        TimesPerMonth = Check.InRange(timesPerMonth, 0, 1_000_000_000_000);
    }

    /// <summary>What is done.</summary>
    public string Name { get; }

    /// <summary>Minutes each time without the CRM.</summary>
    public decimal MinutesBefore { get; }

    /// <summary>Minutes each time with the CRM.</summary>
    public decimal MinutesAfter { get; }

    /// <summary>How often it is done in a month.</summary>
    public decimal TimesPerMonth { get; }

    /// <summary>(Minutes before - minutes after) x times a month x 12 / 60; negative where it takes longer.</summary>
    public decimal HoursSavedPerYear => (MinutesBefore - MinutesAfter) * TimesPerMonth / 5;

    /// <inheritdoc/>
    public bool Equals(AutomatedTask? other) =>
        other is not null && Name == other.Name && MinutesBefore == other.MinutesBefore && MinutesAfter == other.MinutesAfter && TimesPerMonth == other.TimesPerMonth;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AutomatedTask);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The invariant text, for example <c>data entry: 12 to 4 minutes, 900 times a month</c>.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}: {1} to {2} minutes, {3} times a month", Name, MinutesBefore, MinutesAfter, TimesPerMonth);
}
