using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Review;

/// <summary>The plan and the forecast as projections, and how far what is to come may lie off.</summary>
internal sealed class CaseOutlook
{
    private readonly ReviewContext _context;
    private readonly ReviewMonths _months;

    internal CaseOutlook(Projection plan, IReadOnlyList<ReviewLine> lines, ReviewMonths months, ReviewContext context, Quantiles t)
    {
        _months = months;
        Lines = new LineOutlook[lines.Count];
        var rows = new IReadOnlyList<LineFlow>[lines.Count];
        var added = new List<ProjectionLine>();
        var scratch = new LineOutlook.Scratch(months);
        for (int i = 0; i < lines.Count; i++)
        {
            Lines[i] = lines[i].IsCost
                ? new CostOutlook(lines[i], plan.Timeline, months, scratch, t)
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

    internal PeriodForecast Over(int period)
    {
        NodaTime.LocalDate end = Plan.Sums.End(period);
        Currency currency = Plan.Case.Currency;
        (decimal costLower, decimal costUpper, decimal benefitLower, decimal benefitUpper) = (0, 0, 0, 0);
        (decimal booked, decimal accrued, decimal unmeasured, decimal due) = (0, 0, 0, 0);
        (double fall, double rise) = (0, 0);
        for (int i = 0; i < Lines.Length; i++)
        {
            if (!Counts(i))
            {
                continue;
            }

            ForecastRange range = Lines[i].Over(Forecast.Sums.Total(i, period), end, Forecast.Sums.Axis);
            double below = (double)(range.Total - range.Lower) * range.Discount;
            double above = (double)(range.Upper - range.Total) * range.Discount;
            if (Lines[i].Line.IsCost)
            {
                costLower += range.Lower;
                costUpper += range.Upper;
                booked += range.Total - range.Coming - range.Accrued;
                accrued += range.Accrued;
                (fall, rise) = (fall + above, rise + below);
            }
            else
            {
                benefitLower += range.Lower;
                benefitUpper += range.Upper;
                unmeasured += range.Unmeasured;
                due += range.Due;
                (fall, rise) = (fall + below, rise + above);
            }
        }

        var forecast = new PeriodResult(Forecast, period);
        return new PeriodForecast(
            end <= _months.FirstAfter,
            new PeriodResult(Plan, period),
            forecast,
            (new Money(costLower, currency), new Money(costUpper, currency)),
            (new Money(benefitLower, currency), new Money(benefitUpper, currency)))
        {
            Booked = new Money(booked, currency),
            Accrued = new Money(accrued, currency),
            UnmeasuredShare = due > 0 ? Math.Min(1, Math.Max(0, unmeasured / due)) : 0,
            NetPresentValueLower = Moved(forecast.NetPresentValue, -fall),
            NetPresentValueUpper = Moved(forecast.NetPresentValue, rise),
        };
    }

    private bool Counts(int line) => _context.Counts(Lines[line].Line);

    private static Figure<Money> Moved(Figure<Money> value, double by) =>
        !value.TryGetValue(out Money money) ? value
        : MoneyConversion.Scaled(new Money(1, money.Currency), by).TryGetValue(out Money change) ? Figure.Of(money + change)
        : Figure.NotApplicable<Money>(NotApplicableReason.OutOfRange);
}
