using System.Globalization;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The sheet of the figures after tax beside those before, and the flows by year of the longest period that has them.</summary>
internal sealed class AfterTaxSheet
{
    private static readonly string[] BeforeAndAfter = ["book.tax.before", "book.tax.after"];

    private readonly BookBasis _basis;
    private readonly Book _book;
    private readonly MeasureSheet _measures;
    private readonly TaxFlows _flows;
    private readonly TaxFlowSheets? _sheets;
    private readonly IncomeTaxSheet? _tax;
    private readonly CalculationSheet? _calculation;
    private readonly Dictionary<(string Id, int Period), (string Cell, BookCell Shown)> _cells = [];

    internal AfterTaxSheet(BookBasis basis, Book book, MeasureSheet measures, TaxFlows flows, TaxFlowSheets? sheets, IncomeTaxSheet? tax, CalculationSheet? calculation)
    {
        _basis = basis;
        _book = book;
        _measures = measures;
        _flows = flows;
        _sheets = sheets;
        _tax = tax;
        _calculation = calculation;
        Missing = new MissingFigures(basis);
        Sheet = basis.Sheet("afterTax", 3, 1);
        Sheet.Widths.AddRange([34, .. Enumerable.Repeat(18.0, Math.Max(12, 2 * basis.Evaluation.Periods.Count))]);
        Sheet.Add(basis.Title("book.afterTax.title"));
        Sheet.Add(BookCell.Of(basis.Say("book.afterTax.note"), CellStyle.Plain));
        Sheet.Add([
            basis.Heading("book.measure"), .. basis.Evaluation.Periods.SelectMany(period => BeforeAndAfter.Select(
                id => BookCell.Of(basis.Language.Say(id, MessageArgument.Text("period", basis.NameOf(period))), CellStyle.Heading))),
        ]);
        Figures();
        foreach (Message reason in basis.Evaluation.AfterTax.SelectMany(result => result.Reasons).Distinct())
        {
            Sheet.Add(BookCell.Of(CaseText.Cell(basis.Language.Say(reason)), CellStyle.Plain));
        }

        foreach (BookCell line in Missing.Lines())
        {
            Sheet.Add(line);
        }

        if (flows.Periods > 0)
        {
            Sheet.Add();
            Yearly(flows.Periods - 1);
        }
    }

    internal BookSheet Sheet { get; }

    /// <summary>Why figures after tax are not there, in periods that have some.</summary>
    internal MissingFigures Missing { get; }

