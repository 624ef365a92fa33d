using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The sheets of dates after tax: what one unit of each line brings, and the flows that come of it, with the tax of each period from the sheet of income tax.</summary>
internal sealed class TaxFlowSheets
{
    private const int NameRow = 3;
    private const int SideRow = 4;
    private const int CashRow = 5;
    private const int BaseRow = 6;
    private const int FirstWeightRow = 7;
    private const int FirstFlowRow = 3;
    private const int Fixed = 11;
    private const int PerPeriod = 3;

    private static readonly string[] Headings =
    [
        "book.flow.Date", "book.flow.Years", "book.flow.Factor", "book.tax.cost", "book.tax.benefit", "book.flow.CashCost", "book.flow.CashBenefit", "book.tax.creditedVat", "book.tax.taxable",
        "book.tax.deducted", "book.flow.Step",
    ];

    private readonly BookBasis _basis;
    private readonly FlowSheets _before;
    private readonly TaxFlows _flows;
    private readonly Dictionary<TaxColumn, double[]> _values = [];
    private readonly TaxFlows.Line[]?[] _blocks = new TaxFlows.Line[3][];
    private readonly List<double[]> _net = [];
    private readonly List<double[]> _discounted = [];

    internal TaxFlowSheets(BookBasis basis, FlowSheets before, TaxFlows flows)
    {
        _basis = basis;
        _before = before;
        _flows = flows;
        Weights = basis.Sheet("taxWeights", BaseRow, 2);
        Flows = basis.Sheet("taxFlows", 2, 1);
        Weighted();
        Flowing();
    }

    /// <summary>Where the blocks of the sheet of weights are: what a line brings, what of it is taxed or deducted, what is credited.</summary>
    private enum Block
    {
        Amount,
        Taxed,
        Credited,
    }

    internal BookSheet Weights { get; }

    internal BookSheet Flows { get; }

    internal IReadOnlyDictionary<TaxColumn, double[]> Values => _values;

    internal FlowRanges Ranges => new()
    {
        Dates = Column(TaxColumn.Date), Years = Column(TaxColumn.Years), Steps = Column(TaxColumn.Step), Net = Net, Discounted = Discounted,
        DateValues = _values[TaxColumn.Date], YearValues = _values[TaxColumn.Years], StepValues = _values[TaxColumn.Step], NetValues = p => _net[p], DiscountedValues = p => _discounted[p],
    };

    internal string Column(TaxColumn column) => Range((int)column);

    /// <summary>Income tax of a period by date.</summary>
    internal string Tax(int period) => Range(Fixed + (PerPeriod * period));

    internal string Net(int period) => Range(Fixed + (PerPeriod * period) + 1);

    internal string Discounted(int period) => Range(Fixed + (PerPeriod * period) + 2);

    /// <summary>What stands in a column between two dates, the second not included.</summary>
    internal string Between(string column, string from, string until) => $"SUMIFS({column},{Column(TaxColumn.Date)},\">=\"&{from},{Column(TaxColumn.Date)},\"<\"&{until})";

    internal string Before(string column, string until) => $"SUMIFS({column},{Column(TaxColumn.Date)},\"<\"&{until})";

    internal double Now(TaxColumn column, int from, int until) => Now(_values[column], from, until);

    internal double Now(double[] values, int from, int until) => _flows.Rows.Select((row, i) => row.Serial >= from && row.Serial < until ? values[i] : 0).Sum();

