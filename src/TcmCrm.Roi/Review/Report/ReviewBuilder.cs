using System.Collections.ObjectModel;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>Puts a review together: plan by month, actuals on their lines, forecasts, decisions, findings.</summary>
internal sealed class ReviewBuilder
{
    private const int MostYears = 100;

    private readonly PlanVersion _version;
    private readonly InvestmentCase _plan;
    private readonly ReviewSettings _settings;
    private readonly YearMonth _asOf;
    private readonly ReviewMonths _months;
    private readonly PeriodEnd[] _ends;
    private readonly List<LineRecord> _records = [];
    private readonly List<Actual> _kpiRows = [];

    internal ReviewBuilder(PlanVersion version, Actuals actuals, YearMonth asOf, ReviewSettings settings)
    {
        _version = version;
        _plan = version.Plan;
        _settings = settings;
        _asOf = asOf;
        YearMonth start = _plan.Start.ToYearMonth();
        if (asOf.CompareTo(start) < 0 || asOf.CompareTo(start.PlusMonths(12 * MostYears)) > 0)
        {
            throw Check.OutOfRange(nameof(asOf), asOf, $"from {start} to {MostYears} years later");
        }

        IReadOnlyList<EvaluationPeriod> periods = _plan.Terms.Or(CaseTerms.Usual).Periods!;
        EvaluationPeriod longest = periods[periods.Count - 1];
        int extended = Math.Min(longest.Months + settings.Policy.ExtensionMonths, 12 * MostYears);
        EvaluationPeriod covered = EvaluationPeriod.Of(new PeriodBuilder { Months = extended, Days = extended == 12 * MostYears ? 0 : longest.Days }.Build());
        _months = new ReviewMonths(First(actuals, start, asOf), asOf, covered.EndFrom(_plan.Start).ToYearMonth());
        _ends = [.. periods.Select(period => new PeriodEnd(period, period.EndFrom(_plan.Start), _months))];
        RecordPlan(new CaseTimeline(_plan.Start, _plan.GoLive, covered));
        RecordActuals(actuals);
    }

    internal ReviewReport Build()
    {
        KpiObservations kpis = KpiObservations.Of(_kpiRows, _settings, _asOf);
        PeriodEnd last = _ends[_ends.Length - 1];
        IReadOnlyList<ReviewLine> lines = Array.AsReadOnly(_records
            .Select(record => new ReviewLine(record, _months, _plan.Currency, _settings.Policy, (last, _ends.Length - 1), BaselineOf(record, kpis)))
            .ToArray());
        var context = new ReviewContext(_plan, _asOf, _months, _settings, lines, kpis);
        ReviewLine[] counted = [.. lines.Where(line => _settings.IncludeLongTerm || !line.IsLongTerm)];
        ReadOnlyCollection<PeriodForecast> forecasts = Array.AsReadOnly(_ends.Select((end, i) => ForecastOf(counted, end, i)).ToArray());
        PeriodForecast longest = forecasts[forecasts.Count - 1];
        var flows = new ExpectedFlows(counted, _months, _months.AsOf);
        int end = last.IsMonthStart ? last.Month : last.Month + 1;
        Money value = NetPresentValueAtStart.Of(_plan, flows, end);
        Money below = longest.Forecast.Benefit - longest.BenefitLower + (longest.CostUpper - longest.Forecast.Cost);
        Money above = longest.BenefitUpper - longest.Forecast.Benefit + (longest.Forecast.Cost - longest.CostLower);
        var calendar = new ReviewCalendar(_plan.GoLive, _settings.Contracts);
        return new ReviewReport(context, _version, forecasts)
        {
            PaybackDate = Review.PaybackDate.Of(flows.Cost, flows.Benefit, _months, end, durable: false),
            DurablePaybackDate = Review.PaybackDate.Of(flows.Cost, flows.Benefit, _months, end, durable: true),
            PlannedPaybackDate = Review.PaybackDate.Of(flows.PlannedCost, flows.PlannedBenefit, _months, end, durable: false),
            NetPresentValue = value,
            NetPresentValueLower = value - below,
            NetPresentValueUpper = value + above,
            OriginalDecision = (value - below).Amount >= 0 ? OriginalDecision.Stands
                : (value + above).Amount >= 0 ? OriginalDecision.Doubtful
                : OriginalDecision.DoesNotStand,
            Decisions = Array.AsReadOnly(new DecisionValuation(context, flows, _months, end, longest).All()),
            Findings = Array.AsReadOnly(Examine(context)),
            Register = Array.AsReadOnly(lines.Where(line => line.Benefit is not null).ToArray()),
            NextReview = calendar.NextAfter(context.Today),
        };
    }

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

