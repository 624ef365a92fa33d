using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Evaluation;

/// <summary>One evaluation period after value-added tax and income tax (税后), beside the figures before tax.</summary>
/// <remarks>
/// <para>Costs are net of credited value-added tax. Income tax = rate x (cashable benefits - deductible cost). Hours saved are not cash and are not taxed, and hours
/// of one's own staff are not deducted. The long-term block is neither taxed nor part of any total.</para>
/// <para>Figures are those of <see cref="Returns"/> on the flows after tax; with a rate of 0 and without value-added tax they are those before tax to the last bit.</para>
/// </remarks>
public sealed class AfterTaxResult
{
    private readonly PeriodResult _before;
    private readonly TaxableFlows _flows;
    private readonly TaxedPeriod _taxed;
    private readonly PeriodResult? _after;
    private readonly string _text;
    private AfterTaxResult? _cashable;

    internal AfterTaxResult(PeriodResult before, TaxableFlows flows)
    {
        _before = before;
        _flows = flows;
        _taxed = new TaxedPeriod(flows, before.Index);
        Reasons = _taxed.Reasons;
        Rules = _taxed.Rules;
        _after = Reasons.Count == 0 ? new PeriodResult(_taxed.After, before.Index) : null;
        _text = $"{before.Period}: tax {Tax}, net present value {NetPresentValue}";
    }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period => _before.Period;

    /// <summary>
    /// Why there is no figure after tax: <c>tax.noRule</c> (a date that no rule covers), <c>tax.tooFewYears</c>, <c>tax.softwareExpensed</c>, <c>tax.equipmentExpensed</c>,
    /// <c>tax.softwareAtOnce</c>, <c>tax.serviceAtOnce</c>, <c>tax.tooLargeAtOnce</c>, <c>tax.vatRateTooHigh</c>, <c>tax.tooManyLossYears</c>, <c>tax.otherRate</c>, <c>tax.noYuanRate</c>; empty where there are figures.
    /// </summary>
    public IReadOnlyList<Message> Reasons { get; }

    /// <summary>The rules that were used, each once.</summary>
    public IReadOnlyList<TaxRule> Rules { get; }

    /// <summary>The same on the cash basis alone (现金口径): without hours saved and without hours of one's own staff. The tax is the same.</summary>
    public AfterTaxResult Cashable => _cashable ??= _before.IsCashableAlone ? this : new AfterTaxResult(_before.Cashable, _flows.Cashable);

    /// <summary>Costs net of credited value-added tax.</summary>
    public Figure<Money> TotalCost => Of(after => after.TotalCost);

    /// <summary>Short-term benefits without value-added tax, before income tax.</summary>
    public Figure<Money> TotalBenefit => Of(BenefitBeforeTax);

    /// <summary>Income tax: positive when paid, negative when it is a relief against other profits.</summary>
    public Figure<Money> Tax => Of(_ => TaxPaid);

    /// <summary>Benefits less costs less tax: 税后净收益.</summary>
    public Figure<Money> NetBenefit => Of(after => after.NetBenefit);

    /// <summary>Input tax that is credited (可抵扣进项税额), less what is taken back for exempt use.</summary>
    public Figure<Money> CreditedVat => Of(_ => Sum(_taxed.Credits));

    /// <summary>Cashable benefits, which are taxed.</summary>
    public Figure<Money> TaxableBenefit => Of(_ => Sum(_taxed.Income));

    /// <summary>Cost that is deducted within the period.</summary>
    public Figure<Money> DeductibleCost => Of(_ => Sum(_taxed.Deductions));

    /// <summary>Cost that is left to deduct after the end of the period: its relief is in no figure.</summary>
    public Figure<Money> UndeductedCost => Of(_ => Amount(_taxed.Undeducted));

    /// <summary>Losses that were not set against profits by the end of the period, with <c>CarryForward</c>: their relief is in no figure.</summary>
    public Figure<Money> UnusedLoss => Of(_ => Amount(_taxed.UnusedLoss));

    /// <summary>Net benefit after tax / cost as a ratio: 税后投资回报率.</summary>
    public Figure<decimal> ReturnOnInvestment => _after?.ReturnOnInvestment ?? None<decimal>();

    /// <summary>税后净现值. Not applicable without a discount rate.</summary>
    public Figure<Money> NetPresentValue => _after?.NetPresentValue ?? None<Money>();

    /// <summary>Every internal rate of return of the flows after tax, as for <see cref="PeriodResult.InternalRateOfReturn"/>; none where <see cref="Reasons"/> say why.</summary>
    public InternalRateOfReturnResult InternalRateOfReturn => _after?.InternalRateOfReturn ?? new InternalRateOfReturnResult(NotApplicableReason.NoTaxRule, RateProof.Descartes);

