using System.Buffers;
using Orleans.Concurrency;

namespace TcmCrm.Roi.Orleans.Grains;

/// <inheritdoc cref="IBatchWorker"/>
[StatelessWorker]
internal sealed class TenantBatchWorker(TenantWork work) : Grain, IBatchWorker
{
    /// <summary>How many tenants are asked at once: a storage has only so many connections.</summary>
    private const int AskedAtOnce = 32;

    public async Task<BatchAnswer> EvaluateAsync(BatchDocuments documents)
    {
        var lines = new ArrayBufferWriter<byte>();
        for (int i = 0; i < documents.Ids.Length; i++)
        {
            // Between two tenants others on this silo have their turn.
            await Task.Yield();
            work.Write(documents.Ids[i], documents.Documents[i], lines);
        }

        return new BatchAnswer(work.Settings, lines.WrittenSpan.ToArray(), 0);
    }

    public async Task<BatchAnswer> EvaluateKeptAsync(string[] tenants)
    {
        using var lines = new MemoryStream();
        int found = 0;
        foreach (string[] part in tenants.Chunk(AskedAtOnce))
        {
            foreach (BatchAnswer answer in await Task.WhenAll(part.Select(tenant => GrainFactory.GetGrain<ITenantGrain>(tenant).EvaluateAsync())))
            {
                if (answer.Settings != work.Settings)
                {
                    throw Differing();
                }

                lines.Write(answer.Lines);
                found += answer.Found;
            }
        }

        return new BatchAnswer(work.Settings, lines.ToArray(), found);
    }

    internal static InvalidOperationException Differing() => new(
        "Two silos compute by different options or versions of the library, and their results have no sum; allowed: the same options, engine and version on every silo. Begin the run again when all silos agree.");
}
