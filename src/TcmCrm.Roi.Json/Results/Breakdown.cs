using System.Text.Json;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Results;

/// <summary>A total by groups, under a name.</summary>
internal abstract class Breakdown(string name)
{
    public string Name { get; } = name;

    public abstract void Write(Utf8JsonWriter writer);
}

/// <summary>A total by groups, all groups printed, those without an amount as zero: so an item of nothing changes no document.</summary>
internal sealed class Breakdown<T> : Breakdown
    where T : notnull
{
    private readonly Choices<T> words;
    private readonly T[] groups;
    private readonly decimal[] printed;
    private readonly int digits;

    public Breakdown(string name, Choices<T> words, IReadOnlyDictionary<T, Money> amounts, Func<T, bool> belongs, decimal total, int digits)
        : base(name)
    {
        this.words = words;
        this.digits = digits;
        groups = [.. words.Values.Where(belongs)];
        printed = Printed.Parts([.. groups.Select(g => amounts.TryGetValue(g, out Money amount) ? amount.Amount : 0)], total, digits);
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Name);
        for (int i = 0; i < groups.Length; i++)
        {
            writer.WriteMoney(words.WordFor(groups[i]).ToString(), printed[i], digits);
        }

        writer.WriteEndObject();
    }

    /// <summary>Prints lines such that those of a group sum to the printed amount of the group; lines of other groups stay 0.</summary>
    public decimal[] Within<TLine>(IReadOnlyList<TLine> lines, Func<TLine, T> groupOf, Func<TLine, decimal> amountOf)
    {
        var totals = new decimal[lines.Count];
        for (int g = 0; g < groups.Length; g++)
        {
            int[] members = [.. Enumerable.Range(0, lines.Count).Where(i => groupOf(lines[i]).Equals(groups[g]))];
            decimal[] parts = Printed.Parts([.. members.Select(i => amountOf(lines[i]))], printed[g], digits);
            for (int k = 0; k < members.Length; k++)
            {
                totals[members[k]] = parts[k];
            }
        }

        return totals;
    }
}
