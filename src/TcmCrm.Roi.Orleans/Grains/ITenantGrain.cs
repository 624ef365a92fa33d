namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>One tenant: its latest document, its result, its calendar.</summary>
[Alias("TcmCrm.Roi.ITenantGrain")]
internal interface ITenantGrain : IGrainWithStringKey
{
    [Alias("Put")]
    [ResponseTimeout(Waits.Storage)]
    Task PutAsync(TenantPaper document);

    [Alias("Evaluate")]
    [ResponseTimeout(Waits.Storage)]
    Task<BatchAnswer> EvaluateAsync();

    [Alias("Get")]
    [ResponseTimeout(Waits.Storage)]
    Task<TenantAnswer?> GetAsync();

    [Alias("Remove")]
    [ResponseTimeout(Waits.Storage)]
    Task RemoveAsync();

    /// <param name="first">The first day, ISO 8601.</param>
    /// <param name="everyMonths">Months between two reviews.</param>
    [Alias("Schedule")]
    [ResponseTimeout(Waits.Storage)]
    Task ScheduleAsync(string first, int everyMonths);

    [Alias("Cancel")]
    [ResponseTimeout(Waits.Storage)]
    Task CancelAsync();
}
