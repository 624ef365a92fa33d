using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>Every figure of a projection for one evaluation period.</summary>
/// <remarks>
/// Costs are all costs of the case in the period. Benefits are the short-term, monetised ones; the long-term block is shown apart and
/// benefits that are not monetised are never summed. Amounts are not rounded.
/// </remarks>
public sealed class PeriodResult
{
    private readonly FlowSums _sums;
    private readonly int _index;
    private RateFigures? _rates;
    private IReadOnlyList<Message>? _warnings;
    private PeriodResult? _cashable;
    private StrongBox<decimal>? _unexpiredPrepayment;
    private StrongBox<decimal>? _initialInvestment;

    internal PeriodResult(Projection projection, int index)
    {
        Projection = projection;
        _sums = projection.Sums;
        _index = index;
        Period = projection.Periods[index];
        Years = Period.YearsFrom(Case.Start, Terms.DayCount!.Value);
        Totals totals = Sum();
        TotalCost = Of(totals.Cost);
        TotalBenefit = Of(totals.Benefit);
        TotalLongTermBenefit = Of(totals.LongTerm);
        PresentValueOfCosts = Discounted(totals.DiscountedCost);
        PresentValueOfBenefits = Discounted(totals.DiscountedBenefit);
        PresentValueOfLongTermBenefits = Discounted(totals.DiscountedLongTerm);
        NetPresentValue = Discounted(totals.DiscountedBenefit - totals.DiscountedCost);
        Payback = new PaybackFigures(projection, index);
    }

    /// <summary>The amounts that the figures are computed from.</summary>
    public Projection Projection { get; }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>The case.</summary>
    public InvestmentCase Case => Projection.Case;

    /// <summary>The terms in force.</summary>
    public CaseTerms Terms => Projection.Terms;

    /// <summary>The first day of the period.</summary>
    public LocalDate Start => Case.Start;

    /// <summary>The first day after the period.</summary>
    public LocalDate End => _sums.End(_index);

    /// <summary>The length of the period in years, by the day count of the case.</summary>
    public double Years { get; }

    /// <summary>How many anniversaries of the start come up to and including the end, whatever the day count: 0 for a period under twelve months.</summary>
    public int WholeYears => DateSpans.WholeYears(Start, End);

    /// <summary>
    /// The same figures on the cash basis alone (现金口径): the benefits that are cashable, and the costs that are paid; this result itself where it holds no other.
    /// Saved hours are not cashable until the case says that posts or overtime go (<see cref="BenefitItem.CashedOut"/>), and hours of one's own staff
    /// (<see cref="CostCategory.Time"/>) are not paid beyond the wages that are paid anyway: neither side is cash.
    /// </summary>
    public PeriodResult Cashable => _cashable ??= ReferenceEquals(Projection.Cashable, Projection) ? this : new PeriodResult(Projection.Cashable, _index);

    /// <summary>Whether this is a result on the cash basis alone, or one in which every line is cash.</summary>
    public bool IsCashableAlone => ReferenceEquals(Projection.Cashable, Projection);

    /// <summary>All costs of the period: 总成本. Also the total cost of ownership (总拥有成本).</summary>
    public Money TotalCost { get; }

    /// <summary>All short-term monetised benefits of the period: 总收益.</summary>
    public Money TotalBenefit { get; }

    /// <summary>The long-term block (loyalty, cross-sell, up-sell, process efficiency) of the period, not part of <see cref="TotalBenefit"/>.</summary>
    public Money TotalLongTermBenefit { get; }

    /// <summary><see cref="TotalBenefit"/> - <see cref="TotalCost"/>: 净收益.</summary>
    public Money NetBenefit => TotalBenefit - TotalCost;

    /// <summary>(benefit - cost) / cost as a ratio, exact: 0.6 is 60 %. Not applicable without cost.</summary>
    public Figure<decimal> ReturnOnInvestment => OnCost(TotalBenefit, TotalCost, Returns.ReturnOnInvestment.Simple);

    /// <summary>
    /// What was paid in the period for the time after it (未到期预付款): of each bill in advance, amount x whole months after the end of the period / months bought.
    /// </summary>
    public Money UnexpiredPrepayment => Of((_unexpiredPrepayment ??= new(Prepayment.UnexpiredAt(Projection, End))).Value);

