using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>Feeds the ROI conventions of docs/methods.md from a period's result, each by what its own source counts.</summary>
internal static class Conventions
{
    private const int NucleusYears = 3;

    internal static Figure<decimal> Of(PeriodResult result, RoiConvention convention) => Check.Defined(convention) switch
    {
        RoiConvention.Simple => result.ReturnOnInvestment,
        RoiConvention.Tei => Tei(result),
        RoiConvention.Idc => Idc(result),
        RoiConvention.Nucleus => Nucleus(result),
        _ => Phillips(result),
    };

    /// <summary>
    /// On the columns of that method, whatever the timing of the case: the initial column at t = 0 holds what is dated up to go-live, years are counted from there, each
    /// is discounted from its end, and a last part of a year from the end of the period.
    /// </summary>
    private static Figure<decimal> Tei(PeriodResult result)
    {
        if (result.Terms.DiscountRate is not { } rate)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.NoRate);
        }

        var columns = new TeiColumns(result.InitialUntil, result.End, (double)rate);
        return result.PresentValue(columns.PresentValueOf(result, FlowSide.Benefit)).TryGetValue(out Money benefits)
            && result.PresentValue(columns.PresentValueOf(result, FlowSide.Cost)).TryGetValue(out Money costs)
                ? costs.Amount < 0 ? Figure.NotApplicable<decimal>(NotApplicableReason.NoCost) : ReturnOnInvestment.Tei(benefits, costs)
                : Figure.NotApplicable<decimal>(NotApplicableReason.OutOfRange);
    }

    private static Figure<decimal> Idc(PeriodResult result) =>
        result.NetPresentValue.TryGetValue(out Money npv) && result.PresentValueOfCosts.TryGetValue(out Money costs)
            ? costs.Amount < 0 ? Figure.NotApplicable<decimal>(NotApplicableReason.NoInvestment) : ReturnOnInvestment.Idc(npv, costs)
            : Figure.NotApplicable<decimal>(result.NetPresentValue.Reason ?? result.PresentValueOfCosts.Reason ?? NotApplicableReason.NoRate);

    /// <summary>The net benefit of the first whole years, without what was paid up to go-live, a year, against what was paid up to go-live.</summary>
    private static Figure<decimal> Nucleus(PeriodResult result)
    {
        int years = Math.Min(NucleusYears, result.WholeYears);
        if (years == 0)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.PeriodUnderOneYear);
        }

        LocalDate initialUntil = result.InitialUntil;
        Money initial = result.InitialInvestment;
        if (initial.Amount < 0)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.NoInitialCost);
        }

        var nets = new Money[years];
        for (int year = 0; year < years; year++)
        {
            LocalDate from = result.Start.PlusYears(year);
            LocalDate end = result.Start.PlusYears(year + 1);
            nets[year] = result.Sum(FlowSide.Benefit, date => date >= from && date < end)
                - result.Sum(FlowSide.Cost, date => date >= from && date < end && date > initialUntil);
        }

        return ReturnOnInvestment.Nucleus(nets, initial);
    }

    /// <summary>The benefit of the first year against its cost: what recurs in it, and its share of what is paid once.</summary>
    private static Figure<decimal> Phillips(PeriodResult result)
    {
        if (result.WholeYears == 0)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.PeriodUnderOneYear);
        }

        LocalDate end = result.Start.PlusYears(1);
        decimal recurring = 0;
        decimal once = 0;
        for (int line = 0; line < result.Projection.LineCount; line++)
        {
            if (result.Projection.SideOf(line) != FlowSide.Cost)
            {
                continue;
            }

            if (result.Projection.CostOf(line) is { Basis.IsRecurring: true })
            {
                foreach (LineFlow flow in result.Projection.FlowsOf(line))
                {
                    recurring += flow.Date < end ? flow.Amount : 0;
                }
            }
            else
            {
                once += result.LineTotal(line);
            }
        }

        decimal cost = recurring + (once * 12 / DateSpans.Months(result.Start, result.End));
        Currency currency = result.Case.Currency;
        return cost < 0
            ? Figure.NotApplicable<decimal>(NotApplicableReason.NoCost)
            : ReturnOnInvestment.Phillips(result.Sum(FlowSide.Benefit, date => date < end), new Money(cost, currency));
    }
}
