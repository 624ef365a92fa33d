using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The sheet of all figures: as formulas where a formula gives them, otherwise as values that are marked as not recalculated.</summary>
internal sealed class MeasureSheet
{
    private const int FirstPeriod = 2;

    private readonly BookBasis _basis;
    private readonly Book _book;
    private readonly CalculationSheet _calculation;
    private readonly FlowSheets _flows;
    private readonly Dictionary<(string Id, int Period), string> _cells = [];

    internal MeasureSheet(BookBasis basis, Book book, FlowSheets flows, CalculationSheet calculation)
    {
        _flows = flows;
        Missing = new MissingFigures(basis);
        _basis = basis;
        _book = book;
        _calculation = calculation;
        Sheet = basis.Sheet("measures", 3, 1);
        Sheet.Widths.AddRange([34, 52, .. basis.Evaluation.Periods.Select(_ => 18.0), 24]);
        Sheet.Add(basis.Title("book.measures.title"));
        Sheet.Add(BookCell.Of(basis.Say("book.measures.note"), CellStyle.Plain));
        Sheet.Add([basis.Heading("book.measure"), basis.Heading("book.formulaOf"), .. basis.Evaluation.Periods.Select(period => BookCell.Of(basis.NameOf(period), CellStyle.Heading)), basis.Heading("book.recalculated")]);
        foreach (Measure measure in basis.Evaluation.Measures)
        {
            Add(measure.Id, basis.Language.Say(measure.Name), basis.Language.Say(measure.Formula), measure.Unit, period => measure.Of(period), Formula);
        }

        foreach (string id in new[] { "totalCost", "totalBenefit", "roi" })
        {
            Measure measure = Measure.Find(id)!;
            Add(
                "cashable." + id, basis.Language.Say("book.cashOf", MessageArgument.Text("measure", basis.Language.Say(measure.Name))), basis.Language.Say(measure.Formula), measure.Unit,
                period => measure.Of(period.Cashable), CashFormula);
        }

        foreach (BookCell line in Missing.Lines())
        {
            Sheet.Add(line);
        }
    }

    internal BookSheet Sheet { get; }

    /// <summary>Why figures are not there.</summary>
    internal MissingFigures Missing { get; }

    /// <summary>A cell that shows a figure of this sheet.</summary>
    internal BookCell Linked(string id, int period)
    {
        BookCell shown = Shown[(id, period)];
        string cell = _cells[(id, period)];
        return shown.Text is { } text ? BookCell.Computed(cell, text, shown.Style) : BookCell.Linked(cell, shown);
    }

    /// <summary>The value of a cell that is there now: a number in its unit, or the words for none.</summary>
    internal Dictionary<(string Id, int Period), BookCell> Shown { get; } = [];

    private void Add(string id, string name, string formula, MeasureUnit unit, Func<PeriodResult, MeasureValue> valueOf, Func<string, int, MeasureValue, string?> formulaOf)
    {
        int row = Sheet.NextRow;
        var cells = new List<BookCell> { BookCell.Of(name, CellStyle.Text), BookCell.Of(formula, CellStyle.Note) };
        bool any = false, all = true;
        for (int p = 0; p < _basis.Evaluation.Periods.Count; p++)
        {
            MeasureValue value = valueOf(_basis.Evaluation.Periods[p]);
            string? computed = formulaOf(id, p, value);
            any |= computed is not null;
            all &= computed is not null;
            Missing.Add(id, name, _basis.NameOf(_basis.Evaluation.Periods[p]), value.IsApplicable ? null : value.Reason);
            BookCell cell = Cell(unit, value, computed);
            cells.Add(cell);
            Shown[(id, p)] = cell;
            _cells[(id, p)] = Sheet.Absolute(FirstPeriod + p, row);
            _book.Names.Add((id.Replace('.', '_') + "_" + _basis.Evaluation.Periods[p].Period, _cells[(id, p)]));
        }

        cells.Add(BookCell.Of(_basis.Say(all ? "book.yes" : any ? "book.recalculated.part" : "book.recalculated.no"), any ? CellStyle.Text : CellStyle.Path));
        Sheet.Add([.. cells]);
    }

