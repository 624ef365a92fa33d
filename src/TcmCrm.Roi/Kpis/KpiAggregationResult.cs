namespace TcmCrm.Roi.Kpis;

/// <summary>An aggregated series, or the reason why the aggregation was refused.</summary>
public sealed class KpiAggregationResult
{
    private readonly KpiSeries? _series;

    internal KpiAggregationResult(KpiSeries series)
    {
        _series = series;
        English = Chinese = string.Empty;
    }

    internal KpiAggregationResult(KpiAggregationRefusal refusal, string english, string chinese)
    {
        Refusal = refusal;
        English = english;
        Chinese = chinese;
    }

    /// <summary>Whether there is a series.</summary>
    public bool IsAvailable => _series is not null;

    /// <summary>Why there is none; <see cref="KpiAggregationRefusal.None"/> when there is one.</summary>
    public KpiAggregationRefusal Refusal { get; }

    /// <summary>The reason as English text; empty when there is a series.</summary>
    public string English { get; }

    /// <summary>The reason as Chinese text; empty when there is a series.</summary>
    public string Chinese { get; }

    /// <summary>The aggregated series.</summary>
    /// <exception cref="InvalidOperationException">The aggregation was refused; the message holds the reason.</exception>
    public KpiSeries Series => _series ?? throw new InvalidOperationException("The aggregation was refused: " + English);

    /// <summary>The series, if there is one.</summary>
    /// <param name="series">The series, or null.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetSeries([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KpiSeries? series)
    {
        series = _series;
        return series is not null;
    }

    /// <summary>The series as text, or the reason.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _series?.ToString() ?? Refusal + ": " + English;
}
