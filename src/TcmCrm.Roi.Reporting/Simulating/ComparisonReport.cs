using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Simulating;

/// <summary>The report of a comparison: which alternative is best and how surely, side by side, then what each step up costs and brings.</summary>
internal static class ComparisonReport
{
    private const double Least = -0.9;

    private static readonly string[] Figures =
        ["totalCost", "totalBenefit", "netBenefit", "netPresentValue", "roi", "internalRateOfReturn", "paybackMonths", "equivalentAnnualCost"];

    internal static Report Create(ComparisonResult result, Language language, bool isAfterTax)
    {
        Alternative first = result.Alternatives[1];
        var view = new EvaluationView(first.Evaluation!, language);
        var text = new SimulatedText(view);
        var report = view.NewReport(view.Say("report.compare", ("names", language.Join(result.Alternatives.Skip(1).Select(one => one.Name!)))));
        ReportSection conclusion = report.AddSection(view.Say("section.conclusion"));
        string period = view.NameOf(result.Period);
        conclusion.AddParagraph(result.Best is { } best
            ? view.Say(
                best.Name is null ? "comparison.nothingBest" : "comparison.best", ("name", NameOf(view, best)), ("period", period), ("basis", text.BasisName(result.Basis)),
                ("probability", text.Probability(best.ProbabilityBest, result.Options.Trials).Text),
                ("regret", text.AmountWithUnit(best.ExpectedRegret.Value.Value, best.ExpectedRegret.Value.StandardError)))
            : view.Say("simulation.noRate"));
        if (result.IsTooCloseToCall)
        {
            conclusion.AddParagraph(view.Say("comparison.tooClose"));
        }

        var warnings = result.Alternatives.Where(one => one.Evaluation is not null)
            .SelectMany(one => RiskSection.OfLongest(new EvaluationView(one.Evaluation!, language) { IsAfterTax = isAfterTax }).Select(warning => (one.Name, Warning: warning)))
            .ToList();
        RiskSection.AddCount(conclusion, language, warnings.Select(one => one.Warning));
        conclusion.AddChart(SimulationCharts.Alternatives(view, result, one => NameOf(view, one), view.Say("chart.alternatives.text", ("basis", text.BasisName(result.Basis)), ("names", view.Language.Join(result.Alternatives.Select(one => NameOf(view, one)))))));
        AddAlternatives(report.AddSection(view.Say("section.alternatives")), result, view, text);
        AddSteps(report.AddSection(view.Say("section.incremental")), result, view);
        if (isAfterTax && result.Steps[0].AfterTax is not null)
        {
            AfterTaxComparison.Add(report, result, view);
        }

        RiskSection.AddTexts(
            report.AddSection(view.Say("section.risks")), view, [.. warnings.Select(one => view.Say("comparison.warning", ("name", one.Name!), ("warning", language.Say(one.Warning))))]);

        return report;
    }

    private static void AddAlternatives(ReportSection section, ComparisonResult result, EvaluationView view, SimulatedText text)
    {
        ReportTable table = section.AddTable(
            view.Format.Titled(view.Say("caption.alternatives", ("period", view.NameOf(result.Period)), ("basis", text.BasisName(result.Basis)))),
            [ReportColumn.Text(view.Say("column.figure")), .. result.Alternatives.Select(one => ReportColumn.Number(NameOf(view, one)))]);
        foreach (string id in Figures)
        {
            Measure measure = view.Measure(id);
            table.AddRow([view.NameOf(measure), .. result.Alternatives.Select(one => one.Result is { } own
                ? new EvaluationView(one.Evaluation!, view.Language).Cell(id, own)
                : measure.Unit == MeasureUnit.Money && id != "equivalentAnnualCost" ? view.Format.Amount(0) : view.Say("value.none"))]);
        }

        table.AddRow([view.Say("row.probabilityBest"), .. result.Alternatives.Select(one => text.Probability(one.ProbabilityBest, result.Options.Trials))]);
        table.AddRow([view.Say("row.expectedRegret"), .. result.Alternatives.Select(one => one.ExpectedRegret.TryGetValue(out Estimate regret)
            ? text.Amount(Figure.Of(regret.Value), regret.StandardError)
            : view.None(one.ExpectedRegret.Reason))]);
        section.AddParagraph(view.Say("note.compare"));
        section.AddParagraph(view.Say("note.beforeTax"));
    }

    private static void AddSteps(ReportSection section, ComparisonResult result, EvaluationView view)
    {
        ReportTable table = section.AddTable(
            view.Format.Titled(view.Say("caption.incremental")),
            ReportColumn.Text(view.Say("column.fromTo")), ReportColumn.Number(view.Say("column.moreCost")), ReportColumn.Number(view.Say("column.moreBenefit")),
            ReportColumn.Number(view.Say("column.moreNpv")), ReportColumn.Number(view.Say("column.incrementalRate")));
        foreach (IncrementalStep step in result.Steps)
        {
            Figure<double> rate = step.InternalRateOfReturn.ToFigure();
            table.AddRow(
                view.Say("comparison.step", ("from", NameOf(view, step.From)), ("to", NameOf(view, step.To))), view.Format.Amount(More(step, "totalCost")), view.Format.Amount(More(step, "totalBenefit")),
                step.NetPresentValue.IsApplicable ? view.Format.Cell(More(step, "netPresentValue")) : view.Cell(step.NetPresentValue), Rate(view, rate));
        }

        // A difference is that of the printed amounts, so that a reader who subtracts gets it.
        decimal More(IncrementalStep step, string measure) => Printed(step.To, measure) - Printed(step.From, measure);

        decimal Printed(Alternative one, string measure) =>
            one.Result is { } own && new EvaluationView(one.Evaluation!, view.Language).TryAmount(view.Measure(measure), own, out decimal amount) ? amount : 0;

        section.AddParagraph(view.Say("note.incremental"));
    }

    /// <summary>A rate near -100 % says that the step loses nearly all of what it costs, and no more digits than that.</summary>
    internal static ReportCell Rate(EvaluationView view, Figure<double> rate) => !rate.TryGetValue(out double value) ? view.None(rate.Reason)
        : value < Least ? view.Say("probability.below", ("bound", FigureFormat.Percent(Least, 0)))
        : view.Format.RateOf(value);

    internal static string NameOf(EvaluationView view, Alternative one) => one.Name ?? view.Say("comparison.nothing");
}
