using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>Puts the observations on the lines of the case, in its currency; costs outside the plan become lines of their own.</summary>
internal sealed class ActualsRecorder
{
    private readonly InvestmentCase _plan;
    private readonly Actuals _actuals;
    private readonly ReviewMonths _months;
    private readonly List<LineRecord> _records;
    private readonly YearMonth _asked;
    private readonly int _start;
    private readonly int _goLive;
    private List<string>? _missingRates;
    private Message? _firstMissingRate;

    internal ActualsRecorder(InvestmentCase plan, Actuals actuals, ReviewMonths months, List<LineRecord> records, YearMonth asked)
    {
        _plan = plan;
        _actuals = actuals;
        _months = months;
        _records = records;
        _asked = asked;
        _start = months.IndexOf(plan.Start);
        _goLive = months.IndexOf(plan.GoLive);
    }

    internal void Record()
    {
        (Dictionary<string, LineRecord> costs, Dictionary<string, LineRecord> benefits) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        Dictionary<(bool IsCost, string), LineRecord>? byName = null;
        foreach (LineRecord record in _records)
        {
            (record.IsCost ? costs : benefits).Add(record.Id.Text, record);
            if (record.Id.Text != record.Name)
            {
                (byName ??= []).Add((record.IsCost, record.Name), record);
            }
        }

        // The observations themselves find what is there twice under one text; where a line has an id beside its name, one row may have the one and another the other.
        HashSet<(LineRecord, ActualKind, int, int)>? seen = byName is null ? null : [];
        Dictionary<(LineRecord, int), List<Actual>>? money = byName is null ? null : [];
        Dictionary<Actual, int>? repeats = _actuals.Duplicates.Count == 0 ? null : Repeats();
        var near = new NearRepeats();
        List<(LineRecord Record, int Month, Actual Row)>? inQuestion = null;
        MonthlyShare? adoption = null;
        SortedDictionary<string, List<Actual>>? unplanned = null;
        foreach (Actual row in _actuals.Rows)
        {
            if (row.Kind is ActualKind.Kpi or ActualKind.Baseline)
            {
                continue;
            }

            if (row.Kind == ActualKind.UnplannedCost)
            {
                unplanned ??= new(StringComparer.Ordinal);
                if (!unplanned.TryGetValue(row.Line, out List<Actual>? rows))
                {
                    unplanned.Add(row.Line, rows = []);
                }

                rows.Add(row);
                continue;
            }

            LineRecord? record = null;
            bool isAll = row.Kind == ActualKind.Adoption && row.Line == Actual.AllBenefits;
            bool isCost = row.Kind is ActualKind.Cost or ActualKind.Seats;
            if (!isAll && !(isCost ? costs : benefits).TryGetValue(row.Line, out record) && !(byName?.TryGetValue((isCost, row.Line), out record) ?? false))
            {
                throw Check.Wrong(
                    $"The case has no {(isCost ? "cost" : "benefit")} '{row.Line}' ({row}); a cost outside the plan is an UnplannedCost.",
                    "actuals", isCost ? "argument.unknownCost" : "argument.unknownBenefit", MessageArgument.Text("line", row.Line), MessageArgument.Month("month", row.Month));
            }

            int month = _months.IndexOf(row.Month);
            if (month < 0 || month > _months.AsOf)
            {
                if (month > _months.AsOf && row.Kind == ActualKind.Cost && row.Month <= _asked)
                {
                    record!.BookedAfterEnd += Math.Max(0, InCase(record, month, row.Cash, out _));
                }

                continue;
            }

            if (record is null)
            {
                (adoption ??= new MonthlyShare(_months.AsOf + 1, isForAll: true)).Set(month, row);
                continue;
            }

            if (row.IsMoney)
            {
                if (!record.IsCost && (IsTakenBack(row) || IsBeforeGoLive(record, month, row)))
                {
                    (inQuestion ??= []).Add((record, month, row));
                    continue;
                }

                bool isRepeat = IsRepeat(repeats, row) || (money is not null && IsThereByOtherName(money, record, month, row));
                AddMoney(record, month, row, isRepeat);
                if (!isRepeat && !record.IsCost && month >= _start)
                {
                    near.Add(record, month, row);
                }
            }
            else if (seen is not null && !seen.Add((record, row.Kind, month, row.Age)))
            {
                throw Check.Wrong(
                    $"There are two observations for {row}; this kind has one a line and month.", "actuals", "argument.twoObservations",
                    MessageArgument.Text("line", row.Line), MessageArgument.Month("month", row.Month));
            }
            else
            {
                record.Add(month, row);
            }
        }

        foreach ((LineRecord record, int month, Actual row) in inQuestion ?? [])
        {
            // What reads as a measurement taken back, or comes from before the system was in use, is none until somebody says so.
            if (month <= record.VerifiedThrough)
            {
                AddMoney(record, month, row, IsRepeat(repeats, row));
            }
            else if (IsTakenBack(row))
            {
                record.Question().AddTakenBack(month, InCase(record, month, row.Cash, out _));
            }
            else
            {
                record.Question().AddBeforeGoLive(month, InCase(record, month, row.Cash, out _));
            }
        }

        AddUnplanned(unplanned, repeats);
        foreach (LineRecord record in _records)
        {
            record.Adoption ??= record.IsCost ? null : adoption;
        }

        if (_missingRates is not null)
        {
            throw _firstMissingRate!.In(new InvalidOperationException(string.Join("; ", _missingRates)));
        }

        WithdrawRepeats(near);
        foreach (LineRecord record in _records)
        {
            RunningTotals.Resolve(record, _months);
            BookingSigns.Resolve(record, _start);
            BookingReversals.Resolve(record);
        }
    }

