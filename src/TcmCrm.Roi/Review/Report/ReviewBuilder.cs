using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>Puts a review together: plan by month, actuals on their lines, forecasts, decisions, findings.</summary>
internal sealed class ReviewBuilder
{
    private const int MostYears = 100;

    private readonly PlanVersion _version;
    private readonly InvestmentCase _plan;
    private readonly Projection _projection;
    private readonly ReviewSettings _settings;
    private readonly YearMonth _asOf;
    private readonly YearMonth _asked;
    private readonly LocalDate _end;
    private readonly CancellationToken _cancellation;
    private readonly ReviewMonths _months;
    private readonly List<LineRecord> _records;
    private readonly Actuals _actuals;
    private List<string>? _missingRates;
    private Message? _firstMissingRate;

    internal ReviewBuilder(PlanVersion version, Actuals actuals, YearMonth asOf, ReviewSettings settings, CancellationToken cancellation)
    {
        _version = version;
        _actuals = actuals;
        _plan = version.Plan;
        _settings = settings;
        _cancellation = cancellation;
        _asked = asOf;
        YearMonth start = _plan.Start.ToYearMonth();
        if (asOf.CompareTo(start) < 0 || asOf.CompareTo(start.PlusMonths(12 * MostYears)) > 0)
        {
            throw Check.OutOfRange(nameof(asOf), asOf, $"from {start} to {MostYears} years later", new Message("range.reviewMonth", MessageArgument.Month("first", start), MessageArgument.Month("last", start.PlusMonths(12 * MostYears))));
        }

        CaseTerms terms = _plan.Terms.Or(settings.Defaults).Or(CaseTerms.Usual).OrderedFrom(_plan.Start);
        EvaluationPeriod longest = terms.Periods![terms.Periods.Count - 1];
        int extended = Math.Min(longest.Months + settings.Policy.ExtensionMonths, 12 * MostYears);
        EvaluationPeriod covered = EvaluationPeriod.Of(new PeriodBuilder { Months = extended, Days = extended == 12 * MostYears ? 0 : longest.Days }.Build());
        _projection = Projection.Of(_plan, terms, new CaseTimeline(_plan.Start, _plan.GoLive, covered), settings.MaximumCells, cancellation);

        // What comes after the longest period has no plan: it is no part of the case.
        _end = _projection.Sums.End(_projection.Periods.Count - 1);
        YearMonth last = _end.PlusDays(-1).ToYearMonth();
        _asOf = asOf > last ? last : asOf;
        _months = new ReviewMonths(First(actuals, start, _asOf), _asOf, _projection.Timeline.Grid.End.ToYearMonth(), asOf);
        _records = new List<LineRecord>(_projection.LineCount);
        RecordPlan();
        RecordActuals();
    }

