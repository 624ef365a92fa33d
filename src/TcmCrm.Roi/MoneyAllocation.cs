namespace TcmCrm.Roi;

/// <summary>Largest-remainder allocation in whole minor units.</summary>
internal static class MoneyAllocation
{
    internal static decimal[] Allocate(decimal amount, int digits, IReadOnlyList<decimal> weights)
    {
        decimal total = 0;
        for (int i = 0; i < weights.Count; i++)
        {
            total += weights[i] >= 0 ? weights[i] : throw new ArgumentException(FormattableString.Invariant($"weights[{i}] is {weights[i]}; allowed: 0 or more."), nameof(weights));
        }

        if (total == 0)
        {
            throw new ArgumentException("At least one weight must be more than 0.", nameof(weights));
        }

        if (decimal.Round(amount, digits) != amount)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{amount} holds fractions of the minor unit ({digits} digits); round it before it is divided."));
        }

        decimal unit = MinorUnit(digits);
        var parts = new decimal[weights.Count];
        var remainders = new decimal[weights.Count];
        decimal rest = amount;
        for (int i = 0; i < parts.Length; i++)
        {
            // Weight over total first: amount times weight could overflow.
            decimal exact = amount * (weights[i] / total);
            parts[i] = decimal.Truncate(exact / unit) * unit;
            remainders[i] = Math.Abs(exact - parts[i]);
            rest -= parts[i];
        }

        // Every remainder is below one unit, so whoever got one comes again only after all others.
        int[] order = [.. Enumerable.Range(0, parts.Length).Where(i => weights[i] > 0).OrderByDescending(i => remainders[i])];
        decimal step = rest < 0 ? -unit : unit;
        for (int k = 0; rest != 0; k = (k + 1) % order.Length, rest -= step)
        {
            parts[order[k]] += step;
        }

        return parts;
    }

    private static decimal MinorUnit(int digits)
    {
        decimal unit = 1;
        for (int i = 0; i < digits; i++)
        {
            unit /= 10;
        }

        return unit;
    }
}
