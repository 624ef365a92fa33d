using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Simulating;

/// <summary>The charts of a simulation and of a comparison.</summary>
internal static class SimulationCharts
{
    /// <summary>The most inputs that are drawn; the table of the section has all.</summary>
    private const int MostInputs = 10;

    /// <summary>The net present value at the 10 % and the 90 % point of each input, the widest first; null where nothing is uncertain or nothing is discounted.</summary>
    internal static ReportChart? Tornado(EvaluationView view, SimulatedText text, SimulationResult result, SimulatedPeriod all)
    {
        SimulatedInput[] inputs = [.. result.Inputs.Where(input => input.HasEffect && input.Swing.IsApplicable).OrderByDescending(input => Math.Abs(input.Swing.Value)).Take(MostInputs)];
        if (inputs.Length == 0 || !all.DeterministicNetPresentValue.TryGetValue(out double plan))
        {
            return null;
        }

        string title = view.Say("chart.tornado", ("period", view.NameOf(all.Period)));
        var table = new ReportTable(
            view.Format.Titled(title),
            [ReportColumn.Text(view.Say("column.factor")), ReportColumn.Number(view.Say("column.npvAtLow")), ReportColumn.Number(view.Say("column.npvAtHigh")), ReportColumn.Number(view.Say("column.swing"))]);
        foreach (SimulatedInput input in inputs)
        {
            table.AddRow(input.Name, Amount(input.NetPresentValueAtP10.Value), Amount(input.NetPresentValueAtP90.Value), Amount(input.Swing.Value));
        }

        SimulatedInput first = inputs[0];
        string described = view.Say(
            "chart.tornado.text", ("input", first.Name), ("low", text.AmountWithUnit(first.NetPresentValueAtP10.Value, 0)), ("high", text.AmountWithUnit(first.NetPresentValueAtP90.Value, 0)));
        return view.Format.Scaled(new ReportChart(
            ReportChartKind.Range, title, described, inputs.Select(input => input.Name),
            [
                new ReportChartSeries(view.Say("chart.atLow"), ReportSeriesRole.Lower, inputs.Select(input => (double?)input.NetPresentValueAtP10.Value)),
                new ReportChartSeries(view.Say("chart.atHigh"), ReportSeriesRole.Upper, inputs.Select(input => (double?)input.NetPresentValueAtP90.Value)),
            ],
            table)
        {
            Marks = [new ReportChartMark(view.Say("mark.plan", ("amount", text.AmountWithUnit(plan, 0))), plan)],
        });

        ReportCell Amount(double value) => FigureFormat.Plain(text.Amount(Figure.Of(value), 0).Text, value, 2, ReportUnit.Money);
    }

    /// <summary>How often which net present value came out, and how probable a loss is; null without a discount rate.</summary>
    internal static ReportChart? Distribution(EvaluationView view, SimulatedText text, SimulationResult result, SimulatedPeriod period)
    {
        if (period.HistogramEdges.Count < 3 || !period.ProbabilityNpvPositive.TryGetValue(out Estimate gain))
        {
            return null;
        }

        string title = view.Say("chart.distribution", ("period", view.NameOf(period.Period)), ("basis", text.BasisName(period.Basis)));
        string loss = text.Probability(1 - gain.Value, gain.StandardError, result.Options.Trials);
        int bins = period.HistogramCounts.Count;
        string[] names = [.. Enumerable.Range(0, bins).Select(i => view.Say(
            "chart.bin", ("from", text.Amount(Figure.Of(period.HistogramEdges[i]), 0).Text), ("to", text.Amount(Figure.Of(period.HistogramEdges[i + 1]), 0).Text)))];
        var table = new ReportTable(view.Format.Titled(title), [ReportColumn.Text(view.Say("column.npv")), ReportColumn.Number(view.Say("chart.trials"))]);
        for (int i = 0; i < bins; i++)
        {
            table.AddRow(names[i], FigureFormat.Count(period.HistogramCounts[i]));
        }

        double error = period.NetPresentValue.StandardError.GetValueOrDefault(0);
        return view.Format.Scaled(new ReportChart(
            ReportChartKind.Distribution, title,
            view.Say(
                "chart.distribution.text", ("loss", loss), ("low", text.AmountWithUnit(period.NetPresentValue.P10.Value, error)), ("high", text.AmountWithUnit(period.NetPresentValue.P90.Value, error))),
            names,
            [
                new ReportChartSeries(view.Say("chart.gain"), ReportSeriesRole.Main, period.HistogramCounts.Select(count => (double?)count)),
                new ReportChartSeries(view.Say("chart.loss", ("probability", loss)), ReportSeriesRole.Compared, period.HistogramCounts.Select(_ => (double?)null)),
            ],
            table)
        {
            Edges = period.HistogramEdges,
            Marks = [Point("10%", period.NetPresentValue.P10), Point("50%", period.NetPresentValue.P50), Point("90%", period.NetPresentValue.P90)],
        });

        static ReportChartMark Point(string name, Figure<double> at) => new(name, at.Value);
    }

    /// <summary>The net present value of each alternative as planned; null where there is none.</summary>
    internal static ReportChart? Alternatives(EvaluationView view, ComparisonResult result, Func<Alternative, string> nameOf, string description)
    {
        (string Name, ReportCell Cell, double? Value)[] rows = [.. result.Alternatives.Select(one =>
        {
            ReportCell cell = one.Result is { } own ? new EvaluationView(one.Evaluation!, view.Language).Cell("netPresentValue", own) : view.Format.Cell(0m);
            return (nameOf(one), cell, cell.Value is { } amount ? (double)amount : (double?)null);
        })];
        if (rows.All(row => row.Value is null or 0))
        {
            return null;
        }

        string title = view.Say("chart.alternatives", ("period", view.NameOf(result.Period)));
        var table = new ReportTable(view.Format.Titled(title), [ReportColumn.Text(view.Say("chart.alternative")), ReportColumn.Number(view.NameOf(view.Measure("netPresentValue")))]);
        foreach ((string name, ReportCell cell, double? _) in rows)
        {
            table.AddRow(name, cell);
        }

        return view.Format.Scaled(new ReportChart(
            ReportChartKind.Stack, title, description, rows.Select(row => row.Name),
            [new ReportChartSeries(view.NameOf(view.Measure("netPresentValue")), ReportSeriesRole.Main, rows.Select(row => row.Value))], table));
    }
}
