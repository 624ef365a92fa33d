using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What one alternative costs and brings beyond another after tax: differences of flows.</summary>
public sealed class AfterTaxStep
{
    internal AfterTaxStep(Figure<Money> cost, Figure<Money> benefit, Figure<Money> tax, Figure<Money> netPresentValue, InternalRateOfReturnResult rates)
    {
        Cost = cost;
        Benefit = benefit;
        Tax = tax;
        NetPresentValue = netPresentValue;
        InternalRateOfReturn = rates;
    }

    /// <summary>Additional cost net of credited value-added tax.</summary>
    public Figure<Money> Cost { get; }

    /// <summary>Additional benefit before income tax.</summary>
    public Figure<Money> Benefit { get; }

    /// <summary>Additional income tax.</summary>
    public Figure<Money> Tax { get; }

    /// <summary>Additional net present value after tax: 税后差额净现值. Not applicable without a discount rate.</summary>
    public Figure<Money> NetPresentValue { get; }

    /// <summary>Every internal rate of return of the difference of net flows after tax, certified: 税后差额内部收益率.</summary>
    public InternalRateOfReturnResult InternalRateOfReturn { get; }

    /// <summary>Additional net present value after tax, invariant.</summary>
    public override string ToString() => NetPresentValue.ToString();
}
