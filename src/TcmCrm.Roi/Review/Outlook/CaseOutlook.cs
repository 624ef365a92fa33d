using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Review;

/// <summary>The plan and the forecast as projections, and how far what is to come may lie off.</summary>
internal sealed class CaseOutlook
{
    private readonly ReviewMonths _months;
    private readonly decimal[] _byMonth;

    internal CaseOutlook(Projection plan, IReadOnlyList<ReviewLine> lines, ReviewMonths months, ReviewContext context)
    {
        _months = months;
        _byMonth = new decimal[months.Count];
        Lines = new LineOutlook[lines.Count];
        var rows = new LineFlow[lines.Count][];
        var added = new List<ProjectionLine>();
        var scratch = new List<LineFlow>(months.Count);
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
        Counted = [.. Lines.Where(line => context.Counts(line.Line))];
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
    internal LineOutlook[] Counted { get; }

    internal PeriodForecast Over(int period)
    {
        NodaTime.LocalDate end = Plan.Sums.End(period);
        Currency currency = Plan.Case.Currency;
        (decimal costBelow, decimal costAbove, decimal benefitBelow, decimal benefitAbove) = (0m, 0m, 0m, 0m);
        foreach (LineOutlook line in Counted)
        {
            (_, decimal below, decimal above) = line.Range(end, _months, _byMonth);
            if (line.Line.IsCost)
            {
                costBelow += below;
                costAbove += above;
            }
            else
            {
                benefitBelow += below;
                benefitAbove += above;
            }
        }

        var forecast = new PeriodResult(Forecast, period);
        return new PeriodForecast(
            end <= _months.FirstAfter,
            new PeriodResult(Plan, period),
            forecast,
            (forecast.TotalCost - new Money(costBelow, currency), forecast.TotalCost + new Money(costAbove, currency)),
            (forecast.TotalBenefit - new Money(benefitBelow, currency), forecast.TotalBenefit + new Money(benefitAbove, currency)));
    }

    /// <summary>The limits of the net present value of a period, each line's share of its range discounted as its flows are.</summary>
    internal (Figure<Money> Lower, Figure<Money> Upper) NetPresentValueLimits(PeriodResult result, int period)
    {
        NodaTime.LocalDate end = Plan.Sums.End(period);
        (double fall, double rise) = (0, 0);
        foreach (LineOutlook line in Counted)
        {
            (decimal rest, decimal below, decimal above) = line.Range(end, _months, _byMonth);
            double discount = line.DiscountOf(end, Forecast.Sums.Axis, rest);
            fall += (double)(line.Line.IsCost ? above : below) * discount;
            rise += (double)(line.Line.IsCost ? below : above) * discount;
        }

        return (Moved(result.NetPresentValue, -fall), Moved(result.NetPresentValue, rise));
    }

    private static Figure<Money> Moved(Figure<Money> value, double by) =>
        !value.TryGetValue(out Money money) ? value
        : MoneyConversion.Scaled(new Money(1, money.Currency), by).TryGetValue(out Money change) ? Figure.Of(money + change)
        : Figure.NotApplicable<Money>(NotApplicableReason.OutOfRange);
}
