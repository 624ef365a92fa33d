using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Rows of actuals as observations of the review: the one place that knows the types of both.</summary>
internal sealed class ActualRows
{
    private static readonly (TableColumn Column, char Letter)[] Numbers =
    [
        (ActualsTable.Amount, 'a'), (ActualsTable.Quantity, 'q'), (ActualsTable.Denominator, 'd'), (ActualsTable.Planned, 'p'),
    ];

    private readonly Table _table;
    private readonly bool _allowsDuplicates;
    private readonly Currency _currency;

    /// <summary>The ids of the lines by id and by name; an id of one line goes before the name of another.</summary>
    private readonly Dictionary<string, LineId> _costs;
    private readonly Dictionary<string, LineId> _benefits;
    private readonly Dictionary<string, Currency> _currencies = new(StringComparer.Ordinal);
    private readonly ReviewSettings _kpis;
    private readonly Dictionary<(string Kind, string Line, YearMonth Month, int Tenure), long> _lines = [];

    private readonly List<TableRow> _rows = [];
    private readonly bool? _negatesCredits;

    internal ActualRows(Table table, InvestmentCase plan, bool allowsDuplicates, bool? negatesCredits)
    {
        _table = table;
        _negatesCredits = negatesCredits;
        _allowsDuplicates = allowsDuplicates;
        _currency = plan.Currency;
        _kpis = new ReviewSettings { Kpis = table.Kpis };
        _costs = Lines(plan.Costs.Select(cost => (cost.Id, cost.Name)));
        _benefits = Lines(plan.Benefits.Select(benefit => (benefit.Id, benefit.Name)));
        foreach (CostItem cost in plan.Costs)
        {
            _currencies[cost.Id.Text] = cost.Currency;
        }

        foreach (BenefitItem benefit in plan.Benefits)
        {
            _currencies[benefit.Id.Text] = benefit.Currency == Currency.None ? plan.Currency : benefit.Currency;
        }
    }

    internal List<Actual> Actuals { get; } = [];

    internal List<ContractTerms> Contracts { get; } = [];

    internal void Add(TableRow row)
    {
        string given = row.Text(ActualsTable.Kind) ?? string.Empty;
        if (ActualKindNames.Find(given) is not { } kind)
        {
            row.Report(ActualsTable.Kind, new Message("table.actual.notKind", MessageArgument.Text("value", given), KindsArgument()));
            return;
        }

        YearMonth? month = row.Month(ActualsTable.Month, ActualsTable.Year);
        bool isGood = month is not null;
        if (month is null && row.IsEmpty(ActualsTable.Month))
        {
            row.Report(ActualsTable.Month, Said.As("noMonth"));
        }

        YearMonth? from = row.Month(ActualsTable.From);
        isGood &= from is not null || row.IsEmpty(ActualsTable.From);
        var numbers = new decimal?[Numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            // The unit of a column of money is not that of seats, people or months.
            numbers[i] = i > 0 || kind.IsMoney ? row.Decimal(Numbers[i].Column) : row.PlainDecimal(Numbers[i].Column);
            isGood &= numbers[i] is not null || row.IsEmpty(Numbers[i].Column);
        }

        if (numbers[0] is not null && _table.IsScaled(ActualsTable.Amount) && !kind.IsMoney)
        {
            if (kind.Id is "kpi" or "baseline")
            {
                // What a KPI is in may be money.
                row.Report(ActualsTable.Amount, new Message("table.actual.scaled", KindArgument(kind)));
                isGood = false;
            }
            else
            {
                _table.AddNote(new Message("table.actual.unscaled", KindArgument(kind)), ActualsTable.Amount, row.Line);
            }
        }

        isGood &= LineIsKnown(row, kind, out string name) & TextsFit(row, kind);
        if (NumbersFit(row, kind) & TryCurrency(row, kind, name, out Currency currency) && isGood)
        {
            Take(row, kind, name, month!.Value, from, currency, numbers);
        }
    }

    /// <summary>Money of one line and month adds up, but for the same row again, as an upload that came twice has it.</summary>
    internal void ReportRepeated()
    {
        if (_allowsDuplicates || Actuals.Count == 0)
        {
            return;
        }

        IReadOnlyList<Actual> duplicates = new Actuals(Actuals, allowDuplicates: true).Duplicates;
        if (duplicates.Count == 0)
        {
            return;
        }

        // The first two rows of the same money: one of them is another than the row that repeats it.
        var places = new Dictionary<(Type, string, YearMonth, Money?), (int First, int Second)>();
        for (int i = 0; i < Actuals.Count; i++)
        {
            var key = SameMoney(Actuals[i]);
            if (!places.TryGetValue(key, out (int First, int Second) found))
            {
                places.Add(key, (i, i));
            }
            else if (found.First == found.Second)
            {
                places[key] = (found.First, i);
            }
        }

        int at = -1;
        foreach (Actual repeated in duplicates)
        {
            // They come in the order of the rows.
            while (!ReferenceEquals(Actuals[++at], repeated))
            {
            }

            (int first, int second) = places[SameMoney(repeated)];
            int other = first == at ? second : first;
            (int later, int earlier) = (Math.Max(at, other), Math.Min(at, other));
            _rows[later].Report(
                null,
                new Message(
                    "table.actual.repeated", KindArgument(ActualKindNames.Find(_rows[later].Text(ActualsTable.Kind) ?? string.Empty)!), MessageArgument.Text("name", repeated.Line),
                    MessageArgument.Month("month", repeated.Month), Said.Line(_rows[earlier].Line)));
        }
    }

