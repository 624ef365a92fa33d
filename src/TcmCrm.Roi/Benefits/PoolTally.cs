namespace TcmCrm.Roi.Benefits;

/// <summary>What benefits draw from one pool.</summary>
internal sealed class PoolTally(ValuePool pool)
{
    private readonly List<(BenefitItem Benefit, decimal Amount)> _draws = [];

    internal ValuePool Pool { get; } = pool;

    internal void Add(BenefitItem benefit, decimal amount) => _draws.Add((benefit, amount));

    internal void Report(List<Message> warnings)
    {
        decimal total = 0;
        decimal attributed = 0;
        foreach ((BenefitItem benefit, decimal amount) in _draws)
        {
            total += amount;
            attributed += amount * benefit.Attribution.Value;
            if (amount > Pool.CapacityPerYear)
            {
                warnings.Add(new Message(
                    "drawAbovePool",
                    $"'{benefit.Name}' alone draws {Text(amount)} a year from the pool '{Pool.Name}', which holds {Text(Pool.CapacityPerYear)}.",
                    $"“{benefit.Name}”单项每年占用价值池“{Pool.Name}”{Chinese(amount)},超过其总量 {Chinese(Pool.CapacityPerYear)}。",
                    benefit.Name));
            }
        }

        // One benefit of no amount beside one that overdraws alone is no double counting.
        (BenefitItem Benefit, decimal Amount)[] drawing = [.. _draws.Where(draw => draw.Amount > 0)];
        if (drawing.Length < 2 || total <= Pool.CapacityPerYear)
        {
            return;
        }

        string[] names = [.. drawing.Select(draw => draw.Benefit.Name)];
        string english = string.Join(", ", names.Select(name => $"'{name}'"));
        string chinese = string.Join("、", names.Select(name => $"“{name}”"));
        warnings.Add(new Message(
            "poolOverdrawn",
            $"{english} together draw {Text(total)} a year from the pool '{Pool.Name}', which holds {Text(Pool.CapacityPerYear)}: {Text(total - Pool.CapacityPerYear)} may be counted twice.",
            $"{chinese}合计每年占用价值池“{Pool.Name}”{Chinese(total)},超过其总量 {Chinese(Pool.CapacityPerYear)},超出 {Chinese(total - Pool.CapacityPerYear)} 可能重复计算。",
            names));
        if (attributed > Pool.CapacityPerYear)
        {
            string share = Pool.CapacityPerYear == 0 ? string.Empty : $" ({Percentage.Text(attributed / Pool.CapacityPerYear)})";
            warnings.Add(new Message(
                "poolAttributionAboveWhole",
                $"{english} attribute {Text(attributed)} a year of the pool '{Pool.Name}' to the CRM, more than all of it{share}.",
                $"{chinese}按归因比例折算后每年仍有 {Chinese(attributed)} 归因于 CRM,超过价值池“{Pool.Name}”的全部{share}。",
                names));
        }
    }

    private string Text(decimal amount) => Pool.Kind switch
    {
        ValuePoolKind.Revenue => Pool.Currency + " " + Percentage.Number(amount),
        ValuePoolKind.Hours => Percentage.Number(amount) + " hours",
        _ => Percentage.Number(amount) + " customers",
    };

    private string Chinese(decimal amount) => Pool.Kind switch
    {
        ValuePoolKind.Revenue => Pool.Currency + " " + Percentage.Number(amount),
        ValuePoolKind.Hours => Percentage.Number(amount) + " 小时",
        _ => Percentage.Number(amount) + " 户",
    };
}