    /// <summary>The tax of each date, once the sheet of income tax says where it stands.</summary>
    internal void AddTax(int period, string amounts, string dates)
    {
        int column = Fixed + (PerPeriod * period);
        string name = _basis.NameOf(_basis.Evaluation.Periods[period]);
        int end = BookBasis.Serial(_basis.Evaluation.Periods[period].End);
        string[] headings = ["book.tax.taxOf", "book.tax.netOf", "book.tax.discountedOf"];
        for (int i = 0; i < PerPeriod; i++)
        {
            Flows.Widths.Add(15);
            Flows.Put(2, column + i, BookCell.Of(_basis.Language.Say(headings[i], MessageArgument.Text("period", name)), CellStyle.Heading));
        }

        double[] net = new double[_flows.Rows.Count], discounted = new double[_flows.Rows.Count];
        string tax = BookSheet.Column(column), after = BookSheet.Column(column + 1);
        for (int i = 0; i < _flows.Rows.Count; i++)
        {
            int at = FirstFlowRow + i;
            double paid = _flows.Payments[period][i] / _basis.Unit;
            net[i] = _flows.Rows[i].Serial < end ? _values[TaxColumn.Benefit][i] - _values[TaxColumn.Cost][i] - paid : 0;
            discounted[i] = net[i] * _values[TaxColumn.Factor][i];
            Flows.Put(at, column, amounts.Length == 0 ? BookCell.Of(0m, CellStyle.Money) : BookCell.Computed($"SUMIFS({amounts},{dates},$A{at})", paid, CellStyle.Money));
            Flows.Put(at, column + 1, BookCell.Computed($"IF($A{at}<{_basis.Periods[period].End},$E{at}-$D{at}-{tax}{at},0)", net[i], CellStyle.Money));
            Flows.Put(at, column + 2, BookCell.Computed($"{after}{at}*$C{at}", discounted[i], CellStyle.Money));
        }

        _net.Add(net);
        _discounted.Add(discounted);
    }

    private string Range(int column) => Flows.Absolute(column, FirstFlowRow, FirstFlowRow + Math.Max(1, _flows.Rows.Count) - 1);

    private static double[] Of(TaxFlows.Line line, Block block) => block switch { Block.Amount => line.Amounts, Block.Taxed => line.Taxed, _ => line.Credited };

    /// <summary>The lines of a block, found once.</summary>
    private TaxFlows.Line[] LinesOf(Block block) =>
        _blocks[(int)block] ??= [.. _flows.Lines.Where(line => Array.Exists(Of(line, block), amount => amount != 0))];

    private void Weighted()
    {
        Weights.Widths.AddRange([13, 10]);
        Weights.Add(BookCell.Of(_basis.Say("book.taxWeights.title"), CellStyle.Title));
        Weights.Add(BookCell.Of(_basis.Say("book.taxWeights.note"), CellStyle.Plain));
        string[] heads = ["book.date", "book.side", "book.isCash", "book.base"];
        for (int i = 0; i < heads.Length; i++)
        {
            Weights.Put(NameRow + i, 0, BookCell.Of(_basis.Say(heads[i]), i == 0 ? CellStyle.Heading : CellStyle.Text));
            Weights.Put(NameRow + i, 1, i == 0 ? _basis.Heading("book.years") : BookCell.Empty(CellStyle.Text));
        }

        for (int i = 0; i < _flows.Rows.Count; i++)
        {
            Weights.Put(FirstWeightRow + i, 0, BookCell.Of((decimal)_flows.Rows[i].Serial, CellStyle.Date));
            Weights.Put(FirstWeightRow + i, 1, BookCell.Of(_flows.Rows[i].Years, CellStyle.Factor));
        }

        int column = 2;
        foreach (Block block in new[] { Block.Amount, Block.Taxed, Block.Credited })
        {
            foreach (TaxFlows.Line line in LinesOf(block))
            {
                string heading = block == Block.Amount ? "book.tax.amountOf" : block == Block.Credited ? "book.tax.creditedOf" : line.Of.IsCost ? "book.tax.deductedOf" : "book.tax.taxableOf";
                Weights.Widths.Add(16);
                Weights.Put(NameRow, column, BookCell.Of(_basis.Language.Say(heading, MessageArgument.Text("line", CaseText.Cell(line.Of.Line.Name))), CellStyle.Heading));
                Weights.Put(SideRow, column, BookCell.Of(line.Of.IsCost ? 0m : 1m, CellStyle.FixedNumber));
                Weights.Put(CashRow, column, BookCell.Of(line.Of.IsCash ? 1m : 0m, CellStyle.FixedNumber));
                Weights.Put(BaseRow, column, BookCell.Computed(_before.BaseOf(line.Of), line.Of.Base, CellStyle.Money));
                for (int i = 0; i < _flows.Rows.Count; i++)
                {
                    double weight = line.Weight(Of(line, block), i);
                    Weights.Put(FirstWeightRow + i, column, weight == 0 ? BookCell.Empty(CellStyle.FixedNumber) : BookCell.Of(weight, CellStyle.FixedNumber));
                }

                column++;
            }
        }
    }

