using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Says which terms in force a case does not state, which were given for the evaluation in place of the case's own, and on which basis of tax and prices it stands.</summary>
internal static class AssumedTerms
{
    private const string Given = ".given";
    private const int MostDecimals = 12;

    internal static IReadOnlyList<Message> Of(InvestmentCase source, CaseTerms overrides, CaseTerms inForce, PeriodResult longest)
    {
        CaseTerms stated = source.Terms;
        var assumed = new List<Message>();
        if (source.GoLive == source.Start)
        {
            assumed.Add(new Message("assumedTerm.goLive", MessageArgument.Date("value", source.GoLive)));
        }

        Add("periods", overrides.Periods is not null, stated.Periods is null, () => MessageArgument.Parts(
            "periods", inForce.Periods!.Select(period => new Message("period", MessageArgument.Period("period", period.ToString())))));
        AddRate("discountRate", overrides.DiscountRate, stated.DiscountRate, inForce.DiscountRate);
        AddRate("financeRate", overrides.FinanceRate, stated.FinanceRate, inForce.FinanceRate);
        AddRate("reinvestmentRate", overrides.ReinvestmentRate, stated.ReinvestmentRate, inForce.ReinvestmentRate);
        Add("dayCount", overrides.DayCount is not null, stated.DayCount is null, () => MessageArgument.Part("value", Message.NameOf(inForce.DayCount!.Value)));
        Add("flowTiming", overrides.FlowTiming is not null, stated.FlowTiming is null, () => MessageArgument.Part("value", Message.NameOf(inForce.FlowTiming!.Value)));
        assumed.AddRange(ContractNotes.Assumed(longest));
        assumed.Add(new Message(source.TaxBasis switch
        {
            null => "assumedTerm.taxBasis",
            TaxBasis.IncludingVat => "assumedTerm.taxBasis.includingVat",
            _ => "assumedTerm.taxBasis.excludingVat",
        }));
        assumed.Add(new Message(source.PriceBasis switch
        {
            null => "assumedTerm.priceBasis",
            PriceBasis.Nominal => "assumedTerm.priceBasis.nominal",
            _ => "assumedTerm.priceBasis.real",
        }));
        return assumed.AsReadOnly();

        void Add(string term, bool isGiven, bool isSilent, Func<MessageArgument> value)
        {
            if (isGiven || isSilent)
            {
                assumed.Add(new Message("assumedTerm." + term + (isGiven ? Given : string.Empty), value()));
            }
        }

        void AddRate(string term, decimal? given, decimal? own, decimal? used)
        {
            if (used is { } rate)
            {
                Add(term, given is not null, own is null, () => Rate(rate));
            }
            else if (inForce.DiscountRate is { } discount)
            {
                // Inflows and outflows are carried at the discount rate where nothing else is said.
                assumed.Add(new Message("assumedTerm." + term + ".asDiscountRate", Rate(discount)));
            }
        }
    }

    /// <summary>A rate with the decimals that it was stated with, at least two of its per cent: 11.375%.</summary>
    private static MessageArgument Rate(decimal rate)
    {
        decimal percent = rate * 100;
        int decimals = 2;
        while (decimals < MostDecimals && decimal.Round(percent, decimals) != percent)
        {
            decimals++;
        }

        return MessageArgument.Ratio("value", (double)rate, decimals);
    }
}