    private static (Type, string, YearMonth, Money?) SameMoney(Actual row) => (row.GetType(), row.Line, row.Month, row.Amount);

    private static Dictionary<string, LineId> Lines(IEnumerable<(LineId Id, string Name)> lines)
    {
        (LineId Id, string Name)[] given = [.. lines];
        var ids = new Dictionary<string, LineId>(StringComparer.Ordinal);
        foreach ((LineId id, string name) in given)
        {
            ids[name.Trim()] = id;
        }

        foreach ((LineId id, string _) in given)
        {
            ids[id.Text.Trim()] = id;
        }

        return ids;
    }

    /// <summary>The currency that a row states in its own column, or the line's. One that is written in the amount or in its header must be the same.</summary>
    private bool TryCurrency(TableRow row, ActualKindNames kind, string name, out Currency currency)
    {
        currency = _currencies.TryGetValue(name, out Currency own) ? own : _currency;
        if (!kind.IsMoney)
        {
            return true;
        }

        if (row.Text(ActualsTable.CurrencyCode)?.Trim() is { Length: > 0 } stated)
        {
            string code = (NumberText.TryUnit(stated.AsSpan(), out CellNumber unit) ? unit.Currency ?? stated : stated).ToUpperInvariant();
            if (!Currency.TryOf(code, out currency) || currency == Currency.None)
            {
                row.Report(ActualsTable.CurrencyCode, Said.As("actual.notCurrency", ("value", stated)));
                return false;
            }
        }

        if (_table.CurrencyOf(ActualsTable.Amount) is { } written && !written.Equals(currency.Code, StringComparison.OrdinalIgnoreCase))
        {
            row.Report(ActualsTable.Amount, Said.As("actual.currency", ("value", written), ("currency", currency.Code)));
            return false;
        }

        return true;
    }

    /// <summary>Columns that only money has: where its stretch begins (benefits alone), its currency, its document.</summary>
    private static bool TextsFit(TableRow row, ActualKindNames kind)
    {
        bool isGood = true;
        foreach ((TableColumn column, bool isUsed) in new[]
        {
            (ActualsTable.From, kind.Id == "benefit"), (ActualsTable.CurrencyCode, kind.IsMoney), (ActualsTable.Document, kind.IsMoney),
        })
        {
            if (!isUsed && !row.IsEmpty(column))
            {
                row.Report(column, new Message("table.actual.unused", KindArgument(kind)));
                isGood = false;
            }
        }

        return isGood;
    }

    private bool LineIsKnown(TableRow row, ActualKindNames kind, out string name)
    {
        name = row.Text(ActualsTable.Line) ?? string.Empty;
        if (name.Length == 0 && kind.Id != "adoption")
        {
            if (row.IsEmpty(ActualsTable.Line))
            {
                row.Report(ActualsTable.Line, Said.As("actual.noLine"));
            }

            return false;
        }

        Dictionary<string, LineId>? known = kind.Id switch
        {
            "cost" or "seats" or "renewal" => _costs,
            "benefit" or "retention" or "verified" => _benefits,
            "adoption" => name.Length == 0 || name == Actual.AllBenefits ? null : _benefits,
            _ => null,
        };
        LineId found = default;
        if (known is not null && !known.TryGetValue(name.Trim(), out found))
        {
            string id = known == _costs ? "table.actual.unknownCost" : "table.actual.unknownBenefit";
            row.Report(ActualsTable.Line, new Message(id, MessageArgument.Text("name", name), Said.Names("names", known.Values.Distinct().Select(line => line.Text))));
            return false;
        }

        name = known is null ? name : found.Text;
        if (kind.Id is "kpi" or "baseline" && !_kpis.IsKnownKpi(name))
        {
            name = SeriesTable.DefinitionOf(name, _table.Kpis).Id; // A KPI by its Chinese name.
        }

        return true;
    }

    private static bool NumbersFit(TableRow row, ActualKindNames kind)
    {
        bool isGood = true;
        foreach ((TableColumn column, char letter) in Numbers)
        {
            bool isEmpty = row.IsEmpty(column);
            if (isEmpty && kind.Needed.Contains(letter))
            {
                row.Report(column, new Message("table.actual.needed", KindArgument(kind)));
                isGood = false;
            }
            else if (!isEmpty && !kind.Allowed.Contains(letter))
            {
                row.Report(column, new Message("table.actual.unused", KindArgument(kind)));
                isGood = false;
            }
        }

        return isGood;
    }

