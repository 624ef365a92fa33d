namespace TcmCrm.Roi.Review;

/// <summary>Something that goes wrong, what it costs, and what to do about it.</summary>
public sealed class Finding
{
    /// <summary>A finding.</summary>
    /// <param name="rule">The id of the rule that found it.</param>
    /// <param name="subject">The line or KPI that it is about.</param>
    /// <param name="severity">How much it matters; <see cref="ReviewContext.SeverityOf"/> derives it from the money.</param>
    /// <param name="atStake">Money lost or at risk to date, 0 or more; zero where it has no price.</param>
    /// <param name="perMonth">Money for each further month of waiting, 0 or more.</param>
    /// <param name="action">What to do.</param>
    /// <param name="english">What was found, in English, with the figures in it.</param>
    /// <param name="chinese">The same in Chinese, with the same figures.</param>
    /// <param name="evidence">The figures that it rests on.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or the severity is not a named value.</exception>
    public Finding(
        string rule,
        string subject,
        FindingSeverity severity,
        Money atStake,
        Money perMonth,
        ReviewAction action,
        string english,
        string chinese,
        params FindingFigure[] evidence)
    {
        Rule = Check.NotBlank(rule);
        Subject = Check.NotBlank(subject);
        Severity = Check.Defined(severity);
        Check.NotNegative(atStake.Amount, nameof(atStake));
        Check.NotNegative(perMonth.Amount, nameof(perMonth));
        AtStake = atStake;
        PerMonth = perMonth;
        Action = Check.NotNull(action);
        English = Check.NotBlank(english);
        Chinese = Check.NotBlank(chinese);
        Evidence = Array.AsReadOnly((FindingFigure[])Check.NotNull(evidence).Clone());
    }

    /// <summary>The id of the rule that found it.</summary>
    public string Rule { get; }

    /// <summary>The line or KPI that it is about.</summary>
    public string Subject { get; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Money lost or at risk to date.</summary>
    public Money AtStake { get; }

    /// <summary>Money for each further month of waiting.</summary>
    public Money PerMonth { get; }

    /// <summary>What to do.</summary>
    public ReviewAction Action { get; }

    /// <summary>What was found, in English.</summary>
    public string English { get; }

    /// <summary>What was found, in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>The figures that it rests on.</summary>
    public IReadOnlyList<FindingFigure> Evidence { get; }

    /// <summary>Rule, subject and money, invariant.</summary>
    public override string ToString() => $"{Rule} ({Subject}): {AtStake}, {PerMonth} a month";
}
