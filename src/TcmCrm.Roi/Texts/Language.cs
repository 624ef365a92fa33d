using System.Globalization;
using System.Text;
using NodaTime;

namespace TcmCrm.Roi.Texts;

/// <summary>A language that messages are said in: English (<c>en</c>), Chinese (<c>zh</c>), or one that a host brings.</summary>
/// <remarks>Immutable. Numbers and dates are written by the language's own templates, never by the culture of the machine.</remarks>
public sealed class Language
{
    private const string Fallback = "en";

    private static readonly ITextSource[] BuiltIn = [new EnglishWords(), new ChineseWords()];

    private readonly ITextSource[] _sources;

    private Language(string tag, ITextSource[] sources)
    {
        Tag = tag;
        _sources = sources;
    }

    /// <summary>The BCP 47 tag, for example <c>zh</c>.</summary>
    public string Tag { get; }

    /// <summary>A language that this library has words for.</summary>
    /// <param name="tag"><c>en</c> or <c>zh</c>.</param>
    /// <exception cref="ArgumentNullException">The tag is null.</exception>
    /// <exception cref="ArgumentException">There are no words for it.</exception>
    public static Language Of(string tag)
    {
        Check.NotNull(tag);
        return Array.Find(BuiltIn, words => words.Language == tag) is { } words
            ? new Language(tag, [words])
            : throw new ArgumentException($"There are no words for '{tag}'; allowed: {string.Join(", ", BuiltIn.Select(source => source.Language))}, or a host's own by Language.From.", nameof(tag));
    }

    /// <summary>A language with a host's own words; what it does not have is said in English.</summary>
    /// <param name="source">The words.</param>
    /// <exception cref="ArgumentNullException">The source is null.</exception>
    public static Language From(ITextSource source) => new(Check.NotNull(source).Language, [source, .. Of(Fallback)._sources]);

    /// <summary>The same language with words that are asked for first: a host's own, or those of another package.</summary>
    /// <param name="source">The words, in the same language.</param>
    /// <exception cref="ArgumentNullException">The source is null.</exception>
    /// <exception cref="ArgumentException">It is of another language.</exception>
    public Language With(ITextSource source) => Check.NotNull(source).Language == Tag
        ? new Language(Tag, [source, .. _sources])
        : throw new ArgumentException($"The words are of '{source.Language}'; allowed: '{Tag}'.", nameof(source));

    /// <summary>The identifiers that there are words for, in ordinal order: what a translator needs.</summary>
    public IReadOnlyList<string> Ids => Array.AsReadOnly(_sources.SelectMany(source => source.Ids).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToArray());

    /// <summary>Whether there are words for an identifier.</summary>
    /// <param name="id">The identifier.</param>
    /// <exception cref="ArgumentNullException">The identifier is null.</exception>
    public bool Knows(string id) => Find(id) is not null;

    /// <summary>Says a message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>
    /// The words; where there are none for its identifier, its text argument <c>own</c> (what a host calls a KPI of its own), or else the message's invariant text.
    /// </returns>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    public string Say(Message message)
    {
        Check.NotNull(message);
        return Find(message.Id) is { } template ? Template.Fill(template, message, this)
            : message.Find(Message.OwnWords) is { Kind: MessageArgumentKind.Text } own ? (string)own.Value
            : message.ToString();
    }

    /// <summary>Says a message.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="arguments">What it is said of.</param>
    /// <returns>The words; the message's invariant text where there are none for its identifier.</returns>
    /// <exception cref="ArgumentException">The identifier is blank, or two arguments have one name.</exception>
    public string Say(string id, params MessageArgument[] arguments) => Say(new Message(id, arguments));

    /// <summary>The name of a named value: of a category, a method, a state.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">One of its named values.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public string NameOf<T>(T value)
        where T : struct, Enum => Say(Message.NameOf(value));

    /// <summary>An amount with its currency, rounded to the minor unit: <c>CNY 1,234.50</c>, <c>1,234.50元</c>.</summary>
    /// <param name="money">The amount.</param>
    public string Write(Money money)
    {
        string amount = Number(money.Amount, money.Currency.MinorUnitDigits);
        string currency = "currency." + money.Currency.Code;
        return Say("format.money", MessageArgument.Text("amount", amount), MessageArgument.Text("currency", Knows(currency) ? Find(currency)! : money.Currency.Code));
    }

    /// <summary>An amount as Chinese reports print it: in 万元, in 亿元 from 10,000万元 on, with thousands separators, rounded 四舍五入.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="decimals">Digits behind the point, 0 to 28.</param>
    /// <returns>For example <c>1,234.57万元</c> or <c>1.23亿美元</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside their range.</exception>
    public string WriteInWan(Money money, int decimals)
    {
        const decimal Wan = 10_000m;
        bool inYi = Math.Abs(money.Amount) >= Wan * Wan;
        string currency = "currency." + money.Currency.Code;
        return Say(
            inYi ? "format.hundredMillions" : "format.tenThousands", MessageArgument.Text("amount", Number(money.Amount / (inYi ? Wan * Wan : Wan), decimals)),
            MessageArgument.Text("currency", Knows(currency) ? Find(currency)! : money.Currency.Code));
    }

    /// <summary>A number with thousands separators, rounded half away from zero (四舍五入), never minus zero.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">The decimals shown, 0 to 28.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside their range.</exception>
    public static string Number(decimal value, int decimals)
    {
        decimal rounded = decimal.Round(value, Check.InRange(decimals, 0, 28), MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>A date: <c>2026-03-15</c>, <c>2026年3月15日</c>.</summary>
    /// <param name="date">The date.</param>
    public string Write(LocalDate date) => Say("format.date", Plain("year", date.Year), Padded("month", date.Month), Padded("day", date.Day));

    /// <summary>A month: <c>2026-03</c>, <c>2026年3月</c>.</summary>
    /// <param name="month">The month.</param>
    public string Write(YearMonth month) => Say("format.month", Plain("year", month.Year), Padded("month", month.Month));

    /// <summary>A length of time: <c>1 year 6 months</c>, <c>1年6个月</c>.</summary>
    /// <param name="length">The length; its time of day is left out.</param>
    /// <exception cref="ArgumentNullException">The length is null.</exception>
    public string Write(NodaTime.Period length)
    {
        Check.NotNull(length);
        var text = new StringBuilder();
        foreach ((int count, string id) in new[] { (length.Years, "format.years"), (length.Months, "format.months"), (length.Weeks, "format.weeks"), (length.Days, "format.days") })
        {
            if (count != 0)
            {
                text.Append(text.Length == 0 ? string.Empty : Find("format.periodSeparator")).Append(Say(id, MessageArgument.Number("count", count)));
            }
        }

        return text.ToString();
    }

    /// <summary>Names or sentences as a list within a sentence.</summary>
    /// <param name="items">The items, in order.</param>
    /// <exception cref="ArgumentNullException">The items are null.</exception>
    public string Join(IEnumerable<string> items) => string.Join(Find("format.listSeparator"), Check.NotNull(items));

    /// <summary>The tag.</summary>
    public override string ToString() => Tag;

    internal string? Find(string id)
    {
        foreach (ITextSource source in _sources)
        {
            if (source.Find(id) is { } template)
            {
                return template;
            }
        }

        return null;
    }

    private static MessageArgument Plain(string name, int value) => MessageArgument.Text(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number of a date with the zero that the language puts before it, or without.</summary>
    private MessageArgument Padded(string name, int value) =>
        MessageArgument.Text(name, value.ToString(Find("format.datePart") ?? "00", CultureInfo.InvariantCulture));
}
