using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The sheet of income tax: each quarter of each evaluation period with what is taxed, deducted and paid, losses among them, and whether the formulas still hold.</summary>
internal sealed class IncomeTaxSheet
{
    internal const string Guard = "AfterTaxGuard";

    private const int Amount = 12;
    private const int PaidOn = 13;
    private const int FirstLoss = 14;

    private static readonly string[] Headings =
    [
        "book.tax.period", "book.tax.year", "book.tax.quarter", "book.tax.from", "book.tax.until", "book.tax.taxable", "book.tax.deducted", "book.tax.profit", "book.tax.soFar", "book.tax.rate",
        "book.tax.earlierLosses", "book.tax.due", "book.tax.tax", "book.tax.paidOn",
    ];

    private readonly BookBasis _basis;
    private readonly Book _book;
    private readonly TaxFlows _flows;
    private readonly TaxFlowSheets _sheets;
    private readonly FlowSheets _before;
    private readonly AssumptionSheet _assumptions;
    private readonly string? _rate;
    private readonly Dictionary<int, (string Formula, double Now)> _unused = [];

    internal IncomeTaxSheet(BookBasis basis, Book book, AssumptionSheet assumptions, FlowSheets before, TaxFlows flows, TaxFlowSheets sheets)
    {
        _basis = basis;
        _book = book;
        _flows = flows;
        _sheets = sheets;
        _before = before;
        _assumptions = assumptions;
        _rate = assumptions.IncomeTaxRate;
        Sheet = basis.Sheet("incomeTax", 0);
        Sheet.Widths.AddRange([16, 14, 14, 13, 13, 15, 15, 15, 15, 10, 15, 15, 15, 13]);
        Sheet.Add(basis.Title("book.incomeTax.title"));
        Sheet.Add(BookCell.Of(basis.Say("book.incomeTax.note"), CellStyle.Plain));
        Guards();
        for (int p = 0; p < flows.Periods; p++)
        {
            Period(p);
        }
    }

    internal BookSheet Sheet { get; }

    /// <summary>Losses that are not used at the end of a period.</summary>
    internal (string Formula, double Now)? UnusedLoss(int period) => _unused.TryGetValue(period, out (string, double) unused) ? unused : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where a limit is crossed or the rate is another's, amounts are no longer in proportion: each of these is a row with 1.</summary>
    private void Guards()
    {
        Sheet.Add(_basis.Heading("book.tax.guard"), _basis.Heading("book.tax.share"), _basis.Heading("book.tax.guarded"));
        int first = Sheet.NextRow;
        foreach (TaxFlows.Line line in _flows.Lines.Where(line => line.Limits.Count > 0 && !line.Of.IsFixed))
        {
            string scale = _before.BaseOf(line.Of) + "/" + BookCell.Of(line.Of.Base).Number;
            string units = line.Of.Formula.Inputs.Contains("units") ? "*" + Text((int)line.Of.Formula.ValueOf("units")) + "/" + _assumptions.CellOf(line.Of, "units") : string.Empty;
            foreach (decimal share in line.Limits)
            {
                int row = Sheet.NextRow;
                Sheet.Add(
                    BookCell.Of(CaseText.Cell(line.Of.Line.Name), CellStyle.Text), BookCell.Computed($"ROUND({BookCell.Of((double)share).Number}*{scale}{units},9)", Math.Round((double)share, 9), CellStyle.Percent),
                    BookCell.Computed($"IF((B{row}>1)<>({(Math.Round((double)share, 9) > 1 ? "TRUE" : "FALSE")}),1,0)", 0m, CellStyle.FixedNumber));
            }
        }

        string rate = _rate is null ? "0"
            : _flows.IsBoundToItsRate ? $"IF({_rate}<>{_flows.RateIn(0).ToString(CultureInfo.InvariantCulture)},1,0)"
            : _flows.OtherRates().Distinct().ToArray() is { Length: > 0 } others ? "IF(OR(" + string.Join(",", others.Select(other => _rate + "=" + other.ToString(CultureInfo.InvariantCulture))) + "),1,0)" : "0";
        int last = Sheet.Add(BookCell.Of(_basis.Say("book.tax.rateGuard"), CellStyle.Text), BookCell.Empty(CellStyle.Text), BookCell.Computed(rate, 0m, CellStyle.FixedNumber));
        int sum = Sheet.Add(BookCell.Of(_basis.Say("book.total"), CellStyle.Text), BookCell.Empty(CellStyle.Text), BookCell.Computed($"SUM(C{first}:C{last})", 0m, CellStyle.FixedNumber));
        _book.Names.Add((Guard, Sheet.Absolute(2, sum)));
        Sheet.Add();
    }

