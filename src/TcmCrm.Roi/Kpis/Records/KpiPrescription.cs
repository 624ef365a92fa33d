using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>Prescriptions of a day, for <see cref="KpiBuilder.Add(in KpiPrescription)"/>: one, or as many as a hospital reports. The default is one of no valid date.</summary>
public readonly record struct KpiPrescription
{
    /// <summary>The day; any day of the month where a month is reported as a whole.</summary>
    public LocalDate Date { get; init; }

    /// <summary>How many prescriptions, 0 or more.</summary>
    public decimal Count { get; init; }

    /// <summary>The channel or region; null for none.</summary>
    public string? Segment { get; init; }
}