    /// <summary>What one line has of <see cref="UnexpiredPrepayment"/>; 0 for a line that pays nothing in advance, or is none of the costs.</summary>
    /// <param name="line">The id of a line of the case.</param>
    public Money UnexpiredPrepaymentOf(LineId line) => Of(Prepayment.UnexpiredAt(Projection, End, line));

    /// <summary>
    /// <see cref="ReturnOnInvestment"/> with <see cref="UnexpiredPrepayment"/> left out of the cost (权责口径). Not applicable without cost. What bills before the start paid for time after it
    /// is in no figure, in this one neither, and makes it better: the warning <c>prepaidBeforeStart</c> of the evaluation names that amount.
    /// </summary>
    public Figure<decimal> ReturnOnInvestmentOnAccrual => OnCost(TotalBenefit, TotalCost - UnexpiredPrepayment, Returns.ReturnOnInvestment.Simple);

    /// <summary>All cost dated up to and including go-live, or the start where go-live is before it: 建设期投资. Not discounted.</summary>
    public Money InitialInvestment => Of((_initialInvestment ??= new(Sum(FlowSide.Cost, date => date <= InitialUntil).Amount)).Value);

    /// <summary>The same with the long-term block counted in.</summary>
    public Figure<decimal> ReturnOnInvestmentWithLongTerm =>
        OnCost(TotalBenefit + TotalLongTermBenefit, TotalCost, Returns.ReturnOnInvestment.Simple);

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

    /// <summary>The yearly return that compounds to <see cref="ReturnOnInvestment"/> over the period: (1 + ROI)^(1 / years) - 1. Not applicable under twelve months.</summary>
    public Figure<double> AnnualizedReturnOnInvestment => IsUnderOneYear ? UnderOneYear<double>() : Returns.ReturnOnInvestment.Annualized(ReturnOnInvestment, Years);

    /// <summary>The total cost of ownership, the same as <see cref="TotalCost"/>: 总拥有成本.</summary>
    public Money TotalCostOfOwnership => TotalCost;

    /// <summary>Total cost / years: 年均总拥有成本. Not applicable under twelve months.</summary>
    public Figure<Money> AverageAnnualCost => IsUnderOneYear ? UnderOneYear<Money>() : Returns.TotalCostOfOwnership.AverageAnnual(TotalCost, Years);

