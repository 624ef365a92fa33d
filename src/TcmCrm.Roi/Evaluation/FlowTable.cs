using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Builds the cash-flow table of a period, by months or by years of the evaluation.</summary>
internal static class FlowTable
{
    internal static IReadOnlyList<FlowTableRow> Of(Ledger ledger, int horizon, Currency currency, int monthsPerRow)
    {
        int months = ledger.MonthsOf(horizon);
        var rows = new List<FlowTableRow>(1 + ((months + monthsPerRow - 1) / monthsPerRow));
        decimal cumulative = 0;
        double cumulativeDiscounted = 0;
        decimal initialCost = ledger.Initial(FlowSide.Cost);
        decimal initialBenefit = ledger.Initial(FlowSide.Benefit);
        AddRow(ledger.Months.Start, ledger.Months.Start, initialCost, initialBenefit, (double)(initialBenefit - initialCost));
        for (int first = 0; first < months; first += monthsPerRow)
        {
            int end = Math.Min(first + monthsPerRow, months);
            decimal cost = 0;
            decimal benefit = 0;
            double discounted = 0;
            for (int month = first; month < end; month++)
            {
                cost += ledger.Amount(FlowSide.Cost, month, horizon);
                benefit += ledger.Amount(FlowSide.Benefit, month, horizon);
                discounted += ledger.Discounted(FlowSide.Benefit, month, horizon) - ledger.Discounted(FlowSide.Cost, month, horizon);
            }

            NodaTime.LocalDate rowEnd = end == months ? ledger.End(horizon) : ledger.Months[end];
            AddRow(ledger.Months[first], rowEnd, cost, benefit, discounted);
        }

        return rows;

        void AddRow(NodaTime.LocalDate start, NodaTime.LocalDate end, decimal cost, decimal benefit, double discounted)
        {
            cumulative += benefit - cost;
            cumulativeDiscounted += discounted;
            rows.Add(new FlowTableRow(
                start,
                end,
                new Money(cost, currency),
                new Money(benefit, currency),
                new Money(cumulative, currency),
                Discounted(discounted),
                Discounted(cumulativeDiscounted)));
        }

        Figure<Money> Discounted(double amount) =>
            ledger.Axis.IsDiscounted ? MoneyConversion.Scaled(new Money(1, currency), amount) : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);
    }
}
