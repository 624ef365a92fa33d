using System.Globalization;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>税后: the figures after value-added tax and income tax beside those before, on both bases, and the flows of the longest period by year.</summary>
internal static class AfterTaxSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        IReadOnlyList<AfterTaxResult> results = view.Evaluation.AfterTax;
        if (results.Count == 0)
        {
            return;
        }

        ReportSection section = report.AddSection(view.Format.Titled(view.Say("section.afterTax")));
        var table = new SideBySide(section, view, results);
        table.Add("totalCost", one => Sum(one, row => row.Cost));
        table.Add("totalBenefit", one => Sum(one, row => row.Benefit));
        table.AddAfterTax("figure.tax", one => Sum(one, row => row.Tax));
        table.Add("netBenefit", one => Sum(one, row => row.Net));
        table.Add("roi", one => Ratio(one.ReturnOnInvestment));
        table.Add("netPresentValue", PresentValue);
        table.Add("internalRateOfReturn", one => Rate(view, one));
        table.Add("paybackMonths", one => one.PaybackMonths.TryGetValue(out double months) ? view.Format.Cell(MeasureUnit.Months, months) : None(one.PaybackMonths.Reason));
        table.AddCashable("roi", one => Ratio(one.Cashable.ReturnOnInvestment));
        table.AddCashable("netPresentValue", one => PresentValue(one.Cashable));
        table.AddAfterTax("measure.afterTax.undeductedCost", one => Amount(one.UndeductedCost));
        if (results.Any(one => one.UnusedLoss.TryGetValue(out Money loss) && loss.Amount != 0))
        {
            table.AddAfterTax("figure.unusedLoss", one => Amount(one.UnusedLoss));
        }

        foreach (Message reason in results.SelectMany(one => one.Reasons).Distinct())
        {
            section.AddParagraph(view.Language.Say(reason));
        }

        section.AddParagraph(view.Say("note.afterTax"));
        if (results[results.Count - 1].Reasons.Count == 0)
        {
            AddFlows(report, view, results[results.Count - 1]);
        }

        ReportCell Sum(AfterTaxResult one, Func<AfterTaxRow, Money> of) => view.Cell(AfterTaxPrinted.Sum(view, one, of));

        ReportCell Amount(Figure<Money> figure) => figure.TryGetValue(out Money amount) ? view.Format.Cell(view.Format.Rounded(amount)) : None(figure.Reason);

        ReportCell Ratio(Figure<decimal> figure) => figure.TryGetValue(out decimal ratio) ? view.Format.Cell(MeasureUnit.Ratio, ratio) : None(figure.Reason);

        ReportCell PresentValue(AfterTaxResult one) => view.Cell(AfterTaxPrinted.NetPresentValue(view, one));

        ReportCell None(NotApplicableReason? reason) => view.None(reason);
    }

    /// <summary>The rate of the period after tax, or why there is none.</summary>
    internal static ReportCell Rate(EvaluationView view, AfterTaxResult one) =>
        one.SelectedInternalRateOfReturn.TryGetValue(out double rate) ? view.Format.Cell(MeasureUnit.Rate, rate) : view.None(one.SelectedInternalRateOfReturn.Reason);

    private static void AddFlows(Report report, EvaluationView view, AfterTaxResult longest)
    {
        ReportSection section = report.AddSection(view.Format.Titled(view.Say("section.afterTaxFlows", ("period", view.NameOf(longest.Period)))));
        string[] headers = ["column.costAmount", "column.benefitAmount", "figure.creditedVat", "figure.taxableBenefit", "figure.deductibleCost", "figure.tax", "column.netAfterTax", "column.cumulativeAfterTax"];
        ReportTable table = section.AddTable("", [ReportColumn.Text(view.Say("column.year")), .. headers.Select(id => ReportColumn.Number(view.Say(id)))]);
        IReadOnlyList<AfterTaxRow> rows = longest.PrintedTable(view.Format.Step);
        int number = 0;
        foreach (AfterTaxRow row in rows)
        {
            string label = row.IsInitial
                ? view.Say("row.start", ("date", view.Format.Date(row.Start)))
                : view.Say("row.year", ("number", (++number).ToString(CultureInfo.InvariantCulture)), ("last", view.Format.Date(row.End.PlusDays(-1))));
            table.AddRow([label, .. Columns(row).Select(amount => view.Format.Cell(amount)), view.Format.Cell(row.CumulativeNet)]);
        }

        table.AddTotal([view.Say("row.total"), .. Enumerable.Range(0, 7).Select(i => view.Format.Cell(rows.Sum(row => Columns(row)[i].Amount))), ""]);
    }

    private static Money[] Columns(AfterTaxRow row) => [row.Cost, row.Benefit, row.CreditedVat, row.TaxableBenefit, row.DeductibleCost, row.Tax, row.Net];

    /// <summary>Two columns a period: before tax, after tax.</summary>
    private sealed class SideBySide(ReportSection section, EvaluationView view, IReadOnlyList<AfterTaxResult> results)
    {
        private readonly ReportTable _table = section.AddTable("", [
            ReportColumn.Text(view.Say("column.figure")),
            .. results.SelectMany(one => new[]
            {
                ReportColumn.Number(view.Say("column.beforeTax", ("period", view.NameOf(one.Period)))), ReportColumn.Number(view.Say("column.afterTax", ("period", view.NameOf(one.Period)))),
            })]);

        internal void Add(string measure, Func<AfterTaxResult, ReportCell> after) =>
            AddRow(view.NameOf(view.Measure(measure)), result => view.Cell(measure, result), after);

        internal void AddCashable(string measure, Func<AfterTaxResult, ReportCell> after) =>
            AddRow(view.Say("row.cashBasis", ("figure", view.NameOf(view.Measure(measure)))), result => view.Cell(measure, result.Cashable), after);

        internal void AddAfterTax(string name, Func<AfterTaxResult, ReportCell> after) => AddRow(view.Say(name), _ => "", after);

        private void AddRow(string name, Func<PeriodResult, ReportCell> before, Func<AfterTaxResult, ReportCell> after) =>
            _table.AddRow([name, .. results.SelectMany((one, i) => new[] { before(view.Results[i]), after(one) })]);
    }
}
