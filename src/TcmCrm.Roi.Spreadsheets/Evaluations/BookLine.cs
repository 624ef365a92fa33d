using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A line of the evaluation with its product, and its amount on each date for one unit of the product.</summary>
internal sealed class BookLine
{
    internal BookLine(ProjectionLine line, LineFormula formula, double[] amounts)
    {
        Line = line;
        Formula = formula;
        double product = formula.Value;

        // A product of 0 gives no amounts to divide: what the line would bring is not known here, and the workbook says that it is not recalculated.
        IsFixed = product == 0;
        Base = IsFixed ? 0 : product;
        Weights = [.. amounts.Select(amount => IsFixed ? 0 : amount / product)];
        Amounts = amounts;
    }

    internal ProjectionLine Line { get; }

    internal LineFormula Formula { get; }

    internal bool IsFixed { get; }

    internal double Base { get; }

    internal IReadOnlyList<double> Weights { get; }

    internal IReadOnlyList<double> Amounts { get; }

    internal bool IsCost => Line.Side == FlowSide.Cost;

    internal bool IsCash => IsCost ? Line.Cost is not { Category: Costs.CostCategory.Time } : Line.Benefit is { IsCashable: true };

    /// <summary>The column of the line on the sheet of weights, from 0; set while that sheet is made.</summary>
    internal int Column { get; set; }
}
