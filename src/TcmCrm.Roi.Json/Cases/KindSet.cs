namespace TcmCrm.Roi.Json.Cases;

/// <summary>The kinds that the lines of one list may have: those of the library, then those that a host registered.</summary>
internal sealed class KindSet<T>(IReadOnlyList<T> kinds, Func<T, string> wordOf)
    where T : class
{
    private readonly Dictionary<string, T> byWord = kinds.ToDictionary(wordOf, StringComparer.Ordinal);

    public IReadOnlyList<string> Words { get; } = [.. kinds.Select(wordOf)];

    public T? Find(string word) => byWord.TryGetValue(word, out T? kind) ? kind : null;

    /// <summary>The same kinds, and behind them one for each word that a host registered.</summary>
    public KindSet<T> With(IEnumerable<string> registered, Func<string, T> make)
    {
        T[] hosts = [.. registered.OrderBy(word => word, StringComparer.Ordinal).Select(make)];
        return hosts.Length == 0 ? this : new KindSet<T>([.. kinds, .. hosts], wordOf);
    }
}
