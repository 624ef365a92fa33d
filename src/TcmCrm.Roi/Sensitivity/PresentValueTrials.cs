using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>The net present value of one period and basis, trial by trial, and nothing else: what a portfolio needs of each of very many cases.</summary>
/// <remarks>The draws are those of <see cref="Simulation"/>, and the values agree with its values but for the order in which lines are added up.</remarks>
internal sealed class PresentValueTrials
{
    private const int Block = 256;

    private readonly UncertaintyModel _model;
    private readonly double[][] _weights;

    /// <summary>The present value of each line at a factor of 1, a cost's below 0, for each delay of go-live.</summary>
    internal PresentValueTrials(Projection plan, UncertaintyModel model, int period, CaseBasis basis)
    {
        _model = model;
        _weights = new double[model.MostDelay + 1][];
        for (int delay = 0; delay < _weights.Length; delay++)
        {
            Projection delayed = delay == 0 ? plan : Projection.Of(plan.Case.WithGoLive(plan.Case.GoLive.PlusMonths(delay)), plan.Terms);
            var weights = new double[plan.LineCount];
            for (int line = 0; line < weights.Length; line++)
            {
                FlowSide side = plan.SideOf(line);
                bool isLeftOut = side == FlowSide.LongTermBenefit || (basis == CaseBasis.Cashable && !plan.IsCash(line));
                double value = isLeftOut ? 0 : delayed.Sums.PresentValue(line, period);
                weights[line] = side == FlowSide.Cost ? -value : value;
            }

            _weights[delay] = weights;
        }
    }

    internal double[] Run(ulong seed, int trials, CancellationToken cancellation)
    {
        var outputs = new double[trials];
        double[][] values = _model.NewValues(Block);
        double[] scores = _model.NewScores();
        var multipliers = new double[_weights[0].Length];
        for (int first = 0; first < trials; first += Block)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(Block, trials - first);
            _model.Draw(seed, (ulong)first, count, values, scores);
            for (int i = 0; i < count; i++)
            {
                _model.Multiply(values, i, multipliers);
                double[] weights = _weights[_model.DelayOf(values, i)];
                double sum = 0;
                for (int line = 0; line < weights.Length; line++)
                {
                    sum += multipliers[line] * weights[line];
                }

                outputs[first + i] = sum;
            }
        }

        return outputs;
    }
}
