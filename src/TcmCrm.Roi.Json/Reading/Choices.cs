using System.Text;
using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>The words that a choice may be, and the value that each stands for.</summary>
internal sealed class Choices<T>
    where T : notnull
{
    private readonly (string Word, byte[] Utf8, JsonEncodedText Encoded, T Value)[] all;

    public Choices(params (string Word, T Value)[] all)
    {
        this.all = [.. all.Select(c => (c.Word, Encoding.UTF8.GetBytes(c.Word), JsonEncodedText.Encode(c.Word), c.Value))];
        Words = [.. all.Select(c => c.Word)];
    }

    public IReadOnlyList<string> Words { get; }

    public IEnumerable<T> Values => all.Select(c => c.Value);

    public bool TryFind(ReadOnlySpan<byte> word, out T value)
    {
        foreach (var choice in all)
        {
            if (word.SequenceEqual(choice.Utf8))
            {
                value = choice.Value;
                return true;
            }
        }

        value = default!;
        return false;
    }

    public JsonEncodedText WordFor(T value)
    {
        foreach (var choice in all)
        {
            if (EqualityComparer<T>.Default.Equals(choice.Value, value))
            {
                return choice.Encoded;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "This value has no word in the document format.");
    }
}

/// <summary>Makes the words of an enumeration from the names of its members.</summary>
internal static class Choices
{
    /// <summary>Each member by its name in camelCase. Documents keep the spelling that they began with: <c>notMonetised</c>.</summary>
    public static Choices<T> Of<T>()
        where T : struct, Enum =>
        new([.. Enum.GetNames(typeof(T)).Select(name => (JsonNamingPolicy.CamelCase.ConvertName(name).Replace("Monetized", "Monetised"), (T)Enum.Parse(typeof(T), name)))]);
}
