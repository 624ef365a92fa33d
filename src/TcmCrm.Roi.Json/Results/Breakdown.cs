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
internal sealed class Breakdown<T>(string name, Choices<T> words, IReadOnlyDictionary<T, Money> amounts, Func<T, bool> belongs, int digits) : Breakdown(name)
    where T : notnull
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Name);
        foreach (T group in words.Values.Where(belongs))
        {
            writer.WriteMoney(words.WordFor(group).ToString(), amounts.TryGetValue(group, out Money amount) ? amount.Amount : 0, digits);
        }

        writer.WriteEndObject();
    }
}