    /// <summary>A cell that shows a figure of this sheet.</summary>
    internal BookCell Linked(string id, int period)
    {
        (string cell, BookCell shown) = _cells[(id, period)];
        return shown.Text is { } text ? BookCell.Computed(cell, text, shown.Style) : BookCell.Linked(cell, shown);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Figures()
    {
        BookCell Before(string id, int p) => _measures.Linked(id, p);
        BookCell None(string id, int p) => BookCell.Empty(CellStyle.Text);
        Add("totalCost", Name("totalCost"), Before, MeasureUnit.Money, one => Number(one.TotalCost), p => Sum(TaxColumn.Cost, p));
        Add("totalBenefit", Name("totalBenefit"), Before, MeasureUnit.Money, one => Number(one.TotalBenefit), p => Sum(TaxColumn.Benefit, p));
        Add("tax", _basis.Say("book.tax.tax"), None, MeasureUnit.Money, one => Number(one.Tax), p => $"SUM({_sheets!.Tax(p)})");
        Add("netBenefit", Name("netBenefit"), Before, MeasureUnit.Money, one => Number(one.NetBenefit), p => $"{Cell("totalBenefit", p)}-{Cell("totalCost", p)}-{Cell("tax", p)}");
        Add("roi", Name("roi"), Before, MeasureUnit.Ratio, one => (double?)Value(one.ReturnOnInvestment), p => Over(Cell("totalCost", p), Cell("netBenefit", p)));
        Add("netPresentValue", Name("netPresentValue"), Before, MeasureUnit.Money, one => Number(one.NetPresentValue), p => _basis.IsDiscounted ? $"SUM({_sheets!.Discounted(p)})" : null);
        Add("internalRateOfReturn", Name("internalRateOfReturn"), Before, MeasureUnit.Rate, one => Value(one.SelectedInternalRateOfReturn), InternalRate);
        Add("paybackMonths", Name("paybackMonths"), Before, MeasureUnit.Months, one => Value(one.PaybackMonths), p => _calculation!.FirstPayback(p, isDiscounted: false));
        Add("durablePaybackMonths", Name("durablePaybackMonths"), Before, MeasureUnit.Months, one => Value(one.DurablePaybackMonths), p => _calculation!.DurablePayback(p, isDiscounted: false));
        Add(
            "cashable_roi", Cash("roi"), (_, p) => Before("cashable.roi", p), MeasureUnit.Ratio, one => (double?)Value(one.Cashable.ReturnOnInvestment),
            p => Over(Sum(TaxColumn.CashCost, p), $"({Sum(TaxColumn.CashBenefit, p)}-{Sum(TaxColumn.CashCost, p)}-{Cell("tax", p)})"));
        Add("cashable_netPresentValue", Cash("netPresentValue"), CashPresentValue, MeasureUnit.Money, one => Number(one.Cashable.NetPresentValue), p => _basis.IsDiscounted
            ? $"SUMPRODUCT(({_sheets!.Column(TaxColumn.Date)}<{_basis.Periods[p].End})*({_sheets.Column(TaxColumn.CashBenefit)}-{_sheets.Column(TaxColumn.CashCost)}-{_sheets.Tax(p)})*{_sheets.Column(TaxColumn.Factor)})" : null);
        Add("creditedVat", _basis.Say("book.tax.creditedVat"), None, MeasureUnit.Money, one => Number(one.CreditedVat), p => Sum(TaxColumn.Credited, p));
        Add("taxableBenefit", _basis.Say("book.tax.taxable"), None, MeasureUnit.Money, one => Number(one.TaxableBenefit), p => Sum(TaxColumn.Taxable, p));
        Add("deductibleCost", _basis.Say("book.tax.deducted"), None, MeasureUnit.Money, one => Number(one.DeductibleCost), p => Sum(TaxColumn.Deducted, p));
        Add("undeductedCost", _basis.Say("measure.afterTax.undeductedCost"), None, MeasureUnit.Money, one => Number(one.UndeductedCost), p => $"{Sum(TaxColumn.CashCost, p)}-{Cell("deductibleCost", p)}");
        if (_flows.IsCarriedForward)
        {
            Add("unusedLoss", _basis.Say("book.tax.unusedLoss"), None, MeasureUnit.Money, one => Number(one.UnusedLoss), p => _tax!.UnusedLoss(p)?.Formula ?? "0");
        }
    }

    private string Name(string id) => _basis.Language.Say(Measure.Find(id)!.Name);

    private string Cash(string id) => _basis.Language.Say("book.cashOf", MessageArgument.Text("measure", Name(id)));

    private double? Number(Figure<Money> figure) => figure.TryGetValue(out Money amount) ? (double)amount.Amount / _basis.Unit : null;

    private static T? Value<T>(Figure<T> figure)
        where T : struct => figure.TryGetValue(out T value) ? value : null;

    private string Sum(TaxColumn column, int p) => _sheets!.Before(_sheets.Column(column), _basis.Periods[p].End);

    private string Cell(string id, int p) => _cells[(id, p)].Cell;

    private string Over(string denominator, string numerator) => $"IF({denominator}<=0,\"{_basis.Say("book.notApplicable")}\",{numerator}/{denominator})";

    private string? InternalRate(int p)
    {
        AfterTaxResult result = _basis.Evaluation.AfterTax[p];
        return _calculation!.InternalRate(p, Value(result.SelectedInternalRateOfReturn), result.InternalRateOfReturn.Status);
    }

    private BookCell CashPresentValue(string id, int p)
    {
        double? now = Number(_basis.Evaluation.Periods[p].Cashable.NetPresentValue);
        return !_basis.IsDiscounted || _basis.Flows.Rows.Count == 0 ? BookCell.Of(_basis.Say("book.notApplicable"), CellStyle.Fixed)
            : BookCell.Computed(
                _basis.Guarded($"SUMPRODUCT(({_basis.Columns[FlowColumn.Date]}<{_basis.Periods[p].End})*({_basis.Columns[FlowColumn.CashBenefit]}-{_basis.Columns[FlowColumn.CashCost]})*{_basis.Columns[FlowColumn.Factor]})"),
                now ?? 0, CellStyle.Wan);
    }

    private void Add(string id, string name, Func<string, int, BookCell> before, MeasureUnit unit, Func<AfterTaxResult, double?> valueOf, Func<int, string?> formulaOf)
    {
        int row = Sheet.NextRow;
        var cells = new List<BookCell> { BookCell.Of(name, CellStyle.Text) };
        for (int p = 0; p < _basis.Evaluation.Periods.Count; p++)
        {
            cells.Add(before(id, p));
            Missing.Add(
                id, _basis.Language.Say("book.afterTaxOf", MessageArgument.Text("measure", name)), _basis.NameOf(_basis.Evaluation.Periods[p]),
                _basis.Evaluation.AfterTax[p].Reasons.Count == 0 ? ReasonOf(id, _basis.Evaluation.AfterTax[p]) : null);
            BookCell cell = After(unit, valueOf(_basis.Evaluation.AfterTax[p]), p < _flows.Periods ? formulaOf(p) : null, _basis.Evaluation.AfterTax[p].Reasons.Count > 0);
            string place = Sheet.Absolute(cells.Count, row);
            _cells[(id, p)] = (place, cell);
            _book.Names.Add(("afterTax_" + id + "_" + _basis.Evaluation.Periods[p].Period, place));
            cells.Add(cell);
        }

        Sheet.Add([.. cells]);
    }

    private static NotApplicableReason? ReasonOf(string id, AfterTaxResult one) => id switch
    {
        "roi" => one.ReturnOnInvestment.Reason,
        "netPresentValue" => one.NetPresentValue.Reason,
        "internalRateOfReturn" => one.SelectedInternalRateOfReturn.Reason,
        "paybackMonths" => one.PaybackMonths.Reason,
        "durablePaybackMonths" => one.DurablePaybackMonths.Reason,
        "cashable_roi" => one.Cashable.ReturnOnInvestment.Reason,
        "cashable_netPresentValue" => one.Cashable.NetPresentValue.Reason,
        _ => null,
    };

    private BookCell After(MeasureUnit unit, double? value, string? formula, bool hasReasons)
    {
        bool isFixed = formula is null;
        CellStyle style = unit switch
        {
            MeasureUnit.Money => isFixed ? CellStyle.Fixed : CellStyle.Wan,
            MeasureUnit.Months => isFixed ? CellStyle.FixedMonths : CellStyle.Months,
            _ => isFixed ? CellStyle.FixedPercent : CellStyle.Percent,
        };
        string none = _basis.Say(hasReasons ? "book.tax.none" : "book.notApplicable");
        return isFixed ? (value is { } now ? BookCell.Of(now, style) : BookCell.Of(none, style))
            : value is { } shown ? BookCell.Computed(Guarded(formula!), shown, style) : BookCell.Computed(Guarded(formula!), none, style);
    }

    private string Guarded(string formula)
    {
        string again = _basis.Say("book.tax.again");
        return _basis.Guarded($"IF({IncomeTaxSheet.Guard}>0,\"{again}\",{formula})");
    }

    private void Yearly(int p)
    {
        PeriodResult period = _basis.Evaluation.Periods[p];
        Sheet.Add(BookCell.Of(_basis.Language.Say(
            "book.titled", MessageArgument.Text("title", _basis.Language.Say("book.afterTax.flows", MessageArgument.Text("period", _basis.NameOf(period)))), MessageArgument.Text("unit", _basis.UnitText)), CellStyle.Title));
        string[] headings =
        [
            "book.tax.year", "book.tax.from", "book.tax.until", "book.tax.cost", "book.tax.benefit", "book.tax.creditedVat", "book.tax.taxable", "book.tax.deducted", "book.tax.tax", "book.tax.net", "book.tax.cumulative",
            "book.tax.discounted",
        ];
        Sheet.Add([.. headings.Select(_basis.Heading)]);
        int first = Sheet.NextRow, number = 0;
        foreach (AfterTaxRow year in _basis.Evaluation.AfterTax[p].YearlyTable())
        {
            // The start date has a row of its own, before that of its year.
            int row = Sheet.NextRow, start = BookBasis.Serial(year.Start);
            int from = !year.IsInitial && year.Start == _basis.Evaluation.Case.Start ? start + 1 : start, until = year.IsInitial ? start + 1 : BookBasis.Serial(year.End);
            BookCell Of(string column, Money now) => BookCell.Computed(Guarded(_sheets!.Between(column, "$B" + Text(row), "$C" + Text(row))), (double)now.Amount / _basis.Unit, CellStyle.Wan);
            BookCell Part(TaxColumn column, Money now) => Of(_sheets!.Column(column), now);
            Sheet.Add(
                BookCell.Of(year.IsInitial ? _basis.Say("book.tax.start") : _basis.Language.Say("book.tax.yearOf", MessageArgument.Number("number", ++number)), CellStyle.Text),
                BookCell.Of((decimal)from, CellStyle.Date), BookCell.Of((decimal)until, CellStyle.Date),
                Part(TaxColumn.Cost, year.Cost), Part(TaxColumn.Benefit, year.Benefit), Part(TaxColumn.Credited, year.CreditedVat), Part(TaxColumn.Taxable, year.TaxableBenefit),
                Part(TaxColumn.Deducted, year.DeductibleCost), Of(_sheets!.Tax(p), year.Tax),
                BookCell.Computed(Guarded($"E{row}-D{row}-I{row}"), (double)year.Net.Amount / _basis.Unit, CellStyle.Wan),
                BookCell.Computed(Guarded(row == first ? $"J{row}" : $"K{row - 1}+J{row}"), (double)year.CumulativeNet.Amount / _basis.Unit, CellStyle.Wan),
                _basis.IsDiscounted && Number(year.DiscountedNet) is { } discounted ? BookCell.Computed(Guarded(_sheets.Between(_sheets.Discounted(p), "$B" + Text(row), "$C" + Text(row))), discounted, CellStyle.Wan)
                    : BookCell.Of(_basis.Say("book.notApplicable"), CellStyle.Fixed));
        }

        int last = Sheet.NextRow - 1;
        IReadOnlyList<AfterTaxRow> all = _basis.Evaluation.AfterTax[p].YearlyTable();
        BookCell Total(string column, Func<AfterTaxRow, Money> of) => BookCell.Computed(Guarded($"SUM({column}{first}:{column}{last})"), all.Sum(year => (double)of(year).Amount) / _basis.Unit, CellStyle.WanTotal);
        Sheet.Add(
            BookCell.Of(_basis.Say("book.total"), CellStyle.Text), BookCell.Empty(CellStyle.Text), BookCell.Empty(CellStyle.Text), Total("D", year => year.Cost), Total("E", year => year.Benefit),
            Total("F", year => year.CreditedVat), Total("G", year => year.TaxableBenefit), Total("H", year => year.DeductibleCost), Total("I", year => year.Tax), Total("J", year => year.Net),
            BookCell.Empty(CellStyle.WanTotal),
            _basis.IsDiscounted ? BookCell.Computed(Guarded($"SUM(L{first}:L{last})"), all.Sum(year => Number(year.DiscountedNet) ?? 0), CellStyle.WanTotal) : BookCell.Empty(CellStyle.WanTotal));
    }
}
