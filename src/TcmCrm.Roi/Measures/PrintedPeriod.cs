using System.Collections.ObjectModel;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Measures;

/// <summary>
/// The amounts of one evaluation period as documents and tables print them, rounded once for all of them: lines sum to their category, categories to their
/// total, classes and kinds of evidence are the sums of their lines, years those of their months, and the months sum to the totals. What is cash has the digits of the cash basis.
/// </summary>
/// <remarks>
/// <para>A total is rounded half away from zero (四舍五入); its parts share the steps that are missing by their largest remainders (<see cref="PrintedParts"/>);
/// what accumulates over the months is rounded, and a month is what it adds.</para>
/// <para>Amounts are rounded to the minor unit of the currency. <see cref="At"/> rounds them further, for example to 0.01万元; it starts from the amounts
/// in minor units, so that a table is what a reader of the document makes of it.</para>
/// </remarks>
public sealed class PrintedPeriod
{
    private readonly PrintedPeriod? _finer;
    private LineResult[]? _costs;
    private LineResult[]? _benefits;
    private Flows? _flows;
    private PrintedPeriod? _cashable;

    private PrintedPeriod(PeriodResult result, decimal step, PrintedPeriod? finer)
    {
        Result = result;
        Step = step;
        _finer = finer;
    }

    /// <summary>The figures that are printed.</summary>
    public PeriodResult Result { get; }

    /// <summary>The smallest printed amount, in major units: 0.01 for yuan.</summary>
    public decimal Step { get; }

    /// <summary>The printed total of the costs.</summary>
    public Money TotalCost => Rounded(_finer is null ? Result.TotalCost : _finer.TotalCost);

    /// <summary>The printed total of the short-term benefits.</summary>
    public Money TotalBenefit => Rounded(_finer is null ? Result.TotalBenefit : _finer.TotalBenefit);

    /// <summary>The printed total of the long-term block.</summary>
    public Money TotalLongTermBenefit => Rounded(_finer is null ? Result.TotalLongTermBenefit : _finer.TotalLongTermBenefit);

    /// <summary>Costs by category, every category that the case has costs in.</summary>
    public IReadOnlyDictionary<CostCategory, Money> CostByCategory => Sums(Costs, line => line.Line.Cost!.Category);

    /// <summary>Short-term monetised benefits by category.</summary>
    public IReadOnlyDictionary<BenefitCategory, Money> BenefitByCategory => Sums(ShortTerm, line => line.Line.Benefit!.Category);

    /// <summary>The long-term block by category.</summary>
    public IReadOnlyDictionary<BenefitCategory, Money> LongTermBenefitByCategory => Sums(Benefits.Where(line => IsCounted(line) && IsLongTerm(line)), line => line.Line.Benefit!.Category);

    /// <summary>Short-term monetised benefits by class.</summary>
    public IReadOnlyDictionary<BenefitClass, Money> BenefitByClass => Sums(ShortTerm, line => line.Line.Benefit!.CountedClass);

    /// <summary>Short-term monetised benefits by evidence.</summary>
    public IReadOnlyDictionary<Evidence, Money> BenefitByEvidence => Sums(ShortTerm, line => line.Line.Benefit!.Evidence);

    private LineResult[] Costs => _costs ??= Lines(
        _finer is null ? Result.CostLines() : _finer.Costs,
        Blocks(_ => true, line => line.Line.Cost!.Category != CostCategory.Time, line => (int)line.Line.Cost!.Category, period => period.TotalCost, period => period.Result.PresentValueOfCosts));

    private LineResult[] Benefits => _benefits ??= Lines(
        _finer is null ? Result.BenefitLines() : _finer.Benefits,
        [
            .. BenefitBlocks(line => !IsLongTerm(line), period => period.TotalBenefit, period => period.Result.PresentValueOfBenefits),
            .. BenefitBlocks(IsLongTerm, period => period.TotalLongTermBenefit, period => period.Result.PresentValueOfLongTermBenefits),
        ]);

    private IEnumerable<LineResult> ShortTerm => Benefits.Where(line => IsCounted(line) && !IsLongTerm(line));

    /// <summary>The amounts of a period in minor units of its currency.</summary>
    /// <param name="result">The figures.</param>
    /// <exception cref="ArgumentNullException">The figures are null.</exception>
    public static PrintedPeriod Of(PeriodResult result) =>
        new(Check.NotNull(result), PrintedParts.MinorUnit(result.Case.Currency.MinorUnitDigits), null);

