using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Takes the flows of a period after tax apart again, line by line and date by date.</summary>
internal static class AfterTaxFlows
{
    internal static IReadOnlyList<AfterTaxFlow> Of(TaxableFlows flows, TaxedPeriod taxed, LocalDate end)
    {
        Currency currency = flows.Before.Case.Currency;
        var all = new List<AfterTaxFlow>();
        int line = 0;
        foreach (TaxableFlows own in flows.ByLine())
        {
            FlowSide side = flows.Before.SideOf(line);
            var dates = new SortedDictionary<LocalDate, decimal[]>();
            foreach (LineFlow flow in side == FlowSide.LongTermBenefit ? [] : own.Rows[line])
            {
                Add(0, flow.Date, flow.Amount);
            }

            foreach (((LocalDate Date, decimal Amount)[] amounts, int place) in new[] { (own.Credits, 1), (own.Income, 2), (own.Deductions, 3) })
            {
                foreach ((LocalDate date, decimal amount) in amounts)
                {
                    Add(place, date, amount);
                }
            }

            LineId id = flows.Before.CostOf(line)?.Id ?? flows.Before.BenefitOf(line)?.Id ?? LineId.None;
            all.AddRange(dates.Select(one => new AfterTaxFlow(id, one.Key)
            {
                Cost = Amount(side == FlowSide.Cost ? one.Value[0] : 0),
                Benefit = Amount(side == FlowSide.Cost ? 0 : one.Value[0]),
                CreditedVat = Amount(one.Value[1]),
                TaxableBenefit = Amount(one.Value[2]),
                DeductibleCost = Amount(one.Value[3]),
                Tax = Amount(0),
            }));
            line++;

            void Add(int place, LocalDate date, decimal amount)
            {
                if (date >= end)
                {
                    return;
                }

                if (!dates.TryGetValue(date, out decimal[]? sums))
                {
                    dates.Add(date, sums = new decimal[4]);
                }

                sums[place] += amount;
            }
        }

        all.AddRange(taxed.Payments.GroupBy(payment => payment.Date).OrderBy(group => group.Key).Select(group => new AfterTaxFlow(LineId.None, group.Key)
        {
            Cost = Amount(0), Benefit = Amount(0), CreditedVat = Amount(0), TaxableBenefit = Amount(0), DeductibleCost = Amount(0), Tax = Amount(group.Sum(payment => payment.Amount)),
        }));
        return all.AsReadOnly();

        Money Amount(decimal amount) => new(amount, currency);
    }
}
