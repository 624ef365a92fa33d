using System.Globalization;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The sheet that may be changed: rates, and the inputs of every line.</summary>
internal sealed class AssumptionSheet
{
    internal const string Factor = "factor";
    internal const string Included = "included";
    internal const string Guard = "AssumptionGuard";
    private const int ValueColumn = 2;
    private const int CheckColumn = 5;
    private const int FirstRow = 4;

    /// <summary>Inputs that a case refuses where they are above another: what is left after is no more than what was before.</summary>
    private static readonly Dictionary<string, string> NotAbove = new(StringComparer.Ordinal) { ["churnAfter"] = "churnBefore", ["errorAfter"] = "errorBefore" };

    private readonly BookBasis _basis;
    private readonly Book _book;
    private readonly Dictionary<(BookLine Line, string Input), string> _cells = [];

    /// <param name="basis">What the sheets share.</param>
    /// <param name="book">The workbook, which gets the names of cells.</param>
    /// <param name="incomeTaxRate">The one rate of income tax of all years; null where there is no sheet after tax, or several rates.</param>
    internal AssumptionSheet(BookBasis basis, Book book, decimal? incomeTaxRate)
    {
        _basis = basis;
        _book = book;
        Sheet = basis.Sheet("assumptions", frozenRows: 3, isLandscape: false);
        Sheet.Widths.AddRange([34, 28, 18, 26, 60, 30]);
        Sheet.Add(BookCell.Of(basis.Say("book.assumptions.title"), CellStyle.Title));
        Sheet.Add(BookCell.Of(basis.Say("book.assumptions.note"), CellStyle.Plain));
        Sheet.Add(basis.Heading("book.line"), basis.Heading("book.input"), basis.Heading("book.case.value"), basis.Heading("book.case.field"), basis.Heading("book.case.meaning"), basis.Heading("book.check"));
        Terms();
        IncomeTaxRate = incomeTaxRate is { } rate ? Rate("taxation.incomeTaxRate", rate, "IncomeTaxRate", null) : null;
        Periods();
        int guard = Sheet.NextRow;
        Sheet.Add();
        foreach (BookLine line in basis.Flows.Lines.Where(line => line.IsCost || line.Line.Benefit!.Basis.IsMonetized))
        {
            Line(line);
        }

        AddGuard(guard, Sheet.NextRow - 1);
        Sheet.Add();
        Sheet.Add(BookCell.Of(basis.Say("book.assumptions.assumed"), CellStyle.Heading));
        foreach (Message assumed in basis.IsAfterTax ? basis.Evaluation.AssumedTerms : basis.Evaluation.AssumedTerms.Except(basis.Evaluation.AssumedTaxes))
        {
            Sheet.Add(BookCell.Of(CaseText.Cell(basis.Language.Say(assumed)), CellStyle.Plain));
        }
    }

    internal BookSheet Sheet { get; }

    /// <summary>The cell of the rate of income tax, if there is one.</summary>
    internal string? IncomeTaxRate { get; }

    internal string CellOf(BookLine line, string input) => _cells[(line, input)];

    /// <summary>What a line comes to, as a formula over its inputs; none while an assumption is outside of what it may be.</summary>
    internal string ProductOf(BookLine line) =>
        "IF(" + Guard + ">0,NA()," + line.Formula.Formula(input => _cells[(line, input)]) + "*" + _cells[(line, Factor)] + "*IF(" + _cells[(line, Included)] + "=\"" + _basis.Say("book.yes") + "\",1,0))";

