using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>One of the alternatives of a comparison: a case, or doing nothing.</summary>
public sealed class Alternative
{
    internal Alternative(string? name, RoiEvaluation? evaluation, PeriodResult? result)
    {
        Name = name;
        Evaluation = evaluation;
        Result = result;
    }

    /// <summary>The name of the case; null for doing nothing.</summary>
    public string? Name { get; }

    /// <summary>Its evaluation; null for doing nothing, of which every amount is 0.</summary>
    public RoiEvaluation? Evaluation { get; }

    /// <summary>Its figures over the period and on the basis of the comparison; null for doing nothing.</summary>
    public PeriodResult? Result { get; }

    /// <summary>
    /// Its figures after tax over the period and on the basis of the comparison; null for doing nothing, and where a case does not state its taxes.
    /// </summary>
    public AfterTaxResult? AfterTax { get; internal set; }

    /// <summary>The probability that no other alternative has a higher net present value; no answer without a discount rate. Doing nothing has a net present value of 0; of equal ones the first counts.</summary>
    public Figure<Estimate> ProbabilityBest { get; internal set; }

    /// <summary>How much better the best alternative of each trial is than this one, on average, in the currency of the cases; no answer without a discount rate.</summary>
    public Figure<Estimate> ExpectedRegret { get; internal set; }

    /// <summary>Name and net present value, invariant.</summary>
    public override string ToString() => Result is null ? "nothing" : $"{Name}: {Result.NetPresentValue}";
}
