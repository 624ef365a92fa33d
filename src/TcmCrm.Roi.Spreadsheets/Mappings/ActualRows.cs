using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;
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
    private readonly Currency _currency;

    /// <summary>The names of the lines by name and by id.</summary>
    private readonly Dictionary<string, string> _costs;
    private readonly Dictionary<string, string> _benefits;
    private readonly ReviewSettings _kpis = new();
    private readonly Dictionary<(ActualKind, string, YearMonth, int), long> _lines = [];

    internal ActualRows(Table table, InvestmentCase plan)
    {
        _table = table;
        _currency = plan.Currency;
        _costs = Lines(plan.Costs.Select(cost => (cost.Id, cost.Name)));
        _benefits = Lines(plan.Benefits.Select(benefit => (benefit.Id, benefit.Name)));
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
            numbers[i] = row.Decimal(Numbers[i].Column);
            isGood &= numbers[i] is not null || row.IsEmpty(Numbers[i].Column);
        }

        if (numbers[0] is not null && _table.IsScaled(ActualsTable.Amount) && kind.Id is not ("cost" or "unplannedCost" or "benefit"))
        {
            // The unit of a column of money is not that of seats, people or months.
            row.Report(ActualsTable.Amount, new Message("table.actual.scaled", KindArgument(kind)));
            isGood = false;
        }

        isGood &= LineIsKnown(row, kind, out string name) & CurrencyFits(row);
        if (NumbersFit(row, kind) && isGood)
        {
            Take(row, kind, name, month!.Value, numbers);
        }
    }

    private static Dictionary<string, string> Lines(IEnumerable<(LineId Id, string Name)> lines)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((LineId id, string name) in lines)
        {
            names[name.Trim()] = name;
            names[id.Text.Trim()] = name;
        }

        return names;
    }

    private bool CurrencyFits(TableRow row)
    {
        string? stated = row.Text(ActualsTable.CurrencyCode)?.Trim();
        string? code = stated is null or { Length: 0 } ? _table.CurrencyOf(ActualsTable.Amount) : NumberText.TryUnit(stated.AsSpan(), out CellNumber unit) ? unit.Currency ?? stated : stated;
        if (code is null || code.Equals(_currency.Code, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        row.Report(stated is { Length: > 0 } ? ActualsTable.CurrencyCode : ActualsTable.Amount, Said.As("actual.currency", ("value", code), ("currency", _currency.Code)));
        return false;
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

        Dictionary<string, string>? known = kind.Id switch
        {
            "cost" or "seats" or "renewal" => _costs,
            "benefit" or "retention" or "verified" => _benefits,
            "adoption" => name.Length == 0 || name == Actual.AllBenefits ? null : _benefits,
            _ => null,
        };
        if (known is not null && !known.TryGetValue(name, out string? found))
        {
            string id = known == _costs ? "table.actual.unknownCost" : "table.actual.unknownBenefit";
            row.Report(ActualsTable.Line, new Message(id, MessageArgument.Text("name", name), Said.Names("names", known.Values.Distinct())));
            return false;
        }

        name = known is null ? name : known[name];
        if (kind.Id is "kpi" or "baseline" && !_kpis.IsKnownKpi(name))
        {
            name = SeriesTable.DefinitionOf(name).Id; // A KPI by its Chinese name.
        }

        if (kind.Id == "kpi" && !_kpis.IsKnownKpi(name))
        {
            row.Report(ActualsTable.Line, Said.As("actual.unknownKpi", ("name", name)));
            return false;
        }

        return true;
    }

    private static bool NumbersFit(TableRow row, ActualKindNames kind)
    {
        bool isGood = true;
        foreach ((TableColumn column, char letter) in Numbers)
        {
            bool isEmpty = row.IsEmpty(column);
            if (isEmpty && kind.Needed.IndexOf(letter) >= 0)
            {
                row.Report(column, new Message("table.actual.needed", KindArgument(kind)));
                isGood = false;
            }
            else if (!isEmpty && kind.Allowed.IndexOf(letter) < 0)
            {
                row.Report(column, new Message("table.actual.unused", KindArgument(kind)));
                isGood = false;
            }
        }

        return isGood;
    }

    private void Take(TableRow row, ActualKindNames kind, string name, YearMonth month, decimal?[] numbers)
    {
        decimal amount = numbers[0] ?? 0;
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

            if (kind.Id == "kpi" && KpiCatalog.TryFind(name, out KpiDefinition? kpi) && numbers[2] is null or > 0)
            {
                double value = (double)amount / (double)(numbers[2] ?? 1) * (numbers[2] is null ? 1 : kpi!.PartsScale);
                if (value < kpi!.Minimum - 1e-9 || value > kpi.Maximum + 1e-9)
                {
                    row.Report(ActualsTable.Amount, Said.KpiOutOfRange(kpi, row.Text(ActualsTable.Amount) ?? string.Empty));
                    return;
                }
            }

            Actual actual = kind.Id switch
            {
                "cost" => Actual.Cost(name, month, amount, numbers[1], numbers[3]),
                "unplannedCost" => Actual.UnplannedCost(name, month, amount),
                "benefit" => Actual.Benefit(name, month, amount, numbers[1], numbers[3]),
                "adoption" => Actual.Adoption(month, amount, numbers[2]!.Value, numbers[3], name.Length == 0 ? Actual.AllBenefits : name),
                "seats" => Actual.Seats(name, month, amount, numbers[2]!.Value),
                "retention" => Actual.Retention(name, month, amount, numbers[2]!.Value, tenure, numbers[3]!.Value),
                "kpi" => Actual.Kpi(name, month, amount, numbers[2]),
                "baseline" => Actual.Baseline(name, month, amount, numbers[2]),
                _ => Actual.Verified(name, month),
            };
            (ActualKind, string, YearMonth, int) key = (actual.Kind, actual.Line, actual.Month, actual.Tenure);
            if (!Review.Actuals.AddsUp(actual.Kind) && _lines.TryGetValue(key, out long earlier))
            {
                row.Report(
                    null,
                    new Message("table.actual.twice", KindArgument(kind), MessageArgument.Text("name", name), MessageArgument.Month("month", month), Said.Line(earlier)));
                return;
            }

            _lines[key] = row.Line;
            Actuals.Add(actual);
        }
        catch (ArgumentException e)
        {
            int cut = e.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
            cut = cut < 0 ? e.Message.IndexOf("\nParameter name", StringComparison.Ordinal) : cut;
            row.Report(null, Said.As("actual.refused", ("reason", (cut < 0 ? e.Message : e.Message.Substring(0, cut)).Trim())));
        }
    }

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
