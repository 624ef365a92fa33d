using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The sheets of costs and of benefits: one line a row, its total in each period and its present value.</summary>
internal static class LineSheets
{
    internal static BookSheet Create(BookBasis basis, FlowSheets flows, bool isCost)
    {
        BookSheet sheet = basis.Sheet(isCost ? CaseLayout.Costs : CaseLayout.Benefits, 2, 1);
        IReadOnlyList<PeriodResult> periods = basis.Evaluation.Periods;
        int longest = periods.Count - 1;
        int firstTotal = isCost ? 3 : 6;
        sheet.Widths.AddRange([36, 18, .. isCost ? [] : new double[] { 12, 12, 12 }, 18, .. periods.Select(_ => 18.0), 18]);
        sheet.Add(basis.Title(isCost ? "book.costs.title" : "book.benefits.title"));
        sheet.Add([
            basis.Heading("book.line"), basis.Heading("book.category"),
            .. isCost ? [] : new[] { basis.Heading("book.class"), basis.Heading("book.evidence"), basis.Heading("book.side") },
            basis.Heading("book.base"), .. periods.Select(period => BookCell.Of(basis.NameOf(period), CellStyle.Heading)), basis.Heading("book.presentValue"),
        ]);
        foreach (BookLine line in basis.Flows.Lines.Where(line => line.IsCost == isCost))
        {
            sheet.Add([.. Line(basis, flows, line, longest)]);
        }

        int last = sheet.NextRow - 1;
        string[] sides = isCost ? [string.Empty] : [basis.Say("book.side.short"), basis.Say("book.side.long")];
        foreach (string side in sides)
        {
            var cells = new List<BookCell> { BookCell.Of(side.Length == 0 ? basis.Say("book.total") : basis.Say("book.total") + " " + side, CellStyle.Text) };
            while (cells.Count < firstTotal)
            {
                cells.Add(BookCell.Empty(CellStyle.Text));
            }

            for (int i = 0; i <= periods.Count; i++)
            {
                string column = BookSheet.Column(firstTotal + i);
                FlowSide wanted = isCost ? FlowSide.Cost : side == sides[0] ? FlowSide.Benefit : FlowSide.LongTermBenefit;
                double now = basis.Flows.Lines.Where(line => line.Line.Side == wanted).Sum(line => i < periods.Count ? Total(basis, line, i) : PresentValue(basis, line, longest));
                bool isNone = last < 3 || (i == periods.Count && !basis.IsDiscounted);
                cells.Add(isNone ? BookCell.Empty(CellStyle.WanTotal) : BookCell.Computed(
                    basis.Guarded(isCost ? $"SUM({column}3:{column}{last})" : $"SUMIF($E$3:$E${last},\"{side}\",{column}3:{column}{last})"), now, CellStyle.WanTotal));
            }

            sheet.Add([.. cells]);
        }

        return sheet;
    }

    private static IEnumerable<BookCell> Line(BookBasis basis, FlowSheets flows, BookLine line, int longest)
    {
        yield return BookCell.Of(CaseText.Cell(line.Line.Name), CellStyle.Text);
        if (line.IsCost)
        {
            yield return BookCell.Of(basis.Language.NameOf(line.Line.Cost!.Category), CellStyle.Text);
        }
        else
        {
            Benefits.BenefitItem benefit = line.Line.Benefit!;
            yield return BookCell.Of(basis.Language.NameOf(benefit.Category), CellStyle.Text);
            yield return BookCell.Of(basis.Language.NameOf(benefit.CountedClass), CellStyle.Text);
            yield return BookCell.Of(basis.Language.NameOf(benefit.Evidence), CellStyle.Text);
            yield return BookCell.Of(basis.Say(!benefit.Basis.IsMonetized ? "book.side.none" : line.Line.Side == FlowSide.Benefit ? "book.side.short" : "book.side.long"), CellStyle.Text);
            if (!benefit.Basis.IsMonetized)
            {
                yield return BookCell.Of(basis.Say("book.notMonetized"), CellStyle.Note);
                yield break;
            }
        }

        yield return BookCell.Computed(basis.Guarded(flows.BaseOf(line)), line.Base, CellStyle.Money);
        for (int p = 0; p <= longest; p++)
        {
            yield return BookCell.Computed(basis.Guarded(flows.TotalOf(line, p)), Total(basis, line, p), CellStyle.Wan);
        }

        yield return basis.IsDiscounted ? BookCell.Computed(basis.Guarded(flows.PresentValueOf(line, longest)), PresentValue(basis, line, longest), CellStyle.Wan) : BookCell.Of(basis.Say("book.notApplicable"), CellStyle.Wan);
    }

    private static double Total(BookBasis basis, BookLine line, int period) => Sum(basis, line, period, _ => 1);

    private static double PresentValue(BookBasis basis, BookLine line, int period) =>
        Sum(basis, line, period, row => Math.Pow(1 + (double)(basis.Evaluation.Terms.DiscountRate ?? 0), -row.Years));

    private static double Sum(BookBasis basis, BookLine line, int period, Func<BookFlows.Row, double> factor)
    {
        int end = BookBasis.Serial(basis.Evaluation.Periods[period].End);
        return basis.Flows.Rows.Where(row => row.Serial < end).Sum(row => line.Weights[row.Index] * factor(row)) * line.Base / basis.Unit;
    }
}
