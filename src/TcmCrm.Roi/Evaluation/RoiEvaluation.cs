using System.Diagnostics.CodeAnalysis;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Evaluation;

/// <summary>The result of a case: every figure for every evaluation period, and what a reader must know beside them.</summary>
public sealed class RoiEvaluation
{
    private readonly PeriodResult[] _periods;
    private readonly CaseTerms _overrides;
    private readonly TaxRules _taxRules;
    private IReadOnlyList<AfterTaxResult>? _afterTax;
    private IReadOnlyList<Message>? _warnings;
    private IReadOnlyList<Message>? _taxWarnings;

    internal RoiEvaluation(Projection projection, EvaluationSettings settings)
    {
        Projection = projection;
        _overrides = settings.Overrides;
        _taxRules = settings.TaxRules;
        Measures = settings.Measures.Count == 0 ? StandardMeasures.All : [.. StandardMeasures.All, .. settings.Measures];
        _periods = new PeriodResult[projection.Periods.Count];
        for (int i = 0; i < _periods.Length; i++)
        {
            _periods[i] = new PeriodResult(projection, i);
        }

        Periods = Array.AsReadOnly(_periods);
    }

    /// <summary>The case.</summary>
    public InvestmentCase Case => Projection.Case;

    /// <summary>The terms in force: what was overridden, what the case states, and what defaults filled in.</summary>
    public CaseTerms Terms => Projection.Terms;

    /// <summary>The amounts that the figures are computed from.</summary>
    public Projection Projection { get; }

    /// <summary>The list of figures: the standard ones, then the host's.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>One result an evaluation period, shortest first.</summary>
    public IReadOnlyList<PeriodResult> Periods { get; }

    /// <summary>
    /// One result after tax for each of <see cref="Periods"/>, in their order; empty where the case does not state its taxes (<see cref="InvestmentCase.Taxation"/>).
    /// Computed when first asked for.
    /// </summary>
    public IReadOnlyList<AfterTaxResult> AfterTax =>
        _afterTax ??= Array.AsReadOnly(TaxedPeriods());

    /// <summary>
    /// What holds for the case whatever the period: double counting, implausible inputs, amounts outside every period, contracts that end, stale exchange rates, missing
    /// evidence. No warning means that someone could sign.
    /// </summary>
    public IReadOnlyList<Message> Warnings => _warnings ??= CaseWarnings.Of(this);

    /// <summary>Those of <see cref="Warnings"/> that are of the figures after tax alone: a reader of figures before tax does not need them. Empty where the case does not state its taxes.</summary>
    public IReadOnlyList<Message> TaxWarnings => _taxWarnings ??= CaseWarnings.OfTaxes(this);

    /// <summary>The warnings of the case, then those of its longest period: what holds for a figure that is drawn from the longest period.</summary>
    internal IEnumerable<Message> WarningsToLongest => Warnings.Concat(Periods[Periods.Count - 1].Warnings);

    /// <summary>
    /// The terms that the case does not state and that were taken from defaults: messages <c>assumedTerm.periods</c>, <c>assumedTerm.dayCount</c>,
    /// <c>assumedTerm.flowTiming</c>, <c>assumedTerm.discountRate</c> and so on, each with its value; <c>assumedTerm.financeRate.asDiscountRate</c> where the
    /// discount rate stands in; <c>assumedTerm.goLive</c> where the go-live is the start. With <c>.given</c> behind the term: given for this evaluation
    /// (<c>EvaluationSettings.Overrides</c>), whatever the case states; contracts that are taken to renew (<c>assumedTerm.renewal</c>); and
    /// always the basis of tax and prices (<c>assumedTerm.taxBasis</c>, <c>assumedTerm.priceBasis</c>), with what the case states of it behind the term: <c>.includingVat</c>, <c>.excludingVat</c>, <c>.nominal</c>, <c>.real</c>. Where the case
    /// states its taxes, also <see cref="AssumedTaxes"/>.
    /// </summary>
    public IReadOnlyList<Message> AssumedTerms =>
        Array.AsReadOnly([.. Evaluation.AssumedTerms.Of(Case, _overrides, Terms, _periods[_periods.Length - 1]), .. AssumedTaxes]);

    /// <summary>
    /// Those of <see cref="AssumedTerms"/> that the figures after tax rest on, stated by the case or not (<c>assumedTerm.taxation.</c> and more): whose taxes they are, the rates of income tax
    /// and of value-added tax, surcharges, exempt share, and how and over how many years each cost is deducted. Empty where the case does not state its taxes.
    /// </summary>
    public IReadOnlyList<Message> AssumedTaxes => Array.AsReadOnly(Evaluation.AssumedTaxes.Of(this, _taxRules).ToArray());

    /// <summary>The result of one evaluation period.</summary>
    /// <param name="period">One of the periods evaluated.</param>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    /// <exception cref="KeyNotFoundException">The period was not evaluated; the message lists those that were.</exception>
    public PeriodResult this[EvaluationPeriod period] =>
        TryGet(Check.NotNull(period), out PeriodResult? result)
            ? result
            : throw new KeyNotFoundException($"The period {period} was not evaluated; evaluated: {string.Join(", ", _periods.Select(evaluated => evaluated.Period))}.");

    /// <summary>The result of one evaluation period, if it was evaluated.</summary>
    /// <param name="period">A period.</param>
    /// <param name="result">Its result, or null.</param>
    /// <returns>True where the period was evaluated.</returns>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    public bool TryGet(EvaluationPeriod period, [NotNullWhen(true)] out PeriodResult? result)
    {
        Check.NotNull(period);
        result = Array.Find(_periods, evaluated => evaluated.Period.Equals(period));
        return result is not null;
    }

    private AfterTaxResult[] TaxedPeriods()
    {
        if (Case.Taxation is null)
        {
            return [];
        }

        var flows = new TaxableFlows(Projection, _taxRules);
        return Array.ConvertAll(_periods, period => new AfterTaxResult(period, flows));
    }

    /// <summary>The case's name and its periods with their ROI.</summary>
    public override string ToString() => $"{Case.Name}: {string.Join(", ", _periods.Select(result => $"{result.Period} {result.ReturnOnInvestment}"))}";
}
