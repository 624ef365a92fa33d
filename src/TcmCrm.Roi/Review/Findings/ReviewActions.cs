namespace TcmCrm.Roi.Review;

/// <summary>The actions that the built-in rules suggest; docs/review.md lists their ids, which a host may use as well.</summary>
internal static class ReviewActions
{
    /// <summary>For adoption below plan.</summary>
    internal static Message TrainingAndWorkflow { get; } = new("trainingAndWorkflow");

    /// <summary>For gaps and contradictions in the observations.</summary>
    internal static Message DataQuality { get; } = new("dataQuality");

    /// <summary>For rows that are there twice, or beyond what the line can bring.</summary>
    internal static Message CorrectRows { get; } = new("correctRows");

    /// <summary>For seats that are paid and not used.</summary>
    internal static Message RenegotiateSeats { get; } = new("renegotiateSeats");

    /// <summary>For retention below plan at equal tenure.</summary>
    internal static Message RetentionProgramme { get; } = new("retentionProgramme");

    /// <summary>For satisfaction that falls.</summary>
    internal static Message SatisfactionRecovery { get; } = new("satisfactionRecovery");

    /// <summary>For a KPI out of its control limits.</summary>
    internal static Message InvestigateKpi { get; } = new("investigateKpi");

    /// <summary>For cost above plan.</summary>
    internal static Message CostControl { get; } = new("costControl");

    /// <summary>For bills that are due and not booked.</summary>
    internal static Message BookCosts { get; } = new("bookCosts");

    /// <summary>For credit notes that carry the forecast.</summary>
    internal static Message ConfirmCredit { get; } = new("confirmCredit");

    /// <summary>For a cost outside the plan that keeps coming.</summary>
    internal static Message PlanCost { get; } = new("planCost");

    /// <summary>For a contract that case and actuals, or costs and benefits, see differently.</summary>
    internal static Message CheckContract { get; } = new("checkContract");

    /// <summary>For a benefit that nobody measures.</summary>
    internal static Message MeasureBenefit { get; } = new("measureBenefit");

    /// <summary>For a planned loss that nobody measures.</summary>
    internal static Message MeasureLoss { get; } = new("measureLoss");

    /// <summary>For a planned rebate that did not come.</summary>
    internal static Message ClaimCredit { get; } = new("claimCredit");

    /// <summary>For benefits that draw on the same pool.</summary>
    internal static Message SeparatePools { get; } = new("separatePools");

    /// <summary>For a KPI without a value before go-live.</summary>
    internal static Message SetBaseline { get; } = new("setBaseline");

    /// <summary>For a benefit that starts later than planned.</summary>
    internal static Message UnblockRollout { get; } = new("unblockRollout");

    /// <summary>For a benefit that yields less than planned although the system is used.</summary>
    internal static Message FindCause { get; } = new("findCause");
}
