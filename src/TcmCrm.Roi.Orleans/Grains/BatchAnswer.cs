namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>Results as lines of JSON, in the order that was asked for.</summary>
[GenerateSerializer]
[Immutable]
[Alias("TcmCrm.Roi.BatchAnswer")]
internal sealed class BatchAnswer(string settings, byte[] lines, int found)
{
    /// <summary>The hash of what they were computed by: results of two hashes have no sum.</summary>
    [Id(0)]
    public string Settings { get; } = settings;

    /// <summary>One line a tenant, as <c>TenantResultJson</c> writes it.</summary>
    [Id(1)]
    public byte[] Lines { get; } = lines;

    /// <summary>How many of them were ready.</summary>
    [Id(2)]
    public int Found { get; } = found;
}
