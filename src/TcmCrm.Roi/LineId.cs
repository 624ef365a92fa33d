using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TcmCrm.Roi;

/// <summary>What one cost or benefit of a case is called by everything that refers to it: actuals, registers, tags, results.</summary>
/// <remarks>
/// The name of a line unless one is given, and it stays when the line is renamed. Compared by its characters, case included.
/// <c>default(LineId)</c> is <see cref="None"/>, the empty text, which no line has.
/// </remarks>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public readonly struct LineId : IEquatable<LineId>
{
    private const int MostCharacters = 1_000;

    private readonly string? _text;

    /// <summary>An id.</summary>
    /// <param name="text">1 to 1,000 characters, not blank, without control characters; not <c>*</c>, which stands for every line.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text is not allowed.</exception>
    public LineId(string text)
        : this(text, "id", nameof(text))
    {
    }

    private LineId(string text, string what, string parameter)
    {
        Check.NotBlank(text, parameter);
        (string? problem, string id) = text.Length > MostCharacters ? ($"has {text.Length.ToString(CultureInfo.InvariantCulture)} characters; allowed: up to 1000", "argument.idTooLong")
            : text == "*" ? ("stands for every line; allowed: any other text", "argument.idOfEveryLine")
            : HasControl(text) ? ("has a control character; allowed: none", "argument.idWithControl")
            : default;
        _text = problem is null ? text : throw Check.Wrong($"The {what} '{Shown(text)}' {problem}.", parameter, id, MessageArgument.Text("text", Shown(text)));
    }

    /// <summary>No line.</summary>
    public static LineId None => default;

    /// <summary>The text; empty for <see cref="None"/>.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>Same text.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(LineId left, LineId right) => left.Equals(right);

    /// <summary>Different texts.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(LineId left, LineId right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(LineId other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is LineId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <summary>The id of a line that says none of its own.</summary>
    /// <exception cref="ArgumentException">The name cannot be an id.</exception>
    internal static LineId OfName(string name) => new(name, "name", nameof(name));

    /// <summary>An id that was given, which cannot be none.</summary>
    internal static LineId Given(LineId id) => id != None ? id : throw new ArgumentException("The id is empty; allowed: any text of a line.", nameof(id));

    private static bool HasControl(string text)
    {
        foreach (char character in text)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }

    private static string Shown(string text) => text.Length > 60 ? text.Substring(0, 60) + "..." : text;
}
