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
        Amount(NameOf("totalCost"), one => AfterTaxPrinted.Sum(view, one, row => row.Cost));
        Amount(NameOf("totalBenefit"), one => AfterTaxPrinted.Sum(view, one, row => row.Benefit));
        Amount(view.Say("figure.creditedVat"), one => AfterTaxPrinted.Sum(view, one, row => row.CreditedVat));
        Amount(view.Say("figure.tax"), one => AfterTaxPrinted.Sum(view, one, row => row.Tax));
        Amount(NameOf("netBenefit"), one => AfterTaxPrinted.Sum(view, one, row => row.Net));
        Amount(NameOf("netPresentValue"), one => AfterTaxPrinted.NetPresentValue(view, one));
        Ratio(NameOf("roi"), one => one.ReturnOnInvestment);
        Row(NameOf("internalRateOfReturn"), None, one => AfterTaxSection.Rate(view, one));
        Row(NameOf("paybackMonths"), None, one => one.PaybackMonths.TryGetValue(out double months) ? view.Format.Cell(MeasureUnit.Months, months) : view.None(one.PaybackMonths.Reason));
        if (result.Basis == CaseBasis.All)
        {
            Amount(view.Say("row.cashBasis", ("figure", NameOf("netBenefit"))), one => AfterTaxPrinted.Sum(view, one.Cashable, row => row.Net));
            Amount(view.Say("row.cashBasis", ("figure", NameOf("netPresentValue"))), one => AfterTaxPrinted.NetPresentValue(view, one.Cashable));
            Ratio(view.Say("row.cashBasis", ("figure", NameOf("roi"))), one => one.Cashable.ReturnOnInvestment);
        }

        Amount(view.Say("measure.afterTax.undeductedCost"), one => one.UndeductedCost.TryGetValue(out Money left) ? Figure.Of(new Money(view.Format.Rounded(left), view.Case.Currency)) : one.UndeductedCost);
        foreach (Message reason in result.Alternatives.SelectMany(one => one.AfterTax?.Reasons ?? []).Distinct())
        {
            section.AddParagraph(view.Language.Say(reason));
        }

        AddSteps(section, result, view);
        section.AddParagraph(view.Say("note.afterTax"));
        AddTerms(section, result, view);

        string NameOf(string measure) => view.NameOf(view.Measure(measure));

        ReportCell None() => view.Say("value.none");

        void Amount(string name, Func<AfterTaxResult, Figure<Money>> of) => Row(name, () => view.Format.Cell(0m), one => view.Cell(of(one)));

        void Ratio(string name, Func<AfterTaxResult, Figure<decimal>> of) =>
            Row(name, None, one => of(one).TryGetValue(out decimal ratio) ? view.Format.Cell(MeasureUnit.Ratio, ratio) : view.None(of(one).Reason));

        // Doing nothing costs and brings nothing, after tax as before.
        void Row(string name, Func<ReportCell> nothing, Func<AfterTaxResult, ReportCell> of) =>
            table.AddRow([name, .. result.Alternatives.Select(one => one.AfterTax is { } own ? of(own) : nothing())]);
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
                view.Say("comparison.step", ("from", ComparisonReport.NameOf(view, step.From)), ("to", ComparisonReport.NameOf(view, step.To))),
                More(own.Cost, one => AfterTaxPrinted.Sum(view, one, row => row.Cost)), More(own.Benefit, one => AfterTaxPrinted.Sum(view, one, row => row.Benefit)),
                More(own.Tax, one => AfterTaxPrinted.Sum(view, one, row => row.Tax)), More(own.NetPresentValue, one => AfterTaxPrinted.NetPresentValue(view, one)),
                ComparisonReport.Rate(view, own.InternalRateOfReturn.ToFigure()));

            // A difference is that of the printed amounts, so that a reader who subtracts gets it.
            ReportCell More(Figure<Money> exact, Func<AfterTaxResult, Figure<Money>> of) =>
                exact.IsApplicable ? view.Format.Cell(Printed(step.To, of) - Printed(step.From, of)) : view.None(exact.Reason);
        }

        static decimal Printed(Alternative one, Func<AfterTaxResult, Figure<Money>> of) => one.AfterTax is { } own && of(own).TryGetValue(out Money amount) ? amount.Amount : 0;
    }

    /// <summary>Whose taxes these are and with what they were computed: what holds for all once, the rest by case.</summary>
    private static void AddTerms(ReportSection section, ComparisonResult result, EvaluationView view)
    {
        Alternative[] cases = [.. result.Alternatives.Where(one => one.Evaluation is not null)];
        IReadOnlyList<Message>[] terms = [.. cases.Select(one => one.Evaluation!.AssumedTaxes)];
        Message[] common = [.. terms[0].Where(term => terms.All(others => others.Contains(term)))];
        section.AddList([
            .. common.Select(view.Language.Say),
            .. cases.SelectMany((one, i) => terms[i].Except(common).Select(term => view.Say("comparison.warning", ("name", one.Name!), ("warning", view.Language.Say(term)))))]);
    }
}