    private void RecordPlan(CaseTimeline timeline)
    {
        var recorder = new PlanRecorder(timeline, _plan.Currency, _plan.ExchangeRates, _months, _ends);
        foreach (CostItem cost in _plan.Costs)
        {
            _records.Add(new LineRecord(cost.Id, cost.Name, LineSide.Cost, recorder.Plan(cost), _months) { Cost = cost });
        }

        foreach (BenefitItem benefit in _plan.Benefits)
        {
            LinePlan plan = benefit.Basis.IsMonetised ? recorder.Plan(benefit) : LinePlan.Nothing(_months.Count, _ends.Length);
            _records.Add(new LineRecord(benefit.Id, benefit.Name, LineSide.Benefit, plan, _months) { Benefit = benefit });
        }
    }

    private void RecordActuals(Actuals actuals)
    {
        var byId = new Dictionary<(LineSide, string), LineRecord>();
        var byName = new Dictionary<(LineSide, string), LineRecord>();
        foreach (LineRecord record in _records)
        {
            byId.Add((record.Side, record.Id.Text), record);
            byName.Add((record.Side, record.Name), record);
        }

        var seen = new HashSet<(LineRecord, ActualKind, int, int)>();
        MonthlyShare? adoption = null;
        var unplanned = new SortedDictionary<string, List<Actual>>(StringComparer.Ordinal);
        foreach (Actual row in actuals.Rows)
        {
            if (row.Kind is ActualKind.Kpi or ActualKind.Baseline)
            {
                _kpiRows.Add(row);
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
            LineSide side = row.Kind is ActualKind.Cost or ActualKind.Seats ? LineSide.Cost : LineSide.Benefit;
            if (!isAll && !byId.TryGetValue((side, row.Line), out record) && !byName.TryGetValue((side, row.Line), out record))
            {
                throw new ArgumentException(
                    $"The case has no {(side == LineSide.Cost ? "cost" : "benefit")} '{row.Line}' ({row}); a cost outside the plan is an UnplannedCost.",
                    nameof(actuals));
            }

            int month = _months.IndexOf(row.Month);
            if (month < 0 || month > _months.AsOf)
            {
                continue;
            }

            if (record is not null)
            {
                // The observations themselves refuse this of one text; one row may have the id of a line and another its name.
                if (!Actuals.AddsUp(row.Kind) && !seen.Add((record, row.Kind, month, row.Tenure)))
                {
                    throw new ArgumentException($"There are two observations for {row}; this kind has one a line and month.", nameof(actuals));
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
            record.Adoption ??= record.Side == LineSide.Benefit ? adoption : null;
        }
    }

    private void AddUnplanned(SortedDictionary<string, List<Actual>> unplanned)
    {
        foreach (KeyValuePair<string, List<Actual>> pair in unplanned)
        {
            var record = new LineRecord(new LineId(pair.Key), pair.Key, LineSide.Cost, LinePlan.Nothing(_months.Count, _ends.Length), _months);
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

    private PeriodForecast ForecastOf(ReviewLine[] lines, PeriodEnd end, int place)
    {
        decimal[,] sums = new decimal[2, 4];
        foreach (ReviewLine line in lines)
        {
            LineForecast forecast = LineForecast.Of(line, end, place, _months.AsOf, _plan.Currency.MinorUnitDigits);
            int side = (int)line.Side;
            decimal partial = end.IsMonthStart ? 0 : line.Plan.In(end.Month) * line.Plan.ShareBeforeEnd(place);
            sums[side, 0] += line.Plan.Through(end.Month - 1) + decimal.Round(partial, _plan.Currency.MinorUnitDigits, MidpointRounding.AwayFromZero);
            sums[side, 1] += forecast.Estimate;
            sums[side, 2] += forecast.Lower;
            sums[side, 3] += forecast.Upper;
        }

        Money Of(LineSide side, int figure) => new(sums[(int)side, figure], _plan.Currency);
        return new PeriodForecast(
            end.Period,
            end.Month <= _months.AsOf || (end.Month == _months.AsOf + 1 && end.IsMonthStart),
            new ReviewTotals(Of(LineSide.Cost, 0), Of(LineSide.Benefit, 0)),
            new ReviewTotals(Of(LineSide.Cost, 1), Of(LineSide.Benefit, 1)),
            (Of(LineSide.Cost, 2), Of(LineSide.Cost, 3)),
            (Of(LineSide.Benefit, 2), Of(LineSide.Benefit, 3)));
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
