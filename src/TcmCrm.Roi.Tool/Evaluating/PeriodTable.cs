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
        table = section.AddTable(caption, view.ColumnsByPeriod(view.Say("column.figure")));
    }

    /// <summary>A row of finished cells.</summary>
    internal void Add(string name, Func<PeriodResult, string> cell) => table.AddRow([name, .. view.ByPeriod(cell)]);

    internal void Add(string name, Func<PeriodResult, Money> amount) => Add(name, result => view.Format.Amount(view.Format.Rounded(amount(result))));

    internal void Add(string name, Func<PeriodResult, Figure<Money>> figure) => Add(name, result => view.Cell(figure(result)));

    internal void Add(string name, FigureUnit unit, Func<PeriodResult, Figure<decimal>> figure) => Add(name, result => view.Cell(unit, figure(result)));

    internal void Add(string name, FigureUnit unit, Func<PeriodResult, Figure<double>> figure) => Add(name, result => view.Cell(unit, figure(result)));
}
