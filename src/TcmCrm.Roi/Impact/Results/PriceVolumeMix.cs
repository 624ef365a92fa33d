using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// A change of sales split into price, volume and mix, so that a price cut of 集采 (volume-based procurement) is not blamed on the CRM, nor a price rise
/// credited to it.
/// </summary>
/// <remarks>
/// Price effect: sum of (P1 - P0) Q1. Volume effect: sales of the first period x (total units after / total units before - 1), which is more or less of the
/// same basket. Mix effect: what is left, units moving to dearer or cheaper lines. The three sum to the change exactly: all amounts are
/// kept to ten decimals, and the mix effect takes up the rounding of the volume effect. A line that is new has no price of before: its price counts as unchanged, its
/// sales fall under volume and mix; a line that is gone likewise. Total units are a number only of lines that are counted in the same unit.
/// </remarks>
public sealed class PriceVolumeMix
{
    private PriceVolumeMix(string name, Money before, Money after, Money price, Money volume)
    {
        Name = name;
        SalesBefore = before;
        SalesAfter = after;
        PriceEffect = price;
        VolumeEffect = volume;
        MixEffect = after - before - price - volume;
        Lines = Array.AsReadOnly<PriceVolumeMix>([]);
        Warnings = Array.AsReadOnly<Message>([]);
    }

    private PriceVolumeMix(PriceVolumeMix total, PriceVolumeMix[] lines, Message[] warnings)
        : this(total.Name, total.SalesBefore, total.SalesAfter, total.PriceEffect, total.VolumeEffect)
    {
        Lines = Array.AsReadOnly(lines);
        Warnings = Array.AsReadOnly(warnings);
    }

    /// <summary>The line; empty for the total.</summary>
    public string Name { get; }

    /// <summary>Sales of the first period.</summary>
    public Money SalesBefore { get; }

    /// <summary>Sales of the second period.</summary>
    public Money SalesAfter { get; }

    /// <summary>The change of sales, the sum of the three effects.</summary>
    public Money Change => SalesAfter - SalesBefore;

    /// <summary>What prices did: (P1 - P0) Q1.</summary>
    public Money PriceEffect { get; }

    /// <summary>What the number of units did at the mix of before.</summary>
    public Money VolumeEffect { get; }

    /// <summary>What the change of mix did.</summary>
    public Money MixEffect { get; }

    /// <summary>The change at the prices of before, volume and mix together: the part that a CRM can have moved.</summary>
    public Money ChangeAtConstantPrices => VolumeEffect + MixEffect;

    /// <summary>The split of each line, in the order given; the effects of the lines sum to those of the total. Empty for a line.</summary>
    public IReadOnlyList<PriceVolumeMix> Lines { get; }

    /// <summary>Lines that are new or gone, a basket that was empty before, and price cuts as deep as those of 集采.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>Splits a change of sales.</summary>
    /// <param name="lines">The lines, one at least, each name once, all in one currency.</param>
    /// <returns>The total with its lines.</returns>
    /// <exception cref="ArgumentNullException">The list or a line is null.</exception>
    /// <exception cref="ArgumentException">There is no line, a name comes twice, or the currencies differ.</exception>
    /// <exception cref="OverflowException">An amount exceeds the range of <see cref="decimal"/>.</exception>
    public static PriceVolumeMix Split(IEnumerable<SalesLine> lines)
    {
        SalesLine[] all = [.. Check.NotNull(lines).Select(line => Check.NotNull(line, nameof(lines)))];
        if (all.Length == 0)
        {
            throw Check.Wrong("There is no line.", nameof(lines), "argument.noSalesLine");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        Currency currency = all[0].PriceBefore.Currency;
        foreach (SalesLine line in all)
        {
            if (!names.Add(line.Name))
            {
                throw Check.Wrong($"'{line.Name}' comes twice.", nameof(lines), "argument.salesLineTwice", MessageArgument.Text("line", line.Name));
            }

            if (line.PriceBefore.Currency != currency)
            {
                throw Check.Wrong($"'{line.Name}' is in {line.PriceBefore.Currency.Code}, not in {currency.Code}.", nameof(lines), "argument.salesLineCurrency", MessageArgument.Text("line", line.Name), MessageArgument.Text("found", line.PriceBefore.Currency.Code), MessageArgument.Text("currency", currency.Code));
            }
        }

        decimal unitsBefore = all.Sum(line => line.QuantityBefore);
        decimal unitsAfter = all.Sum(line => line.QuantityAfter);

        // Without units before there is no basket to have more or less of: everything is mix.
        decimal growth = unitsBefore == 0 ? 0 : (unitsAfter - unitsBefore) / unitsBefore;
        PriceVolumeMix[] parts = [.. all.Select(line => Of(line, growth))];
        Money zero = Money.Zero(currency);
        var total = new PriceVolumeMix(
            string.Empty,
            parts.Aggregate(zero, (sum, p) => sum + p.SalesBefore),
            parts.Aggregate(zero, (sum, p) => sum + p.SalesAfter),
            parts.Aggregate(zero, (sum, p) => sum + p.PriceEffect),
            parts.Aggregate(zero, (sum, p) => sum + p.VolumeEffect));
        return new PriceVolumeMix(total, parts, [.. WarningsOf(all, unitsBefore)]);
    }

    /// <summary>An invariant text with the three effects.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} -> {1}: price {2}, volume {3}, mix {4}", SalesBefore, SalesAfter, PriceEffect, VolumeEffect, MixEffect);

    private static PriceVolumeMix Of(SalesLine line, decimal growth)
    {
        Money price = line.SalesAfter - line.SalesAfterAtBasePrice;
        return new PriceVolumeMix(line.Name, line.SalesBefore, line.SalesAfter, price, (line.SalesBefore * growth).Round(SalesLine.Decimals));
    }

    private static IEnumerable<Message> WarningsOf(SalesLine[] lines, decimal unitsBefore)
    {
        foreach (SalesLine line in lines)
        {
            if (line.QuantityBefore == 0 && line.QuantityAfter > 0)
            {
                yield return new Message("newLine", MessageArgument.Text("subject", line.Name));
            }
            else if (line.QuantityAfter == 0 && line.QuantityBefore > 0)
            {
                yield return new Message("goneLine", MessageArgument.Text("subject", line.Name));
            }
            else if (line.QuantityBefore > 0 && line.PriceAfter.Amount < line.PriceBefore.Amount * 0.6m)
            {
                yield return new Message(
                    "deepPriceCut",
                    MessageArgument.Text("subject", line.Name),
                    MessageArgument.Ratio("cut", 1 - (line.PriceAfter.Amount / line.PriceBefore.Amount)));
            }
        }

        if (unitsBefore == 0)
        {
            yield return new Message("emptyBase");
        }
    }
}