    private void WithdrawRepeats(NearRepeats near)
    {
        var withdrawn = new HashSet<Actual>(ByReference.Instance);
        foreach ((LineRecord record, int month, Actual row) in near.Find().ToArray())
        {
            decimal amount = InCase(record, month, row.Cash, out _);
            record.Question().AddNearlyRepeated(month, amount);
            record.Withdraw(month, row, amount);
            withdrawn.Add(row);
        }

        foreach ((LineRecord record, int month, Actual row, bool isTotal) in near.FindCorrected(withdrawn).ToArray())
        {
            decimal amount = InCase(record, month, row.Cash, out _);
            if (isTotal)
            {
                record.Question().AddTotalBeside(month, amount);
            }
            else
            {
                record.Question().AddCorrected(month, amount);
            }

            record.Withdraw(month, row, amount);
        }
    }

    private static bool IsTakenBack(Actual row) => row.ReadsAsCredit || row.ReadsAsVoid;

    private bool IsBeforeGoLive(LineRecord record, int month, Actual row) =>
        month < _goLive && month >= _start && row.Number > 0 && record.Plan.Exact(month) == 0 && !record.Plan.IsReversed;

    /// <summary>How often each row that is there twice still comes again.</summary>
    private Dictionary<Actual, int> Repeats()
    {
        var repeats = new Dictionary<Actual, int>(ByMoney.Instance);
        foreach (Actual row in _actuals.Duplicates)
        {
            repeats.TryGetValue(row, out int count);
            repeats[row] = count + 1;
        }

        return repeats;
    }

    private static bool IsRepeat(Dictionary<Actual, int>? repeats, Actual row)
    {
        if (repeats is null || !repeats.TryGetValue(row, out int left) || left == 0)
        {
            return false;
        }

        repeats[row] = left - 1;
        return true;
    }

    /// <summary>The same money under the line's id and under its name.</summary>
    private bool IsThereByOtherName(Dictionary<(LineRecord, int), List<Actual>> money, LineRecord record, int month, Actual row)
    {
        if (!money.TryGetValue((record, month), out List<Actual>? before))
        {
            money.Add((record, month), [row]);
            return false;
        }

        bool isThere = before.Exists(other => other.Line != row.Line && other.Cash == row.Cash && (other.PaperKey == row.PaperKey || other.PaperKey is null || row.PaperKey is null));
        before.Add(row);
        return !isThere || _actuals.AllowsDuplicates ? isThere : throw Actuals.Refused([row], "actuals");
    }

