using System.Globalization;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Tenants;

/// <summary>One observation as an object: the columns of a table of actuals, by the same names and with the same meaning.</summary>
internal sealed class ActualRow
{
    private const decimal MostNumber = 1_000_000_000_000_000m;

    private static readonly Choices<ActualKind> Kinds = Choices.Of<ActualKind>();

    private readonly ChoiceField<ActualKind> _kind;
    private readonly TextField _line;
    private readonly MonthField _month;
    private readonly MonthField _from;
    private readonly NumberField _amount;
    private readonly NumberField _quantity;
    private readonly NumberField _denominator;
    private readonly NumberField _planned;
    private readonly CurrencyField _currency;
    private readonly TextField _document;
    private readonly TextField _note;

    internal ActualRow()
    {
        _kind = Shape.Add(new ChoiceField<ActualKind>("kind", Kinds));
        _line = Shape.Add(new TextField("line", isRequired: false));
        _month = Shape.Add(new MonthField("month", isRequired: true));
        _from = Shape.Add(new MonthField("from", isRequired: false));
        _amount = Shape.Add(new NumberField("amount", -MostNumber, MostNumber, isRequired: false));
        _quantity = Shape.Add(new NumberField("quantity", 0, MostNumber, isRequired: false));
        _denominator = Shape.Add(new NumberField("denominator", 0, MostNumber, isRequired: false, leastIsExcluded: true));
        _planned = Shape.Add(new NumberField("planned", 0, MostNumber, isRequired: false));
        _currency = Shape.Add(new CurrencyField("currency", isRequired: false));
        _document = Shape.Add(new TextField("document", isRequired: false, most: 200));
        _note = Shape.Add(new TextField("note", isRequired: false, most: 1000));
    }

    internal Shape Shape { get; } = new("actual");

    internal Actual? Read(ReadContext context, int node, Lines lines)
    {
        var o = new ObjectReader(context, node, Shape);
        if (context.Tree.Kind(node) != JsonTokenType.StartObject)
        {
            return null;
        }

        ActualKind kind = o.Choice(_kind, ActualKind.Verified);
        YearMonth? month = MonthField.Read(o, _month);
        YearMonth? from = MonthField.Read(o, _from);
        decimal? amount = o.Number(_amount), quantity = o.Number(_quantity), denominator = o.Number(_denominator), planned = o.Number(_planned);
        Currency? currency = o.Has(_currency) ? o.CurrencyCode(_currency) : null;
        string? document = o.Text(_document);
        string? note = o.Text(_note);
        string? line = o.Text(_line);
        if (!o.IsSound)
        {
            return null;
        }

        Need(kind != ActualKind.Adoption, _line);
        Need(kind != ActualKind.Verified, _amount);
        Need(kind is ActualKind.Adoption or ActualKind.Seats or ActualKind.Retention, _denominator);
        Need(kind == ActualKind.Retention, _quantity);
        Need(kind == ActualKind.Retention, _planned);
        bool isMoney = kind is ActualKind.Cost or ActualKind.UnplannedCost or ActualKind.Benefit;
        Unused(kind == ActualKind.Verified, _amount);
        Unused(kind is not (ActualKind.Cost or ActualKind.Benefit or ActualKind.Retention), _quantity);
        Unused(isMoney || kind == ActualKind.Verified, _denominator);
        Unused(kind is ActualKind.UnplannedCost or ActualKind.Seats or ActualKind.Kpi or ActualKind.Baseline or ActualKind.Verified, _planned);
        Unused(kind != ActualKind.Benefit, _from);
        Unused(!isMoney, _currency);
        Unused(!isMoney, _document);
        Unused(!isMoney, _note);
        if (o.IsSound && line is not null && lines.Of(kind) is { } known && !known.ContainsKey(line))
        {
            context.UnknownReference(o.NodeOf(_line), "document.inconsistent.line", line, [.. known.Keys]);
        }

        return o.IsSound ? context.Make(node, () => note is null ? Made() : Made().WithNote(note)) : null;

        void Need(bool isNeeded, Field field)
        {
            if (isNeeded && !o.Has(field))
            {
                context.Missing(node, field);
            }
        }

        void Unused(bool isUnused, Field field)
        {
            if (isUnused && o.Has(field))
            {
                context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(field), ProblemText.Of("document.inconsistent.actualField", ("field", field.Name), ("kind", WordOf(kind))));
            }
        }