    private void Flowing()
    {
        Flows.Widths.AddRange([13, 11, 11, 15, 15, 15, 15, 15, 15, 15, 8]);
        Flows.Add(_basis.Title("book.taxFlows.title"));
        Flows.Add([.. Headings.Select(_basis.Heading)]);
        for (TaxColumn column = 0; column <= TaxColumn.Step; column++)
        {
            _values[column] = new double[_flows.Rows.Count];
        }

        double rate = (double)(_basis.Evaluation.Terms.DiscountRate ?? 0);
        for (int i = 0; i < _flows.Rows.Count; i++)
        {
            (int serial, double years, int step) = _flows.Rows[i];
            int at = FirstFlowRow + i;
            double Set(TaxColumn column, double value) => _values[column][i] = value;
            BookCell Sum(TaxColumn column, Block block, bool isCost, bool isCashAlone)
            {
                double now = 0;
                bool isAny = false;
                foreach (TaxFlows.Line line in LinesOf(block))
                {
                    if (line.Of.IsCost == isCost && (!isCashAlone || line.Of.IsCash))
                    {
                        isAny = true;
                        now += line.Of.IsFixed ? 0 : Of(line, block)[i];
                    }
                }

                now = Set(column, now / _basis.Unit);
                return BookCell.Computed(!isAny ? "0" : _basis.InUnit(
                    $"SUMPRODUCT(({Across(block, SideRow)}={(isCost ? 0 : 1)})*{(isCashAlone ? Across(block, CashRow) + "*" : string.Empty)}{Across(block, BaseRow)}*{Across(block, FirstWeightRow + i)})"),
                    now, CellStyle.Money);
            }

            Set(TaxColumn.Date, serial);
            Set(TaxColumn.Years, years);
            Set(TaxColumn.Step, step);
            double factor = Set(TaxColumn.Factor, _basis.IsDiscounted ? Math.Pow(1 + rate, -years) : 1);
            Flows.Add(
                BookCell.Computed(Weights.Absolute(0, FirstWeightRow + i), (decimal)serial, CellStyle.Date),
                BookCell.Computed(Weights.Absolute(1, FirstWeightRow + i), years, CellStyle.Factor),
                _basis.IsDiscounted ? BookCell.Computed($"(1+{_basis.DiscountRate})^-B{at}", factor, CellStyle.Factor) : BookCell.Of(1m, CellStyle.FixedNumber),
                Sum(TaxColumn.Cost, Block.Amount, true, false), Sum(TaxColumn.Benefit, Block.Amount, false, false), Sum(TaxColumn.CashCost, Block.Amount, true, true),
                Sum(TaxColumn.CashBenefit, Block.Amount, false, true), Sum(TaxColumn.Credited, Block.Credited, true, false), Sum(TaxColumn.Taxable, Block.Taxed, false, false),
                Sum(TaxColumn.Deducted, Block.Taxed, true, false), BookCell.Of((decimal)step, CellStyle.FixedNumber));
        }
    }

    /// <summary>A row of the sheet of weights over the lines of a block.</summary>
    private string Across(Block block, int row)
    {
        int first = 2 + Enumerable.Range(0, (int)block).Sum(before => LinesOf((Block)before).Length);
        int last = first + LinesOf(block).Length - 1;
        return Weights.Absolute(first, row) + ":$" + BookSheet.Column(last) + "$" + row.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>The columns of the sheet of flows after tax that are of no period, in their order.</summary>
internal enum TaxColumn
{
    Date,
    Years,
    Factor,
    Cost,
    Benefit,
    CashCost,
    CashBenefit,
    Credited,
    Taxable,
    Deducted,
    Step,
}
