namespace TcmCrm.Roi.Evaluation;

/// <summary>The main figures with every measured benefit at one limit of its confidence interval; benefits without an interval stay as they are.</summary>
/// <remarks>All limits at once is a cautious (lower) or hopeful (upper) reading: that all measured benefits miss to the same side is rarer than each interval's level says.</remarks>
public sealed class LimitFigures
{
    internal LimitFigures(Money totalBenefit, Figure<decimal> returnOnInvestment, Figure<Money> netPresentValue, PaybackFigures payback)
    {
        TotalBenefit = totalBenefit;
        ReturnOnInvestment = returnOnInvestment;
        NetPresentValue = netPresentValue;
        Payback = payback;
    }

    /// <summary>The short-term benefit at the limit; not rounded.</summary>
    public Money TotalBenefit { get; }

    /// <summary>The simple ROI at the limit, a ratio.</summary>
    public Figure<decimal> ReturnOnInvestment { get; }

    /// <summary>The net present value at the limit.</summary>
    public Figure<Money> NetPresentValue { get; }

    /// <summary>The payback at the limit.</summary>
    public PaybackFigures Payback { get; }

    /// <summary>ROI and net present value, invariant.</summary>
    public override string ToString() => $"ROI {ReturnOnInvestment}, NPV {NetPresentValue}";
}
