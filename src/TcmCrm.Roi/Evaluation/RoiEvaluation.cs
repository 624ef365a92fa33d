using System.Diagnostics.CodeAnalysis;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Evaluation;

/// <summary>The result of a case: every figure for every evaluation period, and what a reader must know beside them.</summary>
public sealed class RoiEvaluation
{
    private readonly HorizonResult[] _horizons;
    private readonly CaseTimeline _timeline;
    private LimitLedgers? _limits;

    internal RoiEvaluation(InvestmentCase source, EvaluationPeriod[] horizons, decimal? discountRate)
    {
        Case = source;
        DiscountRate = discountRate;
        _timeline = new CaseTimeline(source.Start, source.GoLive, horizons[horizons.Length - 1]);
        var ledger = new Ledger(source, horizons, _timeline, discountRate, limit: null);
        _horizons = new HorizonResult[horizons.Length];
        for (int i = 0; i < horizons.Length; i++)
        {
            _horizons[i] = new HorizonResult(this, ledger, horizons[i], i);
        }

        Warnings = CaseWarnings.Of(this);
    }

    /// <summary>The case.</summary>
    public InvestmentCase Case { get; }

    /// <summary>The yearly discount rate used, as a fraction, or null where there is none.</summary>
    public decimal? DiscountRate { get; }

    /// <summary>One result an evaluation period, shortest first.</summary>
    public IReadOnlyList<HorizonResult> Horizons => _horizons;

    /// <summary>What holds for the case whatever the period: double counting, implausible inputs, missing evidence.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>The result of one evaluation period.</summary>
    /// <param name="period">One of the periods evaluated.</param>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    /// <exception cref="KeyNotFoundException">The period was not evaluated; the message lists those that were.</exception>
    public HorizonResult this[EvaluationPeriod period] =>
        TryGet(Check.NotNull(period), out HorizonResult? result)
            ? result
            : throw new KeyNotFoundException($"The period {period} was not evaluated; evaluated: {string.Join(", ", _horizons.Select(horizon => horizon.Period))}.");

    /// <summary>The result of one evaluation period, if it was evaluated.</summary>
    /// <param name="period">A period.</param>
    /// <param name="result">Its result, or null.</param>
    /// <returns>True where the period was evaluated.</returns>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    public bool TryGet(EvaluationPeriod period, [NotNullWhen(true)] out HorizonResult? result)
    {
        Check.NotNull(period);
        result = Array.Find(_horizons, horizon => horizon.Period.Equals(period));
        return result is not null;
    }

    /// <summary>The flows at both limits of the measured intervals, projected when first asked for; null where no benefit has an interval.</summary>
    /// <remarks>Two threads that ask at once compute the same twice, and one of the two equal answers is kept.</remarks>
    internal LimitLedgers? Limits
    {
        get
        {
            if (_limits is null && Case.Benefits.Any(benefit => benefit.Interval is not null))
            {
                EvaluationPeriod[] periods = Array.ConvertAll(_horizons, horizon => horizon.Period);
                _limits = new LimitLedgers(
                    new Ledger(Case, periods, _timeline, DiscountRate, benefit => benefit.Interval?.LowerRatio ?? 1),
                    new Ledger(Case, periods, _timeline, DiscountRate, benefit => benefit.Interval?.UpperRatio ?? 1));
            }

            return _limits;
        }
    }

    /// <summary>The case's name and its periods with their ROI.</summary>
    public override string ToString() => $"{Case.Name}: {string.Join(", ", _horizons.Select(horizon => $"{horizon.Period} {horizon.ReturnOnInvestment}"))}";
}
