using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The amounts after tax as rows of dates and columns of lines: what a line brings, what of it is taxed or deducted, and what is credited, for one unit of its product.</summary>
/// <remarks>All three are in proportion to the product of the line as long as no limit of the rules is crossed.</remarks>
internal sealed class TaxFlows
{
    private readonly RoiEvaluation _evaluation;
    private readonly Dictionary<LocalDate, int> _rowOf = [];

    internal TaxFlows(RoiEvaluation evaluation, BookFlows flows)
    {
        _evaluation = evaluation;
        IReadOnlyList<AfterTaxResult> results = evaluation.AfterTax;

        // A reason of a period is one of each longer period.
        Periods = results.TakeWhile(result => result.Reasons.Count == 0).Count();
        if (Periods == 0)
        {
            Rows = [];
            Lines = [];
            Payments = [];
            return;
        }

        AfterTaxFlow[][] all = [.. results.Take(Periods).Select(result => result.Flows().ToArray())];
        LocalDate[] dates = [.. all.SelectMany(one => one).Select(flow => flow.Date).Distinct().OrderBy(date => date)];
        Rows = [.. dates.Select((date, i) =>
        {
            _rowOf[date] = i;
            (double years, int step) = flows.PlaceOf(date);
            return (BookBasis.Serial(date), years, step);
        })];
        AfterTaxResult longest = results[Periods - 1];
        ILookup<LineId, AfterTaxFlow> byLine = all[Periods - 1].ToLookup(flow => flow.Line);
        Lines = [.. flows.Lines.Where(line => line.IsCost || line.Line.Side == FlowSide.Benefit).Select(line => new Line(
            line,
            Column(byLine[line.Line.Id], flow => line.IsCost ? flow.Cost : flow.Benefit),
            Column(byLine[line.Line.Id], flow => line.IsCost ? flow.DeductibleCost : flow.TaxableBenefit),
            Column(byLine[line.Line.Id], flow => flow.CreditedVat),
            line.IsCost ? longest.ShareOfLimits(line.Line.Id) : []))];
        Payments = [.. all.Select(one => Column(one.Where(flow => flow.Line == LineId.None), flow => flow.Tax))];
    }

    /// <summary>How many evaluation periods, from the shortest on, have figures after tax.</summary>
    internal int Periods { get; }

    /// <summary>Each date on which something is paid, deducted or taxed: its serial number, from when it is discounted, and its step of payback.</summary>
    internal IReadOnlyList<(int Serial, double Years, int Step)> Rows { get; }

    internal IReadOnlyList<Line> Lines { get; }

    /// <summary>Income tax of each period by row, in the currency of the case.</summary>
    internal IReadOnlyList<double[]> Payments { get; }

    internal CaseTaxation Taxation => _evaluation.Case.Taxation!;

    internal bool IsCarriedForward => Taxation.LossRelief == LossRelief.CarryForward;

    /// <summary>The first and the last calendar year of a period in which something is taxed or deducted; none where nothing is.</summary>
    internal IEnumerable<int> YearsOf(int period)
    {
        int end = BookBasis.Serial(_evaluation.Periods[period].End);
        int[] years = [.. Rows.Where((row, i) => row.Serial < end && Lines.Any(line => line.Taxed[i] != 0)).Select(row => new LocalDate(1899, 12, 30).PlusDays(row.Serial).Year)];
        return years.Length == 0 ? [] : Enumerable.Range(years.Min(), years.Max() - years.Min() + 1);
    }

    /// <summary>The rate of income tax in a year; 0 where nothing was taxed and no rule was asked.</summary>
    internal decimal RateIn(int year) => Taxation.IncomeTaxRate ?? (decimal)Rule(TaxRuleKind.IncomeTax, year, 0);

    /// <summary>The rate of income tax where it is the same in all years; null where it is not, or nothing is taxed.</summary>
    internal decimal? OneRate
    {
        get
        {
            decimal[] rates = Periods == 0 ? [] : [.. YearsOf(Periods - 1).Select(RateIn).Distinct()];
            return rates.Length == 1 ? rates[0] : null;
        }
    }

    /// <summary>For how many years a loss lasts that is used in a year.</summary>
    internal int LossYearsIn(int year) => Taxation.LossYears
        ?? (int)Rule(IsHighTech(Taxation.IncomeTaxRate) ? TaxRuleKind.LossYearsHighTech : TaxRuleKind.LossYears, year, int.MaxValue);

    /// <summary>
    /// Rates of the rules which a case may not simply be changed to: one that does not cover all its years, or that changes how long losses last. Of a host's rules those count
    /// that the case used.
    /// </summary>
    internal IEnumerable<decimal> OtherRates()
    {
        decimal now = RateIn(YearsOf(Periods - 1).FirstOrDefault());
        int[] years = [.. YearsOf(Periods - 1)];
        foreach (TaxRuleKind kind in new[] { TaxRuleKind.IncomeTax, TaxRuleKind.IncomeTaxHighTech, TaxRuleKind.IncomeTaxSmallProfit })
        {
            TaxRule[] rules = [.. TaxRules.China.All.Where(rule => rule.Kind == kind)];
            foreach (decimal rate in rules.Select(rule => rule.Value).Distinct().Where(rate => rate != now))
            {
                bool isCovered = years.All(year => rules.Any(rule => rule.Value == rate && rule.From <= LastDay(year) && (rule.Until is not { } until || until >= LastDay(year))));
                if (!isCovered || (HasLossYearsOfTheRate && kind == TaxRuleKind.IncomeTaxHighTech))
                {
                    yield return rate;
                }
            }
        }
    }

    /// <summary>Whether any other rate changes how long losses last.</summary>
    internal bool IsBoundToItsRate => HasLossYearsOfTheRate && IsHighTech(Taxation.IncomeTaxRate);

    private bool HasLossYearsOfTheRate => IsCarriedForward && Taxation.LossYears is null;

    private static bool IsHighTech(decimal? rate) => rate is { } stated && TaxRules.China.All.Any(rule => rule.Kind == TaxRuleKind.IncomeTaxHighTech && rule.Value == stated);

    private static LocalDate LastDay(int year) => new(year, 12, 31);

    private double Rule(TaxRuleKind kind, int year, double otherwise) => _evaluation.AfterTax.SelectMany(result => result.Rules)
        .FirstOrDefault(rule => rule.Kind == kind && rule.From <= LastDay(year) && (rule.Until is not { } until || until >= LastDay(year))) is { } rule ? (double)rule.Value : otherwise;

    private double[] Column(IEnumerable<AfterTaxFlow> flows, Func<AfterTaxFlow, Money> of)
    {
        double[] column = new double[Rows.Count];
        foreach (AfterTaxFlow flow in flows)
        {
            column[_rowOf[flow.Date]] += (double)of(flow).Amount;
        }

        return column;
    }

    /// <summary>One line after tax, by row.</summary>
    internal sealed class Line(BookLine line, double[] amounts, double[] taxed, double[] credited, IReadOnlyList<decimal> limits)
    {
        internal BookLine Of { get; } = line;

        internal double[] Amounts { get; } = amounts;

        /// <summary>Of a cost what is deducted, of a benefit what is taxed.</summary>
        internal double[] Taxed { get; } = taxed;

        internal double[] Credited { get; } = credited;

        /// <summary>The value of one asset / each limit of the rules.</summary>
        internal IReadOnlyList<decimal> Limits { get; } = limits;

        internal double Weight(double[] column, int row) => Of.IsFixed ? 0 : column[row] / Of.Base;
    }
}
