namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>What is kept of a tenant; dates as ISO 8601.</summary>
[GenerateSerializer]
[Immutable]
[Alias("TcmCrm.Roi.TenantAnswer")]
internal sealed class TenantAnswer(byte[] document, byte[] line)
{
    [Id(0)]
    public byte[] Document { get; } = document;

    [Id(1)]
    public byte[] Line { get; } = line;

    [Id(2)]
    public int EveryMonths { get; init; }

    [Id(3)]
    public string? ReviewedOn { get; init; }

    [Id(4)]
    public string? NextReview { get; init; }
}
