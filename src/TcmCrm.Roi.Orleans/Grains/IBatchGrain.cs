namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>One batch of documents, by the hash of its content: once it is finished its results are kept, so that who lost the answer finds it.</summary>
[Alias("TcmCrm.Roi.IBatchGrain")]
internal interface IBatchGrain : IGrainWithStringKey
{
    [Alias("Evaluate")]
    [ResponseTimeout(Waits.Storage)]
    Task<BatchAnswer> EvaluateAsync(BatchDocuments documents);

    /// <summary>The run has ended: nobody will ask again.</summary>
    /// <returns>Whether anything was kept.</returns>
    [Alias("Forget")]
    [ResponseTimeout(Waits.Storage)]
    Task<bool> ForgetAsync();
}
