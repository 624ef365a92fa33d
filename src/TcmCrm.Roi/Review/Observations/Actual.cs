using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>One dated observation: a cost booked, a benefit measured, a KPI value, adoption, seats, retention.</summary>
/// <remarks>
/// Observations are by calendar month and are made by the factory of their kind. Equal where they say the same of the same line and month.
/// </remarks>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public abstract class Actual : IEquatable<Actual>
{
    private string? _paperKey;

    private protected Actual(ActualKind kind, string line, YearMonth month)
    {
        Kind = kind;
        Line = Check.NotBlank(line);
        if (kind is not (ActualKind.Kpi or ActualKind.Baseline) && !(kind == ActualKind.Adoption && line == AllBenefits))
        {
            _ = new LineId(line);
        }

        Month = month;
    }

    /// <summary>The line that stands for every benefit in <see cref="Adoption(YearMonth, decimal, decimal, decimal?, string)"/>.</summary>
    public const string AllBenefits = "*";

    /// <summary>The id or name of the cost or benefit line, or the id of the KPI; of a baseline either.</summary>
    public string Line { get; }

    /// <summary>The calendar month it belongs to.</summary>
    public YearMonth Month { get; }

    /// <summary>The money of a cost or a benefit; null of every other observation.</summary>
    public Money? Amount => IsMoney ? Cash : null;

    /// <summary>
    /// Whether it is a positive amount of money whose document, note or, outside the plan, line says that it takes money back: 红字, 冲销, 退款, credit note, refund, reversal; of a benefit, that it
    /// takes back what was measured before. The sign may be wrong: a review counts such a cost and pays no bill with it, counts such a benefit nowhere until its line is verified, and asks.
    /// </summary>
    public bool ReadsAsCredit => IsMoney && Number > 0 && CreditWords.AreIn(this);

    /// <summary>Whether it is a positive amount of money whose document, note or, outside the plan, line says that it holds no longer: 作废, void, cancelled. A review counts it as one that <see cref="ReadsAsCredit"/>.</summary>
    public bool ReadsAsVoid => IsMoney && Number > 0 && CreditWords.AreVoidIn(this);

    /// <summary>What the booking or the measurement says of itself, such as its summary or description; null where it says nothing.</summary>
    public string? Note { get; private set; }

    /// <summary>The same with a note. It counts nowhere, but for <see cref="ReadsAsCredit"/> and <see cref="ReadsAsVoid"/>.</summary>
    /// <param name="note">The note.</param>
    /// <exception cref="ArgumentException">The note is blank, or this is no money.</exception>
    public Actual WithNote(string note)
    {
        if (!IsMoney)
        {
            throw new ArgumentException("Only money has a note.", nameof(note));
        }

        var noted = (Actual)MemberwiseClone();
        noted.Note = Check.NotBlank(note);
        return noted;
    }

    internal ActualKind Kind { get; }

    /// <summary>Whether it is money: several rows of a line and month add up.</summary>
    internal bool IsMoney => Kind is ActualKind.Cost or ActualKind.UnplannedCost or ActualKind.Benefit;

    /// <summary>The observation as a number: money, the numerator of a share, the value of a KPI.</summary>
    internal virtual decimal Number => 0;

    /// <summary>The money of a cost or a benefit.</summary>
    internal virtual Money Cash => throw new InvalidOperationException("Not money.");

    /// <summary>The number of the bill or of the report, where it has one.</summary>
    internal virtual string? Paper => null;

    /// <summary>The number of the bill or of the report as it is compared, whatever its spelling; null where it has none.</summary>
    internal string? PaperKey => Paper is null ? null : (_paperKey ??= DocumentNumber.Key(Paper) ?? string.Empty) is { Length: > 0 } key ? key : null;

    /// <summary>Units behind an amount of money.</summary>
    internal virtual decimal? Units => null;

    /// <summary>The denominator of a share.</summary>
    internal virtual decimal? Whole => null;

    /// <summary>What the plan foresaw for the units or for the share.</summary>
    internal virtual decimal? Plan => null;

    /// <summary>Periods since the customers joined; 0 where it is no retention.</summary>
    internal virtual int Age => 0;

    /// <summary>Amount over denominator; the amount where there is no denominator.</summary>
    internal decimal Ratio => Whole is { } whole ? Number / whole : Number;

    /// <summary>A cost booked on a line of the case. Several bookings of one month add up; a credit note is negative.</summary>
    /// <param name="line">The id of the cost line in the case, or its name where no cost has the id.</param>
    /// <param name="month">The month it was booked for.</param>
    /// <param name="amount">Money, in the currency of the case, or in another for which the case has a rate.</param>
    /// <param name="quantity">Units paid for (seats, days, hours), 0 or more; null when not counted.</param>
    /// <param name="plannedQuantity">Units that the plan foresaw for this month, 0 or more; null when not known.</param>
    /// <param name="document">The number of the bill; rows with one number are parts of one bill. Null when not known.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be; the number is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is negative.</exception>
    public static Actual Cost(string line, YearMonth month, Money amount, decimal? quantity = null, decimal? plannedQuantity = null, string? document = null) =>
        new CostActual(line, month, amount, quantity, plannedQuantity, document);

    /// <summary>A cost that the case has no line for. It counts in full as a variance.</summary>
    /// <param name="line">What was paid for; the review shows it as the line's id and name.</param>
    /// <param name="month">The month it was booked for.</param>
    /// <param name="amount">Money, in the currency of the case, or in another for which the case has a rate.</param>
    /// <param name="document">The number of the bill; null when not known.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be; the number is blank.</exception>
    public static Actual UnplannedCost(string line, YearMonth month, Money amount, string? document = null) => new UnplannedCostActual(line, month, amount, document);

    /// <summary>A benefit measured on a line of the case, after attribution: the part that is due to the CRM, as the plan counts it.</summary>
    /// <param name="line">The id of the benefit line in the case, or its name where no benefit has the id.</param>
    /// <param name="month">The last month that it was measured for. A month that was measured as nothing has the amount 0; one without a row was not measured.</param>
    /// <param name="amount">Money, in the currency of the case, or in another for which the case has a rate; negative where the measured effect is harm.</param>
    /// <param name="quantity">Units behind it (customers kept, hours saved, orders), 0 or more; null when not counted.</param>
    /// <param name="plannedQuantity">Units that the plan foresaw for this month, 0 or more; null when not known.</param>
    /// <param name="from">The first month that it was measured for, not after <paramref name="month"/>; null leaves it to the rhythm of the line's rows.</param>
    /// <param name="document">The number of the report; null when not known.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be; the number is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is negative, or <paramref name="from"/> lies after the month or more than ten years before it, or a month is not of the ISO calendar.</exception>
    public static Actual Benefit(
        string line, YearMonth month, Money amount, decimal? quantity = null, decimal? plannedQuantity = null, YearMonth? from = null, string? document = null) =>
        new BenefitActual(line, month, amount, quantity, plannedQuantity, from, document);

    /// <summary>How many of the people who should use the system do.</summary>
    /// <param name="month">The month.</param>
    /// <param name="active">People who use it, 0 or more.</param>
    /// <param name="entitled">People who should, above 0 and not below <paramref name="active"/>.</param>
    /// <param name="planned">The share that the plan foresaw, above 0 and at most 1; null takes <see cref="ReviewPolicy.TargetAdoption"/>.</param>
    /// <param name="line">The id of the benefit line it drives, its name, or <see cref="AllBenefits"/>.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Actual Adoption(YearMonth month, decimal active, decimal entitled, decimal? planned = null, string line = AllBenefits) =>
        new AdoptionActual(line, month, active, entitled, planned);

    /// <summary>Seats in use out of the seats paid.</summary>
    /// <param name="line">The id of the cost line that pays for them, or its name.</param>
    /// <param name="month">The month.</param>
    /// <param name="used">Seats in use, 0 or more.</param>
    /// <param name="paid">Seats paid, above 0 and not below <paramref name="used"/>.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Actual Seats(string line, YearMonth month, decimal used, decimal paid) => new SeatsActual(line, month, used, paid);

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
        new RetentionActual(line, month, kept, joined, tenure, planned);

    /// <summary>A KPI value, or its numerator and denominator.</summary>
    /// <param name="id">The id of the KPI, as in its definition; one that is in no catalogue is read as the host's own, and the review says so.</param>
    /// <param name="month">The month.</param>
    /// <param name="value">The value; the numerator where a denominator is given.</param>
    /// <param name="denominator">The denominator, above 0; null for a plain value.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is 0 or less.</exception>
    public static Actual Kpi(string id, YearMonth month, decimal value, decimal? denominator = null) => new KpiActual(ActualKind.Kpi, id, month, value, denominator);

    /// <summary>The agreed value of a KPI before go-live, where its series does not reach back that far.</summary>
    /// <param name="id">The id of the KPI.</param>
    /// <param name="month">The month the baseline stands for.</param>
    /// <param name="value">The value; the numerator where a denominator is given.</param>
    /// <param name="denominator">The denominator, above 0; null for a plain value.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is 0 or less.</exception>
    public static Actual Baseline(string id, YearMonth month, decimal value, decimal? denominator = null) => new KpiActual(ActualKind.Baseline, id, month, value, denominator);

    /// <summary>A benefit line verified up to a month.</summary>
    /// <param name="line">The id of the benefit line, or its name.</param>
    /// <param name="month">The month up to which its measurement was verified.</param>
    /// <exception cref="ArgumentException">The line is blank, or what no <see cref="LineId"/> can be.</exception>
    public static Actual Verified(string line, YearMonth month) => new VerifiedActual(line, month);

    /// <inheritdoc/>
    public bool Equals(Actual? other) => other is not null && Repeats(other) && Paper == other.Paper && Note == other.Note && Units == other.Units && Whole == other.Whole && Plan == other.Plan && First == other.First;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Actual);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((StringComparer.Ordinal.GetHashCode(Line) * 31) + (int)Kind) * 31) + Month.GetHashCode());

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        Whole is null ? "{0} {1} {2:0000}-{3:00} {4}" : "{0} {1} {2:0000}-{3:00} {4}/{5}",
        Kind,
        Line,
        Month.Year,
        Month.Month,
        IsMoney ? Cash : Number,
        Whole);

    /// <summary>The first month of a stretch; null where it is not given.</summary>
    internal virtual YearMonth? First => null;

    /// <summary>Whether another row says the same of the same line and month: as an upload that came twice has it.</summary>
    internal bool Repeats(Actual other) => Kind == other.Kind && Line == other.Line && Month == other.Month && Number == other.Number && Age == other.Age
        && PaperKey == other.PaperKey && (!IsMoney || Cash == other.Cash);

    private protected static decimal Part(decimal part, decimal whole, string partName, string wholeName)
    {
        Check.Positive(whole, wholeName);
        return Check.InRange(part, 0, whole, partName);
    }

    private protected static decimal? PlannedShare(decimal? planned) => planned is not { } share || (share > 0 && share <= 1)
        ? planned
        : throw Check.OutOfRange(nameof(planned), share, "above 0 and at most 1", AllowedRange.AboveUpTo(0, 1));

    private protected static decimal? NotNegative(decimal? value, string name) => value is { } number ? Check.NotNegative(number, name) : null;

    private protected static Money InCurrency(Money amount) => amount.Currency != Currency.None
        ? amount
        : throw Check.Wrong("The amount has no currency.", nameof(amount), "argument.withoutCurrency");

    private protected static string? PaperNumber(string? document) => document is null ? null : Check.NotBlank(document, nameof(document));
}
