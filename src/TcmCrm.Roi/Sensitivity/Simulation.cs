using System.Collections.ObjectModel;
using System.Globalization;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>Monte Carlo simulation of a case: how sure its figures are, what they hang on, and what it would be worth to know.</summary>
/// <remarks>
/// <para>A trial draws every uncertain factor of the case once, multiplies the rows of its projection and computes the figures of every evaluation period on all
/// benefits and on cash alone. Draws are Philox 4x32-10 with the seed as key and (trial, 64-bit FNV-1a of the factor's id) as counter: another line, another
/// order, more trials or more threads change no draw that was there, and the figures are the same bits.</para>
/// <para>Lines that state no uncertainty get one by evidence and category unless the options say otherwise; what was assumed is in the result.</para>
/// </remarks>
/// <example>
/// <code>
/// SimulationResult result = Simulation.Run(crm, new SimulationOptions { Trials = 10_000 });
/// Estimate positive = result.Longest.ProbabilityNpvPositive.Value;   // with its standard error
/// string first = result.Inputs[0].Name;              // what the result hangs on most
/// </code>
/// </example>
public static class Simulation
{
    /// <summary>Amounts of rows, and outputs of trials, that may be held at once: 2.4 GB of each at most.</summary>
    internal const int MostNumbers = 300_000_000;

    private const int Chunk = 4_096;

    /// <summary>Simulates a case.</summary>
    /// <param name="source">The case.</param>
    /// <param name="options">Trials, seed and degree; <see cref="SimulationOptions.Usual"/> where null.</param>
    /// <param name="settings">Overrides and defaults of the evaluation; <see cref="EvaluationSettings.Default"/> where null.</param>
    /// <param name="progress">Told the share of trials that are done, 0 to 1; may be null.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing, or lines x months of delay x months, or trials x periods, are
    /// more than a host should hold at once; the message says how many.</exception>
    public static SimulationResult Run(
        InvestmentCase source, SimulationOptions? options = null, EvaluationSettings? settings = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNull(source);
        options ??= SimulationOptions.Usual;
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source, settings, cancellation);
        Projection plan = evaluation.Projection;
        (UncertaintyModel model, SimulationKernel kernel) = Compile(plan, options);
        TrialOutputs[] outputs = Outputs(kernel, options.Trials);
        Fill(model, kernel, outputs, options, progress, cancellation);
        int longest = kernel.PeriodCount - 1;
        var results = new SimulatedPeriod[outputs.Length];
        for (int i = 0; i < results.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            results[i] = outputs[i].Result(plan, evaluation.Periods[outputs[i].Period]);
        }

