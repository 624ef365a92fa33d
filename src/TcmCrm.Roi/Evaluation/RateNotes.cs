using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Conversions that a reader should know of: at a rate more than a year older than the flow, or at the reciprocal of the opposite pair.</summary>
internal static class RateNotes
{
    internal static void Add(Projection projection, List<Message> warnings)
    {
        InvestmentCase source = projection.Case;
        LocalDate end = projection.Periods[projection.Periods.Count - 1].EndFrom(source.Start);
        for (int line = 0; line < source.Costs.Count + source.Benefits.Count; line++)
        {
            bool isCost = line < source.Costs.Count;
            Currency currency = isCost ? source.Costs[line].Currency : source.Benefits[line - source.Costs.Count].Currency;
            if (currency == source.Currency || currency == Currency.None)
            {
                continue;
            }

            MessageArgument name = isCost
                ? MessageArgument.Line("line", source.Costs[line].Id, source.Costs[line].Name)
                : source.Benefits[line - source.Costs.Count].Argument();
            bool isStaleSaid = false;
            bool isReciprocalSaid = false;
            foreach (LineFlow flow in projection.FlowsOf(line))
            {
                if (flow.Date >= end || source.ExchangeRates.Used(currency, source.Currency, flow.Date) is not { } used)
                {
                    continue;
                }

                if (!isStaleSaid && used.Date.PlusYears(1) < flow.Date)
                {
                    isStaleSaid = true;
                    Say("staleExchangeRate", used.Date, MessageArgument.Date("flow", flow.Date));
                }

                if (!isReciprocalSaid && used.IsReciprocal)
                {
                    isReciprocalSaid = true;
                    Say("staleExchangeRate.reciprocal", used.Date);
                }
            }

            void Say(string id, LocalDate dated, params MessageArgument[] more) => warnings.Add(new Message(
                id, [name, MessageArgument.Text("from", currency.Code), MessageArgument.Text("to", source.Currency.Code), MessageArgument.Date("dated", dated), .. more]));
        }
    }
}
