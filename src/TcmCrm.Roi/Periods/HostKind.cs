using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Periods;

/// <summary>A kind of cost or benefit of a host's own: its word, its parameters, and the function that gives its amounts.</summary>
internal sealed class HostKind : IEquatable<HostKind>
{
    internal static readonly IReadOnlyDictionary<string, decimal> NoParameters = new ReadOnlyDictionary<string, decimal>(new Dictionary<string, decimal>());

    private const int MostCharacters = 50;

    private readonly Func<CaseTimeline, IReadOnlyDictionary<string, decimal>, IEnumerable<DatedAmount>> _amounts;

    internal HostKind(
        string kind,
        IReadOnlyList<string> taken,
        Currency currency,
        Func<CaseTimeline, IReadOnlyDictionary<string, decimal>, IEnumerable<DatedAmount>> amounts,
        IReadOnlyDictionary<string, decimal>? parameters)
    {
        Kind = Word(kind, nameof(kind));
        if (taken.Contains(kind))
        {
            throw Check.Wrong(
                $"The kind '{kind}' is one of the library; allowed: any word but {string.Join(", ", taken)}.", nameof(kind), "argument.takenKind",
                MessageArgument.Text("kind", kind), MessageArgument.Text("taken", string.Join(", ", taken)));
        }

        Currency = currency != Currency.None ? currency : throw Check.Wrong("A currency is needed.", nameof(currency), "argument.withoutCurrency");
        _amounts = Check.NotNull(amounts);
        Parameters = NoParameters;
        if (parameters is { Count: > 0 })
        {
            var copy = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (KeyValuePair<string, decimal> parameter in parameters)
            {
                copy.Add(Word(parameter.Key, nameof(parameters)), parameter.Value);
            }

            Parameters = new ReadOnlyDictionary<string, decimal>(copy);
        }
    }

    internal string Kind { get; }

    internal Currency Currency { get; }

    internal IReadOnlyDictionary<string, decimal> Parameters { get; }

    public bool Equals(HostKind? other) =>
        other is not null && Kind == other.Kind && Currency == other.Currency && _amounts.Equals(other._amounts) && Parameters.Count == other.Parameters.Count
        && Parameters.All(parameter => other.Parameters.TryGetValue(parameter.Key, out decimal value) && value == parameter.Value);

    public override bool Equals(object? obj) => Equals(obj as HostKind);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Kind);

    /// <summary>The amounts that the host's function gives, each checked.</summary>
    internal IReadOnlyList<DatedAmount> AmountsOn(CaseTimeline timeline)
    {
        DatedAmount[] flows;
        try
        {
            flows = [.. _amounts(timeline, Parameters) ?? throw new InvalidOperationException("The function gives null; allowed: a list, which may be empty.")];
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The amounts of the kind '{Kind}' cannot be computed: {exception.Message}", exception);
        }

        foreach (DatedAmount flow in flows)
        {
            // What says nothing is in no currency: the value that default(DatedAmount) has.
            if (!flow.Amount.IsZero && (flow.Amount.Currency != Currency || flow.Amount.Amount > LineRange.MostMoney))
            {
                throw new InvalidOperationException($"The kind '{Kind}' gives the amount {flow}; allowed: amounts in {Currency} up to 1e15.");
            }
        }

        return flows;
    }

    private static string Word(string word, string name)
    {
        Check.NotBlank(word, name);
        bool isWord = word.Length <= MostCharacters && word[0] is >= 'a' and <= 'z';
        foreach (char character in word)
        {
            isWord &= character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
        }

        return isWord ? word : throw Check.Wrong(
            $"'{word}' is not a word in camelCase; allowed: 1 to 50 ASCII letters and digits, the first a small letter.", name, "argument.notWord", MessageArgument.Text("word", word));
    }
}
