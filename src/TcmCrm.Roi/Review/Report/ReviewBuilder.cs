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
        new ActualsRecorder(_plan, actuals, _months, _records, _asked).Record();
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

        RecurringMoney.Join(all, start, _months.AsOf);
        IReadOnlyList<ReviewLine> lines = Array.AsReadOnly(all);
        var context = new ReviewContext(_plan, _asOf, _months, _settings, lines, kpis, _projection) 
        {
            LastContractEnd = lastContractEnd,
            OthersGoOn = lastContractEnd is { } end && ContractStops.OthersGoOn(_records, _settings.Contracts, end),
        };
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
