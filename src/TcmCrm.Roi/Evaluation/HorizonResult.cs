using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Every figure of a case for one evaluation period.</summary>
/// <remarks>
/// Costs are all costs of the case in the period. Benefits are the short-term, monetised ones; the long-term block is shown apart and
/// benefits that are not monetised are never summed. Amounts are not rounded.
/// </remarks>
public sealed class HorizonResult
{
    private readonly RoiEvaluation _evaluation;
    private readonly Ledger _ledger;
    private readonly int _index;

    internal HorizonResult(RoiEvaluation evaluation, Ledger ledger, EvaluationPeriod period, int index)
    {
        _evaluation = evaluation;
        _ledger = ledger;
        _index = index;
        Period = period;
        Years = period.YearsFrom(Case.Start, Case.DayCount);
        Totals totals = Sum(ledger);
        TotalCost = Of(totals.Cost);
        TotalBenefit = Of(totals.Benefit);
        TotalLongTermBenefit = Of(totals.LongTerm);
        PresentValueOfCosts = Discounted(totals.DiscountedCost);
        PresentValueOfBenefits = Discounted(totals.DiscountedBenefit);
        PresentValueOfLongTermBenefits = Discounted(totals.DiscountedLongTerm);
        NetPresentValue = Discounted(totals.DiscountedBenefit - totals.DiscountedCost);
        Payback = new PaybackFigures(ledger, index, Case.FlowTiming);
        TimedFlows flows = ledger.NetFlows(index);
        InternalRateOfReturn = Returns.InternalRateOfReturn.Timed(flows.Amounts, flows.Years);
        ModifiedInternalRateOfReturn = ModifiedRate(flows);
        ProfitabilityIndex = evaluation.DiscountRate is { } rate
            ? Returns.ProfitabilityIndex.OnAllOutflows(flows.Amounts, flows.Years, (double)rate)
            : Figure.NotApplicable<double>(NotApplicableReason.NoRate);
        Warnings = HorizonWarnings.Of(this);
    }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>The case.</summary>
    public InvestmentCase Case => _evaluation.Case;

    /// <summary>The first day of the period.</summary>
    public LocalDate Start => Case.Start;

    /// <summary>The first day after the period.</summary>
    public LocalDate End => _ledger.End(_index);

    /// <summary>The length of the period in years, by the day count of the case.</summary>
    public double Years { get; }

    /// <summary>All costs of the period: 总成本. Also the total cost of ownership (总拥有成本).</summary>
    public Money TotalCost { get; }

    /// <summary>All short-term monetised benefits of the period: 总收益.</summary>
    public Money TotalBenefit { get; }

    /// <summary>The long-term block (loyalty, cross-sell, up-sell, process efficiency) of the period, not part of <see cref="TotalBenefit"/>.</summary>
    public Money TotalLongTermBenefit { get; }

    /// <summary><see cref="TotalBenefit"/> - <see cref="TotalCost"/>: 净收益.</summary>
    public Money NetBenefit => TotalBenefit - TotalCost;

    /// <summary>(benefit - cost) / cost as a ratio, exact: 0.6 is 60 %. Not applicable without cost.</summary>
    public Figure<decimal> ReturnOnInvestment => Returns.ReturnOnInvestment.Simple(TotalBenefit, TotalCost);

    /// <summary>The same with the long-term block counted in.</summary>
    public Figure<decimal> ReturnOnInvestmentWithLongTerm => Returns.ReturnOnInvestment.Simple(TotalBenefit + TotalLongTermBenefit, TotalCost);

    /// <summary>Costs discounted to the start date: 成本现值. Not applicable without a discount rate.</summary>
    public Figure<Money> PresentValueOfCosts { get; }

    /// <summary>Short-term benefits discounted to the start date: 收益现值. Not applicable without a discount rate.</summary>
    public Figure<Money> PresentValueOfBenefits { get; }

    /// <summary>The long-term block discounted to the start date. Not applicable without a discount rate.</summary>
    public Figure<Money> PresentValueOfLongTermBenefits { get; }

    /// <summary><see cref="PresentValueOfBenefits"/> - <see cref="PresentValueOfCosts"/>: 净现值.</summary>
    public Figure<Money> NetPresentValue { get; }

