using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Simulating;

/// <summary>
/// The report of a simulation in the order in which a CFO reads it: 结论 (does it pay back, how surely), 分布, 影响因素, 先测什么, 盈亏平衡, 情景, 假设.
/// </summary>
internal sealed class SimulationReport
{
    private readonly SimulationResult result;
    private readonly IReadOnlyList<StudyProposal> studies;
    private readonly EvaluationView view;
    private readonly SimulatedText text;
    private readonly SimulatedPeriod all;
    private readonly SimulatedPeriod asked;
    private readonly SimulatedPeriod cash;
    private readonly int trials;

    private SimulationReport(SimulationResult result, IReadOnlyList<StudyProposal> studies, Language language)
    {
        this.studies = studies;
        this.result = result;
        view = new EvaluationView(result.Evaluation, language);
        text = new SimulatedText(view);
        int longest = (result.Periods.Count / 2) - 1;
        all = result.Period(longest);
        asked = result.Longest;
        cash = result.Period(longest, CaseBasis.Cashable);
        trials = result.Options.Trials;
    }

    internal static Report Create(SimulationResult result, IReadOnlyList<BreakEvenPoint> breakEven, IReadOnlyList<ScenarioResult> scenarios, IReadOnlyList<StudyProposal> studies, Language language)
    {
        var writer = new SimulationReport(result, studies, language);
        var report = writer.view.NewReport(writer.view.Say("report.simulate", ("case", writer.view.Case.Name)));
        writer.AddConclusion(report.AddSection(writer.view.Say("section.conclusion")));
        writer.AddDistribution(report.AddSection(writer.view.Say("section.distribution")));
        writer.AddTornado(report.AddSection(writer.view.Say("section.drivers")));
        writer.AddInformation(report.AddSection(writer.view.Say("section.measureNext")));
        writer.AddBreakEven(report.AddSection(writer.view.Say("section.breakEven")), breakEven);
        if (scenarios.Count > 0)
        {
            writer.AddScenarios(report.AddSection(writer.view.Say("section.scenarios")), scenarios);
        }

        writer.AddAssumptions(report.AddSection(writer.view.Say("section.uncertaintyAssumptions")));
        RiskSection.AddOfLongest(report, writer.view);
        return report;
    }

    private void AddConclusion(ReportSection section)
    {
        foreach (string sentence in SimulationSentences.Of(result, view.Language))
        {
            section.AddParagraph(sentence);
        }

        if (asked.ValueOfPerfectInformation.IsApplicable)
        {
            section.AddParagraph(NextMeasurement());
        }

        RiskSection.AddCount(section, view.Language, RiskSection.OfLongest(view));
    }

    private string NextMeasurement()
    {
        StudyProposal? first = studies.FirstOrDefault(Counts);
        return first is null ? view.Say("simulation.nothingToMeasure")
            : view.Say("simulation.measureFirst", ("input", first.Input.Name), ("worth", text.AmountWithUnit(first.Worth.Value, first.Worth.StandardError)));
    }

    private bool Counts(StudyProposal study) => study.Worth.Value >= (double)view.Format.Step / 2;

    private void AddDistribution(ReportSection section)
    {
        section.AddChart(SimulationCharts.Distribution(view, text, result, all));
        section.AddChart(cash.Period == all.Period && result.Evaluation.Periods.All(period => period.IsCashableAlone) ? null : SimulationCharts.Distribution(view, text, result, cash));
        ReportTable table = section.AddTable(
            view.Format.Titled(view.Say("caption.distribution", ("period", view.NameOf(all.Period)))),
            ReportColumn.Text(view.Say("column.figure")), ReportColumn.Text(view.Say("column.basis")), ReportColumn.Number("5%"), ReportColumn.Number("25%"), ReportColumn.Number("50%"),
            ReportColumn.Number("75%"), ReportColumn.Number("95%"), ReportColumn.Number(view.Say("column.mean")));
        Add("netPresentValue", period => period.NetPresentValue, text.Amount);
        Add("roi", period => period.ReturnOnInvestment, text.Ratio);
        Add("benefitCostRatio", period => period.BenefitCostRatio, text.Multiple);
        Add("paybackMonths", period => period.PaybackMonths, text.Months);
        Add("internalRateOfReturn", period => period.InternalRateOfReturn, text.Ratio);
        section.AddParagraph(view.Say("note.percentiles"));

        ReportTable months = section.AddTable(
            view.Say("caption.probabilities"), ReportColumn.Text(view.Say("column.by")), ReportColumn.Number(view.Say("basis.all")), ReportColumn.Number(view.Say("basis.cashable")));
        for (int i = 0; i < all.PaidBackBy.Count; i++)
        {
            months.AddRow(
                view.Say("length.wholeMonths", ("months", FigureFormat.Number((decimal)all.PaidBackBy[i].Key, 0))),
                text.Probability(Figure.Of(all.PaidBackBy[i].Value), trials), text.Probability(Figure.Of(cash.PaidBackBy[i].Value), trials));
        }

        void Add(string measure, Func<SimulatedPeriod, SimulatedFigure> of, Func<Figure<double>, double, ReportCell> write)
        {
            foreach (SimulatedPeriod period in new[] { all, cash })
            {
                SimulatedFigure figure = of(period);
                double error = figure.StandardError.GetValueOrDefault(0);
                table.AddRow(
                    view.NameOf(view.Measure(measure)), text.BasisName(period.Basis), write(figure.P5, error), write(figure.P25, error), write(figure.P50, error), write(figure.P75, error),
                    write(figure.P95, error), write(figure.Mean, error));
            }
        }
    }

