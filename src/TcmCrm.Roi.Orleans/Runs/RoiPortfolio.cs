using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NodaTime;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Orleans.Grains;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans.Runs;

/// <inheritdoc cref="IRoiPortfolio"/>
internal sealed class RoiPortfolio(IGrainFactory grains, IOptions<RoiPortfolioOptions> options) : IRoiPortfolio
{
    private const int MostMonths = 120;

    /// <summary>How many answers wait behind one that is late, for each batch that is on its way; they are short.</summary>
    private const int Ahead = 16;

    public async Task<PortfolioRun> EvaluateAsync(IAsyncEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> documents, Action<TenantResult>? each, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var keys = new List<string>();
        PortfolioRun run = await RunAsync(
            DocumentBatches.Of(documents, options.Value.BatchSize, cancellation),
            batch => batch.Ids.Length,
            batch =>
            {
                string key = DocumentBatches.KeyOf(batch);
                keys.Add(key);
                IBatchGrain grain = grains.GetGrain<IBatchGrain>(key);
                return () => grain.EvaluateAsync(batch);
            },
            each,
            cancellation).ConfigureAwait(false);
        await ForgetAsync(keys).ConfigureAwait(false);
        return run;
    }

    public Task<PortfolioRun> EvaluateKeptAsync(IAsyncEnumerable<string> tenants, Action<TenantResult>? each, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        IBatchWorker worker = grains.GetGrain<IBatchWorker>(0);
        return RunAsync(Checked(tenants, cancellation).Chunk(options.Value.BatchSize), batch => batch.Length, batch => () => worker.EvaluateKeptAsync(batch), each, cancellation);
    }

    public Task PutAsync(string tenant, ReadOnlyMemory<byte> document) => document.Length <= DocumentBatches.MostDocumentBytes
        ? Grain(tenant).PutAsync(new TenantPaper(document.ToArray()))
        : throw new ArgumentException(FormattableString.Invariant($"The document of '{tenant}' has {document.Length} bytes; allowed: up to {DocumentBatches.MostDocumentBytes}."), nameof(document));

    public async Task<KeptTenant?> GetAsync(string tenant)
    {
        TenantAnswer? answer = await Grain(tenant).GetAsync().ConfigureAwait(false);
        if (answer is null)
        {
            return null;
        }

        if (!TenantResultJson.TryRead(answer.Line, out TenantResult? result, out string? hash))
        {
            throw TenantBatchWorker.Differing();
        }

        return new KeptTenant(answer.Document, result, hash)
        {
            EveryMonths = answer.NextReview is null ? null : answer.EveryMonths,
            ReviewedOn = answer.ReviewedOn is null ? null : Iso.Date(answer.ReviewedOn),
            NextReview = answer.NextReview is null ? null : Iso.Date(answer.NextReview),
        };
    }

    public Task RemoveAsync(string tenant) => Grain(tenant).RemoveAsync();

    public Task ScheduleReviewsAsync(string tenant, LocalDate first, int everyMonths) => everyMonths is >= 1 and <= MostMonths
        ? Grain(tenant).ScheduleAsync(Iso.Text(first.WithCalendar(CalendarSystem.Iso)), everyMonths)
        : throw new ArgumentOutOfRangeException(nameof(everyMonths), everyMonths, FormattableString.Invariant($"everyMonths must be from 1 to {MostMonths}."));

    public Task CancelReviewsAsync(string tenant) => Grain(tenant).CancelAsync();

    internal static string CheckId(string id, string parameter) =>
        string.IsNullOrWhiteSpace(id) ? throw new ArgumentException("The id of a tenant is null or blank; allowed: what results call it.", parameter) : id;

    private static async IAsyncEnumerable<string> Checked(IAsyncEnumerable<string> tenants, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (string tenant in tenants.WithCancellation(cancellation).ConfigureAwait(false))
        {
            yield return CheckId(tenant, nameof(tenants));
        }
    }

    private async Task<PortfolioRun> RunAsync<T>(IAsyncEnumerable<T> batches, Func<T, int> count, Func<T, Func<Task<BatchAnswer>>> asking, Action<TenantResult>? each, CancellationToken cancellation)
    {
        var sending = new Sending(options.Value);
        using var sums = new RunSums(options.Value.MostListed, each);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, sums.Ended);
        using var places = new SemaphoreSlim(options.Value.BatchesInFlight);
        var onTheirWay = new Queue<(Task<BatchAnswer> Answer, int Count)>();
        int sent = 0;
        try
        {
            await foreach (T batch in batches.WithCancellation(stop.Token).ConfigureAwait(false))
            {
                await places.WaitAsync(stop.Token).ConfigureAwait(false);
                onTheirWay.Enqueue((AskAsync(asking(batch)), count(batch)));
                sent++;
                while (onTheirWay.Count > 0 && (onTheirWay.Peek().Answer.IsCompleted || onTheirWay.Count >= Ahead * options.Value.BatchesInFlight))
                {
                    await TakeAsync().ConfigureAwait(false);
                }
            }

            while (onTheirWay.Count > 0)
            {
                await TakeAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (sums.Ended.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // The sum tells why.
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(onTheirWay.Select(batch => (Task)batch.Answer)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        (PortfolioResult result, string hash) = await sums.EndAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return new PortfolioRun(result, hash) { Batches = sent, SentAgain = sending.SentAgain, Found = sums.Found };

        async Task TakeAsync()
        {
            (Task<BatchAnswer> answer, int tenants) = onTheirWay.Dequeue();
            sums.Add(await answer.ConfigureAwait(false), tenants);
        }

        async Task<BatchAnswer> AskAsync(Func<Task<BatchAnswer>> ask)
        {
            try
            {
                return await sending.AskAsync(ask, stop.Token).ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        }
    }

    /// <summary>The sum is done: a batch that is not forgotten takes room and is found by the next run over the same documents, and no more.</summary>
    private async Task ForgetAsync(List<string> keys)
    {
        RoiPortfolioOptions own = options.Value;
        var sending = new Sending(new RoiPortfolioOptions { ResendAfter = own.ResendAfter, GiveUpAfter = own.ResendAfter * 3 });
        foreach (string[] part in keys.Chunk(own.BatchesInFlight))
        {
            await Task.WhenAll(part.Select(key => (Task)sending.AskAsync(() => grains.GetGrain<IBatchGrain>(key).ForgetAsync(), CancellationToken.None)))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private ITenantGrain Grain(string tenant) => grains.GetGrain<ITenantGrain>(CheckId(tenant, nameof(tenant)));
}
