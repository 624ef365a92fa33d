namespace TcmCrm.Roi.Periods;

/// <summary>What must be known of a case to recommend how long to evaluate it.</summary>
public sealed class EvaluationPeriodQuestion
{
    /// <summary>The facts of a case.</summary>
    /// <param name="users">People who will use the CRM, 1 or more.</param>
    /// <param name="scale">The size of the company.</param>
    /// <param name="deployment">Where the CRM runs.</param>
    /// <param name="goal">What is mainly wanted.</param>
    /// <param name="contractMonths">Months that the contract binds, 1 to 240; null for none or not known.</param>
    /// <param name="expectedPaybackMonths">Months until the expected payback, above 0 and at most 600; null where nobody knows.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public EvaluationPeriodQuestion(
        int users,
        BusinessScale scale,
        DeploymentModel deployment,
        EvaluationGoal goal,
        int? contractMonths = null,
        decimal? expectedPaybackMonths = null)
    {
        Users = Check.Positive(users);
        Scale = Check.Defined(scale);
        Deployment = Check.Defined(deployment);
        Goal = Check.Defined(goal);
        ContractMonths = contractMonths is { } months ? Check.InRange(months, 1, 240, nameof(contractMonths)) : null;
        ExpectedPaybackMonths = expectedPaybackMonths is { } payback ? Check.PositiveUpTo(payback, 600, nameof(expectedPaybackMonths)) : null;
    }

    /// <summary>People who will use the CRM.</summary>
    public int Users { get; }

    /// <summary>The size of the company.</summary>
    public BusinessScale Scale { get; }

    /// <summary>Where the CRM runs.</summary>
    public DeploymentModel Deployment { get; }

    /// <summary>What is mainly wanted.</summary>
    public EvaluationGoal Goal { get; }

    /// <summary>Months that the contract binds; null for none or not known.</summary>
    public int? ContractMonths { get; }

    /// <summary>Months until the expected payback; null where nobody knows.</summary>
    public decimal? ExpectedPaybackMonths { get; }
}