    private void AddMoney(LineRecord record, int month, Actual row, bool isRepeat)
    {
        decimal amount = InCase(record, month, row.Cash, out decimal unit);
        if (!record.IsCost && month < _start)
        {
            record.AddSunk(amount);
            return;
        }

        if (record.IsCost && record.Plan.IsMisread(row.Cash.Amount, amount))
        {
            // A bill of its plan is what it has without conversion, and many times one with it.
            record.Question().AddMisread(month, amount - row.Cash.Amount);
            (amount, unit) = (row.Cash.Amount, 0);
        }

        record.AddMoney(month, row, amount, row.First is { } first ? Math.Max(0, _months.IndexOf(first)) : null, isRepeat, unit);
    }

    /// <summary>An amount in the currency of the case, at the rate of the date that it takes: of the bill of its month, else the last day of the month.</summary>
    /// <param name="record">The line.</param>
    /// <param name="month">The month.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="unit">What the minor unit of the amount's currency comes to; 0 where it is the currency of the case.</param>
    private decimal InCase(LineRecord record, int month, Money amount, out decimal unit)
    {
        unit = 0;
        if (amount.Currency == _plan.Currency)
        {
            return amount.Amount;
        }

        LocalDate date = _months.MonthAt(month + 1).OnDayOfMonth(1).PlusDays(-1);
        int flows = 0;
        LocalDate own = date;
        foreach (LineFlow flow in record.Plan.Flows)
        {
            if (_months.IndexOf(flow.Date) == month)
            {
                flows++;
                own = flow.Date;
            }
        }

        date = flows == 1 ? own : date;
        if (_plan.ExchangeRates.TryGetRate(amount.Currency, _plan.Currency, date, out decimal rate))
        {
            unit = rate * new decimal(1, 0, 0, false, (byte)amount.Currency.MinorUnitDigits);
            return amount.Amount * rate;
        }

        _firstMissingRate ??= new Message(
            "argument.noRateOfActual", MessageArgument.Text("line", record.Name), MessageArgument.Month("month", _months.MonthAt(month)), amount.Currency.NameArgument("from"),
            _plan.Currency.NameArgument("to"), MessageArgument.Date("date", date));
        (_missingRates ??= []).Add(
            $"'{record.Name}', {_months.MonthAt(month).ToString("uuuu-MM", CultureInfo.InvariantCulture)}: {amount} has no exchange rate to {_plan.Currency} on or before {date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}");
        return 0;
    }

    private void AddUnplanned(SortedDictionary<string, List<Actual>>? unplanned, Dictionary<Actual, int>? repeats)
    {
        foreach (KeyValuePair<string, List<Actual>> pair in ByName(unplanned))
        {
            var record = new LineRecord(new LineId(pair.Key), pair.Key, FlowSide.Cost, new LinePlan([], _months, 0), _months, _plan.Currency);
            bool any = false;
            foreach (Actual row in pair.Value)
            {
                int month = _months.IndexOf(row.Month);
                if (month <= _months.AsOf)
                {
                    AddMoney(record, month, row, IsRepeat(repeats, row));
                    any = true;
                }
            }

            if (any)
            {
                _records.Add(record);
            }
        }
    }

    /// <summary>Money outside the plan under one name; names that differ by the month or by a number alone are one.</summary>
    private static IEnumerable<KeyValuePair<string, List<Actual>>> ByName(SortedDictionary<string, List<Actual>>? unplanned)
    {
        foreach (IGrouping<string, KeyValuePair<string, List<Actual>>> names in (unplanned ?? []).GroupBy(pair => PeriodWords.Without(pair.Key), StringComparer.Ordinal))
        {
            List<KeyValuePair<string, List<Actual>>> all = [.. names];
            if (all.Count == 1)
            {
                yield return all[0];
                continue;
            }

            yield return new(names.Key.Length > 0 && !unplanned!.ContainsKey(names.Key) ? names.Key : all[0].Key, [.. all.SelectMany(pair => pair.Value)]);
        }
    }

    private sealed class ByReference : IEqualityComparer<Actual>
    {
        internal static readonly ByReference Instance = new();

        public bool Equals(Actual? x, Actual? y) => ReferenceEquals(x, y);

        public int GetHashCode(Actual row) => row.GetHashCode();
    }

    /// <summary>Rows that say the same money of the same line, month and document, whatever else they say.</summary>
    private sealed class ByMoney : IEqualityComparer<Actual>
    {
        internal static readonly ByMoney Instance = new();

        public bool Equals(Actual? x, Actual? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.Repeats(y));

        public int GetHashCode(Actual row) => row.GetHashCode();
    }
}