    private void Terms()
    {
        Cases.CaseTerms terms = _basis.Evaluation.Terms;
        _basis.DiscountRate = Rate("discountRate", terms.DiscountRate, "DiscountRate", null);
        _basis.FinanceRate = Rate("financeRate", terms.FinanceRate, "FinanceRate", terms.DiscountRate);
        _basis.ReinvestmentRate = Rate("reinvestmentRate", terms.ReinvestmentRate, "ReinvestmentRate", terms.DiscountRate);
        Cases.InvestmentCase source = _basis.Evaluation.Case;
        Fixed("currency", BookCell.Of(source.Currency.Code, CellStyle.Path));
        Fixed("start", BookCell.Of((decimal)BookBasis.Serial(source.Start), CellStyle.Date));
        Fixed("goLive", BookCell.Of((decimal)BookBasis.Serial(source.GoLive), CellStyle.Date));
        Fixed("dayCount", Word("dayCount", terms.DayCount!.Value.ToString()));
        Fixed("flowTiming", Word("flowTiming", terms.FlowTiming!.Value.ToString()));
        int row = Sheet.Add(
            BookCell.Of(_basis.Say("book.case"), CellStyle.Text), BookCell.Of(_basis.Say("book.initialUntil"), CellStyle.Text), BookCell.Of((decimal)BookBasis.Serial(_basis.Flows.InitialUntil), CellStyle.Date));
        _basis.InitialUntil = Sheet.Absolute(ValueColumn, row);
    }

    /// <summary>A rate that may be changed; where the case states none, that which stands in for it, or none.</summary>
    private string Rate(string path, decimal? rate, string name, decimal? standIn)
    {
        CaseField field = CaseLayout.Instance.Case.Find(path)!;
        BookCell value = rate is { } stated ? BookCell.Of(stated, CellStyle.InputPercent)
            : standIn is { } other ? BookCell.Computed("DiscountRate", other, CellStyle.Rate)
            : BookCell.Of(_basis.Say("book.none"), CellStyle.Path);
        int row = Sheet.Add(
            BookCell.Of(_basis.Say("book.case"), CellStyle.Text), BookCell.Of(CaseText.Label(_basis.Language, CaseSheetNames.Case, field), CellStyle.Text), value,
            BookCell.Of(path, CellStyle.Path), BookCell.Of(CaseText.Meaning(_basis.Language, CaseSheetNames.Case, field), CellStyle.Note));
        _book.Names.Add((name, Sheet.Absolute(ValueColumn, row)));
        if (value.Text is null)
        {
            Limit(row, InputRange.Of(field));
        }

        return name;
    }

    /// <summary>How many assumptions are outside of what they may be: no figure stands on one, however it came into its cell.</summary>
    private void AddGuard(int row, int last)
    {
        BookCell[] cells =
        [
            BookCell.Of(_basis.Say("book.case"), CellStyle.Text), BookCell.Of(_basis.Say("book.check.count"), CellStyle.Text),
            BookCell.Computed($"SUMPRODUCT(--(LEN({Sheet.Absolute(CheckColumn, FirstRow, last)})>0))", 0m, CellStyle.FixedNumber),
            BookCell.Of(string.Empty, CellStyle.Path), BookCell.Of(_basis.Say("book.check.meaning"), CellStyle.Note),
        ];
        for (int i = 0; i < cells.Length; i++)
        {
            Sheet.Put(row, i, cells[i]);
        }

        _book.Names.Add((Guard, Sheet.Absolute(ValueColumn, row)));
    }

    private void Limit(int row, InputRange range)
    {
        string cell = BookSheet.At(ValueColumn, row);
        Sheet.Choices.Add(range.Choice(_basis, cell));
        Sheet.Put(row, CheckColumn, BookCell.Computed($"IF({range.Check(cell)},\"\",\"{range.Say(_basis)}\")", string.Empty, CellStyle.Alarm));
    }

    private BookCell Word(string path, string value)
    {
        CaseField field = CaseLayout.Instance.Case.Find(path)!;
        string word = field.Words.FirstOrDefault(one => string.Equals(one, value, StringComparison.OrdinalIgnoreCase)) ?? value;
        return BookCell.Of(CaseText.Label(_basis.Language, CaseSheetNames.Case, field, word), CellStyle.Path);
    }

    private void Fixed(string path, BookCell value)
    {
        CaseField field = CaseLayout.Instance.Case.Find(path)!;
        Sheet.Add(
            BookCell.Of(_basis.Say("book.case"), CellStyle.Text), BookCell.Of(CaseText.Label(_basis.Language, CaseSheetNames.Case, field), CellStyle.Text), value,
            BookCell.Of(path, CellStyle.Path), BookCell.Of(_basis.Say("book.notRecalculated"), CellStyle.Note));
    }