    private void Period(int p)
    {
        PeriodResult period = _basis.Evaluation.Periods[p];
        int[] years = [.. _flows.YearsOf(p)];
        if (years.Length == 0)
        {
            _sheets.AddTax(p, string.Empty, string.Empty);
            return;
        }

        Sheet.Add([.. Headings.Select(_basis.Heading), .. _flows.IsCarriedForward ? years.Select(year => BookCell.Of(_basis.Language.Say("book.tax.lossOf", MessageArgument.Text("year", Text(year))), CellStyle.Heading)) : []]);
        int first = Sheet.NextRow;
        int lastDay = BookBasis.Serial(period.End) - 1;
        var losses = new double[years.Length];
        int previous = 0, valid = 0;
        for (int y = 0; y < years.Length; y++)
        {
            double rate = (double)_flows.RateIn(years[y]), soFar = 0, paid = 0;
            while (_flows.IsCarriedForward && years[y] - years[valid] > _flows.LossYearsIn(years[y]))
            {
                losses[valid++] = 0;
            }

            string earlier = y == valid ? "0" : $"SUM(${BookSheet.Column(FirstLoss + valid)}${Text(previous)}:${BookSheet.Column(FirstLoss + y - 1)}${Text(previous)})";
            double available = losses.Sum();
            int start = Sheet.NextRow;
            for (int quarter = 0; quarter < 4; quarter++)
            {
                var from = new LocalDate(years[y], (3 * quarter) + 1, 1);
                int first1 = BookBasis.Serial(from), until = Math.Max(first1, Math.Min(BookBasis.Serial(from.PlusMonths(3)), lastDay + 1)), row = Sheet.NextRow;
                double taxable = _sheets.Now(TaxColumn.Taxable, first1, until), deducted = _sheets.Now(TaxColumn.Deducted, first1, until);
                soFar += taxable - deducted;
                double due = _flows.IsCarriedForward ? rate * Math.Max(0, soFar - available) : 0;
                bool isYearEnd = _flows.Taxation.Payment == TaxPayment.YearEnd;
                double tax = !_flows.IsCarriedForward ? rate * (taxable - deducted) : isYearEnd ? 0 : Math.Max(0, due - paid);
                paid += tax;
                LocalDate on = isYearEnd ? new LocalDate(years[y], 12, 31) : from.PlusDays(14).PlusMonths(3);
                Sheet.Add([
                    .. Left(period, years[y], _basis.Language.Say("book.tax.quarterOf", MessageArgument.Number("number", quarter + 1)), first1, until),
                    BookCell.Computed(_sheets.Between(_sheets.Column(TaxColumn.Taxable), "D" + Text(row), "E" + Text(row)), taxable, CellStyle.Money),
                    BookCell.Computed(_sheets.Between(_sheets.Column(TaxColumn.Deducted), "D" + Text(row), "E" + Text(row)), deducted, CellStyle.Money),
                    BookCell.Computed($"F{row}-G{row}", taxable - deducted, CellStyle.Money),
                    BookCell.Computed(quarter == 0 ? $"H{row}" : $"I{row - 1}+H{row}", soFar, CellStyle.Money),
                    Rate(rate),
                    _flows.IsCarriedForward ? BookCell.Computed(earlier, available, CellStyle.Money) : BookCell.Empty(CellStyle.Money),
                    _flows.IsCarriedForward ? BookCell.Computed($"J{row}*MAX(0,I{row}-K{row})", due, CellStyle.Money) : BookCell.Empty(CellStyle.Money),
                    BookCell.Computed(
                        !_flows.IsCarriedForward ? $"J{row}*H{row}" : isYearEnd ? "0" : quarter == 0 ? $"MAX(0,L{row})" : $"MAX(0,L{row}-SUM(M{start}:M{row - 1}))", tax, CellStyle.Money),
                    BookCell.Of((decimal)Math.Min(BookBasis.Serial(on), lastDay), CellStyle.Date),
                ]);
            }

            if (_flows.IsCarriedForward)
            {
                previous = Settle(period, years, y, valid, previous, start, earlier, (rate, available, soFar, paid), losses, lastDay);
            }
        }

        int last = Sheet.NextRow - 1;
        if (_flows.IsCarriedForward)
        {
            _unused[p] = ($"SUM({Sheet.Absolute(FirstLoss + valid, previous)}:${BookSheet.Column(FirstLoss + years.Length - 1)}${Text(previous)})", losses.Sum());
        }

        _sheets.AddTax(p, Sheet.Absolute(Amount, first, last), Sheet.Absolute(PaidOn, first, last));
        Sheet.Add();
    }

