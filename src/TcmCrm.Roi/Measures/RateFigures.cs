using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>What is solved from the net flows.</summary>
internal sealed class RateFigures
{
    internal RateFigures(PeriodResult result)
    {
        int room = result.MostNetFlows;
        double[] scratch = ScratchSpace.Rent(2 * room);
        try
        {
            RealsBuffer years = ((RealsBuffer)scratch).Slice(0, room);
            RealsBuffer amounts = ((RealsBuffer)scratch).Slice(room, room);
            int count = result.NetFlows(years, amounts);
            (Internal, Modified, ProfitabilityIndex) = Solve(result, years.Slice(0, count), amounts.Slice(0, count));
            Selected = Internal.Status == RateStatus.Multiple && result.Terms.RateSelection is { } selection
                ? selection.IsExcel ? Returns.InternalRateOfReturn.ExcelOf(Internal, amounts.Slice(0, count), years.Slice(0, count)) : Internal.Select(selection)
                : Internal.ToFigure();
            IsSelectedBorrowing = Internal.Status == RateStatus.Multiple && Selected.TryGetValue(out double picked) && ProjectRates.IsBorrowing(Internal, picked, amounts.Slice(0, count), years.Slice(0, count));
            double cumulative = 0;
            for (int i = 0; i < count; i++)
            {
                cumulative += amounts[i];
                LargestExposure = Math.Max(LargestExposure, -cumulative);
            }
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }

    internal InternalRateOfReturnResult Internal { get; }

    internal Figure<double> Selected { get; }

    /// <summary>Whether the rate that was picked from several is what borrowed money costs.</summary>
    internal bool IsSelectedBorrowing { get; }

    internal Figure<double> Modified { get; }

    internal Figure<double> ProfitabilityIndex { get; }

    internal double LargestExposure { get; }

    private static (InternalRateOfReturnResult, Figure<double>, Figure<double>) Solve(PeriodResult result, Reals years, Reals amounts)
    {
        CaseTerms terms = result.Terms;
        return (
            result.IsUnderOneYear ? new InternalRateOfReturnResult(NotApplicableReason.PeriodUnderOneYear, RateProof.Descartes) : ProjectRates.Of(amounts, years),
            result.IsUnderOneYear ? PeriodResult.UnderOneYear<double>()
            : (terms.FinanceRate ?? terms.DiscountRate) is { } finance && (terms.ReinvestmentRate ?? terms.DiscountRate) is { } reinvestment
                ? Returns.ModifiedInternalRateOfReturn.Solve(amounts, years, (double)finance, (double)reinvestment)
                : Figure.NotApplicable<double>(NotApplicableReason.NoRate),
            terms.DiscountRate is { } rate
                ? Returns.ProfitabilityIndex.DiscountedOnAllOutflows(amounts, years, (double)rate)
                : Figure.NotApplicable<double>(NotApplicableReason.NoRate));
    }
}
