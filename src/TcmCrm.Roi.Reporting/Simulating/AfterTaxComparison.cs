using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Reporting.Simulating;

/// <summary>Alternatives after tax, and what each step up costs and brings then.</summary>
internal static class AfterTaxComparison
{
    internal static void Add(Report report, ComparisonResult result, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Format.Titled(view.Say("section.alternativesAfterTax")));
        if (result.BestAfterTax is { } best)
        {
            section.AddParagraph(view.Say(
                best.Name is null ? "comparison.nothingBestAfterTax" : "comparison.bestAfterTax", ("name", ComparisonReport.NameOf(view, best)), ("period", view.NameOf(result.Period))));
        }

        ReportTable table = section.AddTable("", [ReportColumn.Text(view.Say("column.figure")), .. result.Alternatives.Select(one => ReportColumn.Number(ComparisonReport.NameOf(view, one)))]);
        Amount(view.NameOf(view.Measure("totalCost")), one => one.TotalCost);
        Amount(view.NameOf(view.Measure("totalBenefit")), one => one.TotalBenefit);
        Amount(view.Say("figure.creditedVat"), one => one.CreditedVat);
        Amount(view.Say("figure.tax"), one => one.Tax);
        Amount(view.NameOf(view.Measure("netBenefit")), one => one.NetBenefit);
        Amount(view.NameOf(view.Measure("netPresentValue")), one => one.NetPresentValue);
        Row(view.NameOf(view.Measure("roi")), one => one.ReturnOnInvestment.TryGetValue(out decimal ratio) ? view.Format.Cell(MeasureUnit.Ratio, ratio) : view.None(one.ReturnOnInvestment.Reason));
        Row(view.NameOf(view.Measure("paybackMonths")), one => one.PaybackMonths.TryGetValue(out double months) ? view.Format.Cell(MeasureUnit.Months, months) : view.None(one.PaybackMonths.Reason));
        Amount(view.Say("figure.undeductedCost"), one => one.UndeductedCost);
        foreach (Message reason in result.Alternatives.SelectMany(one => one.AfterTax?.Reasons ?? []).Distinct())
        {
            section.AddParagraph(view.Language.Say(reason));
        }

        AddSteps(section, result, view);
        section.AddParagraph(view.Say("note.afterTax"));

        void Amount(string name, Func<AfterTaxResult, Figure<Money>> of) => Row(name, one => Cell(view, of(one)));

        void Row(string name, Func<AfterTaxResult, ReportCell> of) =>
            table.AddRow([name, .. result.Alternatives.Select(one => one.AfterTax is { } own ? of(own) : new ReportCell(view.Say("value.none")))]);
    }

    private static void AddSteps(ReportSection section, ComparisonResult result, EvaluationView view)
    {
        ReportTable table = section.AddTable(
            "",
            ReportColumn.Text(view.Say("column.fromTo")), ReportColumn.Number(view.Say("column.moreCost")), ReportColumn.Number(view.Say("column.moreBenefit")), ReportColumn.Number(view.Say("figure.tax")),
            ReportColumn.Number(view.Say("column.moreNpv")), ReportColumn.Number(view.Say("column.incrementalRate")));
        foreach (IncrementalStep step in result.Steps)
        {
            AfterTaxStep own = step.AfterTax!;
            table.AddRow(
                view.Say("comparison.step", ("from", ComparisonReport.NameOf(view, step.From)), ("to", ComparisonReport.NameOf(view, step.To))), Cell(view, own.Cost), Cell(view, own.Benefit),
                Cell(view, own.Tax), Cell(view, own.NetPresentValue), ComparisonReport.Rate(view, own.InternalRateOfReturn.ToFigure()));
        }
    }

    private static ReportCell Cell(EvaluationView view, Figure<Money> figure) =>
        figure.TryGetValue(out Money amount) ? view.Format.Cell(view.Format.Rounded(amount)) : view.None(figure.Reason);
}
