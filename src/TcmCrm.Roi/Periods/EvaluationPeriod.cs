using NodaTime;
using NodaTime.Text;

namespace TcmCrm.Roi.Periods;

/// <summary>How long a case is looked at: six months, one year, three years or any period of days, weeks, months and years.</summary>
/// <remarks>Half-open: from the start of the case, included, to start plus length, excluded. Two periods are equal where months and days are.</remarks>
/// <example>
/// <code>
/// EvaluationPeriod half = EvaluationPeriod.SixMonths;
/// EvaluationPeriod any = EvaluationPeriod.Parse("P18M");
/// LocalDate end = new LocalDate(2025, 1, 1).Plus(any.Length);   // 2026-07-01, exclusive: the last day is 2026-06-30
/// </code>
/// </example>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public sealed class EvaluationPeriod : IEquatable<EvaluationPeriod>
{
    private readonly string _text;

    private EvaluationPeriod(Period length)
    {
        _text = PeriodPattern.Roundtrip.Format(length);
        Length = length;
        Months = (12 * length.Years) + length.Months;
        Days = (7 * length.Weeks) + length.Days;
    }

    /// <summary>Six months: the shortest look at an effect.</summary>
    public static EvaluationPeriod SixMonths { get; } = new(Period.FromMonths(6));

    /// <summary>One year.</summary>
    public static EvaluationPeriod OneYear { get; } = new(Period.FromYears(1));

    /// <summary>Three years: the customary length of a CRM business case.</summary>
    public static EvaluationPeriod ThreeYears { get; } = new(Period.FromYears(3));

    /// <summary>The length.</summary>
    public Period Length { get; }

    /// <summary>The whole months in it: 12 x years + months.</summary>
    public int Months { get; }

    /// <summary>The days in it beside <see cref="Months"/>: 7 x weeks + days.</summary>
    public int Days { get; }

    /// <summary>A period of any length of years, months, weeks and days.</summary>
    /// <param name="length">More than nothing and at most 100 years, no negative part, no time of day.</param>
    /// <exception cref="ArgumentNullException">The length is null.</exception>
    /// <exception cref="ArgumentException">The length is zero, negative in a part, above 100 years, or has a time of day.</exception>
    public static EvaluationPeriod Of(Period length)
    {
        Check.NotNull(length);
        string text = PeriodPattern.Roundtrip.Format(length);
        return Problem(length, text) is var (reason, problem)
            ? throw SaidMessage.In(new ArgumentException($"The period {text} {reason}.", nameof(length)), problem)
            : new EvaluationPeriod(length);
    }

    /// <summary>Reads an ISO 8601 period such as <c>P6M</c>, <c>P1Y</c>, <c>P1Y6M</c>, <c>P90D</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">It is not such a period, or one that <see cref="Of"/> refuses.</exception>
    public static EvaluationPeriod Parse(string text) =>
        TryParse(Check.NotNull(text), out EvaluationPeriod? period, out Message? problem)
            ? period!
            : throw SaidMessage.In(
                new FormatException(Parsed(text) is { } length
                    ? $"The period '{text}' {Problem(length, text)?.Reason}."
                    : $"'{text}' is not an ISO 8601 period; expected for example P6M, P1Y, P3Y or P90D."),
                problem!);

    /// <summary>Reads an ISO 8601 period without an exception.</summary>
    /// <param name="text">The text; null is no period.</param>
    /// <param name="period">The period, or null.</param>
    /// <param name="problem">What is wrong with the text, or null.</param>
    /// <returns>True where the text is a period.</returns>
    public static bool TryParse(string? text, out EvaluationPeriod? period, out Message? problem)
    {
        period = null;
        problem = null;
        if (Parsed(text ?? string.Empty) is not { } length)
        {
            problem = new Message("evaluationPeriod.noPeriod", MessageArgument.Text("text", text ?? string.Empty));
            return false;
        }

        if (Problem(length, text!) is { } found)
        {
            problem = found.Problem;
            return false;
        }

        period = new EvaluationPeriod(length);
        return true;
    }

    /// <summary>The first date after the period.</summary>
    /// <param name="start">Its first date.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is not of the ISO calendar or after the year 9898.</exception>
    public LocalDate EndFrom(LocalDate start) => Check.Start(start).PlusMonths(Months).PlusDays(Days);

    /// <summary>Whether a date lies in the period, its start included and its end excluded.</summary>
    /// <param name="start">The first date of the period.</param>
    /// <param name="date">The date asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is not of the ISO calendar or after the year 9898, or the date is of another calendar.</exception>
    public bool Contains(LocalDate start, LocalDate date) => Check.Iso(date) >= Check.Start(start) && date < EndFrom(start);

    /// <summary>The length in years from a start date.</summary>
    /// <param name="start">The first date of the period.</param>
    /// <param name="dayCount">How years are counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is not of the ISO calendar or after the year 9898, or before the year -9997, or the day count is not a named value.</exception>
    public double YearsFrom(LocalDate start, DayCount dayCount) => dayCount.YearFraction(start, EndFrom(start));

    /// <inheritdoc/>
    public bool Equals(EvaluationPeriod? other) => other is not null && Months == other.Months && Days == other.Days;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EvaluationPeriod);

    /// <inheritdoc/>
    public override int GetHashCode() => (Months * 397) ^ Days;

    /// <summary>The ISO 8601 text it was given as, for example <c>P1Y</c>.</summary>
    public override string ToString() => _text;

    private static Period? Parsed(string text)
    {
        try
        {
            ParseResult<Period> parsed = PeriodPattern.Roundtrip.Parse(text);
            return parsed.Success ? parsed.Value : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // NodaTime 3.2.2 throws where a number leaves the range of its unit.
            return null;
        }
    }

    private static (string Reason, Message Problem)? Problem(Period length, string text)
    {
        double years = length.Years + (length.Months / 12.0) + (length.Weeks / 52.0) + (length.Days / 365.0);
        (string? reason, string id) = length.HasTimeComponent ? ("has a time of day; allowed: years, months, weeks and days", "timeOfDay")
            : length.Years < 0 || length.Months < 0 || length.Weeks < 0 || length.Days < 0 ? ("has a negative part; allowed: 0 or more in each", "negative")
            : years == 0 ? ("is empty; allowed: one day or more", "empty")
            : years > 100 ? ("is longer than 100 years; allowed: up to 100 years", "tooLong")
            : (null, string.Empty);
        return reason is null ? null : (reason, new Message("evaluationPeriod." + id, MessageArgument.Text("text", text)));
    }
}
