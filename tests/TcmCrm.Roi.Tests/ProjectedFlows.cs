using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests;

/// <summary>The flows of one line: those of the only line of a case.</summary>
internal static class ProjectedFlows
{
    internal static CashFlowSeries Of(CostItem item, CaseTimeline timeline, Currency currency, ExchangeRates rates) =>
        Of(Empty(timeline, currency, rates).WithCosts(item), timeline);

    internal static CashFlowSeries Of(BenefitItem item, CaseTimeline timeline, Currency currency, ExchangeRates rates) =>
        Of(Empty(timeline, currency, rates).WithBenefits(item), timeline);

    private static CashFlowSeries Of(InvestmentCase source, CaseTimeline timeline) =>
        Projection.Of(source, new CaseTerms { Periods = [EvaluationPeriod.Of(Period.FromMonths(timeline.Grid.Count))] }).Lines[0].Flows;

    private static InvestmentCase Empty(CaseTimeline timeline, Currency currency, ExchangeRates rates) =>
        InvestmentCase.Create("one line", currency, timeline.GoLive, timeline.Start).WithExchangeRates(rates);
}