        int asked = (2 * longest) + (int)options.Basis;
        IReadOnlyList<SimulatedInput> inputs = new InputAnalysis(plan, model, kernel, longest, options.Basis, outputs[asked].NetPresentValues).Ranked(options.Seed);
        results[asked].KnowAtLeast(inputs);
        return new SimulationResult(evaluation, options)
        {
            Assumed = model.Assumed,
            Warnings = Warnings(model, evaluation.Periods[longest]),
            Periods = Array.AsReadOnly(results),
            Inputs = inputs,
        };
    }

    /// <summary>The net present value of one period and basis, trial by trial.</summary>
    internal static double[] NetPresentValues(RoiEvaluation evaluation, SimulationOptions options, int period, CaseBasis basis, CancellationToken cancellation)
    {
        (UncertaintyModel model, SimulationKernel kernel) = Compile(evaluation.Projection, options);
        var outputs = new double[options.Trials];
        var worker = new TrialWorker(model, kernel, options.Seed);
        for (int from = 0; from < outputs.Length; from += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            worker.NetPresentValues(from, Math.Min(outputs.Length, from + Chunk), period, basis, outputs);
        }

        return outputs;
    }

    /// <summary>Benefits that share no factor offset each other in the trials; where they are most of the benefit, the range is narrower than what is known of it.</summary>
    private static ReadOnlyCollection<Message> Warnings(UncertaintyModel model, PeriodResult longest)
    {
        int count = 0;
        decimal amount = 0;
        decimal all = 0;
        for (int line = longest.Case.Costs.Count; line < longest.Projection.LineCount; line++)
        {
            decimal total = longest.LineTotal(line);
            if (total > 0 && longest.Projection.SideOf(line) == FlowSide.Benefit)
            {
                all += total;
                (count, amount) = model.IsAlone(line) ? (count + 1, amount + total) : (count, amount);
            }
        }

        return count > 1 && amount > all / 2
            ? Array.AsReadOnly([new Message("independentBenefits", MessageArgument.Number("count", count), MessageArgument.Ratio("share", amount / all))])
            : Array.AsReadOnly<Message>([]);
    }

    /// <summary>The factors and the rows of a case, within what a host can bear.</summary>
    /// <exception cref="InvalidOperationException">The case and its trials need more room than <see cref="MostNumbers"/>.</exception>
    private static (UncertaintyModel Model, SimulationKernel Kernel) Compile(Projection plan, SimulationOptions options)
    {
        var model = new UncertaintyModel(plan, options.UsesDefaultUncertainty && plan.Case.UsesDefaultUncertainty);
        double rows = (model.MostDelay + 1.0) * plan.LineCount * plan.Timeline.Grid.Count;
        double outputs = 12.0 * options.Trials * plan.Periods.Count;
        return rows <= MostNumbers && outputs <= MostNumbers
            ? (model, new SimulationKernel(plan, model))
            : throw new InvalidOperationException(string.Format(
                CultureInfo.InvariantCulture, "The simulation would hold {0:0.#e0} amounts of lines and {1:0.#e0} outputs of trials at once; allowed: {2:0.#e0} each. Fewer trials, periods, lines or months of delay help.",
                rows, outputs, (double)MostNumbers));
    }

    private static TrialOutputs[] Outputs(SimulationKernel kernel, int trials)
    {
        var outputs = new TrialOutputs[2 * kernel.PeriodCount];
        for (int period = 0; period < kernel.PeriodCount; period++)
        {
            outputs[2 * period] = new TrialOutputs(period, CaseBasis.All, trials);
            outputs[(2 * period) + 1] = new TrialOutputs(period, CaseBasis.Cashable, trials);
        }

        return outputs;
    }

    private static void Fill(
        UncertaintyModel model, SimulationKernel kernel, TrialOutputs[] outputs, SimulationOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        int chunks = (options.Trials + Chunk - 1) / Chunk;
        int done = 0;
        if (options.DegreeOfParallelism == 1)
        {
            var worker = new TrialWorker(model, kernel, options.Seed);
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                cancellation.ThrowIfCancellationRequested();
                worker.Run(chunk * Chunk, Math.Min(options.Trials, (chunk + 1) * Chunk), outputs);
                progress?.Report((chunk + 1.0) / chunks);
            }

            return;
        }

        Parallel.For(
            0,
            chunks,
            new ParallelOptions { MaxDegreeOfParallelism = options.DegreeOfParallelism, CancellationToken = cancellation },
            () => new TrialWorker(model, kernel, options.Seed),
            (chunk, _, worker) =>
            {
                worker.Run(chunk * Chunk, Math.Min(options.Trials, (chunk + 1) * Chunk), outputs);
                progress?.Report((double)Interlocked.Increment(ref done) / chunks);
                return worker;
            },
            _ => { });
    }

    /// <summary>Runs trials one after another with room of its own; draws are made in blocks, factor by factor.</summary>
    private sealed class TrialWorker(UncertaintyModel model, SimulationKernel kernel, ulong seed)
    {
        private const int Block = 256;

        private readonly double[][] _values = model.NewValues(Block);
        private readonly double[] _scores = model.NewScores();
        private readonly double[] _multipliers = new double[kernel.LineCount];
        private readonly SimulationKernel.Sums _sums = kernel.NewSums();

        internal void NetPresentValues(int from, int to, int period, CaseBasis basis, double[] outputs) =>
            Each(from, to, (trial, _) => outputs[trial] = kernel.NetPresentValue(_sums, period, basis));

        internal void Run(int from, int to, TrialOutputs[] outputs) => Each(from, to, (trial, delay) =>
        {
            kernel.PaybackMonths(_sums, CaseBasis.All);
            kernel.PaybackMonths(_sums, CaseBasis.Cashable);
            foreach (TrialOutputs output in outputs)
            {
                output.Take(trial, kernel, _sums, _multipliers, delay);
            }
        });

        private void Each(int from, int to, Action<int, int> take)
        {
            for (int first = from; first < to; first += Block)
            {
                int count = Math.Min(Block, to - first);
                model.Draw(seed, (ulong)first, count, _values, _scores);
                for (int i = 0; i < count; i++)
                {
                    model.Multiply(_values, i, _multipliers);
                    int delay = model.DelayOf(_values, i);
                    kernel.Add(_multipliers, delay, _sums);
                    take(first + i, delay);
                }
            }
        }
    }
}
