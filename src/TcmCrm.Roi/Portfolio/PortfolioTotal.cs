using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Portfolio;

/// <summary>The tenants of one currency and one evaluation period together: neither currencies nor lengths of time are mixed in a sum.</summary>
/// <remarks>Every amount is the exact sum of the amounts of the tenants, in whatever order and however split they were computed.</remarks>
public sealed class PortfolioTotal
{
    internal PortfolioTotal(Currency currency, EvaluationPeriod period)
    {
        Currency = currency;
        Period = period;
    }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>How many tenants these are.</summary>
    public int Tenants { get; internal init; }

    /// <summary>All costs.</summary>
    public Money TotalCost { get; internal init; }

    /// <summary>All short-term monetised benefits.</summary>
    public Money TotalBenefit { get; internal init; }

    /// <summary><see cref="TotalBenefit"/> - <see cref="TotalCost"/>.</summary>
    public Money NetBenefit => TotalBenefit - TotalCost;

    /// <summary>The ROI of the sums, not the mean of the tenants' ROIs. Not applicable without cost.</summary>
    public Figure<decimal> ReturnOnInvestment => Returns.ReturnOnInvestment.Simple(TotalBenefit, TotalCost);

    /// <summary>The costs that are paid in cash.</summary>
    public Money CashableCost { get; internal init; }

    /// <summary>The benefits that are cash.</summary>
    public Money CashableBenefit { get; internal init; }

    /// <summary>The ROI of the sums on cash alone. Not applicable without cost.</summary>
    public Figure<decimal> CashableReturnOnInvestment => Returns.ReturnOnInvestment.Simple(CashableBenefit, CashableCost);

    /// <summary>The net present values of the tenants that have one; not applicable where none has.</summary>
    public Figure<Money> NetPresentValue { get; internal init; }

    /// <summary>How many tenants have no net present value and are not in <see cref="NetPresentValue"/>.</summary>
    public int WithoutNetPresentValue { get; internal init; }

    /// <summary>How many tenants were reviewed.</summary>
    public int Reviewed { get; internal init; }

    /// <summary>How many of them stand as decided.</summary>
    public int Standing { get; internal init; }

    /// <summary>Of how many it cannot be told.</summary>
    public int Doubtful { get; internal init; }

    /// <summary>How many do not stand.</summary>
    public int NotStanding { get; internal init; }

    /// <summary>What was planned as net present value of the reviewed tenants that have a forecast of it: the plan beside <see cref="ForecastNetPresentValue"/>.</summary>
    public Figure<Money> PlannedNetPresentValue { get; internal init; }

    /// <summary>The net present value that the reviews forecast.</summary>
    public Figure<Money> ForecastNetPresentValue { get; internal init; }

    /// <summary>How many tenants are at risk.</summary>
    public int AtRisk { get; internal init; }

    /// <summary>The money at stake of the tenants at risk, one finding a tenant.</summary>
    public Money AtStake { get; internal init; }

    /// <summary>How many tenants were simulated.</summary>
    public int Simulated { get; internal init; }

    /// <summary>How many trials were drawn; 0 where none was simulated.</summary>
    public int TrialCount { get; internal init; }

    /// <summary>How the sum of their net present values is distributed, trial by trial: what tenants share moves them together. Null where none was simulated.</summary>
    public SimulatedFigure? SimulatedNetPresentValue { get; internal init; }

    /// <summary>The probability that the sum is above 0; not applicable where none was simulated.</summary>
    public Figure<Estimate> ProbabilityNpvPositive { get; internal init; }

    /// <summary>Currency, period, tenants and ROI, invariant.</summary>
    public override string ToString() => FormattableString.Invariant($"{Currency.Code} {Period}: {Tenants} tenants, ROI {ReturnOnInvestment}");
}
