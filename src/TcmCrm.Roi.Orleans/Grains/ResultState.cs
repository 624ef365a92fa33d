namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>Results that are kept: of a tenant beside its document, which is written less often, or of a batch.</summary>
[GenerateSerializer]
[Alias("TcmCrm.Roi.ResultState")]
internal sealed class ResultState
{
    /// <summary>What they were made from and by: the content hash of a tenant, the options of a batch.</summary>
    [Id(0)]
    public string? Source { get; set; }

    /// <summary>The lines.</summary>
    [Id(1)]
    public byte[]? Lines { get; set; }
}
