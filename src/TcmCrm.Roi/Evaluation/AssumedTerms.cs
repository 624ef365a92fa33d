using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Says which terms in force a case does not state, and on which basis of tax and prices it stands.</summary>
internal static class AssumedTerms
{
    internal static IReadOnlyList<Message> Of(CaseTerms stated, CaseTerms inForce, PeriodResult longest)
    {
        var assumed = new List<Message>();
        if (stated.Periods is null)
        {
            assumed.Add(new Message(
                "assumedTerm.periods",
                MessageArgument.Parts("periods", inForce.Periods!.Select(period => new Message("period", MessageArgument.Period("period", period.ToString()))))));
        }

        AddRate("discountRate", stated.DiscountRate, inForce.DiscountRate);
        AddRate("financeRate", stated.FinanceRate, inForce.FinanceRate);
        AddRate("reinvestmentRate", stated.ReinvestmentRate, inForce.ReinvestmentRate);
        if (stated.DayCount is null)
        {
            assumed.Add(new Message("assumedTerm.dayCount", MessageArgument.Part("value", Message.NameOf(inForce.DayCount!.Value))));
        }

        if (stated.FlowTiming is null)
        {
            assumed.Add(new Message("assumedTerm.flowTiming", MessageArgument.Part("value", Message.NameOf(inForce.FlowTiming!.Value))));
        }

        assumed.AddRange(ContractNotes.Assumed(longest));
        assumed.Add(new Message("assumedTerm.taxBasis"));
        assumed.Add(new Message("assumedTerm.priceBasis"));
        return assumed.AsReadOnly();

        void AddRate(string term, decimal? own, decimal? used)
        {
            if (own is null && used is { } rate)
            {
                assumed.Add(new Message("assumedTerm." + term, MessageArgument.Ratio("value", rate)));
            }
        }
    }
}
