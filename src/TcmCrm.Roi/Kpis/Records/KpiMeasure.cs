using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>An amount of a host's own KPI, for <see cref="KpiBuilder.Add(in KpiMeasure)"/>; those of a month are added up. The default is not valid: it has no KPI.</summary>
public readonly record struct KpiMeasure
{
    /// <summary>The KPI, whose rule over time is <see cref="KpiAggregation.Sum"/>.</summary>
    public KpiDefinition Kpi { get; init; }

    /// <summary>The day.</summary>
    public LocalDate Date { get; init; }

    /// <summary>The amount, in the unit of the KPI.</summary>
    public decimal Value { get; init; }

    /// <summary>The channel or region; null for none.</summary>
    public string? Segment { get; init; }
}
