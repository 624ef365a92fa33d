using Microsoft.Extensions.Options;

namespace TcmCrm.Roi.Orleans.Grains;

/// <inheritdoc cref="IBatchGrain"/>
internal sealed class BatchGrain : Grain, IBatchGrain
{
    private readonly TenantWork _work;
    private readonly IPersistentState<ResultState> _results;

    public BatchGrain(TenantWork work, IPersistentStateFactory states, IGrainContext context, IOptions<RoiSiloOptions> options)
    {
        _work = work;
        _results = states.Create<ResultState>(context, new StoredAs("batch", options.Value));
    }

    public async Task<BatchAnswer> EvaluateAsync(BatchDocuments documents)
    {
        if (_results.State is { Lines: { } kept, Source: { } source } && source == _work.Settings)
        {
            return new BatchAnswer(source, kept, documents.Ids.Length);
        }

        BatchAnswer answer = await GrainFactory.GetGrain<IBatchWorker>(0).EvaluateAsync(documents);
        _results.State.Source = answer.Settings;
        _results.State.Lines = answer.Lines;
        await _results.WriteStateAsync();
        return answer;
    }

    public async Task ForgetAsync()
    {
        if (_results.RecordExists)
        {
            await _results.ClearStateAsync();
        }

        DeactivateOnIdle();
    }
}
