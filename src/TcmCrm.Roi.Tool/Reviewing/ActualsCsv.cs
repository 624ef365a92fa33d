using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Tool.Csv;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Reviewing;

/// <summary>
/// Reads ACTUALS.csv: <c>kind,line,month,amount[,quantity][,denominator][,planned][,from][,currency][,document]</c>, one observation a line, in any order (docs/review.md).
/// Everything that is wrong is noted with its line and column.
/// </summary>
internal sealed class ActualsCsv
{
    private static readonly string[] Columns = ["kind", "line", "month", "amount", "quantity", "denominator", "planned", "from", "currency", "document"];

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["类型"] = "kind", ["项目"] = "line", ["月份"] = "month", ["金额"] = "amount", ["数量"] = "quantity", ["分母"] = "denominator", ["计划"] = "planned",
        ["起始月份"] = "from", ["货币"] = "currency", ["单据号"] = "document",
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cost"] = "cost", ["unplannedCost"] = "unplannedCost", ["benefit"] = "benefit", ["adoption"] = "adoption", ["seats"] = "seats",
        ["retention"] = "retention", ["kpi"] = "kpi", ["baseline"] = "baseline", ["verified"] = "verified", ["renewal"] = "renewal",
        ["成本"] = "cost", ["计划外成本"] = "unplannedCost", ["收益"] = "benefit", ["使用率"] = "adoption", ["席位"] = "seats",
        ["留存"] = "retention", ["指标"] = "kpi", ["基线"] = "baseline", ["已验证"] = "verified", ["续约"] = "renewal",
    };

    private readonly Message _name;
    private readonly ProblemList _problems;
    private readonly bool _allowDuplicates;
    private readonly Currency _currency;

    /// <summary>The ids of the lines by id and by name; an id of one line goes before the name of another.</summary>
    private readonly Dictionary<string, string> _costs;
    private readonly Dictionary<string, string> _benefits;

    /// <summary>The currency of each line by its side and its id.</summary>
    private readonly Dictionary<(bool IsCost, string), Currency> _currencies = [];
    private readonly Dictionary<(string Kind, string Line, YearMonth Month, int Tenure, Money? Amount, string? Document), long> _lines = [];
    private readonly List<Actual> _actuals = [];
    private readonly List<ContractTerms> _contracts = [];

    private ActualsCsv(InvestmentCase plan, Message name, bool allowDuplicates, ProblemList problems)
    {
        _name = name;
        _problems = problems;
        _allowDuplicates = allowDuplicates;
        _currency = plan.Currency;
        foreach (CostItem cost in plan.Costs)
        {
            _currencies[(true, cost.Id.Text)] = cost.Currency;
        }

        foreach (BenefitItem benefit in plan.Benefits)
        {
            _currencies[(false, benefit.Id.Text)] = benefit.Currency == Currency.None ? plan.Currency : benefit.Currency;
        }

        _costs = Lines(plan.Costs.Select(cost => (cost.Id, cost.Name)));
        _benefits = Lines(plan.Benefits.Select(benefit => (benefit.Id, benefit.Name)));
    }

    internal IReadOnlyList<Actual> Actuals => _actuals;

    internal IReadOnlyList<ContractTerms> Contracts => _contracts;

    internal static ActualsCsv? Read(Stream stream, Message name, InvestmentCase plan, bool allowDuplicates, ProblemList problems)
    {
        string text;
        try
        {
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            problems.Add(name, null, null, Told.As("csv.notUtf8"));
            return null;
        }

        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string first = end < 0 ? text : text[..end];
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = first.Contains(',', StringComparison.Ordinal) ? "," : first.Contains('\t', StringComparison.Ordinal) ? "\t" : ";",
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        if (!parser.Read() || parser.Record is not { } header)
        {
            problems.Add(name, null, null, Told.As("csv.emptyActuals", ("header", string.Join(',', Columns[..4]))));
            return null;
        }

        var csv = new ActualsCsv(plan, name, allowDuplicates, problems);
        int[]? places = csv.Header(header);
        if (places is null)
        {
            return null;
        }

        while (parser.Read())
        {
            csv.Row(parser.Record!, parser.RawRow, header.Length, places);
        }

        return csv;
    }

    /// <summary>The place of each known column, or -1.</summary>
    private int[]? Header(string[] header)
    {
        int[] places = [.. Columns.Select(_ => -1)];
        bool isGood = true;
        for (int i = 0; i < header.Length; i++)
        {
            string column = header[i].Trim();
            column = Aliases.TryGetValue(column, out string? known) ? known : column;
            int place = Array.FindIndex(Columns, candidate => candidate.Equals(column, StringComparison.OrdinalIgnoreCase));
            if (place < 0 || places[place] >= 0)
            {
                _problems.Add(_name, 1, Place.Column(column), place < 0 ? new Message("actuals.columnUnknown", Told.Names("columns", Columns)) : Told.As("csv.columnTwice"));
                isGood = false;
                continue;
            }

            places[place] = i;
        }

        for (int i = 0; i < 4; i++)
        {
            if (places[i] < 0)
            {
                _problems.Add(_name, 1, Place.Header, Told.As("actuals.noColumn", ("column", Columns[i]), ("header", string.Join(',', Columns[..4]))));
                isGood = false;
            }
        }

        return isGood ? places : null;
    }

    private void Row(string[] record, long line, int width, int[] places)
    {
        if (record.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        if (record.Length > width)
        {
            _problems.Add(_name, line, null, CsvTable.Cells(record.Length, width));
            return;
        }

        string Cell(int column) => places[column] >= 0 && places[column] < record.Length ? record[places[column]] : "";
        if (!Kinds.TryGetValue(Cell(0), out string? kind))
        {
            _problems.Add(_name, line, Place.Column("kind"), new Message("actuals.notKind", MessageArgument.Text("value", Cell(0)), Told.Names("kinds", Kinds.Values.Distinct())));
            return;
        }

        bool isGood = MonthText.TryParse(Cell(2), out YearMonth month);
        if (!isGood)
        {
            _problems.Add(_name, line, Place.Column("month"), MonthText.NotAMonth(Cell(2)));
        }

        var numbers = new decimal?[4];
        for (int i = 0; i < numbers.Length; i++)
        {
            isGood &= Number(Cell(3 + i), line, Columns[3 + i], out numbers[i]);
        }

        bool isKnown = LineIsKnown(kind, Cell(1), line, out string name);
        isGood &= TryMoreOf(kind, name, Cell(7), Cell(8), Cell(9), line, out More more);
        isGood = isGood && NumbersFit(kind, numbers, line) && isKnown;
        if (isGood)
        {
            Add(kind, name, month, numbers, more, line);
        }
    }

    private static Dictionary<string, string> Lines(IEnumerable<(LineId Id, string Name)> lines)
    {
        (LineId Id, string Name)[] given = [.. lines];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((LineId id, string name) in given)
        {
            names.TryAdd(name, id.Text);
        }

        foreach ((LineId id, string _) in given)
        {
            names[id.Text] = id.Text;
        }

        return names;
    }

    /// <summary>What only money has: where its stretch begins, its currency, its document.</summary>
    private bool TryMoreOf(string kind, string name, string from, string currency, string document, long line, out More more)
    {
        more = new More(null, kind is "cost" or "benefit" && _currencies.TryGetValue((kind == "cost", name), out Currency own) ? own : _currency, null);
        bool isMoney = kind is "cost" or "benefit" or "unplannedCost";
        bool isGood = true;
        foreach ((string column, string cell, bool isUsed) in new[] { ("from", from, kind == "benefit"), ("currency", currency, isMoney), ("document", document, isMoney) })
        {
            if (cell.Length > 0 && !isUsed)
            {
                _problems.Add(_name, line, Place.Column(column), Told.As("actuals.unused", ("kind", kind)));
                isGood = false;
            }
        }

        if (isGood && from.Length > 0)
        {
            isGood = MonthText.TryParse(from, out YearMonth first);
            more = more with { From = first };
            if (!isGood)
            {
                _problems.Add(_name, line, Place.Column("from"), MonthText.NotAMonth(from));
            }
        }

        if (isGood && currency.Length > 0)
        {
            isGood = Currency.TryOf(currency, out Currency stated) && stated != Currency.None;
            more = more with { Currency = stated };
            if (!isGood)
            {
                _problems.Add(_name, line, Place.Column("currency"), Told.As("actuals.notCurrency", ("value", currency)));
            }
        }

        more = more with { Document = document.Length == 0 ? null : document };
        return isGood;
    }

    private readonly record struct More(YearMonth? From, Currency Currency, string? Document);

    private bool Number(string cell, long line, string column, out decimal? number)
    {
        number = null;
        if (cell.Length == 0)
        {
            return true;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (decimal.TryParse(cell, Style, CultureInfo.InvariantCulture, out decimal value))
        {
            number = value;
            return true;
        }

        _problems.Add(_name, line, Place.Column(column), Told.As("actuals.notNumber", ("value", cell)));
        return false;
    }

    private bool LineIsKnown(string kind, string given, long line, out string name)
    {
        name = given;
        if (name.Length == 0 && kind != "adoption")
        {
            _problems.Add(_name, line, Place.Column("line"), Told.As("actuals.noLine"));
            return false;
        }

        Dictionary<string, string>? known = kind switch
        {
            "cost" or "seats" or "renewal" => _costs,
            "benefit" or "retention" or "verified" => _benefits,
            "adoption" => name.Length == 0 || name == Actual.AllBenefits ? null : _benefits,
            _ => null,
        };
        if (known is not null && known.TryGetValue(given, out string? found))
        {
            name = found;
        }
        else if (known is not null)
        {
            string id = known == _costs ? "actuals.unknownCost" : "actuals.unknownBenefit";
            _problems.Add(_name, line, Place.Column("line"), new Message(id, MessageArgument.Text("name", name), Told.Quoted("names", known.Values.Distinct())));
            return false;
        }

        return true;
    }

    private bool NumbersFit(string kind, decimal?[] numbers, long line)
    {
        (bool amount, bool quantity, bool denominator, bool planned) needed = kind switch
        {
            "adoption" or "seats" => (true, false, true, false),
            "retention" => (true, true, true, true),
            "verified" or "renewal" => (false, false, false, false),
            _ => (true, false, false, false),
        };
        (bool amount, bool quantity, bool denominator, bool planned) allowed = kind switch
        {
            "cost" or "benefit" => (true, true, false, true),
            "adoption" => (true, false, true, true),
            "seats" or "kpi" or "baseline" => (true, false, true, false),
            "retention" => (true, true, true, true),
            "verified" => (false, false, false, false),
            "renewal" => (true, true, false, false),
            _ => (true, false, false, false),
        };
        bool[] must = [needed.amount, needed.quantity, needed.denominator, needed.planned];
        bool[] may = [allowed.amount, allowed.quantity, allowed.denominator, allowed.planned];
        bool isGood = true;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (must[i] && numbers[i] is null)
            {
                _problems.Add(_name, line, Place.Column(Columns[3 + i]), Told.As("actuals.needed", ("kind", kind)));
                isGood = false;
            }
            else if (!may[i] && numbers[i] is not null)
            {
                _problems.Add(_name, line, Place.Column(Columns[3 + i]), Told.As("actuals.unused", ("kind", kind)));
                isGood = false;
            }
        }

        return isGood;
    }

    private void Add(string kind, string name, YearMonth month, decimal?[] numbers, More more, long line)
    {
        decimal amount = numbers[0] ?? 0;
        try
        {
            if (kind == "renewal")
            {
                _contracts.Add(new ContractTerms(name, month.OnDayOfMonth(1), Whole(numbers[1] ?? 12, "quantity"), Whole(numbers[0] ?? 3, "amount")));
                return;
            }

            var money = new Money(amount, more.Currency);
            int tenure = kind == "retention" ? Whole(numbers[1]!.Value, "quantity") : 0;
            Actual actual = kind switch
            {
                "cost" => Actual.Cost(name, month, money, numbers[1], numbers[3], more.Document),
                "unplannedCost" => Actual.UnplannedCost(name, month, money, more.Document),
                "benefit" => Actual.Benefit(name, month, money, numbers[1], numbers[3], more.From, more.Document),
                "adoption" => Actual.Adoption(month, amount, numbers[2]!.Value, numbers[3], name.Length == 0 ? Actual.AllBenefits : name),
                "seats" => Actual.Seats(name, month, amount, numbers[2]!.Value),
                "retention" => Actual.Retention(name, month, amount, numbers[2]!.Value, tenure, numbers[3]!.Value),
                "kpi" => Actual.Kpi(name, month, amount, numbers[2]),
                "baseline" => Actual.Baseline(name, month, amount, numbers[2]),
                _ => Actual.Verified(name, month),
            };

            // Money of one line and month adds up, but for the same row again, as an upload that came twice has it.
            bool isMoney = kind is "cost" or "benefit" or "unplannedCost";
            var key = (kind, name, month, tenure, isMoney ? money : (Money?)null, more.Document);
            if (!_lines.TryAdd(key, line) && !(isMoney && _allowDuplicates))
            {
                _problems.Add(
                    _name, line, null,
                    new Message(
                        isMoney ? "actuals.repeated" : "actuals.twice", MessageArgument.Text("kind", kind), MessageArgument.Text("name", name), MessageArgument.Month("month", month),
                        MonthText.Line(_lines[key])));
                return;
            }

            _actuals.Add(actual);
        }
        catch (ProblemException e)
        {
            _problems.Add(_name, line, null, e.What);
        }
        catch (ArgumentException e)
        {
            int cut = e.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
            _problems.Add(_name, line, null, Told.Finished(cut < 0 ? e.Message : e.Message[..cut]));
        }
    }

    private static int Whole(decimal number, string column) => number == decimal.Truncate(number) && Math.Abs(number) < 10_000
        ? (int)number
        : throw new ProblemException(Told.As("actuals.notWhole", ("column", column), ("value", number.ToString(CultureInfo.InvariantCulture))));
}
