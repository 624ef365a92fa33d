using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>Feeds the ROI conventions of METHODS from a period's result.</summary>
internal static class Conventions
{
    private const int NucleusYears = 3;

    internal static Figure<decimal> Of(PeriodResult result, RoiConvention convention) => Check.Defined(convention) switch
    {
        RoiConvention.Simple => result.ReturnOnInvestment,
        RoiConvention.Tei => result.DiscountedReturnOnInvestment,
        RoiConvention.Idc => Idc(result),
        RoiConvention.Nucleus => Nucleus(result),
        _ => Phillips(result),
    };

    private static Figure<decimal> Idc(PeriodResult result) =>
        result.NetPresentValue.TryGetValue(out Money npv) && result.PresentValueOfCosts.TryGetValue(out Money costs)
            ? costs.Amount < 0 ? Figure.NotApplicable<decimal>(NotApplicableReason.NoInvestment) : ReturnOnInvestment.Idc(npv, costs)
            : Figure.NotApplicable<decimal>(NotApplicableReason.NoRate);

    /// <summary>Initial cost is what is paid on the start date; benefits received on that date count into year 1.</summary>
    private static Figure<decimal> Nucleus(PeriodResult result)
    {
        IReadOnlyList<FlowTableRow> rows = result.YearlyTable();
        if (result.Years < 1)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.PeriodTooShort);
        }

        var years = new List<Money>(NucleusYears);
        for (int year = 1; year < rows.Count && years.Count < Math.Min(NucleusYears, Math.Floor(result.Years)); year++)
        {
            years.Add(year == 1 ? rows[1].Net + rows[0].Benefit : rows[year].Net);
        }

        return rows[0].Cost.Amount < 0 ? Figure.NotApplicable<decimal>(NotApplicableReason.NoInitialCost) : ReturnOnInvestment.Nucleus(years, rows[0].Cost);
    }

    /// <summary>The benefit of the first year against all cost of the period.</summary>
    private static Figure<decimal> Phillips(PeriodResult result)
    {
        if (result.Years < 1)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.PeriodTooShort);
        }

        if (result.TotalCost.Amount < 0)
        {
            return Figure.NotApplicable<decimal>(NotApplicableReason.NoCost);
        }

        IReadOnlyList<FlowTableRow> rows = result.YearlyTable();
        return ReturnOnInvestment.Phillips(rows[0].Benefit + rows[1].Benefit, result.TotalCost);
    }
}
