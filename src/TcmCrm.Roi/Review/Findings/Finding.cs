using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Something that goes wrong, what it costs, and what to do about it.</summary>
public sealed class Finding
{
    internal const string AtStakeName = "atStake";

    /// <summary>A finding.</summary>
    /// <param name="message">
    /// What was found. Its code is the id of the rule; the lines that it names, or its text <c>subject</c>, are what it is about; its amounts, ratios and
    /// numbers are the evidence. An argument <c>atStake</c> repeats <paramref name="atStake"/> for the words and is no evidence.
    /// </param>
    /// <param name="severity">How much it matters; <see cref="ReviewContext.SeverityOf"/> derives it from the money.</param>
    /// <param name="atStake">Money lost or at risk to date, 0 or more; zero where it has no price.</param>
    /// <param name="perMonth">Money for each further month of waiting, 0 or more.</param>
    /// <param name="action">What to do: a message of the catalogue in docs/review.md, for example <c>costControl</c>, or a host's own.</param>
    /// <param name="since">The month from which on it is so; null where there is none.</param>
    /// <exception cref="ArgumentNullException">A message is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or the severity is not a named value.</exception>
    public Finding(Message message, FindingSeverity severity, Money atStake, Money perMonth, Message action, YearMonth? since = null)
    {
        Message = Check.NotNull(message);
        Severity = Check.Defined(severity);
        Check.NotNegative(atStake.Amount, nameof(atStake));
        Check.NotNegative(perMonth.Amount, nameof(perMonth));
        AtStake = atStake;
        PerMonth = perMonth;
        Action = Check.NotNull(action);
        Since = since;
        Subject = string.Join(", ", message.Subjects.Distinct());
        Evidence = Array.AsReadOnly(message.Arguments
            .Where(argument => argument.Kind is MessageArgumentKind.Money or MessageArgumentKind.Ratio or MessageArgumentKind.Number
                && argument.Name != AtStakeName)
            .ToArray());
    }

    /// <summary>What was found, with the figures in it.</summary>
    public Message Message { get; }

    /// <summary>The id of the rule that found it: the code of <see cref="Message"/>.</summary>
    public string Rule => Message.Code;

    /// <summary>
    /// The id of the line or KPI that it is about; several with a comma between; <see cref="Actual.AllBenefits"/> for all benefits; empty where it is about
    /// the case.
    /// </summary>
    public string Subject { get; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Money lost or at risk to date.</summary>
    public Money AtStake { get; }

    /// <summary>Money for each further month of waiting.</summary>
    public Money PerMonth { get; }

    /// <summary>The month from which on it is so; null where there is none.</summary>
    public YearMonth? Since { get; }

    /// <summary>What to do.</summary>
    public Message Action { get; }

    /// <summary>The figures that it rests on: amounts, ratios (as fractions) and numbers of <see cref="Message"/>, in their order.</summary>
    public IReadOnlyList<MessageArgument> Evidence { get; }

    /// <summary>Rule, subject and money, invariant.</summary>
    public override string ToString() => $"{Rule} ({Subject}): {AtStake}, {PerMonth} a month";
}
