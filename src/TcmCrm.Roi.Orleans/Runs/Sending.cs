using System.Diagnostics;

namespace TcmCrm.Roi.Orleans.Runs;

/// <summary>A question that is asked again until one answer comes: of pure questions the first answer is as good as any other.</summary>
internal sealed class Sending(RoiPortfolioOptions options)
{
    /// <summary>A silo that only answers late is not buried in copies.</summary>
    private const int MostAtOnce = 3;

    /// <summary>Failures that are not of the cluster, such as a storage that is full, after which it makes no sense to ask again.</summary>
    private const int MostFailures = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private int _sentAgain;

    public int SentAgain => _sentAgain;

    public async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var waiting = new List<Task<T>> { ask() };
        TimeSpan pause = FirstPause;
        Exception? last = null;
        for (int failures = 0; ;)
        {
            Task first = await Task.WhenAny([.. waiting, Task.Delay(options.ResendAfter, cancellation)]).ConfigureAwait(false);
            if (first is Task<T> { IsCompletedSuccessfully: true } answer)
            {
                waiting.ForEach(Ignore);
                return await answer.ConfigureAwait(false);
            }

            if (cancellation.IsCancellationRequested)
            {
                waiting.ForEach(Ignore);
                cancellation.ThrowIfCancellationRequested();
            }

            if (first is Task<T> failed)
            {
                waiting.Remove(failed);
                last = failed.Exception?.InnerException ?? new TaskCanceledException(failed);
                if (!IsOfCluster(last) && ++failures == MostFailures)
                {
                    waiting.ForEach(Ignore);
                    await failed.ConfigureAwait(false);
                }

                await Task.Delay(pause, cancellation).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }

            if (clock.Elapsed >= options.GiveUpAfter)
            {
                waiting.ForEach(Ignore);
                throw new TimeoutException(FormattableString.Invariant($"A batch had no answer for {clock.Elapsed:c}; allowed: {options.GiveUpAfter:c}. What was computed is kept: begin the run again."), last);
            }

            if (waiting.Count < MostAtOnce)
            {
                Interlocked.Increment(ref _sentAgain);
                waiting.Add(ask());
            }
        }
    }

    private static bool IsOfCluster(Exception e) => e is OrleansException or TimeoutException;

    /// <summary>An answer that nobody waits for may fail.</summary>
    private static void Ignore(Task task) => task.ContinueWith(
        static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
