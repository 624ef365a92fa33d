using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Cases;

/// <summary>How cost that several tags share is divided among them: a weight for each tag, and what the weights are (seats, revenue, hours).</summary>
/// <remarks>
/// <para>The tags of the key are those that a result is divided by, for example three channels. A cost that has one of them is that tag's own. A cost that has
/// none of them is shared by all, and a line that has several of them by these, each time in proportion to the weights. A benefit that has none of them is
/// left undivided, so that a key of cost makes no tag look better.</para>
/// <para>Immutable; two keys are equal where name, tags, order and weights are.</para>
/// </remarks>
public sealed class SharedCostKey : IEquatable<SharedCostKey>
{
    private readonly KeyValuePair<string, decimal>[] _weights;

    /// <summary>A key.</summary>
    /// <param name="name">What the weights are, for example <c>seats</c>; not blank, up to 1,000 characters.</param>
    /// <param name="weights">One or more tags, each once, at most 50, with a weight from 0 to 1e15; not all 0. Results keep their order.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank or too long, there is no tag or too many, a tag is not allowed or stands twice, or all weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is outside its range.</exception>
    public SharedCostKey(string name, IEnumerable<KeyValuePair<string, decimal>> weights)
    {
        Name = Check.NotBlank(name);
        Check.InRange(name.Length, 1, 1_000, nameof(name));
        _weights = [.. Check.NotNull(weights)];
        Tags = LineTags.Of(_weights.Select(weight => weight.Key), nameof(weights));
        foreach (KeyValuePair<string, decimal> weight in _weights)
        {
            Check.InRange(weight.Value, 0, LineRange.MostMoney, nameof(weights));
        }

        if (!_weights.Any(weight => weight.Value > 0))
        {
            throw Check.Wrong("A tag with a weight above 0 is needed.", nameof(weights), "argument.noWeight");
        }

        Weights = new ReadOnlyCollection<KeyValuePair<string, decimal>>(_weights);
    }

    /// <summary>What the weights are.</summary>
    public string Name { get; }

    /// <summary>The tags with their weights, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Weights { get; }

    /// <summary>The tags in the order given.</summary>
    internal IReadOnlyList<string> Tags { get; }

    /// <inheritdoc/>
    public bool Equals(SharedCostKey? other) => other is not null && Name == other.Name && _weights.AsEnumerable().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SharedCostKey);

    /// <inheritdoc/>
    public override int GetHashCode() => (StringComparer.Ordinal.GetHashCode(Name) * 397) ^ _weights.Length;

    /// <summary>The invariant text, for example <c>seats: hospital, pharmacy</c>.</summary>
    public override string ToString() => Name + ": " + string.Join(", ", Tags);

    /// <summary>By what share each tag of the key, in its order, takes part in a line; all 0 for a benefit that has none of the tags.</summary>
    /// <param name="tags">The tags of the line.</param>
    /// <param name="isCost">Whether a line without a tag of the key is shared by all.</param>
    internal decimal[] WeightsOf(IReadOnlyList<string> tags, bool isCost)
    {
        var weights = new decimal[_weights.Length];
        int own = 0;
        int last = -1;
        decimal sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (tags.Contains(_weights[i].Key))
            {
                weights[i] = _weights[i].Value;
                sum += weights[i];
                last = i;
                own++;
            }
        }

        if (own == 0 && isCost)
        {
            return [.. _weights.Select(weight => weight.Value)];
        }

        // A tag of weight 0 takes no part in what is shared, and all of what is its own; tags of weight 0 alone share alike.
        if (own == 1)
        {
            weights[last] = 1;
        }
        else if (own > 1 && sum == 0)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = tags.Contains(_weights[i].Key) ? 1 : 0;
            }
        }

        return weights;
    }
}