    /// <summary>The internal rate of return that stands for the period, as for <see cref="PeriodResult.SelectedInternalRateOfReturn"/>.</summary>
    public Figure<double> SelectedInternalRateOfReturn => _after?.SelectedInternalRateOfReturn ?? None<double>();

    /// <summary>When the flows after tax have paid back, in months from the start (税后静态投资回收期).</summary>
    public Figure<double> PaybackMonths => _after?.Payback.FirstMonths ?? None<double>();

    /// <summary>From when on they never fall below zero again within the period.</summary>
    public Figure<double> DurablePaybackMonths => _after?.Payback.DurableMonths ?? None<double>();

    /// <summary>The table by year of the evaluation: the row of the start date, then one a year, the last perhaps in part; empty where <see cref="Reasons"/> say why.</summary>
    public IReadOnlyList<AfterTaxRow> YearlyTable() => _after is null ? Array.AsReadOnly<AfterTaxRow>([]) : AfterTaxTable.Of(_after, _taxed);

    /// <summary>How each figure came about (计算说明): its formula, what went in, line by line where lines are added up, and what came out; empty where <see cref="Reasons"/> say why.</summary>
    public IReadOnlyList<FigureExplanation> Explain() => _after is null ? Array.AsReadOnly<FigureExplanation>([]) : AfterTaxExplanations.Of(this, _after);

    /// <summary>
    /// What makes up the figures: the flows of each line in the order of the case, costs first, each by date, and then the payments of income tax; not rounded. Empty where
    /// <see cref="Reasons"/> say why. Made when it is asked for.
    /// </summary>
    public IReadOnlyList<AfterTaxFlow> Flows() => _after is null ? Array.AsReadOnly<AfterTaxFlow>([]) : AfterTaxFlows.Of(_flows, _taxed, _before.End);

    /// <summary>
    /// How near an asset is to a limit of the rules (deduction at once, credit for mixed use): its value without credited tax / the limit, once for each limit that was asked
    /// for; above 1 it is beyond. Empty for a line of which none is asked.
    /// </summary>
    /// <param name="line">The id of a line of the case.</param>
    public IReadOnlyList<decimal> ShareOfLimits(LineId line)
    {
        int index = 0;
        foreach (CostItem cost in _before.Case.Costs)
        {
            if (cost.Id == line)
            {
                return Array.AsReadOnly([.. _flows.OfLine(index).LimitShares]);
            }

            index++;
        }

        return Array.AsReadOnly<decimal>([]);
    }

    /// <summary>
    /// The same table as documents print it: what has accumulated is rounded, so that the rows sum to the totals, and those of cost, benefit and tax to the net.
    /// </summary>
    /// <param name="step">The smallest printed amount, more than 0: 0.01 for yuan, 100 for 万元 with two decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not more than 0.</exception>
    /// <exception cref="OverflowException">The step is so large that the rounded amounts leave the range of decimal.</exception>
    public IReadOnlyList<AfterTaxRow> PrintedTable(decimal step)
    {
        // As everywhere, larger steps start from minor units: a table is what a reader makes of the document.
        decimal finest = PrintedParts.MinorUnit(_before.Case.Currency.MinorUnitDigits);
        IReadOnlyList<AfterTaxRow> rows = AfterTaxTable.Printed(YearlyTable(), _after, Math.Min(Check.Positive(step), finest), finest);
        return step <= finest ? rows : AfterTaxTable.Printed(rows, _after, step, finest);
    }

    /// <summary>Period, tax and net present value, invariant.</summary>
    public override string ToString() => _text;

    /// <summary>The figures of the flows after tax, with the tax on the benefit side; null where there are none.</summary>
    internal PeriodResult? After => _after;

    /// <summary>How each taxed cost was taxed, whatever the period.</summary>
    internal IReadOnlyList<CostTaxUse> Uses => _flows.Uses;

    private Money TaxPaid => Sum(_taxed.Payments);

    /// <summary>The sum of the lines but that of the tax, in the order of a sum before tax: its last digit is that one's.</summary>
    private Money BenefitBeforeTax(PeriodResult after)
    {
        decimal sum = 0;
        for (int line = 0; line < after.Projection.LineCount - 1; line++)
        {
            sum += after.Projection.SideOf(line) == FlowSide.Benefit ? after.LineTotal(line) : 0;
        }

        return Amount(sum);
    }

    private static Figure<T> None<T>()
        where T : struct => Figure.NotApplicable<T>(NotApplicableReason.NoTaxRule);

    private Figure<Money> Of(Func<PeriodResult, Money> of) => _after is null ? None<Money>() : Figure.Of(of(_after));

    private Money Amount(decimal amount) => new(amount, _before.Case.Currency);

    private Money Sum(IEnumerable<(LocalDate Date, decimal Amount)> amounts) => Amount(amounts.Sum(one => one.Amount));
}