    /// <summary>The same amounts in larger steps, from those in minor units.</summary>
    /// <param name="step">The smallest printed amount, a whole number of <see cref="Step"/>: 100 for 万元 with two decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not a positive multiple of <see cref="Step"/>.</exception>
    public PrintedPeriod At(decimal step)
    {
        PrintedPeriod finest = _finer ?? this;
        return Check.Positive(step) == finest.Step ? finest
            : step % finest.Step == 0 ? new PrintedPeriod(Result, step, finest)
            : throw Check.OutOfRange(nameof(step), step, "a whole number of minor units", new Message("range.minorUnits"));
    }

    /// <summary>A figure of the list as it is printed: money in whole steps, a difference as that of its printed inputs; other units as they are.</summary>
    /// <param name="measure">The figure.</param>
    /// <returns>The value, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">The figure is null.</exception>
    public MeasureValue Value(Measure measure)
    {
        MeasureValue value = Check.NotNull(measure).Printed(Result);
        if (_finer is null || !value.TryGetMoney(out Money money))
        {
            return value;
        }

        return measure.IsPrintedDifference
            && Value(StandardMeasures.Find(measure.Inputs[0])!).TryGetMoney(out Money first)
            && Value(StandardMeasures.Find(measure.Inputs[1])!).TryGetMoney(out Money second)
                ? MeasureValue.Of(first - second)
                : MeasureValue.Of(Rounded(money));
    }

    /// <summary>What each cost comes to, in the order of <see cref="PeriodResult.CostLines"/>.</summary>
    public IReadOnlyList<LineResult> CostLines() => Array.AsReadOnly(Costs);

    /// <summary>What each benefit comes to, in the order of <see cref="PeriodResult.BenefitLines"/>.</summary>
    public IReadOnlyList<LineResult> BenefitLines() => Array.AsReadOnly(Benefits);

    /// <summary>Cost and benefit by tag, in the order of <see cref="PeriodResult.ByTag"/>: the tags and what is left undivided sum to the totals. Ratios are those of the exact amounts.</summary>
    public IReadOnlyList<TagResult> ByTag()
    {
        IReadOnlyList<TagResult> tags = _finer is null ? Result.ByTag() : _finer.ByTag();
        decimal[] costs = PrintedParts.Round([.. tags.Select(tag => tag.TotalCost.Amount)], TotalCost.Amount, Step);
        decimal[] benefits = PrintedParts.Round([.. tags.Select(tag => tag.TotalBenefit.Amount)], TotalBenefit.Amount, Step);
        return Array.AsReadOnly((TagResult[])[.. tags.Select((tag, i) => tag.WithAmounts(Amount(costs[i]), Amount(benefits[i])))]);
    }

    /// <summary>The cash-flow table by month.</summary>
    public IReadOnlyList<FlowTableRow> MonthlyTable() => FlowsOfMonths.Print(Result.MonthlyTable(), this);

    /// <summary>The cash-flow table by year of the evaluation; a year is the sum of its months.</summary>
    public IReadOnlyList<FlowTableRow> YearlyTable() => FlowsOfMonths.Print(Result.YearlyTable(), this);

    /// <summary>The parts of the total benefit that rest on each kind of evidence, those of nothing included; they sum to 1.</summary>
    /// <param name="step">The smallest printed share, 0.001 for one decimal of the per cent; 1 is a whole number of it.</param>
    /// <returns>Ratios; empty where the benefits do not come to more than 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is not more than 0, or 1 is no whole number of it.</exception>
    public IReadOnlyDictionary<Evidence, decimal> ShareByEvidence(decimal step)
    {
        if (Check.PositiveUpTo(step, 1) != 1 && 1 % step != 0)
        {
            throw Check.OutOfRange(nameof(step), step, "a step that 1 is a whole number of", new Message("range.stepOfOne"));
        }

        Evidence[] kinds = [Evidence.Measured, Evidence.Estimated, Evidence.Assumed];
        var shares = new Dictionary<Evidence, decimal>();
        Figure<decimal>[] exact = [.. kinds.Select(kind => Result.ShareOfBenefit(kind))];
        if (exact.All(share => share.IsApplicable))
        {
            decimal[] printed = PrintedParts.Round([.. exact.Select(share => share.Value)], 1, step);
            for (int i = 0; i < kinds.Length; i++)
            {
                shares.Add(kinds[i], printed[i]);
            }
        }

        return new ReadOnlyDictionary<Evidence, decimal>(shares);
    }

