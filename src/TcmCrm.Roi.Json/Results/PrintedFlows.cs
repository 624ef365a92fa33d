using NodaTime;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>What has accumulated by the end of each month, as tables print it: their columns sum to the printed figures, and years to their months.</summary>
internal sealed class PrintedFlows
{
    private readonly Dictionary<LocalDate, int> byEnd = [];
    private readonly decimal[] cost;
    private readonly decimal[] benefit;
    private readonly decimal[]? discounted;

    /// <summary>Rounds the monthly table.</summary>
    /// <param name="months">The monthly table.</param>
    /// <param name="totalCost">The printed total cost.</param>
    /// <param name="totalBenefit">The printed total benefit.</param>
    /// <param name="netPresentValue">The printed net present value; null where there is none.</param>
    /// <param name="digits">Digits of the minor unit.</param>
    public PrintedFlows(IReadOnlyList<FlowTableRow> months, decimal totalCost, decimal totalBenefit, decimal? netPresentValue, int digits)
    {
        for (int i = 0; i < months.Count; i++)
        {
            byEnd[months[i].End] = i;
        }

        cost = Printed.Accumulated(SoFar(months, row => row.Cost.Amount), totalCost, digits);
        benefit = Printed.Accumulated(SoFar(months, row => row.Benefit.Amount), totalBenefit, digits);
        discounted = netPresentValue is { } total && months.All(row => row.CumulativeDiscountedNet.IsApplicable)
            ? Printed.Accumulated([.. months.Select(row => row.CumulativeDiscountedNet.Value.Amount)], total, digits)
            : null;
    }

    public bool IsDiscounted => discounted is not null;

    public decimal Cost(FlowTableRow row) => cost[byEnd[row.End]];

    public decimal Benefit(FlowTableRow row) => benefit[byEnd[row.End]];

    public decimal Discounted(FlowTableRow row) => discounted![byEnd[row.End]];

    private static decimal[] SoFar(IReadOnlyList<FlowTableRow> months, Func<FlowTableRow, decimal> of)
    {
        var soFar = new decimal[months.Count];
        for (int i = 0; i < soFar.Length; i++)
        {
            soFar[i] = of(months[i]) + (i == 0 ? 0 : soFar[i - 1]);
        }

        return soFar;
    }
}
