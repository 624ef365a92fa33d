namespace TcmCrm.Roi.Kpis;

/// <summary>What one point of a <see cref="KpiSeries"/> covers.</summary>
public enum KpiFrequency
{
    /// <summary>One calendar month.</summary>
    Monthly,

    /// <summary>One calendar quarter (January-March, ...), named by its first month.</summary>
    Quarterly,

    /// <summary>One calendar year, named by its January.</summary>
    Yearly,

    /// <summary>Twelve months that end with the named month (移动十二个月); neighbouring points overlap by eleven months.</summary>
    TrailingTwelveMonths,
}
