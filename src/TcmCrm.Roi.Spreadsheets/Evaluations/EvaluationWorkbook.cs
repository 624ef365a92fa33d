using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>An evaluation as a workbook with live formulas: changing an assumption recalculates what a formula can.</summary>
/// <remarks>
/// <para>Sheets: conclusion, assumptions, costs, benefits, flows, figures, and the two that they are computed on. The amounts of a line are its product of inputs (seats x price; revenue x
/// uplift x margin x attribution x (1 - risk)) times its amount of one unit on each date, which stands as a number. So rates, prices, quantities, attribution and risk recalculate; dates, ramps,
/// terms, yearly rises and price tiers do not and are marked gray, as are figures that no formula gives, such as several internal rates of return.</para>
/// <para>Every formula has its value beside it. Money is in 万元 in Chinese and in units of the currency otherwise. <c>docs/workbooks.md</c> describes the sheets.</para>
/// </remarks>
public static class EvaluationWorkbook
{
    /// <summary>Writes the workbook, before tax.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="language">The language of all that is written.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to, or has no room.</exception>
    public static void Write(RoiEvaluation evaluation, Stream stream, Language language) => Write(evaluation, stream, language, afterTax: false);

    /// <summary>Writes the workbook, with the sheets after value-added tax and income tax and the sheet of uncertainty where they are asked for.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="language">The language of all that is written.</param>
    /// <param name="afterTax">Whether figures after tax stand beside those before; a case that states no taxes has none.</param>
    /// <param name="uncertainty">The report of a simulation of the case, whose values stand on a sheet of their own (不确定性); null for none.</param>
    /// <exception cref="ArgumentNullException">An argument but the last is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to, or has no room.</exception>
    public static void Write(RoiEvaluation evaluation, Stream stream, Language language, bool afterTax, Report? uncertainty = null)
    {
        if (evaluation is null || stream is null || language is null)
        {
            throw new ArgumentNullException(evaluation is null ? nameof(evaluation) : stream is null ? nameof(stream) : nameof(language));
        }

        Book book = Create(evaluation, language, afterTax);
        if (uncertainty is not null)
        {
            book.Add(ReportWorkbook.Sheet(uncertainty, PackageWords.In(language).Say("book.sheet.uncertainty"), language));
        }

        BookWriter.Write(book, stream);
    }

    internal static Book Create(RoiEvaluation evaluation, Language language, bool afterTax = false)
    {
        var basis = new BookBasis(evaluation, language, afterTax && evaluation.AfterTax.Count > 0);
        var book = new Book { Months = basis.Say("book.months") };
        TaxFlows? taxes = basis.IsAfterTax ? new TaxFlows(evaluation, basis.Flows) : null;
        var assumptions = new AssumptionSheet(basis, book, taxes?.OneRate);
        var flows = new FlowSheets(basis, assumptions);
        var calculation = new CalculationSheet(basis, "calculation", flows.Ranges, evaluation.Periods.Count);
        var measures = new MeasureSheet(basis, book, flows, calculation);
        TaxFlowSheets? taxFlows = taxes is { Periods: > 0 } ? new TaxFlowSheets(basis, flows, taxes) : null;
        IncomeTaxSheet? incomeTax = taxFlows is null ? null : new IncomeTaxSheet(basis, book, assumptions, flows, taxes!, taxFlows);
        CalculationSheet? taxCalculation = taxFlows is null ? null : new CalculationSheet(basis, "taxCalculation", taxFlows.Ranges, taxes!.Periods);
        AfterTaxSheet? after = taxes is null ? null : new AfterTaxSheet(basis, book, measures, taxes, taxFlows, incomeTax, taxCalculation);
        book.Add(ConclusionSheet.Create(basis, measures, flows, after));
        book.Add(assumptions.Sheet);
        book.Add(LineSheets.Create(basis, flows, isCost: true));
        book.Add(LineSheets.Create(basis, flows, isCost: false));
        book.Add(flows.Flows);
        book.Add(measures.Sheet);
        foreach (BookSheet? sheet in new[] { after?.Sheet, taxFlows?.Flows, incomeTax?.Sheet, flows.Weights, taxFlows?.Weights, calculation.Sheet, taxCalculation?.Sheet })
        {
            if (sheet is not null)
            {
                book.Add(sheet);
            }
        }

        return book;
    }
}
