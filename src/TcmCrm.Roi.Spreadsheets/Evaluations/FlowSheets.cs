using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The sheets of dates: what one unit of each line brings on each date, and the flows that come of it.</summary>
internal sealed class FlowSheets
{
    private const int SideRow = 4;
    private const int CashRow = 5;
    private const int BaseRow = 6;
    private const int FirstWeightRow = 7;
    private const int FirstFlowRow = 3;

    /// <summary>What the columns are called, in the order of <see cref="FlowColumn"/>.</summary>
    internal static readonly string[] Headings =
    [
        "book.flow.Date", "book.flow.Years", "book.flow.Factor", "book.flow.Cost", "book.flow.Benefit", "book.flow.Net", "book.flow.Cumulative", "book.flow.Discounted",
        "book.flow.CumulativeDiscounted", "book.flow.LongTerm", "book.flow.CashCost", "book.flow.CashBenefit", "book.flow.CashNet", "book.flow.CashCumulative", "book.flow.Step",
    ];

    private readonly BookBasis _basis;
    private readonly BookLine[] _lines;
    private readonly int _rows;
    private readonly Dictionary<FlowColumn, double[]> _values = [];

    internal FlowSheets(BookBasis basis, AssumptionSheet assumptions)
    {
        _basis = basis;
        _lines = [.. basis.Flows.Lines.Where(line => line.IsCost || line.Line.Benefit!.Basis.IsMonetized)];
        _rows = Math.Max(1, basis.Flows.Rows.Count);
        Weights = Weighted(assumptions);
        Flows = Flowing();
    }

    /// <summary>The amounts of one unit of each line.</summary>
    internal BookSheet Weights { get; }

    internal BookSheet Flows { get; }

    internal IReadOnlyDictionary<FlowColumn, double[]> Values => _values;

    /// <summary>The flows as the payback and the internal rate of return need them.</summary>
    internal FlowRanges Ranges => new()
    {
        Dates = _basis.Columns[FlowColumn.Date], Years = _basis.Columns[FlowColumn.Years], Steps = _basis.Columns[FlowColumn.Step],
        Net = _ => _basis.Columns[FlowColumn.Net], Discounted = _ => _basis.Columns[FlowColumn.Discounted],
        DateValues = _values[FlowColumn.Date], YearValues = _values[FlowColumn.Years], StepValues = _values[FlowColumn.Step],
        NetValues = _ => _values[FlowColumn.Net], DiscountedValues = _ => _values[FlowColumn.Discounted],
    };

    internal string BaseOf(BookLine line) => Weights.Absolute(line.Column, BaseRow);

    /// <summary>What a line comes to within a period, in the unit of the tables.</summary>
    internal string TotalOf(BookLine line, int period) => _basis.InUnit(
        BaseOf(line) + "*SUMIFS(" + Weights.Absolute(line.Column, FirstWeightRow, LastWeightRow) + "," + Weights.Absolute(0, FirstWeightRow, LastWeightRow) + ",\"<\"&" + _basis.Periods[period].End + ")");

    internal string PresentValueOf(BookLine line, int period) => _basis.InUnit(
        BaseOf(line) + "*SUMPRODUCT((" + Weights.Absolute(0, FirstWeightRow, LastWeightRow) + "<" + _basis.Periods[period].End + ")*" + Weights.Absolute(line.Column, FirstWeightRow, LastWeightRow)
        + "*" + _basis.Columns[FlowColumn.Factor] + ")");

    private int LastWeightRow => FirstWeightRow + _rows - 1;

    private BookSheet Weighted(AssumptionSheet assumptions)
    {
        BookSheet sheet = _basis.Sheet("weights", BaseRow, 2);
        sheet.Widths.AddRange([13, 10]);
        sheet.Add(BookCell.Of(_basis.Say("book.weights.title"), CellStyle.Title));
        sheet.Add(BookCell.Of(_basis.Say("book.weights.note"), CellStyle.Plain));
        var names = new List<BookCell> { _basis.Heading("book.date"), _basis.Heading("book.years") };
        var sides = new List<BookCell> { BookCell.Of(_basis.Say("book.side"), CellStyle.Text), BookCell.Empty(CellStyle.Text) };
        var cash = new List<BookCell> { BookCell.Of(_basis.Say("book.isCash"), CellStyle.Text), BookCell.Empty(CellStyle.Text) };
        var bases = new List<BookCell> { BookCell.Of(_basis.Say("book.base"), CellStyle.Text), BookCell.Empty(CellStyle.Text) };
        foreach (BookLine line in _lines)
        {
            line.Column = names.Count;
            sheet.Widths.Add(16);
            names.Add(BookCell.Of(CaseText.Cell(line.Line.Name), CellStyle.Heading));
            sides.Add(BookCell.Of((decimal)(int)line.Line.Side, CellStyle.FixedNumber));
            cash.Add(BookCell.Of(line.IsCash ? 1m : 0m, CellStyle.FixedNumber));
            bases.Add(BookCell.Computed(assumptions.ProductOf(line), line.Base, CellStyle.Money));
        }

        sheet.Add([.. names]);
        sheet.Add([.. sides]);
        sheet.Add([.. cash]);
        sheet.Add([.. bases]);
        foreach (BookFlows.Row row in _basis.Flows.Rows)
        {
            var cells = new List<BookCell> { BookCell.Of((decimal)row.Serial, CellStyle.Date), BookCell.Of(row.Years, CellStyle.Factor) };
            cells.AddRange(_lines.Select(line => line.Weights[row.Index] == 0 ? BookCell.Empty(CellStyle.FixedNumber) : BookCell.Of(line.Weights[row.Index], CellStyle.FixedNumber)));
            sheet.Add([.. cells]);
        }

        return sheet;
    }

