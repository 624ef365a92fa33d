using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>What one SKU, or one group of them, sold in two periods.</summary>
public sealed class SalesLine
{
    /// <summary>Amounts of ten decimals sum exactly up to 1e17.</summary>
    internal const int Decimals = 10;

    private const double MostSales = 1e17;

    /// <summary>A line of quantities and prices.</summary>
    /// <param name="name">The SKU or group.</param>
    /// <param name="quantityBefore">Units sold in the first period, 0 or more.</param>
    /// <param name="priceBefore">The mean price of a unit in the first period; it counts nothing where no unit was sold.</param>
    /// <param name="quantityAfter">Units sold in the second period, 0 or more.</param>
    /// <param name="priceAfter">The mean price of a unit in the second period; it counts nothing where no unit was sold.</param>
    /// <exception cref="ArgumentException">The name is blank, or the currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the largest quantity at the highest price comes to more than 1e17.</exception>
    public SalesLine(string name, decimal quantityBefore, Money priceBefore, decimal quantityAfter, Money priceAfter)
    {
        Name = Check.NotBlank(name);
        QuantityBefore = Check.NotNegative(quantityBefore);
        QuantityAfter = Check.NotNegative(quantityAfter);
        if (priceBefore.Currency != priceAfter.Currency)
        {
            throw Check.Wrong($"The prices are in {priceBefore.Currency.Code} and {priceAfter.Currency.Code}; allowed: one currency.", nameof(priceAfter), "argument.twoCurrencies", MessageArgument.Text("before", priceBefore.Currency.Code), MessageArgument.Text("after", priceAfter.Currency.Code));
        }

        Check.NotNegative(priceBefore.Amount, nameof(priceBefore));
        Check.NotNegative(priceAfter.Amount, nameof(priceAfter));
        double most = (double)Math.Max(priceBefore.Amount, priceAfter.Amount) * (double)Math.Max(quantityBefore, quantityAfter);
        if (most > MostSales)
        {
            throw LineRange.TooLarge(nameof(quantityBefore), Math.Max(quantityBefore, quantityAfter), MostSales);
        }

        PriceBefore = priceBefore;
        PriceAfter = priceAfter;
    }

    /// <summary>The SKU or group.</summary>
    public string Name { get; }

    /// <summary>Units sold in the first period.</summary>
    public decimal QuantityBefore { get; }

    /// <summary>Units sold in the second period.</summary>
    public decimal QuantityAfter { get; }

    /// <summary>The mean price of a unit in the first period.</summary>
    public Money PriceBefore { get; }

    /// <summary>The mean price of a unit in the second period.</summary>
    public Money PriceAfter { get; }

    /// <summary>Sales of the first period, to ten decimals.</summary>
    public Money SalesBefore => (PriceBefore * QuantityBefore).Round(Decimals);

    /// <summary>Sales of the second period, to ten decimals.</summary>
    public Money SalesAfter => (PriceAfter * QuantityAfter).Round(Decimals);

    /// <summary>Units of the second period at the price that the change is measured from, to ten decimals.</summary>
    internal Money SalesAfterAtBasePrice => QuantityBefore == 0 ? SalesAfter : (PriceBefore * QuantityAfter).Round(Decimals);

    /// <summary>An invariant text with quantities and prices.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}: {1} x {2} -> {3} x {4}", Name, QuantityBefore, PriceBefore, QuantityAfter, PriceAfter);
}