    /// <summary>The level yearly cost with the same present value. Not applicable without a discount rate, nor under twelve months.</summary>
    public Figure<Money> EquivalentAnnualCost =>
        IsUnderOneYear ? UnderOneYear<Money>()
        : Terms.DiscountRate is { } rate && PresentValueOfCosts.TryGetValue(out Money costs)
            ? Returns.TotalCostOfOwnership.EquivalentAnnual(costs, (double)rate, Years)
            : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);

    /// <summary>When the case has paid back, in months from the start; simple and discounted, first and durable.</summary>
    public PaybackFigures Payback { get; }

    /// <summary>
    /// Every internal rate of return of the net flows, yearly as a fraction, with status and proof; times as they are discounted. Rates below -99 % do not
    /// count, nor beside others those above 100,000,000 %. None under twelve months
    /// (<see cref="NotApplicableReason.PeriodUnderOneYear"/>): nothing shorter than a year is annualised.
    /// </summary>
    public InternalRateOfReturnResult InternalRateOfReturn => Rates.Internal;

    /// <summary>
    /// The internal rate of return that stands for the period: the only one, or of several the one that the terms pick (<see cref="CaseTerms.RateSelection"/>). Not
    /// applicable where there is none, where there are several and none is picked, where it is not known that these are all, and where the only one is what borrowed money costs
    /// (<see cref="RateStatus.Borrowing"/>).
    /// </summary>
    public Figure<double> SelectedInternalRateOfReturn => Rates.Selected;

    /// <summary>Whether the rate that was picked from several is what borrowed money costs.</summary>
    internal bool IsSelectedRateBorrowing => Rates.IsSelectedBorrowing;

    /// <summary>
    /// The modified internal rate of return of the net flows, yearly as a fraction: outflows at the case's finance rate, inflows at its reinvestment rate, each
    /// the discount rate where the case does not say. Not applicable without rates, without net flows of both signs, or under twelve months.
    /// </summary>
    public Figure<double> ModifiedInternalRateOfReturn => Rates.Modified;

    /// <summary>Present value of the positive net flows / present value of the negative ones: 现值指数. Not applicable without a discount rate or without outflow.</summary>
    public Figure<double> ProfitabilityIndex => Rates.ProfitabilityIndex;

    /// <summary>1 + net present value / <see cref="InitialInvestment"/>: the textbook profitability index. Not applicable where nothing is paid up to go-live.</summary>
    public Figure<double> ProfitabilityIndexOnInitialInvestment =>
        NetPresentValue.TryGetValue(out Money npv)
            ? InitialInvestment.Amount <= 0
                ? Figure.NotApplicable<double>(NotApplicableReason.NoInitialCost)
                : Returns.ProfitabilityIndex.OnInitialInvestment((double)npv.Amount, -(double)InitialInvestment.Amount)
            : Figure.NotApplicable<double>(NotApplicableReason.NoRate);

    /// <summary>The net present value carried to the end of the period at the discount rate: 净终值. Not applicable without a discount rate.</summary>
    public Figure<Money> NetFutureValue =>
        Terms.DiscountRate is { } rate && NetPresentValue.TryGetValue(out Money npv)
            ? MoneyConversion.Scaled(npv, Math.Pow(1 + (double)rate, Years))
            : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);

    /// <summary>The figures with every measured benefit at the lower limit of its interval at once; null where no benefit has an interval.</summary>
    public PeriodResult? AtLowerLimit => Projection.AtLowerLimit is { } limit ? new PeriodResult(limit, _index) : null;

    /// <summary>The figures with every measured benefit at the upper limit of its interval at once; null where no benefit has an interval.</summary>
    public PeriodResult? AtUpperLimit => Projection.AtUpperLimit is { } limit ? new PeriodResult(limit, _index) : null;

    /// <summary>What a reader must know of this period.</summary>
    public IReadOnlyList<Message> Warnings => _warnings ??= PeriodWarnings.Of(this);

    /// <summary>Costs by category, every category that the case has costs in.</summary>
    public IReadOnlyDictionary<CostCategory, Money> CostByCategory => Group(line => line.Cost is not null && !(Projection.IsCashableAlone && line.Cost.Category == CostCategory.Time), line => line.Cost!.Category);

    /// <summary>Short-term monetised benefits by category; they sum to <see cref="TotalBenefit"/>.</summary>
    public IReadOnlyDictionary<BenefitCategory, Money> BenefitByCategory => GroupBenefits(benefit => benefit.Category, FlowSide.Benefit);

    /// <summary>The long-term block by category; it sums to <see cref="TotalLongTermBenefit"/>.</summary>
    public IReadOnlyDictionary<BenefitCategory, Money> LongTermBenefitByCategory =>
        GroupBenefits(benefit => benefit.Category, FlowSide.LongTermBenefit);

    /// <summary>Short-term monetised benefits by class (cashable, efficiency); they sum to <see cref="TotalBenefit"/>.</summary>
    public IReadOnlyDictionary<BenefitClass, Money> BenefitByClass => GroupBenefits(benefit => benefit.CountedClass, FlowSide.Benefit);

    /// <summary>Short-term monetised benefits by evidence; they sum to <see cref="TotalBenefit"/>.</summary>
    public IReadOnlyDictionary<Evidence, Money> BenefitByEvidence => GroupBenefits(benefit => benefit.Evidence, FlowSide.Benefit);

    /// <summary>The part of the total benefit that rests on one kind of evidence, 0 to 1. Not applicable where there is no benefit, or losses leave none.</summary>
    /// <param name="evidence">The kind of evidence.</param>
    public Figure<decimal> ShareOfBenefit(Evidence evidence) =>
        TotalBenefit.Amount <= 0
            ? Figure.NotApplicable<decimal>(WithoutBenefit)
            : Figure.Of(BenefitByEvidence.TryGetValue(evidence, out Money part) ? part / TotalBenefit : 0);

    /// <summary>The part of the total benefit that must be real for the simple ROI to reach a target: cost x (1 + target) / benefit.</summary>
    /// <param name="targetReturn">The target ROI as a ratio, -1 or more; 0 is break-even.</param>
    /// <returns>A ratio; above 1 the target is out of reach even if all of the benefit is real. Not applicable where there is no benefit, or losses leave none, where credits come to
    /// more than all cost, or so little benefit that the ratio leaves the range of decimal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is below -1.</exception>
    /// <exception cref="OverflowException">Cost x (1 + target) is beyond the range of decimal.</exception>
    public Figure<decimal> RequiredBenefitShare(decimal targetReturn = 0)
    {
        Check.InRange(targetReturn, -1, decimal.MaxValue / 2);
        return TotalBenefit.Amount <= 0 ? Figure.NotApplicable<decimal>(WithoutBenefit)
            : TotalCost.Amount < 0 ? Figure.NotApplicable<decimal>(NotApplicableReason.NoCost)
            : Returns.ReturnOnInvestment.Ratio((TotalCost * (1 + targetReturn)).Amount, TotalBenefit.Amount, WithoutBenefit, minusOne: false);
    }

    /// <summary>The ROI under a named convention.</summary>
    /// <param name="convention">The convention; Nucleus and Phillips look at the years of the evaluation as far as the period reaches.</param>
    /// <returns>A ratio, or the reason why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public Figure<decimal> ReturnOnInvestmentBy(RoiConvention convention) => Conventions.Of(this, convention);

    /// <summary>What each cost comes to, in the order of the projection.</summary>
    public IReadOnlyList<LineResult> CostLines() => Lines(line => line.Side == FlowSide.Cost && (!Projection.IsCashableAlone || line.Cost is not { Category: CostCategory.Time }));

    /// <summary>What each benefit comes to, in the order of the projection, the long-term block and those that are not monetised among them.</summary>
    public IReadOnlyList<LineResult> BenefitLines() => Lines(line => line.Side != FlowSide.Cost && (!Projection.IsCashableAlone || line.Benefit is { IsCashable: true }));

    /// <summary>Cost and benefit by tag of the lines, shared cost divided by the key of the case; last what is left undivided. Empty where no line has a tag.</summary>
    public IReadOnlyList<TagResult> ByTag() => TagResult.Of(this);

    /// <summary>The cash-flow table by month: the row of the start date, then one a grid month.</summary>
    public IReadOnlyList<FlowTableRow> MonthlyTable() => FlowTable.Of(Projection, _index, monthsPerRow: 1);

    /// <summary>The cash-flow table by year of the evaluation: the row of the start date, then one a year, the last perhaps in part.</summary>
    public IReadOnlyList<FlowTableRow> YearlyTable() => FlowTable.Of(Projection, _index, monthsPerRow: 12);

    /// <summary>How each figure came about: formula, inputs with units, result.</summary>
    public IReadOnlyList<FigureExplanation> Explain() => Explanations.Of(this, StandardMeasures.All);

    /// <summary>How figures of a list came about: formula, inputs with units, result.</summary>
    /// <param name="measures">The list, for example <c>RoiEvaluation.Measures</c>.</param>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    public IReadOnlyList<FigureExplanation> Explain(IReadOnlyList<Measure> measures) =>
        Explanations.Of(this, [.. Check.NotNull(measures).Select(measure => Check.NotNull(measure, nameof(measures)))]);

    /// <summary>The period and its ROI, invariant.</summary>
    public override string ToString() => $"{Period}: cost {TotalCost}, benefit {TotalBenefit}, ROI {ReturnOnInvestment}";

    /// <summary>Made when first asked for; two threads that ask at once make equal ones, and one of the two is kept.</summary>
    private RateFigures Rates => _rates ??= new RateFigures(this);

    internal int Index => _index;

    internal decimal LineTotal(int line) => _sums.Total(line, _index);

    /// <summary>The last day of what counts as initial: go-live, or the start where go-live is before it.</summary>
    internal LocalDate InitialUntil => Case.GoLive > Start ? Case.GoLive : Start;

    /// <summary>The months from the start to go-live (建设期); 0 where it is before the start.</summary>
    internal decimal MonthsToGoLive => DateSpans.Months(Start, Case.GoLive);

    /// <summary>The largest sum by which the cumulative net flow, in order of time, lies below zero.</summary>
    internal double LargestExposure => Rates.LargestExposure;

    internal int MostNetFlows => _sums.MostNetFlows(_index);

    internal int NetFlows(RealsBuffer years, RealsBuffer amounts) => _sums.NetFlows(_index, years, amounts);

    internal void Visit(FlowSide side, Action<LocalDate, decimal> visit) => _sums.Visit(side, _index, visit);

    /// <summary>What a side holds on the dates that are asked for.</summary>
    internal Money Sum(FlowSide side, Func<LocalDate, bool> isCounted)
    {
        decimal sum = 0;
        Visit(side, (date, amount) => sum += isCounted(date) ? amount : 0);
        return Of(sum);
    }

    /// <summary>A sum of discounted amounts as money, or the reason where it leaves the range.</summary>
    internal Figure<Money> PresentValue(double amount) => MoneyConversion.Scaled(Of(1), amount);

    internal bool IsUnderOneYear => WholeYears == 0;

    /// <summary>Why there is no benefit: none is monetised in the period, or losses leave none.</summary>
    private NotApplicableReason WithoutBenefit
    {
        get
        {
            for (int line = Case.Costs.Count; line < Projection.LineCount; line++)
            {
                if (Projection.SideOf(line) == FlowSide.Benefit && LineTotal(line) < 0)
                {
                    return NotApplicableReason.LossesOutweighGains;
                }
            }

            return NotApplicableReason.NoBenefit;
        }
    }

    internal static Figure<T> UnderOneYear<T>()
        where T : struct => Figure.NotApplicable<T>(NotApplicableReason.PeriodUnderOneYear);

    /// <summary>The short-term benefit that rests on one kind of evidence, without building a breakdown.</summary>
    internal decimal EvidenceTotal(Evidence evidence)
    {
        decimal total = 0;
        for (int i = Case.Costs.Count; i < Projection.LineCount; i++)
        {
            total += Projection.SideOf(i) == FlowSide.Benefit && Projection.BenefitOf(i)!.Evidence == evidence ? LineTotal(i) : 0;
        }

        return total;
    }

    private static Figure<decimal> Combine(Figure<Money> benefits, Figure<Money> costs, Func<Money, Money, Figure<decimal>> ratio) =>
        benefits.TryGetValue(out Money benefit) && costs.TryGetValue(out Money cost)
            ? OnCost(benefit, cost, ratio)
            : Figure.NotApplicable<decimal>(benefits.Reason ?? costs.Reason ?? NotApplicableReason.NotComputed);

    /// <summary>Credit notes may leave less than no cost: nothing to hold a benefit against.</summary>
    private static Figure<decimal> OnCost(Money benefit, Money cost, Func<Money, Money, Figure<decimal>> ratio) =>
        cost.Amount < 0 ? Figure.NotApplicable<decimal>(NotApplicableReason.NoCost) : ratio(benefit, cost);

    private Money Of(decimal amount) => new(amount, Case.Currency);

    private Figure<Money> Discounted(double amount) =>
        Projection.IsDiscounted
            ? MoneyConversion.Scaled(Of(1), amount)
            : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);

    private Totals Sum()
    {
        var totals = default(Totals);
        for (int i = 0; i < Projection.LineCount; i++)
        {
            decimal total = _sums.Total(i, _index);
            double presentValue = _sums.PresentValue(i, _index);
            switch (Projection.SideOf(i))
            {
                case FlowSide.Cost:
                    totals.Cost += total;
                    totals.DiscountedCost += presentValue;
                    break;
                case FlowSide.Benefit:
                    totals.Benefit += total;
                    totals.DiscountedBenefit += presentValue;
                    break;
                default:
                    totals.LongTerm += total;
                    totals.DiscountedLongTerm += presentValue;
                    break;
            }
        }

        return totals;
    }

    private ReadOnlyCollection<LineResult> Lines(Func<ProjectionLine, bool> isAsked)
    {
        IReadOnlyList<ProjectionLine> lines = Projection.Lines;
        var results = new List<LineResult>(lines.Count);
        for (int i = 0; i < lines.Count; i++)
        {
            if (isAsked(lines[i]))
            {
                results.Add(new LineResult(lines[i], Of(_sums.Total(i, _index)), Discounted(_sums.PresentValue(i, _index)), Of(Projection.ReleasedCapital(i, _index))));
            }
        }

        return results.AsReadOnly();
    }

    private ReadOnlyDictionary<TKey, Money> GroupBenefits<TKey>(Func<BenefitItem, TKey> keyOf, FlowSide side)
        where TKey : notnull => Group(line => line.Side == side && line.Benefit!.Evidence != Evidence.NotMonetized, line => keyOf(line.Benefit!));

    private ReadOnlyDictionary<TKey, Money> Group<TKey>(Func<ProjectionLine, bool> isCounted, Func<ProjectionLine, TKey> keyOf)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, Money>();
        IReadOnlyList<ProjectionLine> lines = Projection.Lines;
        for (int i = 0; i < lines.Count; i++)
        {
            if (isCounted(lines[i]))
            {
                TKey key = keyOf(lines[i]);
                Money total = Of(LineTotal(i));
                groups[key] = groups.TryGetValue(key, out Money sum) ? sum + total : total;
            }
        }

        return new ReadOnlyDictionary<TKey, Money>(groups);
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
