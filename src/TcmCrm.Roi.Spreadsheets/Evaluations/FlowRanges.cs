namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Flows by date as ranges of cells, with the values that they have now; net flows by evaluation period, since those after tax differ with it.</summary>
internal sealed class FlowRanges
{
    internal string Dates { get; init; } = string.Empty;

    internal string Years { get; init; } = string.Empty;

    internal string Steps { get; init; } = string.Empty;

    internal Func<int, string> Net { get; init; } = _ => string.Empty;

    internal Func<int, string> Discounted { get; init; } = _ => string.Empty;

    internal double[] DateValues { get; init; } = [];

    internal double[] YearValues { get; init; } = [];

    internal double[] StepValues { get; init; } = [];

    internal Func<int, double[]> NetValues { get; init; } = _ => [];

    internal Func<int, double[]> DiscountedValues { get; init; } = _ => [];
}