    /// <summary>The settlement of a year, with what is left of the loss of each year, the oldest used first; the row that it stands in.</summary>
    private int Settle(
        PeriodResult period, int[] years, int y, int valid, int previous, int start, string earlier, (double Rate, double Available, double Profit, double Paid) now, double[] losses, int lastDay)
    {
        int row = Sheet.NextRow;
        bool isYearEnd = _flows.Taxation.Payment == TaxPayment.YearEnd;
        LocalDate on = isYearEnd ? new LocalDate(years[y], 12, 31) : new LocalDate(years[y] + 1, 5, 31);
        double owed = now.Rate * Math.Max(0, now.Profit - now.Available);
        var cells = new List<BookCell>
        {
            BookCell.Of(_basis.NameOf(period), CellStyle.Text), BookCell.Of(Text(years[y]), CellStyle.Text), BookCell.Of(_basis.Say("book.tax.settlement"), CellStyle.Text),
            BookCell.Empty(CellStyle.Date), BookCell.Empty(CellStyle.Date), BookCell.Empty(CellStyle.Money), BookCell.Empty(CellStyle.Money), BookCell.Empty(CellStyle.Money),
            BookCell.Computed($"I{row - 1}", now.Profit, CellStyle.Money), Rate(now.Rate), BookCell.Computed(earlier, now.Available, CellStyle.Money),
            BookCell.Computed($"J{row}*MAX(0,I{row}-K{row})", owed, CellStyle.Money), BookCell.Computed($"L{row}-SUM(M{start}:M{row - 1})", owed - now.Paid, CellStyle.Money),
            BookCell.Of((decimal)Math.Min(BookBasis.Serial(on), lastDay), CellStyle.Date),
        };
        double profit = Math.Max(0, now.Profit), older = 0;
        for (int l = 0; l <= y; l++)
        {
            string column = "$" + BookSheet.Column(FirstLoss + l) + "$" + Text(previous);
            if (l == y)
            {
                losses[l] = Math.Max(0, -now.Profit);
                cells.Add(BookCell.Computed($"MAX(0,-I{row})", losses[l], CellStyle.Money));
            }
            else if (l < valid)
            {
                cells.Add(BookCell.Empty(CellStyle.Money));
            }
            else
            {
                double left = losses[l];
                losses[l] = left - Math.Max(0, Math.Min(left, profit - older));
                older += left;
                string used = l == valid ? $"MAX(0,$I{row})" : $"MAX(0,$I{row})-SUM(${BookSheet.Column(FirstLoss + valid)}${Text(previous)}:${BookSheet.Column(FirstLoss + l - 1)}${Text(previous)})";
                cells.Add(BookCell.Computed($"{column}-MAX(0,MIN({column},{used}))", losses[l], CellStyle.Money));
            }
        }

        Sheet.Add([.. cells]);
        return row;
    }

    private BookCell Rate(double rate) => _rate is null ? BookCell.Of(rate, CellStyle.FixedPercent) : BookCell.Computed(_rate, rate, CellStyle.Rate);

    private IEnumerable<BookCell> Left(PeriodResult period, int year, string quarter, int from, int until) =>
    [
        BookCell.Of(_basis.NameOf(period), CellStyle.Text), BookCell.Of(Text(year), CellStyle.Text), BookCell.Of(quarter, CellStyle.Text),
        BookCell.Of((decimal)from, CellStyle.Date), BookCell.Of((decimal)until, CellStyle.Date),
    ];
}