    private BookSheet Flowing()
    {
        BookSheet sheet = _basis.Sheet("flows", 2, 1);
        sheet.Widths.AddRange([13, 11, 11, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 8]);
        sheet.Add(_basis.Title("book.flows.title"));
        FlowColumn[] columns = [.. Enumerable.Range(0, (int)FlowColumn.Step + 1).Select(column => (FlowColumn)column)];
        sheet.Add([.. columns.Select(column => _basis.Heading(Headings[(int)column]))]);
        foreach (FlowColumn column in columns)
        {
            _basis.Columns[column] = sheet.Absolute((int)column, FirstFlowRow, FirstFlowRow + _rows - 1);
            _values[column] = new double[_basis.Flows.Rows.Count];
        }

        double rate = (double)(_basis.Evaluation.Terms.DiscountRate ?? 0);
        string bases = Across(BaseRow), sides = Across(SideRow), isCash = Across(CashRow);
        for (int i = 0; i < _basis.Flows.Rows.Count; i++)
        {
            BookFlows.Row row = _basis.Flows.Rows[i];
            int at = FirstFlowRow + i;
            string Sum(FlowSide side, bool cash) => _lines.Length == 0 ? "0" : _basis.InUnit(
                $"SUMPRODUCT(({sides}={(int)side})*{(cash ? isCash + "*" : string.Empty)}{bases}*{Across(FirstWeightRow + i)})");
            double Total(FlowSide side, bool cash) => _lines.Where(line => line.Line.Side == side && (!cash || line.IsCash)).Sum(line => line.Base * line.Weights[i]) / _basis.Unit;
            double Set(FlowColumn column, double value) => _values[column][i] = value;
            double factor = Set(FlowColumn.Factor, _basis.IsDiscounted ? Math.Pow(1 + rate, -row.Years) : 1);
            double cost = Set(FlowColumn.Cost, Total(FlowSide.Cost, false));
            double benefit = Set(FlowColumn.Benefit, Total(FlowSide.Benefit, false));
            double net = Set(FlowColumn.Net, benefit - cost);
            double cumulative = Set(FlowColumn.Cumulative, net + (i > 0 ? _values[FlowColumn.Cumulative][i - 1] : 0));
            double discounted = Set(FlowColumn.Discounted, net * factor);
            double cumulativeDiscounted = Set(FlowColumn.CumulativeDiscounted, discounted + (i > 0 ? _values[FlowColumn.CumulativeDiscounted][i - 1] : 0));
            double longTerm = Set(FlowColumn.LongTerm, Total(FlowSide.LongTermBenefit, false));
            double cashCost = Set(FlowColumn.CashCost, Total(FlowSide.Cost, true));
            double cashBenefit = Set(FlowColumn.CashBenefit, Total(FlowSide.Benefit, true));
            double cashNet = Set(FlowColumn.CashNet, cashBenefit - cashCost);
            double cashCumulative = Set(FlowColumn.CashCumulative, cashNet + (i > 0 ? _values[FlowColumn.CashCumulative][i - 1] : 0));
            Set(FlowColumn.Years, row.Years);
            Set(FlowColumn.Date, row.Serial);
            Set(FlowColumn.Step, row.Step);
            sheet.Add(
                BookCell.Computed(Weights.Absolute(0, FirstWeightRow + i), (decimal)row.Serial, CellStyle.Date),
                BookCell.Computed(Weights.Absolute(1, FirstWeightRow + i), row.Years, CellStyle.Factor),
                _basis.IsDiscounted ? BookCell.Computed($"(1+{_basis.DiscountRate})^-B{at}", factor, CellStyle.Factor) : BookCell.Of(1m, CellStyle.FixedNumber),
                BookCell.Computed(Sum(FlowSide.Cost, false), cost, CellStyle.Money),
                BookCell.Computed(Sum(FlowSide.Benefit, false), benefit, CellStyle.Money),
                BookCell.Computed($"E{at}-D{at}", net, CellStyle.Money),
                BookCell.Computed(i == 0 ? $"F{at}" : $"G{at - 1}+F{at}", cumulative, CellStyle.Money),
                BookCell.Computed($"F{at}*C{at}", discounted, CellStyle.Money),
                BookCell.Computed(i == 0 ? $"H{at}" : $"I{at - 1}+H{at}", cumulativeDiscounted, CellStyle.Money),
                BookCell.Computed(Sum(FlowSide.LongTermBenefit, false), longTerm, CellStyle.Money),
                BookCell.Computed(Sum(FlowSide.Cost, true), cashCost, CellStyle.Money),
                BookCell.Computed(Sum(FlowSide.Benefit, true), cashBenefit, CellStyle.Money),
                BookCell.Computed($"L{at}-K{at}", cashNet, CellStyle.Money),
                BookCell.Computed(i == 0 ? $"M{at}" : $"N{at - 1}+M{at}", cashCumulative, CellStyle.Money),
                BookCell.Of((decimal)row.Step, CellStyle.FixedNumber));
        }

        return sheet;
    }

    /// <summary>A row of the sheet of weights over all lines.</summary>
    private string Across(int row) => Weights is { } weights
        ? weights.Absolute(2, row) + ":$" + BookSheet.Column(1 + Math.Max(1, _lines.Length)) + "$" + row.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty;
}
