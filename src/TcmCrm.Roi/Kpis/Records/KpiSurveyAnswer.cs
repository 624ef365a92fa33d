using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>One answer to a customer survey, for <see cref="KpiBuilder.Add(in KpiSurveyAnswer)"/>. The default is an unsatisfied answer of year 1.</summary>
public readonly record struct KpiSurveyAnswer
{
    /// <summary>What was asked.</summary>
    public KpiSurveyQuestion Question { get; init; }

    /// <summary>The day of the answer.</summary>
    public LocalDate Date { get; init; }

    /// <summary>The score: satisfaction 1 to 5 (<see cref="KpiBuilderOptions.SatisfiedFrom"/> counts as satisfied), recommendation 0 to 10, effort as the scale has it, 0 or more.</summary>
    public decimal Score { get; init; }
}
