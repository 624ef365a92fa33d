using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Review;

/// <summary>The net present value of realised and expected flows at the start of the case, each month's money at its end.</summary>
internal static class NetPresentValueAtStart
{
    internal static Money Of(InvestmentCase plan, ExpectedFlows flows, int end)
    {
        double rate = (double)(plan.Terms.DiscountRate ?? 0);
        double value = 0;
        for (int month = 0; month < end; month++)
        {
            value += (double)(flows.Benefit[month] - flows.Cost[month]) * Math.Pow(1 + rate, -(month + 1) / 12.0);
        }

        return new Money((decimal)value, plan.Currency).RoundToMinorUnit();
    }
}
