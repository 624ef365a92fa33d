using NodaTime;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Builds and rounds the table of a period after tax.</summary>
internal static class AfterTaxTable
{
    internal static IReadOnlyList<AfterTaxRow> Of(PeriodResult after, TaxedPeriod taxed)
    {
        Currency currency = after.Case.Currency;
        (LocalDate, decimal)[] credits = [.. taxed.Credits], income = [.. taxed.Income], deductions = [.. taxed.Deductions];
        return Array.AsReadOnly([.. after.YearlyTable().Select(Row)]);

        AfterTaxRow Row(FlowTableRow row)
        {
            Money tax = Within(taxed.Payments, row);
            return new AfterTaxRow(row.Start, row.End)
            {
                Cost = row.Cost,
                Benefit = row.Benefit + tax,
                Tax = tax,
                CreditedVat = Within(credits, row),
                TaxableBenefit = Within(income, row),
                DeductibleCost = Within(deductions, row),
                CumulativeNet = row.CumulativeNet,
                DiscountedNet = row.DiscountedNet,
                CumulativeDiscountedNet = row.CumulativeDiscountedNet,
            };
        }

        // The start date has a row of its own, before that of its year.
        Money Within(IReadOnlyList<(LocalDate Date, decimal Amount)> amounts, FlowTableRow row) => new(
            amounts.Sum(one => row.IsInitial ? (one.Date == row.Start ? one.Amount : 0) : one.Date >= row.Start && one.Date < row.End && one.Date != after.Start ? one.Amount : 0),
            currency);
    }

    internal static IReadOnlyList<AfterTaxRow> Printed(IReadOnlyList<AfterTaxRow> rows, PeriodResult? after, decimal step, decimal finest)
    {
        if (rows.Count == 0)
        {
            return rows;
        }

        Currency currency = rows[0].Cost.Currency;
        decimal[] cost = SoFar(row => row.Cost), benefit = SoFar(row => row.Benefit), tax = SoFar(row => row.Tax), vat = SoFar(row => row.CreditedVat);
        decimal[] taxable = SoFar(row => row.TaxableBenefit), deducted = SoFar(row => row.DeductibleCost);
        bool isDiscounted = rows.All(row => row.CumulativeDiscountedNet.IsApplicable);
        decimal[] discounted = isDiscounted && after!.PresentValueOfBenefits.TryGetValue(out Money gained) && after.PresentValueOfCosts.TryGetValue(out Money spent)
            ? PrintedParts.Accumulated(
                [.. rows.Select(row => row.CumulativeDiscountedNet.Value.Amount)], Total(gained) - Total(spent), step)
            : [];
        var printed = new AfterTaxRow[rows.Count];
        for (int i = 0; i < printed.Length; i++)
        {
            printed[i] = new AfterTaxRow(rows[i].Start, rows[i].End)
            {
                Cost = Part(cost, i),
                Benefit = Part(benefit, i),
                Tax = Part(tax, i),
                CreditedVat = Part(vat, i),
                TaxableBenefit = Part(taxable, i),
                DeductibleCost = Part(deducted, i),
                CumulativeNet = new Money(benefit[i] - cost[i] - tax[i], currency),
                DiscountedNet = isDiscounted ? Figure.Of(Part(discounted, i)) : rows[i].DiscountedNet,
                CumulativeDiscountedNet = isDiscounted ? Figure.Of(new Money(discounted[i], currency)) : rows[i].CumulativeDiscountedNet,
            };
        }

        return Array.AsReadOnly(printed);

        decimal Total(Money amount) => PrintedParts.Total(step > finest ? PrintedParts.Total(amount.Amount, finest) : amount.Amount, step);

        Money Part(decimal[] soFar, int i) => new(soFar[i] - (i == 0 ? 0 : soFar[i - 1]), currency);

        decimal[] SoFar(Func<AfterTaxRow, Money> of)
        {
            decimal sum = 0;
            return [.. rows.Select(row => PrintedParts.Total(sum += of(row).Amount, step))];
        }
    }
}
