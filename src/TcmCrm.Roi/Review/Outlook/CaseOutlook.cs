using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Review;

/// <summary>The plan and the forecast as projections, and how far what is to come may lie off.</summary>
internal sealed class CaseOutlook
{
    private readonly ReviewContext _context;
    private readonly ReviewMonths _months;
    private readonly decimal[] _byMonth;

    internal CaseOutlook(Projection plan, IReadOnlyList<ReviewLine> lines, ReviewMonths months, ReviewContext context)
    {
        _months = months;
        _byMonth = new decimal[months.Count - months.AsOf - 1];
        Lines = new LineOutlook[lines.Count];
        var rows = new IReadOnlyList<LineFlow>[lines.Count];
        var added = new List<ProjectionLine>();
        var scratch = new LineOutlook.Scratch(months);
        for (int i = 0; i < lines.Count; i++)
        {
            Lines[i] = new LineOutlook(lines[i], plan.Timeline, months, scratch);
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
        (decimal costLower, decimal costUpper, decimal benefitLower, decimal benefitUpper) = (0m, 0m, 0m, 0m);
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Counts(i))
            {
                (decimal lower, decimal upper, _) = Lines[i].Range(Forecast.Sums.Total(i, period), end, _months, _byMonth);
                if (Lines[i].Line.IsCost)
                {
                    costLower += lower;
                    costUpper += upper;
                }
                else
                {
                    benefitLower += lower;
                    benefitUpper += upper;
                }
            }
        }

        return new PeriodForecast(
            end <= _months.FirstAfter,
            new PeriodResult(Plan, period),
            new PeriodResult(Forecast, period),
            (new Money(costLower, currency), new Money(costUpper, currency)),
            (new Money(benefitLower, currency), new Money(benefitUpper, currency)));
    }

    /// <summary>The limits of the net present value of a period, each line's share of its range discounted as its flows are.</summary>
    internal (Figure<Money> Lower, Figure<Money> Upper) NetPresentValueLimits(PeriodResult result, int period)
    {
        NodaTime.LocalDate end = Plan.Sums.End(period);
        (double fall, double rise) = (0, 0);
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Counts(i))
            {
                decimal total = Forecast.Sums.Total(i, period);
                (decimal lower, decimal upper, decimal planned) = Lines[i].Range(total, end, _months, _byMonth);
                double discount = lower == upper ? 0 : Lines[i].DiscountOf(end, Forecast.Sums.Axis, planned);
                fall += (double)(Lines[i].Line.IsCost ? upper - total : total - lower) * discount;
                rise += (double)(Lines[i].Line.IsCost ? total - lower : upper - total) * discount;
            }
        }

        return (Moved(result.NetPresentValue, -fall), Moved(result.NetPresentValue, rise));
    }

    private bool Counts(int line) => _context.Counts(Lines[line].Line);

    private static Figure<Money> Moved(Figure<Money> value, double by) =>
        !value.TryGetValue(out Money money) ? value
        : MoneyConversion.Scaled(new Money(1, money.Currency), by).TryGetValue(out Money change) ? Figure.Of(money + change)
        : Figure.NotApplicable<Money>(NotApplicableReason.OutOfRange);
}
