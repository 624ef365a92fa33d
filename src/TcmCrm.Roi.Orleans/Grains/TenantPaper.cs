namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>The document of a tenant on its way to the grain.</summary>
[GenerateSerializer]
[Immutable]
[Alias("TcmCrm.Roi.TenantPaper")]
internal sealed class TenantPaper(byte[] document)
{
    [Id(0)]
    public byte[] Document { get; } = document;
}
