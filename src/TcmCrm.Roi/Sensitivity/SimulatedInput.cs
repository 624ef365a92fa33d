using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What one uncertain factor does to a case over one evaluation period on one basis.</summary>
public sealed class SimulatedInput
{
    internal SimulatedInput(string id, string name, EvaluationPeriod period, CaseBasis basis)
    {
        Id = id;
        Name = name;
        Period = period;
        Basis = basis;
    }

    /// <summary>The id of the line or driver.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>Which benefits count.</summary>
    public CaseBasis Basis { get; }

    /// <summary>The factor's mean, after the cut at 0.</summary>
    public double Mean { get; internal init; }

    /// <summary>What the mean would be without the cut at 0: what the cut adds to the amounts.</summary>
    public double MeanWithoutCut { get; internal init; }

    /// <summary>The factor's 10 % point.</summary>
    public double P10 { get; internal init; }

    /// <summary>The factor's 90 % point.</summary>
    public double P90 { get; internal init; }

    /// <summary>Net present value with the factor at its 10 % point and the others at their means; no answer without a discount rate.</summary>
    public Figure<double> NetPresentValueAtP10 { get; internal init; }

    /// <summary>Net present value with the factor at its 90 % point and the others at their means.</summary>
    public Figure<double> NetPresentValueAtP90 { get; internal init; }

    /// <summary>Return on investment with the factor at its 10 % point and the others at their means.</summary>
    public Figure<double> ReturnOnInvestmentAtP10 { get; internal init; }

    /// <summary>Return on investment with the factor at its 90 % point and the others at their means.</summary>
    public Figure<double> ReturnOnInvestmentAtP90 { get; internal init; }

    /// <summary>How far the two net present values lie apart, 0 or more.</summary>
    public Figure<double> Swing => NetPresentValueAtP10.TryGetValue(out double low) && NetPresentValueAtP90.TryGetValue(out double high)
        ? Figure.Of(Math.Abs(high - low))
        : Figure.NotApplicable<double>(NotApplicableReason.NoRate);

    /// <summary>Whether the factor moves the net present value at all.</summary>
    public bool HasEffect { get; internal init; }

    /// <summary>Whether it multiplies a benefit, so that a study before and after can measure it.</summary>
    public bool IsBenefit { get; internal init; }

    /// <summary>The share of the variance of the net present value that this factor explains alone; no answer for a factor that is correlated with another. Exact where none are correlated, else regressed on the draws.</summary>
    public Figure<double> FirstOrderShare { get; internal init; }

    /// <summary>Expected value of knowing this factor alone before deciding, in the currency of the case; its standard error is 0 where it is exact.</summary>
    public Figure<Estimate> ValueOfInformation { get; internal init; }

    /// <summary>Id and swing, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: swing {1}", Id, Swing);
}