    private void Take(TableRow row, ActualKindNames kind, string name, YearMonth month, YearMonth? from, Currency currency, decimal?[] numbers)
    {
        decimal amount = numbers[0] ?? 0;
        var money = new Money(amount, currency);
        string? document = row.Text(ActualsTable.Document)?.Trim() is { Length: > 0 } stated ? stated : null;
        try
        {
            if (kind.Id == "renewal")
            {
                if (Whole(row, 1, numbers[1] ?? 12) is { } term && Whole(row, 0, numbers[0] ?? 3) is { } notice)
                {
                    Contracts.Add(new ContractTerms(name, month.OnDayOfMonth(1), term, notice));
                }

                return;
            }

            int tenure = 0;
            if (kind.Id == "retention")
            {
                if (Whole(row, 1, numbers[1]!.Value) is not { } whole)
                {
                    return;
                }

                tenure = whole;
            }

            if (kind.Id == "kpi" && (SeriesTable.HostKpi(name, _table.Kpis) ?? (KpiCatalog.TryFind(name, out KpiDefinition? known) ? known : null)) is { } kpi && numbers[2] is null or > 0)
            {
                double value = (double)amount / (double)(numbers[2] ?? 1) * (numbers[2] is null ? 1 : kpi.PartsScale);
                if (value < kpi.Minimum - 1e-9 || value > kpi.Maximum + 1e-9)
                {
                    row.Report(ActualsTable.Amount, Said.KpiOutOfRange(kpi, row.Text(ActualsTable.Amount) ?? string.Empty));
                    return;
                }
            }

            Actual actual = Of(kind, name, month, from, money, numbers, document);
            if (kind.IsMoney && amount > 0 && !actual.ReadsAsCredit && !actual.ReadsAsVoid && row.Remarks is { } note
                && actual.WithNote(note) is var noted && (noted.ReadsAsCredit || noted.ReadsAsVoid))
            {
                // What an amount is that only its note calls a credit is asked; another note says nothing that counts.
                if (_negatesCredits is null || (_negatesCredits == true && noted.ReadsAsVoid))
                {
                    row.Report(ActualsTable.Amount, new Message(noted.ReadsAsVoid ? "table.actual.void" : "table.actual.credit", MessageArgument.Text("note", note)));
                    return;
                }

                actual = _negatesCredits == true ? Of(kind, name, month, from, -money, numbers, document) : noted;
            }

            // A negative booking may say whether money came back or an accrual was taken back.
            actual = kind.IsMoney && amount < 0 && row.Remarks is { } said ? actual.WithNote(said) : actual;
            if (!kind.IsMoney)
            {
                if (_lines.TryGetValue((kind.Id, name, month, tenure), out long earlier))
                {
                    row.Report(
                        null,
                        new Message("table.actual.twice", KindArgument(kind), MessageArgument.Text("name", name), MessageArgument.Month("month", month), Said.Line(earlier)));
                    return;
                }

                _lines[(kind.Id, name, month, tenure)] = row.Line;
            }

            Actuals.Add(actual);
            _rows.Add(row);
        }
        catch (ArgumentException e)
        {
            row.Report(null, Message.Of(e) is { } message ? new Message("table.actual.refused", MessageArgument.Part("reason", message)) : Said.As("actual.notUsable"));
        }
    }

    private static Actual Of(ActualKindNames kind, string name, YearMonth month, YearMonth? from, Money money, decimal?[] numbers, string? document) => kind.Id switch
    {
        "cost" => Actual.Cost(name, month, money, numbers[1], numbers[3], document),
        "unplannedCost" => Actual.UnplannedCost(name, month, money, document),
        "benefit" => Actual.Benefit(name, month, money, numbers[1], numbers[3], from, document),
        "adoption" => Actual.Adoption(month, money.Amount, numbers[2]!.Value, numbers[3], name.Length == 0 ? Actual.AllBenefits : name),
        "seats" => Actual.Seats(name, month, money.Amount, numbers[2]!.Value),
        "retention" => Actual.Retention(name, month, money.Amount, numbers[2]!.Value, (int)numbers[1]!.Value, numbers[3]!.Value),
        "kpi" => Actual.Kpi(name, month, money.Amount, numbers[2]),
        "baseline" => Actual.Baseline(name, month, money.Amount, numbers[2]),
        _ => Actual.Verified(name, month),
    };

    private static int? Whole(TableRow row, int index, decimal number)
    {
        if (number == decimal.Truncate(number) && Math.Abs(number) < 10_000)
        {
            return (int)number;
        }

        row.Report(Numbers[index].Column, Said.As("actual.notWhole", ("value", number.ToString(CultureInfo.InvariantCulture))));
        return null;
    }

    private static MessageArgument KindArgument(ActualKindNames kind) => MessageArgument.Part("kind", KindName(kind));

    private static MessageArgument KindsArgument() => MessageArgument.Parts("kinds", ActualKindNames.All.Select(KindName));

    private static Message KindName(ActualKindNames kind) => new("table.columnName", MessageArgument.Text("id", kind.Id), MessageArgument.Text("name", kind.Name));
}
