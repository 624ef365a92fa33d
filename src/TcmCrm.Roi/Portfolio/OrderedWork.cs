namespace TcmCrm.Roi.Portfolio;

/// <summary>Work on a stream whose results come in the order of the stream, with no more of it in memory than is being worked on.</summary>
internal static class OrderedWork
{
    /// <summary>A piece of work is worth more than handing it over.</summary>
    private const int Batch = 16;

    /// <summary>Batches that wait or are done, for each that is worked on: one that takes longer does not hold up the others.</summary>
    private const int Ahead = 4;

    internal static IEnumerable<TResult> Run<T, TResult>(IEnumerable<T> source, Func<T, TResult> work, int degree, CancellationToken cancellation) =>
        degree == 1 ? OneByOne(source, work, cancellation) : Together(source, work, degree, cancellation);

    private static IEnumerable<TResult> OneByOne<T, TResult>(IEnumerable<T> source, Func<T, TResult> work, CancellationToken cancellation)
    {
        foreach (T item in source)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return work(item);
        }
    }

    private static IEnumerable<TResult> Together<T, TResult>(IEnumerable<T> source, Func<T, TResult> work, int degree, CancellationToken cancellation)
    {
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, degree).ConcurrentScheduler;
        var running = new Queue<Task<TResult[]>>();
        using IEnumerator<T> items = source.GetEnumerator();
        try
        {
            bool isMore = true;
            while (isMore || running.Count > 0)
            {
                while (isMore && running.Count < degree * Ahead)
                {
                    var batch = new List<T>(Batch);
                    while (batch.Count < Batch && (isMore = items.MoveNext()))
                    {
                        batch.Add(items.Current);
                    }

                    if (batch.Count > 0)
                    {
                        running.Enqueue(Task.Factory.StartNew(() => Work(batch, work, left.Token), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler));
                    }
                }

                cancellation.ThrowIfCancellationRequested();
                if (running.Count > 0)
                {
                    foreach (TResult result in running.Dequeue().GetAwaiter().GetResult())
                    {
                        yield return result;
                    }
                }
            }
        }
        finally
        {
            // Nothing may still call the host's function when the caller has gone on.
            left.Cancel();
            while (running.Count > 0)
            {
                Task<TResult[]> last = running.Dequeue();
                try
                {
                    last.GetAwaiter().GetResult();
                }
                catch (Exception) when (last.IsCompleted)
                {
                    // The first fault is on its way already.
                }
            }
        }
    }

    private static TResult[] Work<T, TResult>(List<T> batch, Func<T, TResult> work, CancellationToken cancellation)
    {
        var results = new TResult[batch.Count];
        for (int i = 0; i < results.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            results[i] = work(batch[i]);
        }

        return results;
    }
}
