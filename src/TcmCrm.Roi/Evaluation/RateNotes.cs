using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;

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
            MessageArgument name = isCost
                ? MessageArgument.Line("line", source.Costs[line].Id, source.Costs[line].Name)
                : source.Benefits[line - source.Costs.Count].Argument();
            if (isCost && source.Costs[line].Basis.ByCurrency is { } costs)
            {
                foreach (CostBasis part in costs)
                {
                    AddOf(name, part.Currency, Dates(part.VisitDates));
                }
            }
            else if (!isCost && source.Benefits[line - source.Costs.Count].Basis.ByCurrency is { } benefits)
            {
                foreach (BenefitBasis part in benefits)
                {
                    AddOf(name, part.Currency, Dates(part.VisitDates));
                }
            }
            else
            {
                Currency currency = isCost ? source.Costs[line].Currency : source.Benefits[line - source.Costs.Count].Currency;
                if (currency != source.Currency && currency != Currency.None)
                {
                    AddOf(name, currency, projection.FlowsOf(line).Select(flow => flow.Date));
                }
            }
        }

        // Dated amounts in several currencies: each by the dates that it states.
        IEnumerable<LocalDate> Dates(Action<Action<LocalDate>> visit)
        {
            var dates = new List<LocalDate>();
            visit(dates.Add);
            return dates.Where(date => date >= source.Start);
        }

        void AddOf(MessageArgument name, Currency currency, IEnumerable<LocalDate> dates)
        {
            if (currency == source.Currency)
            {
                return;
            }

            bool isStaleSaid = false;
            bool isReciprocalSaid = false;
            foreach (LocalDate date in dates)
            {
                if (date >= end || source.ExchangeRates.Used(currency, source.Currency, date) is not { } used)
                {
                    continue;
                }

                if (!isStaleSaid && used.Date.PlusYears(1) < date)
                {
                    isStaleSaid = true;
                    Say("staleExchangeRate", used.Date, MessageArgument.Date("flow", date));
                }

                if (!isReciprocalSaid && used.IsReciprocal)
                {
                    isReciprocalSaid = true;
                    Say("staleExchangeRate.reciprocal", used.Date);
                }
            }

            void Say(string id, LocalDate dated, params MessageArgument[] more) => warnings.Add(new Message(
                id, [name, currency.NameArgument("from"), source.Currency.NameArgument("to"), MessageArgument.Date("dated", dated), .. more]));
        }
    }
}