        Actual Made()
        {
            YearMonth at = month!.Value;
            var money = new Money(amount ?? 0, currency ?? (line is null ? lines.Currency : lines.CurrencyOf(kind, line)));
            return kind switch
            {
                ActualKind.Cost => Actual.Cost(line!, at, money, quantity, planned, document),
                ActualKind.UnplannedCost => Actual.UnplannedCost(line!, at, money, document),
                ActualKind.Benefit => Actual.Benefit(line!, at, money, quantity, planned, from, document),
                ActualKind.Adoption => Actual.Adoption(at, amount!.Value, denominator!.Value, planned, line ?? Actual.AllBenefits),
                ActualKind.Seats => Actual.Seats(line!, at, amount!.Value, denominator!.Value),
                ActualKind.Retention => Actual.Retention(line!, at, amount!.Value, denominator!.Value, Whole(quantity!.Value), planned!.Value),
                ActualKind.Kpi => Actual.Kpi(line!, at, amount!.Value, denominator),
                ActualKind.Baseline => Actual.Baseline(line!, at, amount!.Value, denominator),
                _ => Actual.Verified(line!, at),
            };
        }
    }

    internal void Write(Utf8JsonWriter writer, Actual actual, Lines lines)
    {
        writer.WriteStartObject();
        writer.WriteString(_kind.Encoded, Kinds.WordFor(actual.Kind));
        writer.WriteString(_line.Encoded, actual.Line);
        writer.WriteString(_month.Encoded, MonthField.Write(actual.Month));
        if (actual.First is { } from)
        {
            writer.WriteString(_from.Encoded, MonthField.Write(from));
        }

        if (actual.Kind != ActualKind.Verified)
        {
            writer.WriteNumber(_amount.Encoded, actual.Number);
        }

        Put(_quantity, actual.Kind == ActualKind.Retention ? actual.Age : actual.Units);
        Put(_denominator, actual.Whole);
        Put(_planned, actual.Plan);
        if (actual.IsMoney && actual.Cash.Currency != lines.CurrencyOf(actual.Kind, actual.Line))
        {
            writer.WriteString(_currency.Encoded, actual.Cash.Currency.Code);
        }

        if (actual.Paper is { } paper)
        {
            writer.WriteString(_document.Encoded, paper);
        }

        if (actual.Note is { } note)
        {
            writer.WriteString(_note.Encoded, note);
        }

        writer.WriteEndObject();

        void Put(Field field, decimal? number)
        {
            if (number is { } value)
            {
                writer.WriteNumber(field.Encoded, value);
            }
        }
    }

    private static string WordOf(ActualKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static int Whole(decimal number) => number == decimal.Truncate(number) && number is >= 1 and < 10_000
        ? (int)number
        : throw new DocumentFault(ProblemText.Of("document.inconsistent.tenure", ("found", number.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The lines of a case as actuals name them: by id, or by name where no line of the side has the id.</summary>
    internal sealed class Lines
    {
        private readonly Dictionary<string, Currency> _costs = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Currency> _benefits = new(StringComparer.Ordinal);

        internal Lines(InvestmentCase source)
        {
            Currency = source.Currency;
            foreach (CostItem cost in source.Costs)
            {
                _costs[cost.Name] = cost.Currency;
            }

            foreach (CostItem cost in source.Costs)
            {
                _costs[cost.Id.Text] = cost.Currency;
            }

            foreach (BenefitItem benefit in source.Benefits)
            {
                _benefits[benefit.Name] = Stated(benefit);
            }

            foreach (BenefitItem benefit in source.Benefits)
            {
                _benefits[benefit.Id.Text] = Stated(benefit);
            }
        }

        internal Currency Currency { get; }

        internal Dictionary<string, Currency>? Of(ActualKind kind) => kind switch
        {
            ActualKind.Cost or ActualKind.Seats => _costs,
            ActualKind.Benefit or ActualKind.Retention or ActualKind.Verified => _benefits,
            _ => null,
        };

        internal Currency CurrencyOf(ActualKind kind, string line) => Of(kind) is { } known && known.TryGetValue(line, out Currency currency) ? currency : Currency;

        private Currency Stated(BenefitItem benefit) => benefit.Currency == Currency.None ? Currency : benefit.Currency;
    }
}