    internal ReviewReport Build()
    {
        KpiObservations kpis = KpiObservations.Of(_actuals, _settings.Kpis, _asOf);
        var t = new LineScratch(_settings.Policy.ConfidenceLevel);
        int start = _months.IndexOf(_plan.Start);
        LocalDate? lastContractEnd = ContractStops.LastEnd(_records, _settings.Contracts, _projection.Timeline);
        ContractStops.Apply(lastContractEnd, _records, _settings.Contracts);
        var all = new ReviewLine[_records.Count];
        for (int i = 0; i < all.Length; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            all[i] = new ReviewLine(_records[i], start, _months, _plan.Currency, _settings.Policy, t, BaselineOf(_records[i], kpis));
        }

        IReadOnlyList<ReviewLine> lines = Array.AsReadOnly(all);
        var context = new ReviewContext(_plan, _asOf, _months, _settings, lines, kpis, _projection) { LastContractEnd = lastContractEnd };
        var outlook = new CaseOutlook(_projection, lines, _months, context, t);
        PeriodForecast[] forecasts = outlook.All();
        PeriodForecast longest = forecasts[forecasts.Length - 1];
        (Figure<Money> lower, Figure<Money> upper) = (longest.NetPresentValueLower, longest.NetPresentValueUpper);
        var decisions = new DecisionValuation(context, outlook, longest);
        DecisionValue[] values = decisions.All();
        var calendar = new ReviewCalendar(_plan.GoLive, _settings.Contracts);
        return new ReviewReport(context, _version, Array.AsReadOnly(forecasts))
        {
            PaybackDate = Review.PaybackDate.Of(_plan.Start, longest.Forecast.Payback.FirstMonths),
            DurablePaybackDate = Review.PaybackDate.Of(_plan.Start, longest.Forecast.Payback.DurableMonths),
            PlannedPaybackDate = Review.PaybackDate.Of(_plan.Start, longest.Plan.Payback.FirstMonths),
            PlannedDurablePaybackDate = Review.PaybackDate.Of(_plan.Start, longest.Plan.Payback.DurableMonths),
            NetPresentValue = longest.Forecast.NetPresentValue,
            NetPresentValueLower = lower,
            NetPresentValueUpper = upper,
            OriginalDecision = DecisionOf(
                lower.GetValueOrDefault(longest.BenefitLower - longest.CostUpper), upper.GetValueOrDefault(longest.BenefitUpper - longest.CostLower)),
            Decisions = Array.AsReadOnly(values),
            Recommendation = decisions.Recommendation,
            Warnings = Array.AsReadOnly(Warnings(kpis)),
            Findings = Array.AsReadOnly(Examine(context)),
            Register = Array.AsReadOnly(lines.Where(line => line.Benefit is not null).ToArray()),
            NextReview = calendar.NextAfter(_months.MonthAt(_months.Asked + 1).OnDayOfMonth(1)),
        };
    }

    /// <summary>By what documents print: a limit of less than half a minor unit is nothing.</summary>
    private static OriginalDecision DecisionOf(Money lower, Money upper) =>
        lower.RoundToMinorUnit().Amount >= 0 ? OriginalDecision.Stands
        : upper.RoundToMinorUnit().Amount >= 0 ? OriginalDecision.Doubtful
        : OriginalDecision.DoesNotStand;

    private static YearMonth First(Actuals actuals, YearMonth start, YearMonth asOf)
    {
        YearMonth first = start;
        foreach (Actual row in actuals.Rows)
        {
            first = row.IsMoney && row.Month.CompareTo(first) < 0 && row.Month.CompareTo(asOf) <= 0 ? row.Month : first;
        }

        return first;
    }

    private static Finding[] Ranked(IReadOnlyList<Finding> found) =>
    [
        .. found.OrderByDescending(finding => finding.AtStake.Amount)
            .ThenByDescending(finding => finding.PerMonth.Amount)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
            .ThenBy(finding => finding.Subject, StringComparer.Ordinal),
    ];

    private static decimal? BaselineOf(LineRecord record, KpiObservations kpis) =>
        record.Benefit is null ? null : kpis.BaselineOf(record.Id.Text) ?? kpis.BaselineOf(record.Name);

    private void RecordPlan()
    {
        LineFlow[][] flows = _projection.AllFlows();
        for (int i = 0; i < flows.Length; i++)
        {
            LinePlan plan = new LinePlan(flows[i], _months, _plan.Currency.MinorUnitDigits);
            _records.Add(_projection.BenefitOf(i) is { } benefit
                ? new LineRecord(benefit.Id, benefit.Name, _projection.SideOf(i), plan, _months, _plan.Currency) { Benefit = benefit }
                : new LineRecord(_plan.Costs[i].Id, _plan.Costs[i].Name, FlowSide.Cost, plan, _months, _plan.Currency) { Cost = _plan.Costs[i] });
        }
    }

