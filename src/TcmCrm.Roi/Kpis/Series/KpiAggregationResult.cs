namespace TcmCrm.Roi.Kpis;

/// <summary>An aggregated series, or the reason why the aggregation was refused.</summary>
public sealed class KpiAggregationResult
{
    private readonly KpiSeries? _series;

    internal KpiAggregationResult(KpiSeries series)
    {
        _series = series;
    }

    internal KpiAggregationResult(Message refusal) => Refusal = refusal;

    /// <summary>Whether there is a series.</summary>
    public bool IsAvailable => _series is not null;

    /// <summary>Why there is none, with the KPI as its subject; null when there is a series.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><c>partsMissing</c>: the series has values only; the ratio of sums needs numerators and denominators.</item>
    /// <item><c>distinctCounts</c>: distinct customers, terminals or SKUs are counted; the same one would be counted again in each month or segment.</item>
    /// <item><c>formulaOfOtherKpis</c>: the KPI is a formula of other KPIs, which have to be aggregated first.</item>
    /// <item><c>averageOfMonths</c>: the asked rule would average values that may not be averaged: ratios, balances, compounding shares.</item>
    /// <item><c>sumOfMonths</c>: the asked rule would add values that may not be added: ratios, balances, states.</item>
    /// <item><c>notTheRuleOfTheKpi</c>: the asked rule is not the rule of the KPI.</item>
    /// <item><c>overlappingWindows</c>: trailing windows overlap; aggregate the months instead.</item>
    /// <item><c>coarserThanAsked</c>: the series is already coarser than what was asked for.</item>
    /// <item><c>noCompletePeriod</c>: no period of the asked length is complete in the series.</item>
    /// <item><c>segmentsDoNotMatch</c>: the segments are not series of the same KPI at the same frequency, or a segment comes twice.</item>
    /// <item><c>shareOutsideItsRange</c>: a share above 1 or below 0 cannot compound.</item>
    /// </list>
    /// </remarks>
    public Message? Refusal { get; }

    /// <summary>The aggregated series.</summary>
    /// <exception cref="InvalidOperationException">The aggregation was refused; the message holds the reason.</exception>
    public KpiSeries Series => _series ?? throw new InvalidOperationException("The aggregation was refused: " + Refusal);

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
    public override string ToString() => _series?.ToString() ?? Refusal!.ToString();
}
