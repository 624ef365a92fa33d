using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>The unit of a figure by its name in the result document.</summary>
internal static class GateUnits
{
    private static readonly string[] Amounts = ["Value", "Cost", "Benefit", "Costs", "Benefits", "CostOfOwnership"];

    internal static FigureUnit Of(string figure) =>
        figure.EndsWith("Months", StringComparison.Ordinal) ? FigureUnit.Months
        : figure.Contains("Index", StringComparison.Ordinal) || figure.EndsWith("benefitCostRatio", StringComparison.Ordinal) ? FigureUnit.Index
        : Amounts.Any(ending => figure.EndsWith(ending, StringComparison.Ordinal)) ? FigureUnit.Money
        : FigureUnit.Ratio;
}