    private void RecordActuals()
    {
        var byId = new Dictionary<(bool IsCost, string), LineRecord>(_records.Count);
        Dictionary<(bool IsCost, string), LineRecord>? byName = null;
        foreach (LineRecord record in _records)
        {
            byId.Add((record.IsCost, record.Id.Text), record);
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
            if (!isAll && !byId.TryGetValue((isCost, row.Line), out record) && !(byName?.TryGetValue((isCost, row.Line), out record) ?? false))
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
                bool isRepeat = IsRepeat(repeats, row) || (money is not null && IsThereByOtherName(money, record, month, row));
                AddMoney(record, month, row, isRepeat);
                if (!isRepeat && !record.IsCost && row.Month >= _plan.Start.ToYearMonth())
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

        AddUnplanned(unplanned, repeats);
        foreach (LineRecord record in _records)
        {
            record.Adoption ??= record.IsCost ? null : adoption;
        }

        if (_missingRates is not null)
        {
            throw _firstMissingRate!.In(new InvalidOperationException(string.Join("; ", _missingRates)));
        }

        foreach ((LineRecord record, int month, Actual row) in near.Find().ToArray())
        {
            record.Withdraw(month, row, InCase(record, month, row.Cash, out _));
        }

        foreach (LineRecord record in _records)
        {
            RunningTotals.Resolve(record, _months);
        }
    }

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

        bool isThere = before.Exists(other => other.Line != row.Line && other.Cash == row.Cash && (other.Paper == row.Paper || other.Paper is null || row.Paper is null));
        before.Add(row);
        return !isThere || _actuals.AllowsDuplicates ? isThere : throw Actuals.Refused([row], "actuals");
    }

    private void AddMoney(LineRecord record, int month, Actual row, bool isRepeat)
    {
        decimal amount = InCase(record, month, row.Cash, out decimal unit);
        if (!record.IsCost && row.Month < _plan.Start.ToYearMonth())
        {
            record.AddSunk(amount);
            return;
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
        foreach (KeyValuePair<string, List<Actual>> pair in unplanned ?? [])
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

    private Message[] Warnings(KpiObservations kpis)
    {
        var warnings = new List<Message>();
        foreach (LineRecord record in _records)
        {
            if (record.Sunk != 0)
            {
                warnings.Add(new Message(
                    record.IsCost ? "sunkCost" : "benefitBeforeStart",
                    MessageArgument.Line("line", record.Id, record.Name),
                    MessageArgument.Money("amount", new Money(record.Sunk, _plan.Currency).RoundToMinorUnit()),
                    MessageArgument.Date("start", _plan.Start)));
            }
        }

        if (_asked > _asOf)
        {
            int after = _actuals.Rows.Count(row => row.IsMoney && row.Month > _asOf && row.Month <= _asked);
            warnings.Add(new Message(
                after == 0 ? "caseEnded" : "caseEnded.rows",
                MessageArgument.Date("end", _end.PlusDays(-1)), MessageArgument.Month("month", _asOf), MessageArgument.Number("rows", after)));
        }

        int later = 0;
        YearMonth last = _asked;
        foreach (Actual row in _actuals.Rows)
        {
            if (row.IsMoney && row.Month > _asked)
            {
                later++;
                last = row.Month > last ? row.Month : last;
            }
        }

        if (later > 0)
        {
            warnings.Add(new Message(
                "laterRows", MessageArgument.Number("rows", later), MessageArgument.Month("last", last), MessageArgument.Month("month", _asked)));
        }

        foreach (string id in kpis.Unknown)
        {
            warnings.Add(new Message("unknownKpi.ofHost", MessageArgument.Text("kpi", id)));
        }

        return [.. warnings];
    }

    /// <summary>Rows that say the same money of the same line, month and document, whatever else they say.</summary>
    private sealed class ByMoney : IEqualityComparer<Actual>
    {
        internal static readonly ByMoney Instance = new();

        public bool Equals(Actual? x, Actual? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.Repeats(y));

        public int GetHashCode(Actual row) => row.GetHashCode();
    }

    private Finding[] Examine(ReviewContext context)
    {
        foreach (IReviewRule rule in _settings.Rules)
        {
            _cancellation.ThrowIfCancellationRequested();
            // A rule may look at what was found before it, so its own findings are taken together.
            foreach (Finding finding in rule.Examine(context).ToArray())
            {
                context.Add(finding);
            }
        }

        return Ranked(context.Found);
    }
}
