using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Review;

/// <summary>The plan and the forecast as projections, and how far what is to come may lie off.</summary>
internal sealed class CaseOutlook
{
    private readonly ReviewContext _context;
    private readonly ReviewMonths _months;

    internal CaseOutlook(Projection plan, IReadOnlyList<ReviewLine> lines, ReviewMonths months, ReviewContext context, LineScratch t)
    {
        _months = months;
        Lines = new LineOutlook[lines.Count];
        var rows = new IReadOnlyList<LineFlow>[lines.Count];
        var added = new List<ProjectionLine>();
        var scratch = new LineOutlook.Scratch(months, plan.Periods.Count);
        for (int i = 0; i < lines.Count; i++)
        {
            Lines[i] = lines[i].IsCost
                ? new CostOutlook(lines[i], plan.Timeline, months, scratch, t, Coming.BillsBeyondCase(context, lines[i]))
                : new BenefitOutlook(lines[i], plan.Timeline, months, scratch, context.Policy);
            rows[i] = Lines[i].Rows;
            if (lines[i].IsUnplanned)
            {
                added.Add(new ProjectionLine(lines[i].Id, lines[i].Name, FlowSide.Cost));
            }
        }

        bool countsLongTerm = context.Settings.IncludeLongTerm;
        Forecast = plan.With(rows, added, countsLongTerm);
        Plan = countsLongTerm && lines.Any(line => line.IsLongTerm) ? plan.With([.. lines.Where(line => !line.IsUnplanned).Select(line => line.Plan.Flows)], [], countsLongTerm) : plan;
        _context = context;
        int last = plan.Periods.Count - 1;
        for (int i = 0; i < lines.Count; i++)
        {
            lines[i].Forecast = new Money(Forecast.Sums.Total(i, last), plan.Case.Currency);
        }
    }

    internal Projection Plan { get; }

    internal Projection Forecast { get; }

    internal LineOutlook[] Lines { get; }

    /// <summary>The lines that count in totals: without the long-term block unless the review counts it.</summary>
    internal IEnumerable<LineOutlook> Counted => Lines.Where(line => _context.Counts(line.Line));

    /// <summary>The forecast of every evaluation period, the shortest first.</summary>
    internal PeriodForecast[] All()
    {
        var sums = new PeriodSums[Plan.Periods.Count];
        var ranges = new ForecastRange[sums.Length];
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Counts(i))
            {
                Lines[i].Over(Forecast.Sums, i, ranges);
                for (int period = 0; period < sums.Length; period++)
                {
                    sums[period].Add(ranges[period], Lines[i].Line.IsCost);
                }
            }
        }

        var forecasts = new PeriodForecast[sums.Length];
        for (int period = 0; period < sums.Length; period++)
        {
            forecasts[period] = Over(period, sums[period]);
        }

        return forecasts;
    }

    private PeriodForecast Over(int period, in PeriodSums sums)
    {
        NodaTime.LocalDate end = Plan.Sums.End(period);
        Currency currency = Plan.Case.Currency;
        var forecast = new PeriodResult(Forecast, period);
        return new PeriodForecast(
            end <= _months.FirstAfter,
            new PeriodResult(Plan, period),
            forecast,
            (new Money(sums.CostLower, currency), new Money(sums.CostUpper, currency)),
            (new Money(sums.BenefitLower, currency), new Money(sums.BenefitUpper, currency)))
        {
            Booked = new Money(sums.Booked, currency),
            Accrued = new Money(sums.Accrued, currency),
            UnmeasuredShare = sums.Due > 0 ? Math.Min(1, Math.Max(0, sums.Unmeasured / sums.Due)) : 0,
            NetPresentValueLower = Moved(forecast.NetPresentValue, -sums.Fall),
            NetPresentValueUpper = Moved(forecast.NetPresentValue, sums.Rise),
        };
    }

    private bool Counts(int line) => _context.Counts(Lines[line].Line);

    private static Figure<Money> Moved(Figure<Money> value, double by) =>
        !value.TryGetValue(out Money money) ? value
        : MoneyConversion.Scaled(new Money(1, money.Currency), by).TryGetValue(out Money change) ? Figure.Of(money + change)
        : Figure.NotApplicable<Money>(NotApplicableReason.OutOfRange);

    /// <summary>Sums over the lines that count, of one period.</summary>
    private struct PeriodSums
    {
        internal decimal CostLower;
        internal decimal CostUpper;
        internal decimal BenefitLower;
        internal decimal BenefitUpper;
        internal decimal Booked;
        internal decimal Accrued;
        internal decimal Unmeasured;
        internal decimal Due;
        internal double Fall;
        internal double Rise;

        internal void Add(in ForecastRange range, bool isCost)
        {
            double below = (double)(range.Total - range.Lower) * range.Discount;
            double above = (double)(range.Upper - range.Total) * range.Discount;
            if (isCost)
            {
                CostLower += range.Lower;
                CostUpper += range.Upper;
                Booked += range.Total - range.Coming - range.Accrued;
                Accrued += range.Accrued;
                Fall += above;
                Rise += below;
            }
            else
            {
                BenefitLower += range.Lower;
                BenefitUpper += range.Upper;
                Unmeasured += range.Unmeasured;
                Due += range.Due;
                Fall += below;
                Rise += above;
            }
        }
    }
}
