using System.Globalization;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>A decimal number, as a JSON number or as a text that holds one.</summary>
internal class NumberField(string name, decimal least, decimal most, bool isRequired = true, bool leastIsExcluded = false)
    : Field(name, isRequired)
{
    public decimal Least { get; } = least;

    public decimal Most { get; } = most;

    public bool LeastIsExcluded { get; } = leastIsExcluded;

    public override string Allowed => string.Format(
        CultureInfo.InvariantCulture, "{0} {1} {2}{3}", Noun, LeastIsExcluded ? "above" : "from", Least,
        (LeastIsExcluded ? " up to " : " to ") + Most.ToString(CultureInfo.InvariantCulture));

    protected virtual string Noun => "a number";

    public bool Holds(decimal value) => value <= Most && (LeastIsExcluded ? value > Least : value >= Least);
}

/// <summary>A whole number.</summary>
internal sealed class WholeField(string name, int least, int most, bool isRequired = true) : NumberField(name, least, most, isRequired)
{
    protected override string Noun => "a whole number";
}

/// <summary>A fraction of a whole, 0 to 1.</summary>
internal sealed class ShareField(string name, bool isRequired = true) : NumberField(name, 0, 1, isRequired)
{
    protected override string Noun => "a fraction (0.42 is 42 %)";
}

/// <summary>An amount of money in the currency of its item: a number without a currency sign.</summary>
internal sealed class MoneyField(string name, bool isRequired = true, decimal least = 0) : NumberField(name, least, MostMoney, isRequired)
{
    /// <summary>Sums of a thousand such amounts, to ten digits behind the point, still fit a decimal exactly.</summary>
    public const decimal MostMoney = 1_000_000_000_000_000m;

    protected override string Noun => "an amount";
}

internal sealed class TextField(string name, bool isRequired = true, int most = 1000) : Field(name, isRequired)
{
    public int Most { get; } = most;

    public override string Allowed => FormattableString.Invariant($"text of 1 to {Most} characters");
}

internal sealed class FlagField(string name) : Field(name, isRequired: false)
{
    public override string Allowed => "true or false";
}

internal sealed class DateField(string name, bool isRequired = true) : Field(name, isRequired)
{
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    public override string Allowed => FormattableString.Invariant($"a date as YYYY-MM-DD from {FirstYear}-01-01 to {LastYear}-12-31");
}

/// <summary>An ISO 8601 period of years, months, weeks and days.</summary>
internal sealed class PeriodField(string name, bool isRequired = true) : Field(name, isRequired)
{
    public override string Allowed => "an ISO 8601 period such as P6M, P1Y or P3Y, up to 100 years";
}

/// <summary>An ISO 4217 currency code.</summary>
internal sealed class CurrencyField(string name, bool isRequired = true) : Field(name, isRequired)
{
    public override string Allowed => "an ISO 4217 currency code such as CNY or USD";
}

/// <summary>One of a few words.</summary>
internal abstract class ChoiceField(string name, bool isRequired) : Field(name, isRequired)
{
    public abstract IReadOnlyList<string> Words { get; }

    public override string Allowed => "one of " + string.Join(", ", Words);
}

/// <summary>One of a few words, each standing for a value.</summary>
internal sealed class ChoiceField<T>(string name, Choices<T> choices, bool isRequired = true) : ChoiceField(name, isRequired)
    where T : notnull
{
    public Choices<T> Choices { get; } = choices;

    public override IReadOnlyList<string> Words => Choices.Words;
}

/// <summary>An object of one shape.</summary>
internal sealed class ObjectField(string name, Shape shape, bool isRequired = true) : Field(name, isRequired)
{
    public Shape Shape { get; } = shape;

    public override string Allowed => "an object with " + string.Join(", ", Shape.Fields.Select(f => f.Name));
}

/// <summary>A list: of objects of one shape, of objects told apart by a discriminator, or of plain values.</summary>
internal sealed class ListField(string name, int least, int most, bool isRequired, ListElement element) : Field(name, isRequired)
{
    public int Least { get; } = least;

    public int Most { get; } = most;

    public ListElement Element { get; } = element;

    public override string Allowed => FormattableString.Invariant($"a list of {Least} to {Most} elements");
}

/// <summary>What the elements of a list are: one field for plain values, or the shapes that an object may have.</summary>
internal sealed class ListElement
{
    public ListElement(Field plain) => Plain = plain;

    public ListElement(params Shape[] shapes) => Shapes = shapes;

    public Field? Plain { get; }

    public IReadOnlyList<Shape> Shapes { get; } = [];
}