    private void AddTornado(ReportSection section)
    {
        if (result.Inputs.Count == 0)
        {
            section.AddParagraph(view.Say("simulation.noFactors"));
            return;
        }

        ReportTable table = section.AddTable(
            view.Format.Titled(view.Say("caption.tornado", ("period", view.NameOf(all.Period)), ("basis", text.BasisName(asked.Basis)))),
            ReportColumn.Text(view.Say("column.factor")), ReportColumn.Number("10%"), ReportColumn.Number("90%"), ReportColumn.Number(view.Say("column.npvAtLow")),
            ReportColumn.Number(view.Say("column.npvAtHigh")), ReportColumn.Number(view.Say("column.swing")), ReportColumn.Number(view.Say("column.varianceShare")));
        foreach (SimulatedInput input in result.Inputs.Where(input => input.HasEffect))
        {
            table.AddRow(
                input.Name, FigureFormat.Number(input.P10, 2), FigureFormat.Number(input.P90, 2), text.Amount(input.NetPresentValueAtP10, 0), text.Amount(input.NetPresentValueAtP90, 0),
                text.Amount(input.Swing, 0), text.Ratio(input.FirstOrderShare, 0));
        }

        section.AddChart(SimulationCharts.Tornado(view, text, result, all));
        string[] idle = [.. result.Inputs.Where(input => !input.HasEffect).Select(input => input.Name)];
        if (idle.Length > 0)
        {
            section.AddParagraph(view.Say("simulation.withoutEffect", ("names", view.Language.Join(idle))));
        }
    }

    private void AddInformation(ReportSection section)
    {
        if (!asked.ValueOfPerfectInformation.TryGetValue(out Estimate perfect))
        {
            section.AddParagraph(view.Say("simulation.noRate"));
            return;
        }

        section.AddParagraph(view.Say("simulation.perfectInformation", ("worth", text.AmountWithUnit(perfect.Value, perfect.StandardError))));
        StudyProposal[] worth = [.. studies.Where(Counts)];
        if (worth.Length == 0)
        {
            section.AddParagraph(view.Say("simulation.nothingToMeasure"));
            return;
        }

        bool isPriced = worth.Any(study => study.MonthsPaidFor.IsApplicable);
        bool isPlanned = worth.Any(study => study.Months.IsApplicable);
        ReportTable table = section.AddTable(
            view.Format.Titled(view.Say("caption.information")),
            [
                ReportColumn.Text(view.Say("column.factor")), ReportColumn.Number(view.Say("column.informationWorth")),
                .. isPriced ? new[] { ReportColumn.Number(view.Say("column.monthsPaidFor")) } : [],
                .. isPlanned ? new[] { ReportColumn.Number(view.Say("column.studyMonths")), ReportColumn.Number(view.Say("column.studyCost")), ReportColumn.Number(view.Say("column.worthLessCost")) } : [],
            ]);
        foreach (StudyProposal study in worth)
        {
            double error = study.Worth.StandardError;
            table.AddRow([
                study.Input.Name, text.Amount(Figure.Of(study.Worth.Value), error),
                .. isPriced ? new[] { Months(study.MonthsPaidFor) } : [],
                .. isPlanned ? new[] { Months(study.Months), text.Amount(study.Cost, 0), text.Amount(study.WorthLessCost, error) } : []]);
        }

        foreach (StudyProposal study in worth.Where(study => study.Months.IsApplicable))
        {
            (string, string)[] said =
            [
                ("input", study.Input.Name), ("months", FigureFormat.Number((decimal)study.Months.Value, 0)), ("worth", text.AmountWithUnit(study.Worth.Value, study.Worth.StandardError)),
            ];
            section.AddParagraph(!study.WorthLessCost.TryGetValue(out double left) ? view.Say("simulation.study", said)
                : view.Say(left > 0 ? "simulation.study.worth" : "simulation.study.tooDear", [.. said, ("cost", text.AmountWithUnit(study.Cost.Value, 0))]));
        }

        if (isPriced || isPlanned)
        {
            section.AddParagraph(view.Say("note.study"));
        }
    }

