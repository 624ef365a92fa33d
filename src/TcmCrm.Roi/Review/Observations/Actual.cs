using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>One dated observation: a cost booked, a benefit measured, a KPI value, adoption, seats, retention.</summary>
/// <remarks>
/// Observations are by calendar month. They are made by the factory of their kind, and read back through <see cref="Amount"/>,
/// <see cref="Quantity"/>, <see cref="Denominator"/>, <see cref="Planned"/> and <see cref="Tenure"/>, whose meaning the factory documents.
/// </remarks>
public sealed class Actual : IEquatable<Actual>
{
    private Actual(
        ActualKind kind, string line, YearMonth month, decimal amount, decimal? quantity = null, decimal? denominator = null, decimal? planned = null, int tenure = 0)
    {
        Kind = kind;
        Line = Check.NotBlank(line);
        if (kind is not (ActualKind.Kpi or ActualKind.Baseline) && !(kind == ActualKind.Adoption && line == AllBenefits))
        {
            _ = new LineId(line);
        }

        Month = month;
        Amount = amount;
        Quantity = quantity;
        Denominator = denominator;
        Planned = planned;
        Tenure = tenure;
    }

    /// <summary>The line that stands for every benefit in <see cref="Adoption(YearMonth, decimal, decimal, decimal?, string)"/>.</summary>
    public const string AllBenefits = "*";

    /// <summary>What the observation says.</summary>
    public ActualKind Kind { get; }

    /// <summary>The id or name of the cost or benefit line, or the id of the KPI; of a baseline either.</summary>
    public string Line { get; }

    /// <summary>The calendar month it belongs to.</summary>
    public YearMonth Month { get; }

    /// <summary>The observation: money in the currency of the case, or the numerator of a share, or the value of a KPI.</summary>
    public decimal Amount { get; }

    /// <summary>Units behind an amount of money (seats, hours, customers, orders); null when not counted.</summary>
    public decimal? Quantity { get; }

    /// <summary>The denominator of a share; null when the observation is not one.</summary>
    public decimal? Denominator { get; }

    /// <summary>What the plan foresaw for <see cref="Quantity"/> or for the share; null when not said.</summary>
    public decimal? Planned { get; }

    /// <summary>Periods since the customers joined, for retention; 0 otherwise.</summary>
    public int Tenure { get; }

    /// <summary>Amount over denominator; the amount where there is no denominator.</summary>
    internal decimal Ratio => Denominator is { } whole ? Amount / whole : Amount;

    /// <summary>A cost booked on a line of the case. Several bookings of one month add up; a credit note is negative.</summary>
    /// <param name="line">The id of the cost line in the case, or its name where no cost has the id.</param>
    /// <param name="month">The month it was booked for.</param>
    /// <param name="amount">Money, in the currency of the case.</param>
    /// <param name="quantity">Units paid for (seats, days, hours), 0 or more; null when not counted.</param>
    /// <param name="plannedQuantity">Units that the plan foresaw for this month, 0 or more; null when not known.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is negative.</exception>
    public static Actual Cost(string line, YearMonth month, decimal amount, decimal? quantity = null, decimal? plannedQuantity = null) =>
        new(ActualKind.Cost, line, month, amount, NotNegative(quantity, nameof(quantity)), null, NotNegative(plannedQuantity, nameof(plannedQuantity)));

    /// <summary>A cost that the case has no line for. It counts in full as a variance.</summary>
    /// <param name="line">What was paid for; the review shows it as the line's id and name.</param>
    /// <param name="month">The month it was booked for.</param>
    /// <param name="amount">Money, in the currency of the case.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    public static Actual UnplannedCost(string line, YearMonth month, decimal amount) => new(ActualKind.UnplannedCost, line, month, amount);

    /// <summary>A benefit measured on a line of the case, after attribution: the part that is due to the CRM, as the plan counts it.</summary>
    /// <param name="line">The id of the benefit line in the case, or its name where no benefit has the id.</param>
    /// <param name="month">The month it was measured for. A month that was measured as nothing has the amount 0; one without a row was not measured.</param>
    /// <param name="amount">Money, in the currency of the case; negative where the measured effect is harm.</param>
    /// <param name="quantity">Units behind it (customers kept, hours saved, orders), 0 or more; null when not counted.</param>
    /// <param name="plannedQuantity">Units that the plan foresaw for this month, 0 or more; null when not known.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is negative.</exception>
    public static Actual Benefit(string line, YearMonth month, decimal amount, decimal? quantity = null, decimal? plannedQuantity = null) =>
        new(ActualKind.Benefit, line, month, amount, NotNegative(quantity, nameof(quantity)), null, NotNegative(plannedQuantity, nameof(plannedQuantity)));

