namespace TcmCrm.Roi.Review;

/// <summary>The built-in rules. The particular ones stand before the general ones, which leave to them what they explain.</summary>
internal static class ReviewRules
{
    /// <summary><c>lowAdoption</c>: adoption of late is below what the plan counts on by more than the tolerance.</summary>
    public static IReviewRule LowAdoption { get; } = new LowAdoptionRule();

    /// <summary><c>unusedSeats</c>: more paid seats stand unused than the policy allows.</summary>
    public static IReviewRule UnusedSeats { get; } = new UnusedSeatsRule();

    /// <summary><c>retentionBelowPlan</c>: cohorts keep significantly fewer customers than planned at equal tenure, and lose more by more than the tolerance.</summary>
    public static IReviewRule RetentionBelowPlan { get; } = new RetentionBelowPlanRule();

    /// <summary><c>satisfactionFalling</c>: a satisfaction KPI has a significant adverse trend since go-live.</summary>
    public static IReviewRule SatisfactionFalling { get; } = new SatisfactionFallingRule();

    /// <summary><c>kpiAlarm</c>: a KPI left its control limits on the adverse side in the recent months.</summary>
    public static IReviewRule KpiAlarm { get; } = new KpiAlarmRule();

    /// <summary><c>costNotBooked</c>: a bill is due for a month and was not booked, or not in full; or bills came at less than two thirds of their plan so often that it is taken for the price.</summary>
    public static IReviewRule CostNotBooked { get; } = new CostNotBookedRule();

    /// <summary><c>recurringUnplanned</c>: money outside the bills of the plan came in three of the last four months, and is forecast to keep coming.</summary>
    public static IReviewRule RecurringUnplanned { get; } = new RecurringUnplannedRule();

    /// <summary><c>duplicateActuals</c>: rows of money are there twice, which the actuals allow; or benefit rows of several months are almost there twice.</summary>
    public static IReviewRule DuplicateActuals { get; } = new DuplicateActualsRule();

    /// <summary><c>benefitUnverified</c>: a benefit was measured once, and not for as many months as the policy allows.</summary>
    public static IReviewRule BenefitUnverified { get; } = new BenefitUnverifiedRule();

    /// <summary><c>benefitImplausible</c>: a measurement far above what its line usually brings, which nobody verified; the forecast does not count the excess.</summary>
    public static IReviewRule BenefitImplausible { get; } = new BenefitImplausibleRule();

    /// <summary><c>creditNote</c>: money came back on a cost; it counts once, and is not expected again.</summary>
    public static IReviewRule CreditNote { get; } = new CreditNoteRule();

    /// <summary><c>creditNotReceived</c>: a rebate or another credit of the plan is due for a month and did not come, or not in full; the forecast counts it no more.</summary>
    public static IReviewRule CreditNotReceived { get; } = new CreditNotReceivedRule();

    /// <summary><c>contractTermContradicts</c>: the case has one term of a contract and the actuals another.</summary>
    public static IReviewRule ContractTermContradicts { get; } = new ContractTermContradictsRule();

    /// <summary><c>benefitBeyondContract</c>: a benefit is planned after the end of the last contract.</summary>
    public static IReviewRule BenefitBeyondContract { get; } = new BenefitBeyondContractRule();

    /// <summary><c>unplannedCost</c>: money was booked that no line of the case foresaw.</summary>
    public static IReviewRule UnplannedCost { get; } = new UnplannedCostRule();

    /// <summary><c>costOverrun</c>: a cost line lies above its plan, at the actual timing, by more than the tolerance.</summary>
    public static IReviewRule CostOverrun { get; } = new CostOverrunRule();

    /// <summary><c>benefitWithoutEvidence</c>: a benefit is due for more months than the policy allows and was never measured.</summary>
    public static IReviewRule BenefitWithoutEvidence { get; } = new BenefitWithoutEvidenceRule();

    /// <summary><c>benefitDelayed</c>: a benefit started later than planned and lost more than the tolerance by it.</summary>
    public static IReviewRule BenefitDelayed { get; } = new BenefitDelayedRule();

    /// <summary><c>benefitBelowPlan</c>: a benefit yields less than its plan, at the actual timing, by more than the tolerance, and neither adoption nor
    /// retention explains it.</summary>
    public static IReviewRule BenefitBelowPlan { get; } = new BenefitBelowPlanRule();

    /// <summary><c>dataGap</c>: a benefit or a KPI has no observations for more months than the policy allows.</summary>
    public static IReviewRule DataGap { get; } = new DataGapRule();

    /// <summary><c>doubleCounting</c>: benefits draw more from a pool than it holds.</summary>
    public static IReviewRule DoubleCounting { get; } = new DoubleCountingRule();

    /// <summary><c>baselineMissing</c>: a KPI is observed after go-live and has neither a value before it nor an agreed baseline.</summary>
    public static IReviewRule BaselineMissing { get; } = new BaselineMissingRule();

    /// <summary>All built-in rules, in the order in which they are asked.</summary>
    public static IReadOnlyList<IReviewRule> All { get; } = Array.AsReadOnly(new[]
    {
        LowAdoption, UnusedSeats, RetentionBelowPlan, SatisfactionFalling, KpiAlarm, CostNotBooked, RecurringUnplanned, UnplannedCost, CostOverrun,
        BenefitWithoutEvidence, BenefitUnverified, BenefitDelayed, BenefitBelowPlan, DataGap, DoubleCounting, BaselineMissing, DuplicateActuals, BenefitImplausible, CreditNote, CreditNotReceived,
        ContractTermContradicts, BenefitBeyondContract,
    });
}
