using System.Globalization;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>A decimal number, as a JSON number or as a text that holds one.</summary>
internal class NumberField(string name, decimal least, decimal most, bool isRequired = true, bool leastIsExcluded = false)
    : Field(name, isRequired)
{
    public decimal Least { get; } = least;

    public decimal Most { get; } = most;

    public bool LeastIsExcluded { get; } = leastIsExcluded;

    public override Message Allowed => ProblemText.Of(
        "document.allowed." + Noun, ("least", Least.ToString(CultureInfo.InvariantCulture)), ("most", Most.ToString(CultureInfo.InvariantCulture)));

    protected virtual string Noun => LeastIsExcluded ? "numberAbove" : "number";

    public bool Holds(decimal value) => value <= Most && (LeastIsExcluded ? value > Least : value >= Least);
}

/// <summary>A yearly rate of a case as a fraction: above -1, up to 1.</summary>
internal sealed class YearlyRateField(string name) : NumberField(name, -1, 1, isRequired: false, leastIsExcluded: true)
{
    protected override string Noun => "yearlyRate";
}

/// <summary>A policy that picks one of several internal rates of return.</summary>
internal sealed class RateSelectionField(string name) : TextField(name, isRequired: false, most: 40)
{
    public override Message Allowed => new("document.allowed.rateSelection");

    public override bool Holds(string text) => RateSelection.TryParse(text, out _);
}

/// <summary>A whole number.</summary>
internal sealed class WholeField(string name, int least, int most, bool isRequired = true) : NumberField(name, least, most, isRequired)
{
    protected override string Noun => "wholeNumber";
}

/// <summary>A fraction of a whole, 0 to 1.</summary>
internal sealed class ShareField(string name, bool isRequired = true) : NumberField(name, 0, 1, isRequired)
{
    protected override string Noun => "fraction";
}

/// <summary>An amount of money in the currency of its item: a number without a currency sign.</summary>
internal sealed class MoneyField(string name, bool isRequired = true, decimal least = 0) : NumberField(name, least, MostMoney, isRequired)
{
    /// <summary>Sums of a thousand such amounts, to ten digits behind the point, still fit a decimal exactly.</summary>
    public const decimal MostMoney = 1_000_000_000_000_000m;

    protected override string Noun => "amount";
}

/// <summary>A number without limits of its own: what it means is known to a host.</summary>
internal sealed class ParameterField(string name) : NumberField(name, decimal.MinValue, decimal.MaxValue)
{
    public override Message Allowed => new("document.allowed.anyNumber");
}

internal class TextField(string name, bool isRequired = true, int most = 1000) : Field(name, isRequired)
{
    public int Most { get; } = most;

    public override Message Allowed => ProblemText.Of("document.allowed.text", ("most", Most.ToString(CultureInfo.InvariantCulture)));

    public virtual bool Holds(string text) =>
        text.Length <= Most && !string.IsNullOrWhiteSpace(text) && HasNoControl(text, butLines: true);

    protected static bool HasNoControl(string text, bool butLines)
    {
        foreach (char c in text)
        {
            if (char.IsControl(c) && !(butLines && c is '\n' or '\t'))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What a line is called: the range of <see cref="LineId"/>.</summary>
internal sealed class LineTextField(string name, bool isRequired = true, int most = 1000) : TextField(name, isRequired, most)
{
    public override Message Allowed => ProblemText.Of("document.allowed.lineText", ("most", Most.ToString(CultureInfo.InvariantCulture)));

    public override bool Holds(string text) => base.Holds(text) && text != "*" && HasNoControl(text, butLines: false);
}

/// <summary>An object of numbers by name.</summary>
internal sealed class ParametersField(string name) : Field(name, isRequired: false)
{
    public override Message Allowed => new("document.allowed.parameters");
}

internal sealed class FlagField(string name) : Field(name, isRequired: false)
{
    public override Message Allowed => new("document.allowed.flag");
}

internal sealed class DateField(string name, bool isRequired = true) : Field(name, isRequired)
{
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    public override Message Allowed => ProblemText.Of(
        "document.allowed.date", ("first", FormattableString.Invariant($"{FirstYear}-01-01")), ("last", FormattableString.Invariant($"{LastYear}-12-31")));
}

/// <summary>An ISO 8601 period of years, months, weeks and days.</summary>
internal sealed class PeriodField(string name, bool isRequired = true) : Field(name, isRequired)
{
    public override Message Allowed => new("document.allowed.period");
}

/// <summary>An ISO 4217 currency code.</summary>
internal sealed class CurrencyField(string name, bool isRequired = true) : Field(name, isRequired)
{
    public override Message Allowed => new("document.allowed.currency");
}

/// <summary>One of a few words.</summary>
internal abstract class ChoiceField(string name, bool isRequired) : Field(name, isRequired)
{
    public abstract IReadOnlyList<string> Words { get; }

    public override Message Allowed => ProblemText.OneOf(Words);
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

    public override Message Allowed => ProblemText.ObjectWith(Shape.Names);
}

/// <summary>A list: of objects of one shape, of objects told apart by a discriminator, or of plain values.</summary>
internal sealed class ListField(string name, int least, int most, bool isRequired, ListElement element) : Field(name, isRequired)
{
    public int Least { get; } = least;

    public int Most { get; } = most;

    public ListElement Element { get; } = element;

    public override Message Allowed => ProblemText.Of(
        "document.allowed.list", ("least", Least.ToString(CultureInfo.InvariantCulture)), ("most", Most.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>What the elements of a list are: one field for plain values, or the shapes that an object may have.</summary>
internal sealed class ListElement
{
    public ListElement(Field plain) => Plain = plain;

    public ListElement(params Shape[] shapes) => Shapes = shapes;

    public Field? Plain { get; }

    public IReadOnlyList<Shape> Shapes { get; } = [];
}
