using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What one alternative costs and brings beyond another: differences of flows.</summary>
public sealed class IncrementalStep
{
    internal IncrementalStep(Alternative from, Alternative to, Money cost, Money benefit, Figure<Money> netPresentValue, InternalRateOfReturnResult rates)
    {
        From = from;
        To = to;
        Cost = cost;
        Benefit = benefit;
        NetPresentValue = netPresentValue;
        InternalRateOfReturn = rates;
    }

    /// <summary>The alternative with the lower total cost.</summary>
    public Alternative From { get; }

    /// <summary>The alternative with the next higher total cost.</summary>
    public Alternative To { get; }

    /// <summary>Additional total cost, 0 or more.</summary>
    public Money Cost { get; }

    /// <summary>Additional total benefit, of either sign.</summary>
    public Money Benefit { get; }

    /// <summary>Additional net present value: 差额净现值. Not applicable without a discount rate.</summary>
    public Figure<Money> NetPresentValue { get; }

    /// <summary>Every internal rate of return of the difference of net flows, certified: 差额内部收益率. It is the rate at which both have the same net present value (the cross-over rate).</summary>
    public InternalRateOfReturnResult InternalRateOfReturn { get; }

    /// <summary>
    /// What the step comes to after tax; null where a case does not state its taxes. Its figures have no answer where one of the two has none.
    /// </summary>
    public AfterTaxStep? AfterTax { get; internal init; }

    /// <summary>From, to and additional net present value, invariant.</summary>
    public override string ToString() => $"{From} -> {To}: {NetPresentValue}";
}