    /// <summary>Period and step, invariant.</summary>
    public override string ToString() => FormattableString.Invariant($"{Result.Period} in steps of {Step}");

    private Flows FlowsOfMonths => _flows ??= new Flows(this);

    private static bool IsLongTerm(LineResult line) => line.Line.Benefit!.IsLongTerm;

    private static bool IsCounted(LineResult line) => line.Line.Benefit!.Basis.IsMonetized;

    private Money Rounded(Money amount) => Amount(PrintedParts.Total(amount.Amount, Step));

    private Money Amount(decimal printed) => new(printed, Result.Case.Currency);

    /// <summary>What the amounts of a total are rounded from: the exact ones, or those in minor units.</summary>
    private Figure<Money> Source(Figure<Money> exact) => _finer is not null && exact.TryGetValue(out Money amount) ? Figure.Of(_finer.Rounded(amount)) : exact;

    /// <summary>The cash basis in the same steps; null where this is it.</summary>
    private PrintedPeriod? Cashable => Result.IsCashableAlone ? null : _cashable ??= Of(Result.Cashable).At(Step);

    private Block[] BenefitBlocks(Func<LineResult, bool> holds, Func<PrintedPeriod, Money> total, Func<PrintedPeriod, Figure<Money>> presentValue) =>
        Blocks(line => IsCounted(line) && holds(line), line => line.Line.Benefit!.IsCashable, line => (int)line.Line.Benefit!.Category, total, presentValue);

    /// <summary>
    /// What is cash is printed as on the cash basis, and what is not is the rest of the total: the same amount has the same digits on both, and both sum up.
    /// </summary>
    private Block[] Blocks(
        Func<LineResult, bool> holds, Func<LineResult, bool> isCash, Func<LineResult, int> groupOf, Func<PrintedPeriod, Money> total, Func<PrintedPeriod, Figure<Money>> presentValue)
    {
        Figure<Money> allPresent = Present(this);
        if (Cashable is not { } cash)
        {
            return [new(holds, groupOf, total(this), allPresent)];
        }

        Figure<Money> cashPresent = Present(cash);
        Figure<Money> rest = allPresent.TryGetValue(out Money all) && cashPresent.TryGetValue(out Money part) ? Figure.Of(all - part) : allPresent;
        return
        [
            new(line => holds(line) && isCash(line), groupOf, total(cash), cashPresent),
            new(line => holds(line) && !isCash(line), groupOf, total(this) - total(cash), rest),
        ];

        Figure<Money> Present(PrintedPeriod period) => period.Source(presentValue(period)) is { IsApplicable: true } exact ? Figure.Of(period.Rounded(exact.Value)) : presentValue(period);
    }

    private LineResult[] Lines(IReadOnlyList<LineResult> lines, Block[] blocks)
    {
        LineResult[] printed = [.. lines];
        foreach (Block block in blocks)
        {
            int[] members = [.. Enumerable.Range(0, printed.Length).Where(i => block.Holds(lines[i]))];
            IGrouping<int, int>[] groups = [.. members.GroupBy(i => block.GroupOf(lines[i])).OrderBy(group => group.Key)];
            decimal[] ofGroups = PrintedParts.Round([.. groups.Select(group => group.Sum(i => lines[i].Total.Amount))], block.Total.Amount, Step);
            Figure<Money>[] presentValues = PresentValues([.. members.Select(i => lines[i].PresentValue)], block.PresentValue);
            var totals = new decimal[printed.Length];
            for (int g = 0; g < groups.Length; g++)
            {
                Put([.. groups[g]], PrintedParts.Round([.. groups[g].Select(i => lines[i].Total.Amount)], ofGroups[g], Step), totals);
            }

            for (int k = 0; k < members.Length; k++)
            {
                printed[members[k]] = new LineResult(lines[members[k]].Line, Amount(totals[members[k]]), presentValues[k], lines[members[k]].ReleasedCapital);
            }
        }

        return printed;
    }

    private static void Put(int[] at, decimal[] parts, decimal[] totals)
    {
        for (int k = 0; k < at.Length; k++)
        {
            totals[at[k]] = parts[k];
        }
    }

