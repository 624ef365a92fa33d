namespace TcmCrm.Roi;

/// <summary>
/// Why a figure has no answer. The stable identifier of each (its name in camel case) stands in result documents; its words are those of
/// <c>Language</c>.
/// </summary>
public enum NotApplicableReason
{
    /// <summary>The figure was not computed.</summary>
    NotComputed = 0,

    /// <summary>There is no cost to relate the benefit to.</summary>
    NoCost,

    /// <summary>Nothing was invested: the flows have no outflow, or no outflow at the start.</summary>
    NoInvestment,

    /// <summary>The convention divides by the initial cost and there is none.</summary>
    NoInitialCost,

    /// <summary>The cumulative flow never reaches zero within the period.</summary>
    NeverPaidBack,

    /// <summary>The cumulative flow reaches zero but falls below it again and does not recover within the period.</summary>
    NotDurablyPaidBack,

    /// <summary>No discount rate was given.</summary>
    NoRate,

    /// <summary>The rate is -100 % or lower: discounting is not defined.</summary>
    RateNotAboveMinusOne,

    /// <summary>There are no flows.</summary>
    NoFlows,

    /// <summary>Every flow is zero.</summary>
    AllZero,

    /// <summary>There are inflows only.</summary>
    OnlyInflows,

    /// <summary>There are outflows only.</summary>
    OnlyOutflows,

    /// <summary>All flows stand at one instant, so no rate can be inferred.</summary>
    SingleInstant,

    /// <summary>The net present value is positive at every rate.</summary>
    NpvAlwaysPositive,

    /// <summary>The net present value is negative at every rate.</summary>
    NpvAlwaysNegative,

    /// <summary>The answer lies outside the range of the number type.</summary>
    OutOfRange,

    /// <summary>There are several answers, and none may be picked silently.</summary>
    MultipleRates,

    /// <summary>An answer was found that could not be proven to be the only one.</summary>
    NotCertified,

    /// <summary>More than everything was lost (a ROI below -100 %), so no yearly rate exists.</summary>
    LossExceedsInvestment,

    /// <summary>The period is empty or shorter than the figure needs.</summary>
    PeriodTooShort,

    /// <summary>An input that this figure needs was not given.</summary>
    MissingInput,

    /// <summary>No benefit is monetised, so the figure would say nothing.</summary>
    NoBenefit,

    /// <summary>An iteration that is imitated, such as Excel's, does not converge.</summary>
    NoConvergence,

    /// <summary>The evaluation period is shorter than twelve months, and nothing shorter than a year is annualised (GIPS 2010, 5.A.4).</summary>
    PeriodUnderOneYear,

    /// <summary>No value of a lever within its range brings what was asked for.</summary>
    NotWithinRange,

    /// <summary>Nothing is amiss, so there is nothing that a decision could gain.</summary>
    NothingToGain,

    /// <summary>Losses (负收益) come to as much as the gains or more: no benefit is left to be a share of.</summary>
    LossesOutweighGains,

    /// <summary>No rule covers a date, or what the case says of its taxes is not allowed on it: no tax can be computed.</summary>
    NoTaxRule,

    /// <summary>Inputs are correlated, so that the variance cannot be shared out among them.</summary>
    CorrelatedInputs,

    /// <summary>Nothing but a benefit shows in a study before and after.</summary>
    NotStudied,

    /// <summary>The only internal rate is what borrowed money costs, not what the case earns: more comes in first than is paid later, and below the rate the net present value is negative.</summary>
    CostOfBorrowing,

    /// <summary>The internal rate of return lies below -99 % a year, the lowest that counts: next to all of the money is lost.</summary>
    RateBelowLowest,

    /// <summary>A cost belongs to no one tag and the case states no key that divides it: a return by tag would leave it out.</summary>
    SharedCostUndivided,
}