    private BookCell Cell(MeasureUnit unit, MeasureValue value, string? formula)
    {
        bool isFixed = formula is null;
        CellStyle style = unit switch
        {
            MeasureUnit.Money => isFixed ? CellStyle.Fixed : CellStyle.Wan,
            MeasureUnit.Ratio or MeasureUnit.Rate => isFixed ? CellStyle.FixedPercent : CellStyle.Percent,
            MeasureUnit.Months => isFixed ? CellStyle.FixedMonths : CellStyle.Months,
            _ => isFixed ? CellStyle.Fixed : CellStyle.Money,
        };
        double? number = value.TryGetMoney(out Money money) ? (double)money.Amount / _basis.Unit : value.TryGetNumber(out double given) ? given : null;
        if (number is not { } shown)
        {
            string none = _basis.Say("book.notApplicable");
            return isFixed
                ? BookCell.Of(none, style)
                : BookCell.Computed(_basis.Guarded(formula!), none, style);
        }

        return isFixed ? BookCell.Of(shown, style) : BookCell.Computed(_basis.Guarded(formula!), shown, style);
    }

    private string Sum(FlowColumn column, int period, string? until = null) =>
        $"SUMIFS({_basis.Columns[column]},{_basis.Columns[FlowColumn.Date]},\"<\"&{_basis.Periods[period].End}{(until is null ? string.Empty : $",{_basis.Columns[FlowColumn.Date]},\"<=\"&{until}")})";

    private string PresentValue(FlowColumn column, int period) =>
        $"SUMPRODUCT(({_basis.Columns[FlowColumn.Date]}<{_basis.Periods[period].End})*{_basis.Columns[column]}*{_basis.Columns[FlowColumn.Factor]})";

    /// <summary>The formula, or none where the figure cannot be recalculated, or hangs on terms that do not change here.</summary>
    private string? Formula(string id, int p, MeasureValue value)
    {
        PeriodResult period = _basis.Evaluation.Periods[p];
        if (_basis.Flows.Rows.Count == 0)
        {
            return null;
        }

        string? none = "\"" + _basis.Say("book.notApplicable") + "\"";
        string Cell(string other) => _cells[(other, p)];
        string OnPositive(string denominator, string formula) => $"IF({denominator}<=0,{none},{formula})";
        string? Discounted(string formula) => _basis.IsDiscounted ? formula : null;
        string? Yearly(string formula) => period.WholeYears > 0 ? formula : null;
        switch (id)
        {
            case "totalCost":
            case "totalCostOfOwnership":
                return Sum(FlowColumn.Cost, p);
            case "totalBenefit":
                return Sum(FlowColumn.Benefit, p);
            case "netBenefit":
                return $"{Cell("totalBenefit")}-{Cell("totalCost")}";
            case "roi":
            case "roiByConvention.simple":
                return OnPositive(Cell("totalCost"), $"({Cell("totalBenefit")}-{Cell("totalCost")})/{Cell("totalCost")}");
            case "presentValueOfCosts":
                return Discounted(PresentValue(FlowColumn.Cost, p));
            case "presentValueOfBenefits":
                return Discounted(PresentValue(FlowColumn.Benefit, p));
            case "netPresentValue":
                return Discounted($"{Cell("presentValueOfBenefits")}-{Cell("presentValueOfCosts")}");
            case "discountedRoi":
            case "roiByConvention.idc":
                return Discounted(OnPositive(Cell("presentValueOfCosts"), $"{Cell("netPresentValue")}/{Cell("presentValueOfCosts")}"));
            case "unexpiredPrepayment":
                return Unexpired(p);
            case "roiOnAccrual":
                return OnPositive(
                    $"({Cell("totalCost")}-{Cell("unexpiredPrepayment")})", $"({Cell("totalBenefit")}-{Cell("totalCost")}+{Cell("unexpiredPrepayment")})/({Cell("totalCost")}-{Cell("unexpiredPrepayment")})");
            case "benefitCostRatio":
                return Discounted(OnPositive(Cell("presentValueOfCosts"), $"{Cell("presentValueOfBenefits")}/{Cell("presentValueOfCosts")}"));
            case "paybackMonths":
                return _calculation.FirstPayback(p, isDiscounted: false);
            case "durablePaybackMonths":
                return _calculation.DurablePayback(p, isDiscounted: false);
            case "discountedPaybackMonths":
                return Discounted(_calculation.FirstPayback(p, isDiscounted: true));
            case "discountedDurablePaybackMonths":
                return Discounted(_calculation.DurablePayback(p, isDiscounted: true));
            case "paybackMonthsFromGoLive":
                return $"IF(ISNUMBER({Cell("paybackMonths")}),MAX(0,{Cell("paybackMonths")}-{BookCell.Of(period.Payback.MonthsToGoLive).Number}),{Cell("paybackMonths")})";
            case "internalRateOfReturn":
                return _calculation.InternalRate(p, value.TryGetNumber(out double rate) ? rate : null, value.Rates?.Status);
            case "modifiedInternalRateOfReturn":
                return value.IsApplicable && !_basis.Flows.HasEqualTimes ? Modified(p, none) : null;
            case "profitabilityIndex":
                return _basis.Flows.HasEqualTimes ? null : Discounted(
                    $"IF({Signed("<", p)}=0,{none},-{Signed(">", p)}/{Signed("<", p)})");
            case "initialInvestment":
                return Sum(FlowColumn.Cost, p, _basis.InitialUntil);
            case "profitabilityIndexOnInitialInvestment":
                return Discounted(OnPositive(Cell("initialInvestment"), $"1+{Cell("netPresentValue")}/{Cell("initialInvestment")}"));
            case "netFutureValue":
                return Discounted($"{Cell("netPresentValue")}*(1+{_basis.DiscountRate})^{_basis.Periods[p].Years}");
            case "annualizedRoi":
                return Yearly($"IF(ISNUMBER({Cell("roi")}),IF({Cell("roi")}<-1,{none},(1+{Cell("roi")})^(1/{_basis.Periods[p].Years})-1),{none})");
            case "averageAnnualCost":
                return Yearly($"{Cell("totalCost")}/{_basis.Periods[p].Years}");
            case "equivalentAnnualCost":
                return Yearly(string.Empty) is null ? null : Discounted(
                    $"IF({_basis.DiscountRate}=0,{Cell("presentValueOfCosts")}/{_basis.Periods[p].Years},{Cell("presentValueOfCosts")}*{_basis.DiscountRate}/(1-(1+{_basis.DiscountRate})^-{_basis.Periods[p].Years}))");
            case "requiredBenefitShare":
                return OnPositive(Cell("totalBenefit"), $"{Cell("totalCost")}/{Cell("totalBenefit")}");
            case "longTerm.totalBenefit":
                return Sum(FlowColumn.LongTerm, p);
            case "longTerm.presentValueOfBenefits":
                return Discounted(PresentValue(FlowColumn.LongTerm, p));
            case "longTerm.roiWithLongTerm":
                return OnPositive(Cell("totalCost"), $"({Cell("totalBenefit")}+{Cell("longTerm.totalBenefit")}-{Cell("totalCost")})/{Cell("totalCost")}");
            default:
                return null;
        }
    }

    private string? CashFormula(string id, int p, MeasureValue value) => _basis.Flows.Rows.Count == 0 ? null : id switch
    {
        "cashable.totalCost" => Sum(FlowColumn.CashCost, p),
        "cashable.totalBenefit" => Sum(FlowColumn.CashBenefit, p),
        _ => $"IF({_cells[("cashable.totalCost", p)]}<=0,\"{_basis.Say("book.notApplicable")}\",({_cells[("cashable.totalBenefit", p)]}-{_cells[("cashable.totalCost", p)]})/{_cells[("cashable.totalCost", p)]})",
    };

    /// <summary>What is paid within a period for the time after it is in proportion to its line, as every amount is.</summary>
    private string Unexpired(int p)
    {
        PeriodResult period = _basis.Evaluation.Periods[p];
        string[] terms = [.. _basis.Flows.Lines.Where(line => line.IsCost && !line.IsFixed)
            .Select(line => (Line: line, Share: (double)period.UnexpiredPrepaymentOf(line.Line.Id).Amount / line.Base)).Where(term => term.Share != 0)
            .Select(term => _flows.BaseOf(term.Line) + "*" + BookCell.Of(term.Share).Number)];
        return terms.Length == 0 ? "0" : _basis.InUnit("(" + string.Join("+", terms) + ")");
    }

    private string Signed(string sign, int p) =>
        $"SUMPRODUCT(({_basis.Columns[FlowColumn.Date]}<{_basis.Periods[p].End})*({_basis.Columns[FlowColumn.Net]}{sign}0)*{_basis.Columns[FlowColumn.Discounted]})";

    private string Modified(int p, string none)
    {
        string inside = $"({_basis.Columns[FlowColumn.Date]}<{_basis.Periods[p].End})";
        string net = _basis.Columns[FlowColumn.Net], years = _basis.Columns[FlowColumn.Years];
        string last = $"SUMPRODUCT(MAX({inside}*({net}<>0)*{years}))";
        string first = $"(1000-SUMPRODUCT(MAX({inside}*({net}<>0)*(1000-{years}))))";
        string received = $"SUMPRODUCT({inside}*({net}>0)*{net}*(1+{_basis.ReinvestmentRate})^({first}-{years}))";
        string paid = $"SUMPRODUCT({inside}*({net}<0)*-{net}*(1+{_basis.FinanceRate})^({first}-{years}))";
        return $"IFERROR((1+{_basis.ReinvestmentRate})*({received}/{paid})^(1/({last}-{first}))-1,{none})";
    }
}
