using System.Collections.Concurrent;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Orleans.Grains;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans.Runs;

/// <summary>Takes the answers of batches in their order and sums them, on a thread of its own: the sum takes a stream.</summary>
internal sealed class RunSums : IDisposable
{
    private readonly BlockingCollection<(BatchAnswer Answer, int Count)> _answers = new(boundedCapacity: 64);
    private readonly PortfolioJournal _journal = new(PortfolioOptions.Usual);
    private readonly CancellationTokenSource _ended = new();
    private readonly Action<TenantResult>? _each;
    private readonly Task<PortfolioResult> _sum;
    private string? _settings;

    public RunSums(int mostListed, Action<TenantResult>? each)
    {
        _each = each;
        var evaluator = new PortfolioEvaluator(new PortfolioOptions { MostListed = mostListed });
        _sum = Task.Factory.StartNew(() => evaluator.Sum(Results()), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _sum.ContinueWith(static (_, ended) => ((CancellationTokenSource)ended!).Cancel(), _ended, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Ends when the sum cannot go on.</summary>
    public CancellationToken Ended => _ended.Token;

    public int Found { get; private set; }

    /// <summary>The next answer, for so many tenants.</summary>
    public void Add(BatchAnswer answer, int count)
    {
        try
        {
            _answers.Add((answer, count), _ended.Token);
        }
        catch (OperationCanceledException)
        {
            // The sum tells why.
        }
    }

    /// <exception cref="Exception">Whatever ended the sum.</exception>
    public async Task<(PortfolioResult Result, string ContentHash)> EndAsync()
    {
        _answers.CompleteAdding();
        PortfolioResult result = await _sum.ConfigureAwait(false);
        return (result, _journal.ContentHash());
    }

    public void Dispose()
    {
        // A run that ends early must not leave the thread waiting.
        _answers.CompleteAdding();
        _sum.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                _answers.Dispose();
                _journal.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    private IEnumerable<TenantResult> Results()
    {
        foreach ((BatchAnswer answer, int count) in _answers.GetConsumingEnumerable())
        {
            if ((_settings ??= answer.Settings) != answer.Settings)
            {
                throw TenantBatchWorker.Differing();
            }

            Found += answer.Found;
            int lines = 0;
            for (int start = 0; start < answer.Lines.Length; lines++)
            {
                int end = Array.IndexOf(answer.Lines, (byte)'\n', start);
                ReadOnlyMemory<byte> line = answer.Lines.AsMemory(start, (end < 0 ? answer.Lines.Length : end) - start);
                if (!TenantResultJson.TryRead(line, out TenantResult? result, out string? hash))
                {
                    throw TenantBatchWorker.Differing();
                }

                _journal.Add(result, hash);
                _each?.Invoke(result);
                yield return result;
                start += line.Length + 1;
            }

            if (lines != count)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"A batch of {count} tenants has {lines} results; allowed: one a tenant."));
            }
        }
    }
}