    /// <summary>Net present value / present value of costs as a ratio. Not applicable without a discount rate or without cost.</summary>
    public Figure<decimal> DiscountedReturnOnInvestment => Combine(PresentValueOfBenefits, PresentValueOfCosts, Returns.ReturnOnInvestment.Tei);

    /// <summary>Present value of benefits / present value of costs: 效益成本比. Not applicable without a discount rate or without cost.</summary>
    public Figure<decimal> BenefitCostRatio => Combine(PresentValueOfBenefits, PresentValueOfCosts, Returns.BenefitCostRatio.Of);

    /// <summary>The yearly return that compounds to <see cref="ReturnOnInvestment"/> over the period: (1 + ROI)^(1 / years) - 1.</summary>
    public Figure<double> AnnualizedReturnOnInvestment => AnnualizedReturn.Of(ReturnOnInvestment, Years);

    /// <summary>The total cost of ownership, the same as <see cref="TotalCost"/>: 总拥有成本.</summary>
    public Money TotalCostOfOwnership => TotalCost;

    /// <summary>Total cost / years: 年均拥有成本.</summary>
    public Figure<Money> AverageAnnualCost => Returns.TotalCostOfOwnership.AverageAnnual(TotalCost, Years);

    /// <summary>The level yearly cost with the same present value. Not applicable without a discount rate.</summary>
    public Figure<Money> EquivalentAnnualCost =>
        _evaluation.DiscountRate is { } rate && PresentValueOfCosts.TryGetValue(out Money costs)
            ? Returns.EquivalentAnnualCost.Of(costs, (double)rate, Years)
            : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);

    /// <summary>When the case has paid back, in months from the start; simple and discounted, first and durable.</summary>
    public PaybackFigures Payback { get; }

    /// <summary>Every internal rate of return of the net flows, yearly as a fraction, with status and proof; times as they are discounted.</summary>
    public InternalRateOfReturnResult InternalRateOfReturn { get; }

    /// <summary>
    /// The modified internal rate of return of the net flows, yearly as a fraction: outflows at the case's finance rate, inflows at its reinvestment rate, each
    /// the discount rate where the case does not say. Not applicable without rates or without net flows of both signs.
    /// </summary>
    public Figure<double> ModifiedInternalRateOfReturn { get; }

    /// <summary>Present value of the positive net flows / present value of the negative ones: 盈利指数. Not applicable without a discount rate or without outflow.</summary>
    public Figure<double> ProfitabilityIndex { get; }

    /// <summary>1 + net present value / what is paid, net, on the start date: the textbook profitability index. Not applicable where nothing is.</summary>
    public Figure<double> ProfitabilityIndexOnInitialInvestment =>
        NetPresentValue.TryGetValue(out Money npv)
            ? Returns.ProfitabilityIndex.OnInitialInvestment((double)npv.Amount, (double)(_ledger.Initial(FlowSide.Benefit) - _ledger.Initial(FlowSide.Cost)))
            : Figure.NotApplicable<double>(NotApplicableReason.NoRate);

    /// <summary>The net present value carried to the end of the period at the discount rate: 净终值. Not applicable without a discount rate.</summary>
    public Figure<Money> NetFutureValue =>
        _evaluation.DiscountRate is { } rate && NetPresentValue.TryGetValue(out Money npv)
            ? MoneyConversion.Scaled(npv, Math.Pow(1 + (double)rate, Years))
            : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);

    /// <summary>The figures with every measured benefit at the lower limit of its interval at once; null where no benefit has an interval.</summary>
    public LimitFigures? AtLowerLimit => _evaluation.Limits is { } limits ? Limit(limits.Lower) : null;

    /// <summary>The figures with every measured benefit at the upper limit of its interval at once; null where no benefit has an interval.</summary>
    public LimitFigures? AtUpperLimit => _evaluation.Limits is { } limits ? Limit(limits.Upper) : null;

    /// <summary>What a reader must know of this period.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>Costs by category, every category that the case has costs in.</summary>
    public IReadOnlyDictionary<CostCategory, Money> CostByCategory => Group(Case.Costs, cost => cost.Category, firstLine: 0, _ => true);

    /// <summary>Short-term monetised benefits by category; they sum to <see cref="TotalBenefit"/>.</summary>
    public IReadOnlyDictionary<BenefitCategory, Money> BenefitByCategory => GroupBenefits(benefit => benefit.Category, IsCounted);

    /// <summary>The long-term block by category; it sums to <see cref="TotalLongTermBenefit"/>.</summary>
    public IReadOnlyDictionary<BenefitCategory, Money> LongTermBenefitByCategory =>
        GroupBenefits(benefit => benefit.Category, benefit => benefit.IsLongTerm && benefit.Evidence != Evidence.NotMonetised);

    /// <summary>Short-term monetised benefits by class (cashable, efficiency); they sum to <see cref="TotalBenefit"/>.</summary>
    public IReadOnlyDictionary<BenefitClass, Money> BenefitByClass => GroupBenefits(benefit => benefit.Class, IsCounted);

    /// <summary>Short-term monetised benefits by evidence; they sum to <see cref="TotalBenefit"/>.</summary>
    public IReadOnlyDictionary<Evidence, Money> BenefitByEvidence => GroupBenefits(benefit => benefit.Evidence, IsCounted);

    /// <summary>The part of the total benefit that rests on one kind of evidence, 0 to 1. Not applicable where there is no benefit.</summary>
    /// <param name="evidence">The kind of evidence.</param>
    public Figure<decimal> ShareOfBenefit(Evidence evidence) =>
        TotalBenefit.IsZero
            ? Figure.NotApplicable<decimal>(NotApplicableReason.NoBenefit)
            : Figure.Of(BenefitByEvidence.TryGetValue(evidence, out Money part) ? part / TotalBenefit : 0);

    /// <summary>The part of the total benefit that must be real for the simple ROI to reach a target: cost x (1 + target) / benefit.</summary>
    /// <param name="targetReturn">The target ROI as a ratio, -1 or more; 0 is break-even.</param>
    /// <returns>A ratio; above 1 the target is out of reach even if all of the benefit is real. Not applicable where there is no benefit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is below -1.</exception>
    public Figure<decimal> RequiredBenefitShare(decimal targetReturn = 0)
    {
        Check.InRange(targetReturn, -1, decimal.MaxValue / 2);
        return TotalBenefit.IsZero
            ? Figure.NotApplicable<decimal>(NotApplicableReason.NoBenefit)
            : Figure.Of(TotalCost * (1 + targetReturn) / TotalBenefit);
    }

    /// <summary>The ROI under a named convention.</summary>
    /// <param name="convention">The convention; Nucleus and Phillips look at the years of the evaluation as far as the period reaches.</param>
    /// <returns>A ratio, or the reason why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public Figure<decimal> ReturnOnInvestmentBy(RoiConvention convention) => Conventions.Of(this, convention);

    /// <summary>What each cost comes to, in the order of the case.</summary>
    public IReadOnlyList<CostLine> CostLines()
    {
        var lines = new CostLine[Case.Costs.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new CostLine(Case.Costs[i], Of(_ledger.Total(i, _index)), Discounted(_ledger.PresentValue(i, _index)));
        }

        return lines;
    }

    /// <summary>What each benefit comes to, in the order of the case, the long-term block and those that are not monetised among them.</summary>
    public IReadOnlyList<BenefitLine> BenefitLines()
    {
        var lines = new BenefitLine[Case.Benefits.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            int line = Case.Costs.Count + i;
            lines[i] = new BenefitLine(Case.Benefits[i], Of(_ledger.Total(line, _index)), Discounted(_ledger.PresentValue(line, _index)));
        }

        return lines;
    }

    /// <summary>The cash-flow table by month: the row of the start date, then one a grid month.</summary>
    public IReadOnlyList<FlowTableRow> MonthlyTable() => FlowTable.Of(_ledger, _index, Case.Currency, monthsPerRow: 1);

    /// <summary>The cash-flow table by year of the evaluation: the row of the start date, then one a year, the last perhaps in part.</summary>
    public IReadOnlyList<FlowTableRow> YearlyTable() => FlowTable.Of(_ledger, _index, Case.Currency, monthsPerRow: 12);

    /// <summary>How each figure came about: formula, inputs with units, result.</summary>
    public IReadOnlyList<FigureExplanation> Explain() => Explanations.Of(this, _evaluation.DiscountRate);

    /// <summary>The period and its ROI, invariant.</summary>
    public override string ToString() => $"{Period}: cost {TotalCost}, benefit {TotalBenefit}, ROI {ReturnOnInvestment}";

    internal decimal CostTotal(int index) => _ledger.Total(index, _index);

    internal decimal BenefitTotal(int index) => _ledger.Total(Case.Costs.Count + index, _index);

    /// <summary>The short-term benefit that rests on one kind of evidence, without building a breakdown.</summary>
    internal decimal EvidenceTotal(Evidence evidence)
    {
        decimal total = 0;
        for (int i = 0; i < Case.Benefits.Count; i++)
        {
            total += Case.Benefits[i].Evidence == evidence && !Case.Benefits[i].IsLongTerm ? BenefitTotal(i) : 0;
        }

        return total;
    }

    private static bool IsCounted(BenefitItem benefit) => !benefit.IsLongTerm && benefit.Evidence != Evidence.NotMonetised;

    private static Figure<decimal> Combine(Figure<Money> benefits, Figure<Money> costs, Func<Money, Money, Figure<decimal>> ratio) =>
        benefits.TryGetValue(out Money benefit) && costs.TryGetValue(out Money cost)
            ? ratio(benefit, cost)
            : Figure.NotApplicable<decimal>(benefits.Reason ?? costs.Reason ?? NotApplicableReason.NotComputed);

    private Money Of(decimal amount) => new(amount, Case.Currency);

    private Figure<Money> Discounted(double amount) =>
        _ledger.Axis.IsDiscounted
            ? MoneyConversion.Scaled(Of(1), amount)
            : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);

    private Figure<double> ModifiedRate(TimedFlows flows) =>
        (Case.FinanceRate ?? _evaluation.DiscountRate) is { } finance && (Case.ReinvestmentRate ?? _evaluation.DiscountRate) is { } reinvestment
            ? Returns.ModifiedInternalRateOfReturn.Timed(flows.Amounts, flows.Years, (double)finance, (double)reinvestment)
            : Figure.NotApplicable<double>(NotApplicableReason.NoRate);

    private LimitFigures Limit(Ledger ledger)
    {
        Totals totals = Sum(ledger);
        return new LimitFigures(
            Of(totals.Benefit),
            Returns.ReturnOnInvestment.Simple(Of(totals.Benefit), Of(totals.Cost)),
            Discounted(totals.DiscountedBenefit - totals.DiscountedCost),
            new PaybackFigures(ledger, _index, Case.FlowTiming));
    }

    private Totals Sum(Ledger ledger)
    {
        var totals = default(Totals);
        int costs = Case.Costs.Count;
        for (int i = 0; i < costs; i++)
        {
            totals.Cost += ledger.Total(i, _index);
            totals.DiscountedCost += ledger.PresentValue(i, _index);
        }

        for (int i = 0; i < Case.Benefits.Count; i++)
        {
            if (Case.Benefits[i].IsLongTerm)
            {
                totals.LongTerm += ledger.Total(costs + i, _index);
                totals.DiscountedLongTerm += ledger.PresentValue(costs + i, _index);
            }
            else
            {
                totals.Benefit += ledger.Total(costs + i, _index);
                totals.DiscountedBenefit += ledger.PresentValue(costs + i, _index);
            }
        }

        return totals;
    }

    private Dictionary<TKey, Money> GroupBenefits<TKey>(Func<BenefitItem, TKey> keyOf, Func<BenefitItem, bool> isCounted)
        where TKey : notnull => Group(Case.Benefits, keyOf, Case.Costs.Count, isCounted);

    private Dictionary<TKey, Money> Group<TItem, TKey>(IReadOnlyList<TItem> items, Func<TItem, TKey> keyOf, int firstLine, Func<TItem, bool> isCounted)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, Money>();
        for (int i = 0; i < items.Count; i++)
        {
            if (isCounted(items[i]))
            {
                TKey key = keyOf(items[i]);
                Money total = Of(_ledger.Total(firstLine + i, _index));
                groups[key] = groups.TryGetValue(key, out Money sum) ? sum + total : total;
            }
        }

        return groups;
    }

    private struct Totals
    {
        internal decimal Cost;
        internal decimal Benefit;
        internal decimal LongTerm;
        internal double DiscountedCost;
        internal double DiscountedBenefit;
        internal double DiscountedLongTerm;
    }
}