    private Figure<Money>[] PresentValues(Figure<Money>[] lines, Figure<Money> total)
    {
        if (!total.TryGetValue(out Money sum) || !lines.All(line => line.IsApplicable))
        {
            return lines;
        }

        decimal[] parts = PrintedParts.Round([.. lines.Select(line => line.Value.Amount)], sum.Amount, Step);
        return [.. parts.Select(part => Figure.Of(Amount(part)))];
    }

    private static ReadOnlyDictionary<TKey, Money> Sums<TKey>(IEnumerable<LineResult> lines, Func<LineResult, TKey> keyOf)
        where TKey : notnull
    {
        var sums = new Dictionary<TKey, Money>();
        foreach (LineResult line in lines)
        {
            TKey key = keyOf(line);
            sums[key] = sums.TryGetValue(key, out Money sum) ? sum + line.Total : line.Total;
        }

        return new ReadOnlyDictionary<TKey, Money>(sums);
    }

    /// <summary>Lines that share a total, and within it their groups.</summary>
    private readonly struct Block(Func<LineResult, bool> holds, Func<LineResult, int> groupOf, Money total, Figure<Money> presentValue)
    {
        internal Func<LineResult, bool> Holds { get; } = holds;

        internal Func<LineResult, int> GroupOf { get; } = groupOf;

        internal Money Total { get; } = total;

        internal Figure<Money> PresentValue { get; } = presentValue;
    }

    /// <summary>What has accumulated by the end of each month, printed.</summary>
    private sealed class Flows
    {
        private readonly Dictionary<LocalDate, int> _byEnd = [];
        private readonly decimal[] _cost;
        private readonly decimal[] _benefit;
        private readonly decimal[]? _discounted;

        internal Flows(PrintedPeriod period)
        {
            IReadOnlyList<FlowTableRow> months = period._finer is null ? period.Result.MonthlyTable() : period._finer.MonthlyTable();
            for (int i = 0; i < months.Count; i++)
            {
                _byEnd[months[i].End] = i;
            }

            _cost = PrintedParts.Accumulated(SoFar(months, row => row.Cost.Amount), period.TotalCost.Amount, period.Step);
            _benefit = PrintedParts.Accumulated(SoFar(months, row => row.Benefit.Amount), period.TotalBenefit.Amount, period.Step);
            _discounted = period.Value(StandardMeasures.Find("netPresentValue")!).TryGetMoney(out Money net) && months.All(row => row.CumulativeDiscountedNet.IsApplicable)
                ? PrintedParts.Accumulated([.. months.Select(row => row.CumulativeDiscountedNet.Value.Amount)], net.Amount, period.Step)
                : null;
        }

        internal ReadOnlyCollection<FlowTableRow> Print(IReadOnlyList<FlowTableRow> rows, PrintedPeriod period)
        {
            var printed = new FlowTableRow[rows.Count];
            decimal cost = 0, benefit = 0, discounted = 0;
            for (int i = 0; i < printed.Length; i++)
            {
                FlowTableRow row = rows[i];
                int month = _byEnd[row.End];
                decimal present = _discounted?[month] ?? 0;
                printed[i] = new FlowTableRow(
                    row.Start, row.End, period.Amount(_cost[month] - cost), period.Amount(_benefit[month] - benefit), period.Amount(_benefit[month] - _cost[month]),
                    _discounted is null ? Alone(row.DiscountedNet) : Figure.Of(period.Amount(present - discounted)),
                    _discounted is null ? Alone(row.CumulativeDiscountedNet) : Figure.Of(period.Amount(present)));
                (cost, benefit, discounted) = (_cost[month], _benefit[month], present);
            }

            return Array.AsReadOnly(printed);

            Figure<Money> Alone(Figure<Money> figure) => figure.TryGetValue(out Money amount) ? Figure.Of(period.Rounded(amount)) : figure;
        }

        private static decimal[] SoFar(IReadOnlyList<FlowTableRow> months, Func<FlowTableRow, decimal> of)
        {
            var soFar = new decimal[months.Count];
            for (int i = 0; i < soFar.Length; i++)
            {
                soFar[i] = of(months[i]) + (i == 0 ? 0 : soFar[i - 1]);
            }

            return soFar;
        }
    }
}
