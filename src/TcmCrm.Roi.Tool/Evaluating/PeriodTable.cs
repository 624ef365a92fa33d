using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>A table of figures: a row a figure, a column an evaluation period.</summary>
internal sealed class PeriodTable
{
    private readonly EvaluationView view;
    private readonly ReportTable table;

    internal PeriodTable(ReportSection section, EvaluationView view, string caption)
    {
        this.view = view;
        table = section.AddTable(caption, view.ColumnsByHorizon(view.Say("column.figure")));
    }

    /// <summary>A row of finished cells.</summary>
    internal void Add(string name, Func<HorizonResult, string> cell) => table.AddRow([name, .. view.ByHorizon(cell)]);

    internal void Add(string name, Func<HorizonResult, Money> amount) => Add(name, horizon => view.Format.Amount(view.Format.Rounded(amount(horizon))));

    internal void Add(string name, Func<HorizonResult, Figure<Money>> figure) => Add(name, horizon => view.Cell(figure(horizon)));

    internal void Add(string name, FigureUnit unit, Func<HorizonResult, Figure<decimal>> figure) => Add(name, horizon => view.Cell(unit, figure(horizon)));

    internal void Add(string name, FigureUnit unit, Func<HorizonResult, Figure<double>> figure) => Add(name, horizon => view.Cell(unit, figure(horizon)));
}
