namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>What storage holds of a tenant beside its result: what cannot be computed again.</summary>
[GenerateSerializer]
[Alias("TcmCrm.Roi.TenantState")]
internal sealed class TenantState
{
    /// <summary>The latest document; null where the tenant is not kept.</summary>
    [Id(0)]
    public byte[]? Document { get; set; }

    /// <summary>The month, ISO 8601, up to which the calendar has reviewed it: no later result speaks of an earlier one.</summary>
    [Id(1)]
    public string? AsOf { get; set; }

    /// <summary>The day of the last review by the calendar.</summary>
    [Id(2)]
    public string? ReviewedOn { get; set; }

    /// <summary>The first day of the calendar; null without one.</summary>
    [Id(3)]
    public string? FirstReview { get; set; }

    [Id(4)]
    public int EveryMonths { get; set; }
}
