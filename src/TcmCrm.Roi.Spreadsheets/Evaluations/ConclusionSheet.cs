using System.Globalization;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The first sheet: the main figures by period, the cumulative flow as a chart, and what a reader must know.</summary>
internal static class ConclusionSheet
{
    private const int ChartRows = 20;

    /// <summary>The figures of the first page, in the order in which a finance director asks for them.</summary>
    private static readonly string[] Main =
    [
        "totalCost", "totalBenefit", "netBenefit", "roi", "cashable.roi", "netPresentValue", "discountedRoi", "paybackMonths", "durablePaybackMonths", "internalRateOfReturn", "benefitCostRatio",
        "longTerm.totalBenefit",
    ];

    private static readonly string[] AfterTax = ["tax", "roi", "netPresentValue", "durablePaybackMonths", "internalRateOfReturn"];

    internal static BookSheet Create(BookBasis basis, MeasureSheet measures, FlowSheets flows, AfterTaxSheet? after)
    {
        BookSheet sheet = basis.Sheet("conclusion", 0, isLandscape: false);
        IReadOnlyList<PeriodResult> periods = basis.Evaluation.Periods;
        sheet.Widths.AddRange([38, .. periods.Select(_ => 18.0), 18]);
        sheet.Add(BookCell.Of(CaseText.Cell(basis.Evaluation.Case.Name), CellStyle.Title));
        sheet.Add(BookCell.Of(basis.Say(after is null ? "book.conclusion.note" : "book.conclusion.noteAfterTax"), CellStyle.Plain));
        sheet.Add(basis.Title("book.conclusion.title"));
        sheet.Add([basis.Heading("book.measure"), .. periods.Select(period => BookCell.Of(basis.NameOf(period), CellStyle.Heading))]);
        foreach (string id in Main)
        {
            string name = id == "cashable.roi"
                ? basis.Language.Say("book.cashOf", MessageArgument.Text("measure", basis.Language.Say(Measure.Find("roi")!.Name)))
                : basis.Language.Say(Measure.Find(id)!.Name);
            sheet.Add([BookCell.Of(name, CellStyle.Text), .. Enumerable.Range(0, periods.Count).Select(p => measures.Linked(id, p))]);
        }

        foreach (string id in after is null ? [] : AfterTax)
        {
            string name = id == "tax" ? basis.Say("book.tax.tax") : basis.Language.Say("book.afterTaxOf", MessageArgument.Text("measure", basis.Language.Say(Measure.Find(id)!.Name)));
            sheet.Add([BookCell.Of(name, CellStyle.Text), .. Enumerable.Range(0, periods.Count).Select(p => after!.Linked(id, p))]);
        }

        foreach (BookCell line in measures.Missing.Lines(Main).Concat(after is null ? [] : after.Missing.Lines(AfterTax)))
        {
            sheet.Add(line);
        }

        int row = sheet.NextRow;
        bool isCashAlone = periods[periods.Count - 1].IsCashableAlone;
        if (basis.Flows.Rows.Count > 1)
        {
            sheet.Chart = new LineChart
            {
                Title = basis.Language.Say("book.titled", MessageArgument.Text("title", basis.Say("book.flow.Cumulative")), MessageArgument.Text("unit", basis.UnitText)),
                Dates = basis.Columns[FlowColumn.Date],
                DateTexts = [.. basis.Flows.Rows.Select(one => one.Serial.ToString(CultureInfo.InvariantCulture))],
                Lines = [Line(FlowColumn.Cumulative), .. basis.IsDiscounted ? [Line(FlowColumn.CumulativeDiscounted)] : Array.Empty<(string, string, IReadOnlyList<double>)>(), .. isCashAlone ? [] : new[] { Line(FlowColumn.CashCumulative) }],
                Place = (0, row, periods.Count + 1, row + ChartRows),
            };
            row += ChartRows + 1;
        }

        sheet.Put(row, 0, BookCell.Of(basis.Say("book.conclusion.warnings"), CellStyle.Heading));
        foreach (Message warning in (basis.IsAfterTax ? basis.Evaluation.Warnings : basis.Evaluation.Warnings.Except(basis.Evaluation.TaxWarnings)).Concat(periods[periods.Count - 1].Warnings))
        {
            sheet.Put(++row, 0, BookCell.Of(CaseText.Cell(basis.Language.Say(warning)), CellStyle.Plain));
        }

        return sheet;

        (string, string, IReadOnlyList<double>) Line(FlowColumn column) => (basis.Say(FlowSheets.Headings[(int)column]), basis.Columns[column], flows.Values[column]);
    }
}
