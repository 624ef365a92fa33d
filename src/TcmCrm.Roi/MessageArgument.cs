using System.Collections.ObjectModel;
using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi;

/// <summary>One thing that a <see cref="Message"/> is said of: a name, a value, and what kind of value it is.</summary>
public sealed class MessageArgument : IEquatable<MessageArgument>
{
    private readonly object _value;

    private MessageArgument(string name, MessageArgumentKind kind, object value, int decimals = 0, string? shown = null)
    {
        Name = Check.NotBlank(name);
        Kind = kind;
        _value = value;
        Decimals = decimals;
        Shown = shown;
    }

    /// <summary>The name, camelCase; the template of the message refers to it.</summary>
    public string Name { get; }

    /// <summary>What kind of value it is.</summary>
    internal MessageArgumentKind Kind { get; }

    /// <summary>
    /// The value: <see cref="Roi.Money"/>, <see cref="decimal"/> (a ratio or a number), <see cref="LocalDate"/>, <see cref="YearMonth"/>, <see cref="LineId"/>,
    /// <see cref="string"/> (a text or the ISO text of a period), <see cref="Message"/>, or a list of messages.
    /// </summary>
    public object Value => _value;

    /// <summary>How many decimals a number is shown with where the template does not say.</summary>
    public int Decimals { get; }

    /// <summary>The name of the line behind a <see cref="LineId"/>, which words show; null for other kinds.</summary>
    public string? Shown { get; }

    /// <summary>An amount of money.</summary>
    /// <param name="name">The name.</param>
    /// <param name="amount">The amount; words round it to the minor unit.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Money(string name, Money amount) => new(name, MessageArgumentKind.Money, amount);

    /// <summary>A ratio that words show in per cent.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ratio">The ratio: 0.286 is 28.6 %.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Ratio(string name, decimal ratio) => new(name, MessageArgumentKind.Ratio, ratio, 1);

    /// <summary>A ratio that words show in per cent; one beyond the range of decimal is cut to it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ratio">The ratio: 0.286 is 28.6 %.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Ratio(string name, double ratio) => Ratio(name, ToDecimal(ratio));

    /// <summary>A ratio that words show in per cent; one beyond the range of decimal is cut to it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ratio">The ratio: 0.286 is 28.6 %.</param>
    /// <param name="decimals">How many decimals of the per cent words show, 0 to 12.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside 0 to 12.</exception>
    public static MessageArgument Ratio(string name, double ratio, int decimals) =>
        RatioOf(name, ToDecimal(ratio), decimals);

    /// <summary>A number without decimals: a count.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Number(string name, decimal value) => Number(name, value, 0);

    /// <summary>A number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many decimals words show, 0 to 12.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside 0 to 12.</exception>
    public static MessageArgument Number(string name, decimal value, int decimals) =>
        new(name, MessageArgumentKind.Number, value, Check.InRange(decimals, 0, 12));

    /// <summary>A number; one beyond the range of decimal is cut to it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many decimals words show, 0 to 12.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside 0 to 12.</exception>
    public static MessageArgument Number(string name, double value, int decimals) => Number(name, ToDecimal(value), decimals);

    /// <summary>A date.</summary>
    /// <param name="name">The name.</param>
    /// <param name="date">The date.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Date(string name, LocalDate date) => new(name, MessageArgumentKind.Date, date);

    /// <summary>A calendar month.</summary>
    /// <param name="name">The name.</param>
    /// <param name="month">The month.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Month(string name, YearMonth month) => new(name, MessageArgumentKind.Month, month);

    /// <summary>A length of time by its ISO 8601 text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isoText">For example <c>P3Y</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name or the text is blank.</exception>
    public static MessageArgument Period(string name, string isoText) => new(name, MessageArgumentKind.Period, Check.NotBlank(isoText));

    /// <summary>A line of the case.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="id">The id of the line, which programs read.</param>
    /// <param name="shown">The name of the line, which words show.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Line(string name, LineId id, string shown) => new(name, MessageArgumentKind.Line, id, shown: Check.NotNull(shown));

    /// <summary>A text that a user wrote, or that stands in a document: it is the same in every language.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Text(string name, string text) => new(name, MessageArgumentKind.Text, Check.NotNull(text));

    /// <summary>A part that is a message itself.</summary>
    /// <param name="name">The name.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Part(string name, Message message) => new(name, MessageArgumentKind.Message, Check.NotNull(message));

    /// <summary>Parts that are messages, which words put into a list.</summary>
    /// <param name="name">The name.</param>
    /// <param name="messages">The messages, in order.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static MessageArgument Parts(string name, IEnumerable<Message> messages)
    {
        Message[] all = [.. Check.NotNull(messages)];
        foreach (Message message in all)
        {
            Check.NotNull(message, nameof(messages));
        }

        return new(name, MessageArgumentKind.Messages, new ReadOnlyCollection<Message>(all));
    }

    /// <inheritdoc/>
    public bool Equals(MessageArgument? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && Decimals == other.Decimals && Shown == other.Shown
        && (_value is IReadOnlyList<Message> list ? other._value is IReadOnlyList<Message> its && list.SequenceEqual(its) : _value.Equals(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MessageArgument);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Name and value, invariant.</summary>
    public override string ToString() => Name + ": " + _value switch
    {
        LocalDate date => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        YearMonth month => month.ToString("uuuu-MM", CultureInfo.InvariantCulture),
        IReadOnlyList<Message> messages => "[" + string.Join(", ", messages) + "]",
        _ => Convert.ToString(_value, CultureInfo.InvariantCulture),
    };

    /// <summary>A ratio as it was, bit by bit.</summary>
    internal static MessageArgument RatioOf(string name, decimal ratio, int decimals) => new(name, MessageArgumentKind.Ratio, ratio, Check.InRange(decimals, 0, 12));

    private static decimal ToDecimal(double value) => double.IsNaN(value) ? 0
        : value >= (double)decimal.MaxValue ? decimal.MaxValue
        : value <= (double)decimal.MinValue ? decimal.MinValue
        : (decimal)value;
}
