namespace TcmCrm.Roi.Portfolio;

/// <summary>Work on a stream whose results come in the order of the stream, with no more of it in memory than one part: 64 pieces for each thread.</summary>
internal static class OrderedWork
{
    /// <summary>Pieces of work in a part of the stream, for each thread.</summary>
    private const int Ahead = 64;

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

    /// <summary>Parts of the stream one after the other, each worked on by all threads together: a part is many batches, so that one that takes longer holds up few.</summary>
    private static IEnumerable<TResult> Together<T, TResult>(IEnumerable<T> source, Func<T, TResult> work, int degree, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellation };
        var part = new List<T>(degree * Ahead);
        using IEnumerator<T> items = source.GetEnumerator();
        for (bool isMore = true; isMore;)
        {
            part.Clear();
            while (part.Count < degree * Ahead && (isMore = items.MoveNext()))
            {
                part.Add(items.Current);
            }

            var results = new TResult[part.Count];
            try
            {
                Parallel.For(0, results.Length, parallel, i => results[i] = work(part[i]));
            }
            catch (AggregateException e)
            {
                // As with one thread: a fault, and not a list of them.
                cancellation.ThrowIfCancellationRequested();
                throw e.InnerException!;
            }

            foreach (TResult result in results)
            {
                yield return result;
            }
        }
    }
}
