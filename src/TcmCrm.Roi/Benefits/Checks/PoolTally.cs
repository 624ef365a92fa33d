namespace TcmCrm.Roi.Benefits;

/// <summary>What benefits draw from one pool.</summary>
internal sealed class PoolTally(ValuePool pool)
{
    private readonly List<(BenefitItem Benefit, decimal Amount)> _draws = [];

    internal ValuePool Pool { get; } = pool;

    internal MessageArgument Name => MessageArgument.Text("pool", Pool.Name);

    internal void Add(BenefitItem benefit, decimal amount) => _draws.Add((benefit, amount));

    internal void Report(List<Message> warnings)
    {
        decimal total = 0;
        decimal attributed = 0;
        int count = 0;
        foreach ((BenefitItem benefit, decimal amount) in _draws)
        {
            total += amount;
            attributed += amount * benefit.Attribution.Value;
            count += amount > 0 ? 1 : 0;
            if (amount > Pool.CapacityPerYear)
            {
                warnings.Add(new Message("drawAbovePool", benefit.Argument(), Quantity("amount", amount), Name, Quantity("capacity", Pool.CapacityPerYear)));
            }
        }

        // One benefit of no amount beside one that overdraws alone is no double counting.
        if (count < 2 || total <= Pool.CapacityPerYear)
        {
            return;
        }

        MessageArgument lines = MessageArgument.Parts("lines", _draws.Where(draw => draw.Amount > 0).Select(draw => new Message("line", draw.Benefit.Argument())));
        warnings.Add(new Message(
            "poolOverdrawn", lines, Quantity("amount", total), Name, Quantity("capacity", Pool.CapacityPerYear), Quantity("excess", total - Pool.CapacityPerYear)));
        if (attributed <= Pool.CapacityPerYear)
        {
            return;
        }

        warnings.Add(Pool.CapacityPerYear == 0
            ? new Message("poolAttributionAboveWhole.emptyPool", lines, Quantity("amount", attributed), Name)
            : new Message(
                "poolAttributionAboveWhole",
                lines,
                Quantity("amount", attributed),
                Name,
                MessageArgument.Ratio("share", (double)attributed / (double)Pool.CapacityPerYear)));
    }

    private static MessageArgument Count(decimal amount) => MessageArgument.Number("count", amount, amount == decimal.Truncate(amount) ? 0 : 1);

    /// <summary>An amount of what the pool holds: money, hours, or customers.</summary>
    private MessageArgument Quantity(string name, decimal amount) => Pool.Kind switch
    {
        ValuePoolKind.Revenue => MessageArgument.Money(name, new Money(amount, Pool.Currency)),
        ValuePoolKind.Hours => MessageArgument.Part(name, new Message("quantity.hours", Count(amount))),
        _ => MessageArgument.Part(name, new Message("quantity.customers", Count(amount))),
    };
}
