using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What a simulation says of one evaluation period on one basis.</summary>
public sealed class SimulatedPeriod
{
    internal SimulatedPeriod(EvaluationPeriod period, CaseBasis basis)
    {
        Period = period;
        Basis = basis;
    }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>Which benefits count.</summary>
    public CaseBasis Basis { get; }

    /// <summary>Return on investment, (benefit - cost) / cost, as a fraction.</summary>
    public SimulatedFigure ReturnOnInvestment { get; internal init; } = null!;

    /// <summary>Net present value in the currency of the case; no answer without a discount rate.</summary>
    public SimulatedFigure NetPresentValue { get; internal init; } = null!;

    /// <summary>Discounted benefit / discounted cost; no answer without a discount rate.</summary>
    public SimulatedFigure BenefitCostRatio { get; internal init; } = null!;

    /// <summary>Months from the start to the first payback.</summary>
    public SimulatedFigure PaybackMonths { get; internal init; } = null!;

    /// <summary>Internal rate of return, yearly, as a fraction, over the trials that have exactly one.</summary>
    public SimulatedFigure InternalRateOfReturn { get; internal init; } = null!;

    /// <summary>The net present value of the case as stated, every factor at 1; the mean of the simulation differs from it where factors are not centred on 1.</summary>
    public Figure<double> DeterministicNetPresentValue { get; internal init; }

    /// <summary>The probability that the net present value is above 0; no answer without a discount rate.</summary>
    public Figure<Estimate> ProbabilityNpvPositive { get; internal init; }

    /// <summary>The probability that the case is paid back within so many months and stays so to the end of the period (持续收回), ascending.</summary>
    public IReadOnlyList<KeyValuePair<int, Estimate>> PaidBackBy { get; internal init; } = [];

    /// <summary>The mean net present value of the worst 5 % of the trials; no answer without a discount rate.</summary>
    public Figure<Estimate> ExpectedShortfall { get; internal init; }

    /// <summary>Expected value of perfect information in the currency of the case: E max(NPV, 0) - max(E NPV, 0), "do nothing" being worth 0. What knowing everything beforehand would be worth at most.</summary>
    public Figure<Estimate> ValueOfPerfectInformation { get; internal set; }

    /// <summary>The edges of the histogram of the net present value, ascending, one more than <see cref="HistogramCounts"/>; empty without a discount rate.</summary>
    public IReadOnlyList<double> HistogramEdges { get; internal init; } = [];

    /// <summary>How many trials lie between two edges; the upper edge belongs to the last bin alone.</summary>
    public IReadOnlyList<int> HistogramCounts { get; internal init; } = [];

    /// <summary>Period, basis and net present value, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1}): NPV {2}", Period, Basis, NetPresentValue);

    /// <summary>All factors together are worth no less than one of them; they are sampled, and may fall short of one that is exact.</summary>
    internal void KnowAtLeast(IEnumerable<SimulatedInput> inputs)
    {
        if (ValueOfPerfectInformation.TryGetValue(out Estimate all))
        {
            double most = inputs.Max(input => (double?)input.ValueOfInformation.GetValueOrDefault(default).Value) ?? 0;
            ValueOfPerfectInformation = Figure.Of(new Estimate(Math.Max(all.Value, most), all.StandardError));
        }
    }
}
