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
    private readonly ReviewMonths _months;
    private readonly List<LineRecord> _records;
    private readonly Actuals _actuals;

    internal ReviewBuilder(PlanVersion version, Actuals actuals, YearMonth asOf, ReviewSettings settings)
    {
        _version = version;
        _actuals = actuals;
        _plan = version.Plan;
        _settings = settings;
        _asOf = asOf;
        YearMonth start = _plan.Start.ToYearMonth();
        if (asOf.CompareTo(start) < 0 || asOf.CompareTo(start.PlusMonths(12 * MostYears)) > 0)
        {
            throw Check.OutOfRange(nameof(asOf), asOf, $"from {start} to {MostYears} years later");
        }

        CaseTerms terms = _plan.Terms.Or(settings.Defaults).Or(CaseTerms.Usual).OrderedFrom(_plan.Start);
        EvaluationPeriod longest = terms.Periods![terms.Periods.Count - 1];
        int extended = Math.Min(longest.Months + settings.Policy.ExtensionMonths, 12 * MostYears);
        EvaluationPeriod covered = EvaluationPeriod.Of(new PeriodBuilder { Months = extended, Days = extended == 12 * MostYears ? 0 : longest.Days }.Build());
        _projection = Projection.Of(_plan, terms, new CaseTimeline(_plan.Start, _plan.GoLive, covered));
        _months = new ReviewMonths(First(actuals, start, asOf), asOf, _projection.Timeline.Grid.End.ToYearMonth());
        _records = new List<LineRecord>(_projection.LineCount);
        RecordPlan();
        RecordActuals();
    }

    internal ReviewReport Build()
    {
        KpiObservations kpis = KpiObservations.Of(_actuals, _settings.Kpis, _asOf);
        IReadOnlyList<ReviewLine> lines = Array.AsReadOnly(_records
            .Select(record => new ReviewLine(record, _months, _plan.Currency, _settings.Policy, BaselineOf(record, kpis)))
            .ToArray());
        var context = new ReviewContext(_plan, _asOf, _months, _settings, lines, kpis);
        var outlook = new CaseOutlook(_projection, lines, _months, context);
        var forecasts = new PeriodForecast[_projection.Periods.Count];
        for (int i = 0; i < forecasts.Length; i++)
        {
            forecasts[i] = outlook.Over(i);
        }

        PeriodForecast longest = forecasts[forecasts.Length - 1];
        (Figure<Money> lower, Figure<Money> upper) = outlook.NetPresentValueLimits(longest.Forecast, forecasts.Length - 1);
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
            Decisions = Array.AsReadOnly(new DecisionValuation(context, new ComingMonths(outlook.Counted, _months, longest.Plan.End), longest).All()),
            Findings = Array.AsReadOnly(Examine(context)),
            Register = Array.AsReadOnly(lines.Where(line => line.Benefit is not null).ToArray()),
            NextReview = calendar.NextAfter(context.Today),
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
            first = Actuals.AddsUp(row.Kind) && row.Month.CompareTo(first) < 0 && row.Month.CompareTo(asOf) <= 0 ? row.Month : first;
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

        // The observations themselves refuse two of one text; where a line has an id beside its name, one row may have the one and another the other.
        HashSet<(LineRecord, ActualKind, int, int)>? seen = byName is null ? null : [];
        MonthlyShare? adoption = null;
        var unplanned = new SortedDictionary<string, List<Actual>>(StringComparer.Ordinal);
        foreach (Actual row in _actuals.Rows)
        {
            if (row.Kind is ActualKind.Kpi or ActualKind.Baseline)
            {
                continue;
            }

            if (row.Kind == ActualKind.UnplannedCost)
            {
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
                throw new ArgumentException(
                    $"The case has no {(isCost ? "cost" : "benefit")} '{row.Line}' ({row}); a cost outside the plan is an UnplannedCost.",
                    "actuals");
            }

            int month = _months.IndexOf(row.Month);
            if (month < 0 || month > _months.AsOf)
            {
                continue;
            }

            if (record is not null)
            {
                if (seen is not null && !Actuals.AddsUp(row.Kind) && !seen.Add((record, row.Kind, month, row.Tenure)))
                {
                    throw new ArgumentException($"There are two observations for {row}; this kind has one a line and month.", "actuals");
                }

                record.Add(month, row);
            }
            else
            {
                (adoption ??= new MonthlyShare(_months.AsOf + 1, isForAll: true)).Set(month, row);
            }
        }

        AddUnplanned(unplanned);
        foreach (LineRecord record in _records)
        {
            record.Adoption ??= record.IsCost ? null : adoption;
        }
    }

    private void AddUnplanned(SortedDictionary<string, List<Actual>> unplanned)
    {
        foreach (KeyValuePair<string, List<Actual>> pair in unplanned)
        {
            var record = new LineRecord(new LineId(pair.Key), pair.Key, FlowSide.Cost, new LinePlan([], _months, 0), _months, _plan.Currency);
            bool any = false;
            foreach (Actual row in pair.Value)
            {
                int month = _months.IndexOf(row.Month);
                if (month <= _months.AsOf)
                {
                    record.Add(month, row);
                    any = true;
                }
            }

            if (any)
            {
                _records.Add(record);
            }
        }
    }

    private Finding[] Examine(ReviewContext context)
    {
        foreach (IReviewRule rule in _settings.Rules)
        {
            // A rule may look at what was found before it, so its own findings are taken together.
            foreach (Finding finding in rule.Examine(context).ToArray())
            {
                context.Add(finding);
            }
        }

        return Ranked(context.Found);
    }
}
