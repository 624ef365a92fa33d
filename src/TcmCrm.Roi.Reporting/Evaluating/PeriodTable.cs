using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

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

    /// <summary>A row of a figure.</summary>
    internal void Add(Measure measure) => Add(view.NameOf(measure), result => view.Cell(measure, result));

    /// <summary>A row of finished cells.</summary>
    internal void Add(string name, Func<PeriodResult, ReportCell> cell) => table.AddRow([name, .. view.ByPeriod(cell)]);
}
