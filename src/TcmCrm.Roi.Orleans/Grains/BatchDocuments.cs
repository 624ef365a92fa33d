namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>The documents of a batch, each with what its tenant is called where it does not say.</summary>
[GenerateSerializer]
[Immutable]
[Alias("TcmCrm.Roi.BatchDocuments")]
internal sealed class BatchDocuments(string[] ids, byte[][] documents)
{
    [Id(0)]
    public string[] Ids { get; } = ids;

    [Id(1)]
    public byte[][] Documents { get; } = documents;
}
