namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>Computes batches: as many at once on a silo as it has processors.</summary>
[Alias("TcmCrm.Roi.IBatchWorker")]
internal interface IBatchWorker : IGrainWithIntegerKey
{
    [Alias("Evaluate")]
    [ResponseTimeout(Waits.Storage)]
    Task<BatchAnswer> EvaluateAsync(BatchDocuments documents);

    /// <summary>Asks the grains of tenants for their results, which compute them where they live.</summary>
    [Alias("EvaluateKept")]
    [ResponseTimeout(Waits.Storage)]
    Task<BatchAnswer> EvaluateKeptAsync(string[] tenants);
}
