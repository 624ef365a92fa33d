using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TcmCrm.Roi.Orleans.Grains;

/// <inheritdoc cref="IBatchGrain"/>
internal sealed class BatchGrain : Grain, IBatchGrain
{
    private readonly TenantWork _work;
    private readonly KeptResults _results;

    public BatchGrain(TenantWork work, IPersistentStateFactory states, IGrainContext context, IOptions<RoiSiloOptions> options, ILogger<BatchGrain> logger)
    {
        _work = work;
        _results = new KeptResults(states.Create<ResultState>(context, new StoredAs("batch", options.Value)), logger, DeactivateOnIdle);
    }

    public async Task<BatchAnswer> EvaluateAsync(BatchDocuments documents)
    {
        if (_results.Find(_work.Settings) is { } kept)
        {
            return new BatchAnswer(_work.Settings, kept, documents.Ids.Length);
        }

        BatchAnswer answer = await GrainFactory.GetGrain<IBatchWorker>(0).EvaluateAsync(documents);
        await _results.KeepAsync(answer.Settings, answer.Lines);
        return answer;
    }

    public async Task<bool> ForgetAsync()
    {
        bool isKept = _results.IsThere;
        if (isKept)
        {
            await _results.ForgetAsync();
        }

        DeactivateOnIdle();
        return isKept;
    }
}
