using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>Builds the cash-flow table of a period, by months or by years of the evaluation.</summary>
internal static class FlowTable
{
    internal static IReadOnlyList<FlowTableRow> Of(Projection projection, int period, int monthsPerRow)
    {
        FlowSums sums = projection.Sums;
        Currency currency = projection.Case.Currency;
        int months = sums.MonthsOf(period);
        var rows = new List<FlowTableRow>(1 + ((months + monthsPerRow - 1) / monthsPerRow));
        decimal cumulative = 0;
        double cumulativeDiscounted = 0;
        decimal initialCost = sums.Initial(FlowSide.Cost);
        decimal initialBenefit = sums.Initial(FlowSide.Benefit);
        AddRow(sums.Months.Start, sums.Months.Start, initialCost, initialBenefit, (double)(initialBenefit - initialCost));
        for (int first = 0; first < months; first += monthsPerRow)
        {
            int end = Math.Min(first + monthsPerRow, months);
            decimal cost = 0;
            decimal benefit = 0;
            double discounted = 0;
            for (int month = first; month < end; month++)
            {
                cost += sums.Amount(FlowSide.Cost, month, period);
                benefit += sums.Amount(FlowSide.Benefit, month, period);
                discounted += sums.Discounted(FlowSide.Benefit, month, period) - sums.Discounted(FlowSide.Cost, month, period);
            }

            NodaTime.LocalDate rowEnd = end == months ? sums.End(period) : sums.Months[end];
            AddRow(sums.Months[first], rowEnd, cost, benefit, discounted);
        }

        return rows.AsReadOnly();

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
            projection.IsDiscounted ? MoneyConversion.Scaled(new Money(1, currency), amount) : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);
    }
}
