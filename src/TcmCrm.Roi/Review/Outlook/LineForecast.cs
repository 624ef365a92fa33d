using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Review;

/// <summary>What a line comes to within one evaluation period, in whole minor units.</summary>
internal readonly struct LineForecast
{
    private LineForecast(decimal estimate, decimal lower, decimal upper)
    {
        Estimate = estimate;
        Lower = lower;
        Upper = upper;
    }

    internal decimal Estimate { get; }

    internal decimal Lower { get; }

    internal decimal Upper { get; }

    internal static LineForecast Of(ReviewLine line, PeriodEnd end, int period, int asOf, int digits)
    {
        decimal realised = Realised(line, end, period, asOf);
        bool endsInMonth = !end.IsMonthStart && end.Month > asOf;
        if (end.Month <= asOf || (end.Month == asOf + 1 && !endsInMonth))
        {
            realised = Round(realised, digits);
            return new LineForecast(realised, realised, realised);
        }

        bool isOverdue = !line.HasStarted && line.MonthsLate > 0;
        int late = isOverdue ? 0 : line.MonthsLate;
        double squares = 0;
        decimal rest = 0;
        for (int month = asOf + 1; month < end.Month + (endsInMonth ? 1 : 0); month++)
        {
            decimal plan = line.Plan.In(month - late) * (month == end.Month ? line.Plan.ShareBeforeEnd(period) : 1);
            rest += plan;
            squares += (double)plan * (double)plan;
        }

        (decimal estimate, decimal lower, decimal upper) = isOverdue
            ? Overdue(line, rest, asOf)
            : Running(line, rest, squares);
        return new LineForecast(Round(realised + estimate, digits), Round(realised + lower, digits), Round(realised + upper, digits));
    }

    private static (decimal Estimate, decimal Lower, decimal Upper) Overdue(ReviewLine line, decimal rest, int asOf)
    {
        decimal all = rest + line.Plan.Through(asOf);
        return line.Side == LineSide.Cost ? (all, 0, all) : (0, 0, rest);
    }

    private static (decimal Estimate, decimal Lower, decimal Upper) Running(ReviewLine line, decimal rest, double squares)
    {
        LineRealisation realisation = line.Realisation;
        decimal estimate = rest * realisation.Factor;
        if (realisation.HasSpread)
        {
            decimal reach = MoneyConversion.TryScale(1, realisation.Reach((double)rest, squares), out decimal scaled) ? scaled : 0;
            decimal floor = Math.Min(0, estimate);
            return (estimate, Math.Max(floor, estimate - reach), estimate + reach);
        }

        return line.Side == LineSide.Cost
            ? (estimate, Math.Min(rest, estimate), Math.Max(rest, estimate))
            : (estimate, Math.Min(0, estimate), Math.Max(rest, estimate));
    }

    private static decimal Realised(ReviewLine line, PeriodEnd end, int period, int asOf)
    {
        decimal sum = 0;
        for (int month = 0; month <= asOf && month < end.Month; month++)
        {
            sum += line.Record.Amounts[month];
        }

        return end.Month <= asOf && !end.IsMonthStart ? sum + (line.Record.Amounts[end.Month] * line.Plan.ShareBeforeEnd(period)) : sum;
    }

    private static decimal Round(decimal amount, int digits) => decimal.Round(amount, digits, MidpointRounding.AwayFromZero);
}
