using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Portfolio;

/// <summary>What a portfolio keeps of one tenant: figures of its longest evaluation period as they are printed, or why there are none.</summary>
/// <remarks>Amounts are rounded to the minor unit as in the document of an evaluation, so that those of all tenants sum to those of the portfolio.</remarks>
public sealed class TenantResult
{
    internal TenantResult(string tenant, IReadOnlyList<Message> problems)
    {
        Tenant = tenant;
        Problems = problems;
    }

    /// <summary>The id of the tenant.</summary>
    public string Tenant { get; }

    /// <summary>Why there are no figures; empty where there are.</summary>
    public IReadOnlyList<Message> Problems { get; }

    /// <summary>Whether there are figures; without them every amount is 0 of no currency and every figure has no answer.</summary>
    public bool IsEvaluated => Problems.Count == 0;

    /// <summary>The name of the case.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>The currency of the case.</summary>
    public Currency Currency => TotalCost.Currency;

    /// <summary>The longest evaluation period of the case, whose figures these are; null without figures.</summary>
    public EvaluationPeriod? Period { get; internal init; }

    /// <summary>All costs of the period.</summary>
    public Money TotalCost { get; internal init; }

    /// <summary>All short-term monetised benefits of the period.</summary>
    public Money TotalBenefit { get; internal init; }

    /// <summary><see cref="TotalBenefit"/> - <see cref="TotalCost"/>.</summary>
    public Money NetBenefit => TotalBenefit - TotalCost;

    /// <summary>Net present value; not applicable without a discount rate.</summary>
    public Figure<Money> NetPresentValue { get; internal init; }

    /// <summary>(Benefit - cost) / cost as a fraction.</summary>
    public Figure<decimal> ReturnOnInvestment { get; internal init; }

    /// <summary>The costs that are paid in cash (现金口径).</summary>
    public Money CashableCost { get; internal init; }

    /// <summary>The benefits that are cash.</summary>
    public Money CashableBenefit { get; internal init; }

    /// <summary>(Benefit - cost) / cost on cash alone, as a fraction.</summary>
    public Figure<decimal> CashableReturnOnInvestment { get; internal init; }

    /// <summary>Months from the start until the case is paid back for good within the period.</summary>
    public Figure<double> PaybackMonths { get; internal init; }

    /// <summary>How many warnings the case and its period have, as <see cref="Evaluation.RoiEvaluation.Warnings"/> says them: figures hold only as far as the case does.</summary>
    public int WarningCount { get; internal init; }

    /// <summary>The last month that counts as past in the review; null where nothing was reviewed: no actuals, or none of money from the start of the case on.</summary>
    public YearMonth? AsOf { get; internal init; }

    /// <summary>Whether the case would be approved again; null where nothing was reviewed.</summary>
    public OriginalDecision? OriginalDecision { get; internal init; }

    /// <summary>The net present value of the forecast: what was booked and measured, and what is expected of the rest. Not applicable without review or discount rate.</summary>
    public Figure<Money> ForecastNetPresentValue { get; internal init; }

    /// <summary>The ROI of the forecast as a fraction; not applicable without review.</summary>
    public Figure<decimal> ForecastReturnOnInvestment { get; internal init; }

    /// <summary>How many findings the review has.</summary>
    public int FindingCount { get; internal init; }

    /// <summary>How many of them are of high severity.</summary>
    public int HighFindingCount { get; internal init; }

    /// <summary>The most money that one finding has at stake. Findings may speak of the same money, so that their sum would count it twice.</summary>
    public Money AtStake { get; internal init; }

    /// <summary>The rule of that finding; null where there is no finding.</summary>
    public string? TopFinding { get; internal init; }

    /// <summary>Whether the tenant is at risk: its case does not stand, or that cannot be told, or the review has a finding of high severity.</summary>
    public bool IsAtRisk => OriginalDecision is Review.OriginalDecision.DoesNotStand or Review.OriginalDecision.Doubtful || HighFindingCount > 0;

    /// <summary>How the net present value is distributed over the trials; null without simulation or discount rate.</summary>
    public SimulatedFigure? SimulatedNetPresentValue { get; internal init; }

    /// <summary>The probability that the net present value is above 0; not applicable without simulation or discount rate.</summary>
    public Figure<Estimate> ProbabilityNpvPositive { get; internal init; }

    /// <summary>How many trials were drawn; 0 without simulation.</summary>
    public int TrialCount => Trials.Count;

    /// <summary>The net present value of each trial in minor units; empty without simulation.</summary>
    internal IReadOnlyList<long> Trials { get; init; } = [];

    /// <summary>Tenant and ROI, or the number of problems, invariant.</summary>
    public override string ToString() => IsEvaluated ? $"{Tenant}: {ReturnOnInvestment}" : FormattableString.Invariant($"{Tenant}: {Problems.Count} problems");
}
