using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Json.Converters;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json;

/// <summary>One value of the document of an answer: an object, a list, or a figure, read as what it is said to be.</summary>
/// <remarks>
/// <para>The names are those of the document, and nothing is computed: an amount is the printed one, a ratio has the digits that were written. What has no answer is a
/// <see cref="Figure{T}"/> with the reason that the document states, <see cref="NotApplicableReason.NotComputed"/> where it states null.</para>
/// <para>A member that this version does not know is there as any other. Asking a value for what it is not throws <see cref="InvalidOperationException"/> with the path in the document.</para>
/// </remarks>
/// <example>
/// <code>
/// AnswerValue result = AnswerDocument.Read(json).Answer;
/// foreach (AnswerValue period in result["horizons"].Items)
/// {
///     Console.WriteLine($"{period["period"].Text}: {period["totalCost"].Amount:N0}, {period["roi"].Number:P1}");
/// }
/// </code>
/// </example>
public sealed class AnswerValue
{
    private readonly JsonElement _element;
    private readonly Currency _currency;

    internal AnswerValue(JsonElement element, Currency currency, string path)
    {
        _element = element;
        _currency = currency;
        Path = path;
    }

    /// <summary>Gets where it stands, from <c>$</c>, for example <c>$.horizons[0].roi</c>.</summary>
    public string Path { get; }

    /// <summary>Gets whether the document says null: there is no such thing.</summary>
    public bool IsNull => _element.ValueKind == JsonValueKind.Null;

    /// <summary>Gets the word of the reason why there is no answer, such as <c>neverPaidBack</c>; null where the document states none.</summary>
    public string? Reason => _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(FigureReasons.Member, out JsonElement reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString() : null;

    /// <summary>Gets the names of the members of an object, in the order of the document.</summary>
    /// <exception cref="InvalidOperationException">It is no object.</exception>
    public IReadOnlyList<string> Names => Array.AsReadOnly(Object().EnumerateObject().Select(member => member.Name).ToArray());

    /// <summary>Gets the elements of a list, in order.</summary>
    /// <exception cref="InvalidOperationException">It is no list.</exception>
    public IReadOnlyList<AnswerValue> Items => _element.ValueKind == JsonValueKind.Array
        ? Array.AsReadOnly(_element.EnumerateArray().Select((item, i) => new AnswerValue(item, _currency, Path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]")).ToArray())
        : throw Not("a list");

    /// <summary>Gets a member of an object.</summary>
    /// <param name="name">Its name in the document.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="KeyNotFoundException">The object has no such member; the message names those that it has.</exception>
    /// <exception cref="InvalidOperationException">It is no object.</exception>
    public AnswerValue this[string name] => Find(name) ?? throw new KeyNotFoundException($"{Path} has no member \"{name}\"; it has {string.Join(", ", Names)}.");

    /// <summary>A member of an object that may be missing.</summary>
    /// <param name="name">Its name in the document.</param>
    /// <returns>The member, or null where the object has none of that name.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="InvalidOperationException">It is no object.</exception>
    public AnswerValue? Find(string name)
    {
        JsonElement element = Object();
        JsonElement member = default;

        // Half a character (\ud842 alone) is no name of a member, and System.Text.Json throws on it.
        bool isThere = (name ?? throw new ArgumentNullException(nameof(name))).Any(char.IsSurrogate)
            ? element.EnumerateObject().Where(one => one.Name == name).Select(one => member = one.Value).Any()
            : element.TryGetProperty(name, out member);
        return isThere ? new AnswerValue(member, _currency, Path + DocumentTree.Step(name)) : null;
    }

    /// <summary>Gets an amount, in the currency that it states, or else in that of the document.</summary>
    /// <exception cref="InvalidOperationException">It is no amount, or neither states a currency.</exception>
    public Figure<Money> Amount => Of("an amount", element =>
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return Part.Money.Read(element);
        }

        return _currency == Currency.None ? throw new JsonException("The document states no currency.") : new Money(DecimalOf(element), _currency);
    });

    /// <summary>Gets a ratio, a rate, a count or a number of months: 0.6 is 60 %. Exact, all digits of the document.</summary>
    /// <exception cref="InvalidOperationException">It is no number, or a decimal cannot hold it; <see cref="Real"/> can.</exception>
    public Figure<decimal> Number => Of("a number that a decimal holds", DecimalOf);

    /// <summary>Gets a number as statistics and solvers have it, to the same bits.</summary>
    /// <exception cref="InvalidOperationException">It is no number.</exception>
    public Figure<double> Real => Of("a number", element => element.GetDouble());

    /// <summary>Gets a date.</summary>
    /// <exception cref="InvalidOperationException">It is no date as <c>2025-03-01</c>.</exception>
    public Figure<LocalDate> Date => Of("a date as 2025-03-01", Part.Date.Read);

    /// <summary>Gets a month.</summary>
    /// <exception cref="InvalidOperationException">It is no month as <c>2025-03</c>.</exception>
    public Figure<YearMonth> Month => Of("a month as 2025-03", Part.Month.Read);

    /// <summary>Gets a text: a name, a word, a code.</summary>
    /// <exception cref="InvalidOperationException">It is no text.</exception>
    public string Text => _element.ValueKind == JsonValueKind.String ? _element.GetString()! : throw Not("a text");

    /// <summary>Gets whether something holds.</summary>
    /// <exception cref="InvalidOperationException">It is neither true nor false.</exception>
    public bool Flag => _element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Not("true or false"),
    };

    /// <summary>The value as an indented document: of an answer that the library wrote the same text.</summary>
    /// <returns>JSON with <c>\n</c> at the end of each line.</returns>
    public string ToJson() => DocumentForm.Text(_element.WriteTo);

    /// <summary>The value as JSON, on one line and shortened.</summary>
    /// <returns>One line, the same in every culture.</returns>
    public override string ToString() => DocumentTree.Snippet(_element.GetRawText());

    private static decimal DecimalOf(JsonElement element)
    {
        string text = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.ValueKind == JsonValueKind.Number ? element.GetRawText() : throw new JsonException("No number.");
        return DecimalText.Read(Encoding.UTF8.GetBytes(text), out decimal number) == DecimalText.Outcome.Exact ? number : throw new JsonException("No number that a decimal holds.");
    }

    private Figure<T> Of<T>(string expected, Func<JsonElement, T> read)
        where T : struct
    {
        if (IsNull)
        {
            return Figure.NotApplicable<T>(NotApplicableReason.NotComputed);
        }

        try
        {
            return _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(FigureReasons.Member, out JsonElement reason)
                ? Figure.NotApplicable<T>(FigureReasons.Of(reason))
                : Part.Checked(() => Figure.Of(read(_element)));
        }
        catch (JsonException)
        {
            throw Not(expected);
        }
    }

    private JsonElement Object() => _element.ValueKind == JsonValueKind.Object ? _element : throw Not("an object");

    private InvalidOperationException Not(string expected) => new($"{Path} is {this}; expected {expected}.");
}