    /// <summary>How many of the people who should use the system do.</summary>
    /// <param name="month">The month.</param>
    /// <param name="active">People who use it, 0 or more.</param>
    /// <param name="entitled">People who should, above 0 and not below <paramref name="active"/>.</param>
    /// <param name="planned">The share that the plan foresaw, above 0 and at most 1; null takes <see cref="ReviewPolicy.TargetAdoption"/>.</param>
    /// <param name="line">The id of the benefit line it drives, its name, or <see cref="AllBenefits"/>.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Actual Adoption(YearMonth month, decimal active, decimal entitled, decimal? planned = null, string line = AllBenefits) =>
        new(ActualKind.Adoption, line, month, Part(active, entitled, nameof(active), nameof(entitled)), null, entitled, PlannedShare(planned));

    /// <summary>Seats in use out of the seats paid.</summary>
    /// <param name="line">The id of the cost line that pays for them, or its name.</param>
    /// <param name="month">The month.</param>
    /// <param name="used">Seats in use, 0 or more.</param>
    /// <param name="paid">Seats paid, above 0 and not below <paramref name="used"/>.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Actual Seats(string line, YearMonth month, decimal used, decimal paid) =>
        new(ActualKind.Seats, line, month, Part(used, paid, nameof(used), nameof(paid)), null, paid);

    /// <summary>Retention of one cohort at one tenure, against the plan at the same tenure.</summary>
    /// <param name="line">The id of the benefit line that retention drives, or its name.</param>
    /// <param name="month">The month of the observation.</param>
    /// <param name="kept">Customers of the cohort still there, 0 or more.</param>
    /// <param name="joined">Customers of the cohort at its start, above 0 and not below <paramref name="kept"/>.</param>
    /// <param name="tenure">Periods since they joined, 1 or more.</param>
    /// <param name="planned">The share that the plan foresaw at this tenure, above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Actual Retention(string line, YearMonth month, decimal kept, decimal joined, int tenure, decimal planned) =>
        new(ActualKind.Retention, line, month, Part(kept, joined, nameof(kept), nameof(joined)), null, joined, PlannedShare(planned), Check.Positive(tenure));

    /// <summary>A KPI value, or its numerator and denominator.</summary>
    /// <param name="id">The id of the KPI, as in its definition.</param>
    /// <param name="month">The month.</param>
    /// <param name="value">The value; the numerator where a denominator is given.</param>
    /// <param name="denominator">The denominator, above 0; null for a plain value.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is 0 or less.</exception>
    public static Actual Kpi(string id, YearMonth month, decimal value, decimal? denominator = null) =>
        new(ActualKind.Kpi, id, month, value, null, denominator is { } whole ? Check.Positive(whole, nameof(denominator)) : null);

    /// <summary>The agreed value of a KPI before go-live, where its series does not reach back that far.</summary>
    /// <param name="id">The id of the KPI.</param>
    /// <param name="month">The month the baseline stands for.</param>
    /// <param name="value">The value; the numerator where a denominator is given.</param>
    /// <param name="denominator">The denominator, above 0; null for a plain value.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is 0 or less.</exception>
    public static Actual Baseline(string id, YearMonth month, decimal value, decimal? denominator = null) =>
        new(ActualKind.Baseline, id, month, value, null, denominator is { } whole ? Check.Positive(whole, nameof(denominator)) : null);

    /// <summary>A benefit line verified up to a month.</summary>
    /// <param name="line">The id of the benefit line, or its name.</param>
    /// <param name="month">The month up to which its measurement was verified.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    public static Actual Verified(string line, YearMonth month) => new(ActualKind.Verified, line, month, 0);

    /// <inheritdoc/>
    public bool Equals(Actual? other) => other is not null && Kind == other.Kind && Line == other.Line && Month == other.Month && Amount == other.Amount && Quantity == other.Quantity
        && Denominator == other.Denominator && Planned == other.Planned && Tenure == other.Tenure;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Actual);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((StringComparer.Ordinal.GetHashCode(Line) * 31) + (int)Kind) * 31) + Month.GetHashCode());

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        Denominator is null ? "{0} {1} {2:0000}-{3:00} {4}" : "{0} {1} {2:0000}-{3:00} {4}/{5}",
        Kind,
        Line,
        Month.Year,
        Month.Month,
        Amount,
        Denominator);

    private static decimal Part(decimal part, decimal whole, string partName, string wholeName)
    {
        Check.Positive(whole, wholeName);
        return Check.InRange(part, 0, whole, partName);
    }

    private static decimal? PlannedShare(decimal? planned) => planned is not { } share || (share > 0 && share <= 1)
        ? planned
        : throw Check.OutOfRange(nameof(planned), share, "above 0 and at most 1");

    private static decimal? NotNegative(decimal? value, string name) => value is { } number ? Check.NotNegative(number, name) : null;
}