    private void Periods()
    {
        foreach (PeriodResult period in _basis.Evaluation.Periods)
        {
            int end = Sheet.Add(
                BookCell.Of(_basis.NameOf(period), CellStyle.Text), BookCell.Of(_basis.Say("book.periodEnd"), CellStyle.Text), BookCell.Of((decimal)BookBasis.Serial(period.End), CellStyle.Date));
            int years = Sheet.Add(
                BookCell.Of(_basis.NameOf(period), CellStyle.Text), BookCell.Of(_basis.Say("book.periodYears"), CellStyle.Text), BookCell.Of(period.Years, CellStyle.FixedNumber));
            _basis.Periods.Add((Sheet.Absolute(ValueColumn, end), Sheet.Absolute(ValueColumn, years)));
        }
    }

    private void Line(BookLine line)
    {
        string id = line.IsCost ? CaseLayout.Costs : CaseLayout.Benefits;
        string name = CaseText.Cell(line.Line.Name);
        string prefix = (line.IsCost ? "Cost" : "Benefit") + Number(line).ToString(CultureInfo.InvariantCulture) + "_";
        CaseList fields = CaseLayout.Instance.Find(id, string.Empty)!;
        foreach (string input in line.Formula.Inputs)
        {
            CaseField field = fields.Find(input)!;
            CellStyle style = line.IsFixed ? (field.IsFraction ? CellStyle.FixedPercent : CellStyle.FixedNumber) : field.IsFraction ? CellStyle.InputPercent : CellStyle.InputNumber;
            int at = Add(line, input, prefix + input, name, CaseText.Label(_basis.Language, id, field), BookCell.Of(line.Formula.ValueOf(input), style), input, line.IsFixed
                ? _basis.Say("book.zeroInput") : CaseText.Meaning(_basis.Language, id, field));
            Limit(at, InputRange.Of(field, NotAbove.TryGetValue(input, out string? other) && _cells.TryGetValue((line, other), out string? above)
                ? (above, CaseText.Label(_basis.Language, id, fields.Find(other)!)) : null));
        }

        int factor = Add(line, Factor, prefix + Factor, name, _basis.Say("book.factor"), BookCell.Of(1m, CellStyle.InputNumber), string.Empty, _basis.Say("book.factor.meaning"));
        Limit(factor, InputRange.Of(CaseLayout.Instance.Find(CaseLayout.Changes, CaseLayout.Scenarios)!.Find(Factor)!));
        int row = Add(line, Included, prefix + Included, name, _basis.Say("book.included"), BookCell.Of(_basis.Say("book.yes"), CellStyle.Input), string.Empty, _basis.Say("book.included.meaning"));
        string cell = BookSheet.At(ValueColumn, row), yes = _basis.Say("book.yes"), no = _basis.Say("book.no");
        string said = _basis.Language.Say("book.range.words", MessageArgument.Text("yes", yes), MessageArgument.Text("no", no));
        Sheet.Choices.Add(new ListChoice(cell) { List = "\"" + yes + "," + no + "\"", ErrorTitle = _basis.Say("book.range.title"), Error = said });
        Sheet.Put(row, CheckColumn, BookCell.Computed($"IF(OR({cell}=\"{yes}\",{cell}=\"{no}\"),\"\",\"{said}\")", string.Empty, CellStyle.Alarm));
    }

    private int Number(BookLine line)
    {
        int number = 0;
        foreach (BookLine other in _basis.Flows.Lines.Where(other => other.IsCost == line.IsCost))
        {
            number++;
            if (other == line)
            {
                break;
            }
        }

        return number;
    }

    private int Add(BookLine line, string input, string name, string lineName, string label, BookCell value, string path, string meaning)
    {
        int row = Sheet.Add(
            BookCell.Of(lineName, CellStyle.Text), BookCell.Of(label, CellStyle.Text), value, BookCell.Of(path, CellStyle.Path), BookCell.Of(meaning, CellStyle.Note));
        _cells[(line, input)] = name;
        _book.Names.Add((name, Sheet.Absolute(ValueColumn, row)));
        return row;
    }
}
