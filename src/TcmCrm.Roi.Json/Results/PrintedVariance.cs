namespace TcmCrm.Roi.Json.Results;

/// <summary>A variance in minor units: actual less plan is the total, and its three parts sum to it.</summary>
internal sealed class PrintedVariance(decimal plan, decimal actual, decimal timing, decimal volume, decimal price)
{
    public decimal Plan { get; } = plan;

    public decimal Actual { get; } = actual;

    public decimal Total => Actual - Plan;

    public decimal Timing { get; } = timing;

    public decimal Volume { get; } = volume;

    public decimal Price { get; } = price;
}
