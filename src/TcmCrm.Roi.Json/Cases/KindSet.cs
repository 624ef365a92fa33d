namespace TcmCrm.Roi.Json.Cases;

/// <summary>The kinds that the lines of one list may have in one reading: those of the library, then those that the host registered.</summary>
internal sealed class KindSet<T>
    where T : class
{
    private readonly Dictionary<string, T> kinds = new(StringComparer.Ordinal);

    public KindSet(IReadOnlyList<T> own, Func<T, string> wordOf, IEnumerable<string> registered, Func<string, T> make)
    {
        string[] hosts = [.. registered.OrderBy(word => word, StringComparer.Ordinal)];
        foreach (T kind in own)
        {
            kinds.Add(wordOf(kind), kind);
        }

        foreach (string word in hosts)
        {
            kinds.Add(word, make(word));
        }

        Words = [.. own.Select(wordOf), .. hosts];
    }

    public IReadOnlyList<string> Words { get; }

    public T this[string word] => kinds[word];
}