    private ReportCell Months(Figure<int> months) => months.TryGetValue(out int number) ? FigureFormat.Number((decimal)number, 0) : view.None(months.Reason);

    private void AddBreakEven(ReportSection section, IReadOnlyList<BreakEvenPoint> points)
    {
        section.AddParagraph(view.Say("note.breakEven", ("period", view.NameOf(all.Period)), ("basis", text.BasisName(asked.Basis))));
        ReportTable table = section.AddTable(
            "", ReportColumn.Text(view.Say("column.line")), ReportColumn.Text(view.Say("column.lever")), ReportColumn.Number(view.Say("column.current")), ReportColumn.Number(view.Say("column.breakEven")));
        foreach (BreakEvenPoint point in points)
        {
            table.AddRow(point.Name ?? view.Say("lever.case"), view.Say("lever." + point.Lever), Lever(point, point.Current), Lever(point, point.Value));
        }
    }

    private ReportCell Lever(BreakEvenPoint point, Figure<double> figure) => !figure.TryGetValue(out double value) ? view.None(figure.Reason) : point.Lever switch
    {
        "factor" or "discountRate" or "uplift" or "contributionMargin" or "attribution" or "churnAfter" or "avoided" => FigureFormat.Percent(value),
        "delayMonths" or "seats" => FigureFormat.Number(value, 0),
        _ => FigureFormat.Number(value, 2),
    };

    private void AddScenarios(ReportSection section, IReadOnlyList<ScenarioResult> scenarios)
    {
        ReportTable table = section.AddTable(
            view.Format.Titled(view.Say("caption.scenarios", ("period", view.NameOf(all.Period)))),
            [ReportColumn.Text(view.Say("column.figure")), ReportColumn.Text(view.Say("column.basis")), .. scenarios.Select(scenario => ReportColumn.Number(scenario.Name))]);
        EvaluationView[] views = [.. scenarios.Select(scenario => new EvaluationView(scenario.Evaluation, view.Language))];
        foreach (string measure in new[] { "netPresentValue", "roi", "paybackMonths", "internalRateOfReturn" })
        {
            table.AddRow([view.NameOf(view.Measure(measure)), text.BasisName(CaseBasis.All), .. views.Select(one => one.Cell(measure, one.Longest))]);
            table.AddRow([view.NameOf(view.Measure(measure)), text.BasisName(CaseBasis.Cashable), .. views.Select(one => one.Cell(measure, one.Longest.Cashable))]);
        }
    }

    private void AddAssumptions(ReportSection section)
    {
        section.AddParagraph(view.Say("note.beforeTax"));
        section.AddParagraph(view.Say("note.trials", ("trials", FigureFormat.Number((decimal)trials, 0)), ("seed", result.Options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        foreach (SimulatedInput input in result.Inputs.Where(input => input.Mean - input.MeanWithoutCut > 0.0005))
        {
            section.AddParagraph(view.Say(
                "note.cut", ("input", input.Name), ("mean", FigureFormat.Number(input.Mean, 3)), ("without", FigureFormat.Number(input.MeanWithoutCut, 3))));
        }

        if (result.Assumed.Count == 0)
        {
            return;
        }

        section.AddParagraph(view.Say("note.assumedUncertainty"));
        ReportTable table = section.AddTable("", ReportColumn.Text(view.Say("column.line")), ReportColumn.Text(view.Say("column.distribution")));
        foreach (AssumedUncertainty assumed in result.Assumed)
        {
            table.AddRow(assumed.Name, DistributionText.Of(view, assumed.Distribution));
        }
    }
}
